#pragma once

// In which order rows are read.

#include <string>
#include <string_view>
#include <vector>

#include <cx/statistics/score_table.hpp>

namespace cx {

/// Whether the groups of a dimension follow one another in time, in any part of a crossing.
[[nodiscard]] bool is_time(std::string_view dimension);

/// @throws Error with the nearest name when `sort` names no column of the scores table that can be sorted by
void check_sort(std::string_view sort);

/// Puts rows of one item and metric in order. `sort` as in Look; empty is what matters first: the metric's bad end
/// first, low bases after the rest, and rows without a value last; rows of a time dimension stay as they are. Equal
/// rows stay in order.
void sort_rows(std::vector<const ScoreRow*>& rows, std::string_view sort);

} // namespace cx
