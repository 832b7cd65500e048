#pragma once

#include <vector>

#include <cx/statistics/printed_tables.hpp>
#include <cx/statistics/score_table.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

/// How the model's basic needs fail, over all responses that `basics_met` counts; empty where it names none.
/// @param withheld  by item of the model
[[nodiscard]] BasicNeeds basic_needs(const Tallies& tallies, const std::vector<WithheldSides>& withheld);

} // namespace cx
