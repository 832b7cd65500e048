#pragma once

#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/model/problems.hpp>
#include <cx/model/toml_document.hpp>

namespace cx::detail {

/// Reads each `[[source]]`; columns that it does not name are the survey's. Then the survey's roles are given the names
/// of all sources, so that what a model can break down by does not depend on which source a file is of.
void read_sources(const std::vector<const TomlNode*>& tables, MeasurementModel& model, Problems& problems);

} // namespace cx::detail
