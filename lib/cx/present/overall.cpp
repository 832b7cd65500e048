// What all answers say, item by item; and the answers that are in no figure.
#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <vector>

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

namespace {

constexpr std::size_t most_left_out_items = 10;

struct LeftOutReason {
    const char*   title;
    std::uint64_t AnswerCounts::*count;
};
constexpr std::array left_out_reasons{
    LeftOutReason{"missing", &AnswerCounts::missing}, LeftOutReason{"not applicable", &AnswerCounts::not_applicable},
    LeftOutReason{"out of scale", &AnswerCounts::out_of_scale}, LeftOutReason{"unreadable", &AnswerCounts::unreadable}};

std::uint64_t left_out(const AnswerCounts& answers) {
    std::uint64_t sum = 0;
    for (const LeftOutReason& reason : left_out_reasons) sum += answers.*reason.count;
    return sum;
}

/// The question, and of a pair which side.
std::string answers_label(const std::map<std::string, std::string>& labels, const std::string& item) {
    const std::size_t side = item.find(':');
    const auto        known = labels.find(item.substr(0, side));
    if (known == labels.end()) return visible(item);
    return side == std::string::npos ? known->second : known->second + " (" + item.substr(side + 1) + ")";
}

} // namespace

Section left_out_section(const ScoreTable& table) {
    std::map<std::string, std::string> labels;
    for (const ScoreRow& row : table.scores) labels.try_emplace(row.item, item_label(row));
    std::vector<const AnswerCounts*> shown;
    for (const AnswerCounts& answers : table.answers) {
        const bool scored = labels.contains(answers.item.substr(0, answers.item.find(':')));
        if (scored && left_out(answers) > 0) shown.push_back(&answers);
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const AnswerCounts* a, const AnswerCounts* b) { return left_out(*a) > left_out(*b); });
    Section section{"Cells that are no answer", {}, {}};
    if (shown.size() > most_left_out_items) {
        section.notes.push_back(
            fmt::format("and {} more questions with fewer of them", shown.size() - most_left_out_items));
        shown.resize(most_left_out_items);
    }
    if (shown.empty()) return section;
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "answered"}};
    std::vector<LeftOutReason> occurring;
    for (const LeftOutReason& reason : left_out_reasons) {
        const bool any = std::any_of(shown.begin(), shown.end(),
                                     [&](const AnswerCounts* answers) { return answers->*reason.count > 0; });
        if (!any) continue;
        occurring.push_back(reason);
        grid.columns.push_back({Kind::figure, reason.title});
    }
    for (const AnswerCounts* answers : shown) {
        GridRow line;
        line.cells.push_back({answers_label(labels, answers->item), Tone::plain, {}});
        line.cells.push_back({answers->withheld ? "withheld" : count_text(answers->answered), Tone::plain, {}});
        for (const LeftOutReason& reason : occurring) {
            line.cells.push_back(
                {answers->*reason.count == 0 ? "–" : count_text(answers->*reason.count), Tone::plain, {}});
        }
        grid.rows.push_back(std::move(line));
    }
    section.grids.push_back(std::move(grid));
    return section;
}

} // namespace cx
