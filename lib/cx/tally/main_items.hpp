#pragma once

// The question by which touchpoints are compared with one another: one for feedback rows, and items alike for
// relationship columns. The two are never mixed.

#include <cstddef>
#include <optional>
#include <vector>

#include <cx/model/measurement_model.hpp>

namespace cx {

/// Of the items that belong to no touchpoint (asked at each): the first of the kind that says most of a whole
/// experience: recommend, else satisfaction, effort, rating, a pair's performance, choice. Nothing without such an
/// item.
[[nodiscard]] std::optional<std::size_t> main_item(const MeasurementModel& model);

/// Of the items that belong to a touchpoint: all of the same kind and scale as the first of that kind; in the model's
/// order. Others cannot be compared with them.
[[nodiscard]] std::vector<std::size_t> main_touchpoint_items(const MeasurementModel& model);

} // namespace cx
