#pragma once

#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/model/references.hpp>
#include <cx/model/table_reader.hpp>

namespace cx::detail {

/// Reads every `[[journey]]` into the model, whose stages are read, and names those that have no id. One that lists no
/// stages has them all.
void read_journeys(const std::vector<const TomlNode*>& tables, MeasurementModel& model, References& references,
                   Problems& problems);

} // namespace cx::detail
