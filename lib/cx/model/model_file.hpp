#pragma once

// Reads `cx.toml`.

#include <string>
#include <string_view>

#include <cx/base/notice.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

/// Reads and checks a model file. All problems in one run: one Error whose lines each point into the file
/// (`cx.toml:12:3: unknown key 'tilte' in [survey]; did you mean 'title'?`).
/// @throws Error when it cannot be read, is no TOML, has an unknown key, a value of the wrong type, or contradicts
/// itself
[[nodiscard]] MeasurementModel read_model(const std::string& file);

/// The same for text that is already in memory; `name` stands for the file in messages.
[[nodiscard]] MeasurementModel parse_model(std::string_view toml, const std::string& name);

} // namespace cx
