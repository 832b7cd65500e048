#pragma once

#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/model/references.hpp>
#include <cx/model/table_reader.hpp>

namespace cx::detail {

/// Reads every `[[target]]` into the model, checks each by itself, and keeps where its keys stand.
void read_targets(const std::vector<const TomlNode*>& tables, MeasurementModel& model, References& references,
                  Problems& problems);

} // namespace cx::detail
