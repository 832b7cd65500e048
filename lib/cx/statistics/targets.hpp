#pragma once

// Targets: is the level that was aimed at reached, and how surely.

#include <optional>

#include <cx/base/calendar.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/statistics/score_table.hpp>

namespace cx {

struct TargetRequest {
    std::optional<bool>
        certain;            ///< the rule of every target, whatever the model says: the whole interval, or the figure
    std::optional<Day> day; ///< of the last response: a target `by` a later period is not due; empty: all are due
    double             foreign_share = 0; ///< of accepted rows whose touchpoint no touchpoint of the model is
};

/// Judges the model's targets by the rows of `table` (its scores and supporting ones): fills `table.targets`, and
/// target and status of the rows in `table.scores` that are judged.
/// @throws Error for a target that nothing in the data is about: an item or metric, or a group that no response is in
void judge_targets(const MeasurementModel& model, const TargetRequest& request, ScoreTable& table);

/// What a run that checks its targets ends with.
struct Verdict {
    std::size_t targets = 0, missed = 0, undecided = 0, not_due = 0;
};
[[nodiscard]] Verdict verdict_of(const ScoreTable& table);

} // namespace cx
