#pragma once

// A measurement model from an export's headers and values, where there is no model file; and what a model file left
// open, settled from them.

#include <cx/base/notice.hpp>
#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

/// Recognises what the columns of an export measure. What was recognised, and every doubt, goes to `notices` in a few
/// lines.
/// @throws Error when something is certain to be wrong if it were guessed (a recommend item that has an 11: advice
/// `codes = [1, 11]`)
[[nodiscard]] MeasurementModel recognise_model(const Export& source, Notices& notices);

/// Settles what `model` leaves open from the export: scales that are not stated, labels of built-in label scales and of
/// the export's own legend, the date order. Items are recognised where the model has none.
/// @throws Error when a default scale does not fit (over 1 % of answers off it), a named column is missing (with the
/// nearest header), or
///         the date order cannot be told and matters
void complete_model(MeasurementModel& model, const Export& source, Notices& notices);

} // namespace cx
