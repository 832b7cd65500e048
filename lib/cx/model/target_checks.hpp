#pragma once

#include <string_view>

#include <cx/model/measurement_model.hpp>
#include <cx/model/problems.hpp>

namespace cx::detail {

/// In place of a touchpoint's id: each critical one.
inline constexpr std::string_view critical_touchpoints = "critical";

/// Finds targets that nothing in the model measures: a metric that does not exist, or that no item gives where the
/// target looks; an item or channel that does not exist; bounds that the metric cannot take. Where the model has no
/// items yet (they are recognised from the export), only what does not depend on them. Ids of touchpoints, stages and
/// promises are not looked at: see References.
/// @param scales_settled  the scales of items that state none have been told by the export
void check_targets(const MeasurementModel& model, Problems& problems, bool scales_settled = false);

} // namespace cx::detail
