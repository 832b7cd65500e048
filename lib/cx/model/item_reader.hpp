#pragma once

#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/model/problems.hpp>
#include <cx/model/references.hpp>
#include <cx/model/toml_document.hpp>

namespace cx::detail {

/// Reads every `[[item]]` into the model, checks each by itself and against the others, names those that have no id,
/// and keeps where their keys stand.
void read_items(const std::vector<const TomlNode*>& tables, MeasurementModel& model, References& references,
                Problems& problems);

} // namespace cx::detail
