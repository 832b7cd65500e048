// A dimension with few items: one grid an item, its groups below one another. And the choice between the ways to lay
// one out.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/group_layout.hpp>
#include <cx/present/order.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;

/// Up to so many items of a dimension get a grid each, with intervals; more of them share one.
constexpr std::size_t items_with_own_grid = 3;
/// So many withheld groups are named.
constexpr std::size_t withheld_names = 6;

std::vector<std::string> difference_cells(const std::vector<const ScoreRow*>& rows) {
    std::vector<std::string> cells;
    for (const ScoreRow* row : rows) {
        const bool shown = row->difference && !row->withheld();
        cells.push_back(shown ? rounded_with_sign(*row->difference, decimals_of(row->unit)) : std::string());
    }
    return cells;
}

Grid item_grid(const ScoreRows& scores, const GroupRows& rows) {
    Grid       grid;
    const auto bases = base_cells(rows);
    const auto intervals = interval_cells(rows);
    const auto values = value_cells(rows, scores.alpha);
    const auto differences = difference_cells(rows);
    const bool compared =
        std::any_of(differences.begin(), differences.end(), [](const std::string& text) { return !text.empty(); });
    grid.columns = {{Kind::label, ""},
                    {Kind::figure, "n"},
                    {Kind::figure, metric_title(rows.front()->metric)},
                    {Kind::figure, interval_title(*scores.table)}};
    if (compared) grid.columns.push_back({Kind::spare, "vs the rest"});
    grid.columns.push_back({Kind::strip, ""});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ScoreRow& row = *rows[i];
        const Tone      tone = is_low_base(row) || !row.value ? Tone::faint : Tone::plain;
        const Tone      shade = tone_of(row, scores.alpha) == Tone::plain ? tone : tone_of(row, scores.alpha);
        GridRow         line;
        line.cells = {
            {group_label(row), tone, {}}, {bases[i], tone, {}}, {values[i], shade, {}}, {intervals[i], tone, {}}};
        if (compared) line.cells.push_back({differences[i], tone_of(row, scores.alpha), {}});
        line.cells.push_back({"", tone_of(row, scores.alpha), dot_of(row)});
        grid.rows.push_back(std::move(line));
    }
    if (const ScoreRow* overall = scores.overall(*rows.front())) {
        grid.reference = overall->value;
        grid.reference_name = "all";
    }
    grid.axis = axis_of(rows, grid.reference);
    return grid;
}

/// One item of a dimension, group by group.
Section item_section(const ScoreRows& scores, const Series& series, const Look& look) {
    Section   section{heading(series.head(), true) + ": " + item_label(series.head()), {}, {}};
    GroupRows rows;
    GroupRows withheld;
    for (const ScoreRow* row : series.rows) (row->withheld() ? withheld : rows).push_back(row);
    sort_rows(rows, look.sort);
    const std::size_t left = keep_top(rows, look);
    if (!rows.empty()) section.grids.push_back(item_grid(scores, rows));
    add_group_notes(section, left, withheld);
    return section;
}

/// Whether the dimension groups items (a touchpoint's, a promise's) and not responses: then an item stands in one
/// group.
bool groups_items(const std::vector<Series>& series) {
    std::set<std::string> groups;
    bool                  one_each = series.size() > 1;
    for (const Series& one : series) {
        if (one.head().item.empty() && one.head().metric != "basics_met") return true;
        one_each = one_each && one.rows.size() == 1;
        groups.insert(one.head().group);
    }
    return one_each && groups.size() > 1;
}

} // namespace

std::string heading(const ScoreRow& row, bool with_metric) {
    constexpr std::string_view column = "column:";
    std::string                dimension = visible(row.dimension);
    if (dimension.starts_with(column)) dimension.erase(0, column.size());
    for (std::size_t colon = dimension.find(':'); colon != std::string::npos; colon = dimension.find(':', colon)) {
        dimension.replace(colon, 1, " and ");
    }
    if (!with_metric) return "By " + dimension;
    std::string metric = metric_title(row.metric);
    if (!metric.empty() && metric.front() >= 'a' && metric.front() <= 'z')
        metric.front() = static_cast<char>(metric.front() - 'a' + 'A');
    return metric + " by " + dimension;
}

void add_group_notes(Section& section, std::size_t left, const GroupRows& withheld) {
    if (left > 0) {
        section.notes.push_back(left == 1 ? "1 more group is not shown"
                                          : fmt::format("{} more groups are not shown", count_text(left)));
    }
    if (withheld.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < std::min(withheld.size(), withheld_names); ++i) {
        names += (i == 0 ? "" : ", ") + shortened(group_label(*withheld[i]), 40);
    }
    if (withheld.size() > withheld_names) names += fmt::format(" and {} more", withheld.size() - withheld_names);
    section.notes.push_back("withheld: " + names);
}

std::vector<Section> group_sections(const ScoreRows& scores, const std::string& dimension, const Look& look) {
    const std::vector<Series>& series = scores.of(dimension);
    if (series.empty()) return {};
    if (groups_items(series)) return {items_in_groups_section(scores, series, look)};
    std::vector<Section>             sections;
    std::vector<std::vector<Series>> families;
    for (const Series& one : series) {
        const auto family = std::find_if(families.begin(), families.end(), [&](const std::vector<Series>& other) {
            return same_family(other.front().head(), one.head());
        });
        (family == families.end() ? families.emplace_back() : *family).push_back(one);
    }
    std::vector<Series> single;
    for (const auto& family : families) {
        if (family.size() < comparable_items) single.insert(single.end(), family.begin(), family.end());
    }
    if (single.size() > items_with_own_grid) {
        sections.push_back(matrix_section(scores, single, look));
    } else {
        for (const Series& one : single) sections.push_back(item_section(scores, one, look));
    }
    for (const auto& family : families) {
        if (family.size() >= comparable_items) sections.push_back(matrix_section(scores, family, look));
    }
    return sections;
}

} // namespace cx
