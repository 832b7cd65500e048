#pragma once

// What dimensions are called in outputs.

#include <string>
#include <string_view>

namespace cx {

/// Whether `--by` knows the word as a dimension of its own: `touchpoint`, `month`, `all`, ...
[[nodiscard]] bool is_dimension_word(std::string_view name) noexcept;

/// The dimension of a column: its name, or `column:NAME` where the name alone would mean another dimension.
[[nodiscard]] std::string column_dimension(const std::string& column);

} // namespace cx
