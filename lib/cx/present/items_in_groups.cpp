// A dimension that groups items and not responses.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include <cx/present/figures.hpp>
#include <cx/present/group_layout.hpp>
#include <cx/present/order.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;

struct Group {
    GroupRows rows; ///< the figure over all items first, where there is one
};

bool one_family(const GroupRows& rows) {
    return std::all_of(rows.begin(), rows.end(), [&](const ScoreRow* row) { return same_family(*row, *rows.front()); });
}

std::vector<Group> groups_of(const std::vector<Series>& series) {
    std::vector<Group>                 groups;
    std::map<std::string, std::size_t> places;
    for (const Series& one : series) {
        for (const ScoreRow* row : one.rows) {
            const auto [place, is_new] = places.try_emplace(row->group, groups.size());
            if (is_new) groups.emplace_back();
            groups[place->second].rows.push_back(row);
        }
    }
    for (Group& group : groups) {
        std::stable_partition(group.rows.begin(), group.rows.end(),
                              [](const ScoreRow* row) { return row->item.empty(); });
    }
    return groups;
}

/// Groups by their first row, where those can be compared; within a group the items likewise.
void sort_groups(std::vector<Group>& groups, const Look& look) {
    GroupRows heads;
    for (Group& group : groups) {
        const auto items =
            std::find_if(group.rows.begin(), group.rows.end(), [](const ScoreRow* row) { return !row->item.empty(); });
        GroupRows sorted(items, group.rows.end());
        if (one_family(sorted)) sort_rows(sorted, look.sort);
        std::copy(sorted.begin(), sorted.end(), items);
        heads.push_back(group.rows.front());
    }
    if (!one_family(heads)) return;
    sort_rows(heads, look.sort);
    std::map<const ScoreRow*, std::size_t> rank;
    for (std::size_t i = 0; i < heads.size(); ++i) rank[heads[i]] = i;
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& left, const Group& right) {
        return rank.at(left.rows.front()) < rank.at(right.rows.front());
    });
}

struct Line {
    const ScoreRow* row; ///< none: the group's name alone
    std::string     label;
    std::size_t     indent;
};

std::vector<Line> lines_of(const std::vector<Group>& groups) {
    std::vector<Line> lines;
    for (const Group& group : groups) {
        const ScoreRow&   head = *group.rows.front();
        const std::string name = group_label(head);
        if (group.rows.size() == 1 && !head.item.empty()) {
            const std::string item = item_label(head);
            lines.push_back({&head, item == name ? name : fmt::format("{}: {}", name, item), 0});
            continue;
        }
        const bool pooled = head.item.empty();
        lines.push_back({pooled ? &head : nullptr, name, 0});
        for (const ScoreRow* row : group.rows) {
            if (pooled && row == &head) continue;
            lines.push_back({row, item_label(*row), 2});
        }
    }
    return lines;
}

Grid lines_grid(const ScoreRows& scores, const std::vector<Line>& lines) {
    GroupRows rows;
    for (const Line& line : lines) {
        if (line.row != nullptr) rows.push_back(line.row);
    }
    const bool family = one_family(rows);
    const auto bases = base_cells(rows);
    const auto intervals = interval_cells(rows);
    const auto values = value_cells(rows, scores.alpha);
    Grid       grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "n"}};
    if (!family) grid.columns.push_back({Kind::figure, ""});
    grid.columns.push_back({Kind::figure, family && !rows.empty() ? metric_title(rows.front()->metric) : "value"});
    grid.columns.push_back({Kind::figure, interval_title(*scores.table)});
    grid.columns.push_back({Kind::strip, ""});
    std::size_t at = 0;
    for (const Line& line : lines) {
        GridRow drawn;
        drawn.indent = line.indent;
        drawn.cells.push_back({line.label, Tone::plain, {}});
        if (line.row == nullptr) {
            drawn.cells.resize(grid.columns.size());
        } else {
            const Tone tone = line.row->value && !is_low_base(*line.row) ? Tone::plain : Tone::faint;
            drawn.cells.push_back({bases[at], tone, {}});
            if (!family) drawn.cells.push_back({metric_title(line.row->metric), tone, {}});
            drawn.cells.push_back({values[at], tone, {}});
            drawn.cells.push_back({intervals[at++], tone, {}});
            drawn.cells.push_back({"", tone, dot_of(*line.row)});
        }
        grid.rows.push_back(std::move(drawn));
    }
    if (family && !rows.empty()) grid.axis = axis_of(rows, std::nullopt);
    return grid;
}

} // namespace

Section items_in_groups_section(const ScoreRows& scores, const std::vector<Series>& series, const Look& look) {
    GroupRows heads;
    for (const Series& one : series) heads.push_back(&one.head());
    Section            section{heading(series.front().head(), one_family(heads)), {}, {}};
    std::vector<Group> groups = groups_of(series);
    sort_groups(groups, look);
    const std::size_t left = keep_top(groups, look);
    section.grids.push_back(lines_grid(scores, lines_of(groups)));
    add_group_notes(section, left, {});
    return section;
}

} // namespace cx
