#pragma once

// What is no error in a model and yet hardly meant.

#include <cx/base/notice.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

/// Says, with their places: codes for missing answers that are points of a scale; basic needs without a level to reach;
/// one minimum over several scales; targets whose percentage is a fraction, or whose owner looks misspelt.
/// @param model  complete: every scale is known
void remark_on(const MeasurementModel& model, Notices& notices);

} // namespace cx
