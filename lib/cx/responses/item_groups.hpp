#pragma once

#include <string>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/responses/schema.hpp>

namespace cx {

/// The groups that a dimension of items has (`touchpoint`, `stage`, `channel`, `owner`, `promise`), in the model's
/// order; an item of two owners is in both groups. Empty where no item is in any.
[[nodiscard]] std::vector<ItemGroup> item_groups(const MeasurementModel& model, const std::string& dimension);

} // namespace cx
