#pragma once

// Scores tables as the rooms before this one would hand them over: figures are plausible, not estimated.

#include <string>

#include <cx/statistics/score_table.hpp>

namespace cx::sample {

/// Feedback on one touchpoint a row: three items by touchpoint, stage and month, with a withheld group, low bases and
/// one without answers.
[[nodiscard]] ScoreTable feedback();
/// One customer a row: recommendation and twelve pairs, by segment, and by touchpoint with figures over its items.
[[nodiscard]] ScoreTable relationship();
/// Nothing was answered.
[[nodiscard]] ScoreTable empty();
/// A single answer, and so no interval.
[[nodiscard]] ScoreTable one_answer();
/// Names that would act if they were let.
[[nodiscard]] ScoreTable hostile();

/// A row of a recommend item with all its figures, in a table's `all` or one of its groups.
[[nodiscard]] ScoreRow nps_row(const std::string& dimension, const std::string& group, unsigned n, double value);

} // namespace cx::sample
