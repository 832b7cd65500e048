// What all answers say, item by item; and the answers that are in no figure.
#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/order.hpp>
#include <cx/present/sections.hpp>

namespace cx {
namespace {

using Rows = std::vector<const ScoreRow*>;
using Kind = GridColumn::Kind;

std::string distribution_bars(const ScoreTable& table, const std::string& item) {
    const auto found =
        std::find_if(table.distributions.begin(), table.distributions.end(),
                     [&](const DistributionRow& row) { return row.dimension == "all" && row.item == item; });
    return found == table.distributions.end() ? std::string() : bars(found->counts);
}

const ScoreRow* beside(const ScoreRows& scores, const ScoreRow& row, const std::string& metric) {
    const auto others = scores.beside.find(row.item);
    if (others == scores.beside.end()) return nullptr;
    const auto found = std::find_if(others->second.begin(), others->second.end(),
                                    [&](const ScoreRow* other) { return other->metric == metric; });
    return found == others->second.end() ? nullptr : *found;
}

/// Adds a column for each other metric that one of `rows` has, and one of how the answers are spread.
void add_extras(Grid& grid, const ScoreRows& scores, const Rows& rows) {
    std::vector<std::string> metrics;
    for (const ScoreRow* row : rows) {
        const auto others = scores.beside.find(row->item);
        if (others == scores.beside.end()) continue;
        for (const ScoreRow* other : others->second) {
            if (std::find(metrics.begin(), metrics.end(), other->metric) == metrics.end()) {
                metrics.push_back(other->metric);
            }
        }
    }
    for (const std::string& metric : metrics) {
        grid.columns.push_back({Kind::extra, metric_title(metric)});
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const ScoreRow* other = beside(scores, *rows[i], metric);
            const bool      shown = other != nullptr && other->value && !other->withheld();
            grid.rows[i].cells.push_back({shown ? value_text(*other) : std::string(), Tone::plain, {}});
        }
    }
    std::vector<std::string> spread;
    for (const ScoreRow* row : rows) spread.push_back(distribution_bars(*scores.table, row->item));
    if (std::all_of(spread.begin(), spread.end(), [](const std::string& text) { return text.empty(); })) return;
    grid.columns.push_back({Kind::extra, "answers"});
    for (std::size_t i = 0; i < rows.size(); ++i) grid.rows[i].cells.push_back({spread[i], Tone::plain, {}});
}

Grid items_grid(const ScoreRows& scores, const Rows& rows, bool family) {
    Grid       grid;
    const auto bases = base_cells(rows);
    const auto intervals = interval_cells(rows);
    const auto values = value_cells(rows, scores.alpha);
    grid.columns = {{Kind::label, ""}, {Kind::figure, "n"}};
    if (!family) grid.columns.push_back({Kind::figure, ""});
    grid.columns.push_back({Kind::figure, family ? metric_title(rows.front()->metric) : "value"});
    grid.columns.push_back({Kind::figure, interval_title(*scores.table)});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ScoreRow& row = *rows[i];
        const Tone      tone = row.withheld() ? Tone::faint : Tone::plain;
        GridRow         line;
        line.cells = {{item_label(row), Tone::plain, {}}, {bases[i], tone, {}}};
        if (!family) line.cells.push_back({metric_title(row.metric), Tone::plain, {}});
        line.cells.push_back({values[i], tone, {}});
        line.cells.push_back({intervals[i], tone, {}});
        grid.rows.push_back(std::move(line));
    }
    add_extras(grid, scores, rows);
    grid.columns.push_back({Kind::strip, ""});
    for (std::size_t i = 0; i < rows.size(); ++i) grid.rows[i].cells.push_back({"", Tone::plain, dot_of(*rows[i])});
    if (family) {
        grid.axis = axis_of(rows, std::nullopt);
        grid.reference = 0;
        grid.reference_name = "0";
    }
    return grid;
}

} // namespace

Section overall_section(const ScoreRows& scores, const Look& look) {
    std::vector<Rows> families;
    for (const Series& series : scores.of("all")) {
        const auto family = std::find_if(families.begin(), families.end(),
                                         [&](const Rows& rows) { return same_family(*rows.front(), series.head()); });
        (family == families.end() ? families.emplace_back() : *family).push_back(&series.head());
    }
    Section section{"Overall", {}, {}};
    Rows    single;
    for (const Rows& family : families) {
        if (family.size() < comparable_items) std::copy(family.begin(), family.end(), std::back_inserter(single));
    }
    if (!single.empty()) section.grids.push_back(items_grid(scores, single, false));
    for (Rows& family : families) {
        if (family.size() < comparable_items) continue;
        sort_rows(family, look.sort);
        section.grids.push_back(items_grid(scores, family, true));
    }
    return section;
}

Section left_out_section(const ScoreTable& table) {
    struct Reason {
        const char*   title;
        std::uint64_t AnswerCounts::*count;
    };
    static constexpr std::array reasons{
        Reason{"missing", &AnswerCounts::missing}, Reason{"not applicable", &AnswerCounts::not_applicable},
        Reason{"out of scale", &AnswerCounts::out_of_scale}, Reason{"unreadable", &AnswerCounts::unreadable}};
    std::map<std::string, std::string> labels;
    for (const ScoreRow& row : table.scores) labels.try_emplace(row.item, item_label(row));
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "answered"}};
    std::vector<Reason> occurring;
    for (const Reason& reason : reasons) {
        const bool any = std::any_of(table.answers.begin(), table.answers.end(),
                                     [&](const AnswerCounts& answers) { return answers.*reason.count > 0; });
        if (any) occurring.push_back(reason);
    }
    for (const Reason& reason : occurring) grid.columns.push_back({Kind::figure, reason.title});
    for (const AnswerCounts& answers : table.answers) {
        GridRow       line;
        std::uint64_t left_out = 0;
        const auto    known = labels.find(answers.item);
        line.cells.push_back({known == labels.end() ? visible(answers.item) : known->second, Tone::plain, {}});
        line.cells.push_back({count_text(answers.answered), Tone::plain, {}});
        for (const Reason& reason : occurring) {
            left_out += answers.*reason.count;
            line.cells.push_back(
                {answers.*reason.count == 0 ? "–" : count_text(answers.*reason.count), Tone::plain, {}});
        }
        if (left_out > 0) grid.rows.push_back(std::move(line));
    }
    Section section{"Answers in no figure", {}, {}};
    if (!grid.rows.empty()) section.grids.push_back(std::move(grid));
    return section;
}

} // namespace cx
