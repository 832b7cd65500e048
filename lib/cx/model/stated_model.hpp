#pragma once

// A model that has to do without an export: all that counts files bring along are points.

#include <string>
#include <vector>

#include <cx/base/notice.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

/// Settles what a model file leaves open where there is no export to tell it: a scale that is not stated is the usual
/// one of its kind (recommend 0-10, satisfaction 1-5, effort 1-7).
/// @throws Error with a line for each item that has no scale, each target and level that is not on one; where there is
/// no item at all
void complete_without_export(MeasurementModel& model, Notices& notices);

/// Ids of the items whose scale an export told, where complete_without_export() would take another one or none.
[[nodiscard]] std::vector<std::string> items_with_told_scales(const MeasurementModel& model);

} // namespace cx
