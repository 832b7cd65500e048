#pragma once

// Writes `cx.toml`.

#include <string>

#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

/// A recognised or completed model as a commented `cx.toml` that reads back to the same model, whatever its texts are:
/// tables in the order of the model's reference, the question above each item, and as comments what can be said beside
/// it.
/// @param recognition  of the export that the model belongs to: names the file and what the columns ask
[[nodiscard]] std::string to_toml(const MeasurementModel& model, const Recognition& recognition);

} // namespace cx
