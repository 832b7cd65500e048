#pragma once

#include <vector>

#include <cx/statistics/printed_tables.hpp>
#include <cx/statistics/score_table.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

/// The model's pairs over those who answered both sides, of all responses.
/// @param withheld  by item of the model
[[nodiscard]] std::vector<PairScores> pair_scores(const Tallies& tallies, double confidence,
                                                  const std::vector<WithheldSides>& withheld);

} // namespace cx
