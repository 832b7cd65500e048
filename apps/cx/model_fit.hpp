#pragma once

// How a model fits an export: what became of each item's cells, and which columns nothing looks at.

#include <string>

#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

/// A table of items, then the columns that are left over, for people.
/// @param tallies  of all responses
/// @param first    the export whose columns are listed
[[nodiscard]] std::string model_fit(const MeasurementModel& model, const Tallies& tallies, const Recognition& first);

} // namespace cx
