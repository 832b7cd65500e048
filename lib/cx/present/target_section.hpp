#pragma once

#include <cx/present/page.hpp>
#include <cx/statistics/score_table.hpp>

namespace cx {

/// The judged targets, missed ones first, and why others are undecided or not due; without grids where there are none.
[[nodiscard]] Section target_section(const ScoreTable& table);

} // namespace cx
