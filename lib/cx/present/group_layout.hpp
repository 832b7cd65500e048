#pragma once

// The ways to lay out one dimension.

#include <cstddef>
#include <string>
#include <vector>

#include <cx/present/sections.hpp>

namespace cx {

using GroupRows = std::vector<const ScoreRow*>;

/// `NPS by stage and channel`, or `By stage and channel` without the metric.
[[nodiscard]] std::string heading(const ScoreRow& row, bool with_metric);
/// Leaves the first `look.top` of them; how many it took away.
template <class Group> std::size_t keep_top(std::vector<Group>& groups, const Look& look) {
    if (look.top == 0 || groups.size() <= look.top) return 0;
    const std::size_t left = groups.size() - look.top;
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(look.top), groups.end());
    return left;
}
/// Says how many groups are not shown, and which are withheld.
void add_group_notes(Section& section, std::size_t left, const GroupRows& withheld);

/// Many items of one dimension: a value a cell, the longer of items and groups down, the other across.
[[nodiscard]] Section matrix_section(const ScoreRows& scores, const std::vector<Series>& series, const Look& look);
/// A dimension that groups items: each group with its figure over all of its items, and the items below it.
[[nodiscard]] Section items_in_groups_section(const ScoreRows& scores, const std::vector<Series>& series,
                                              const Look& look);

} // namespace cx
