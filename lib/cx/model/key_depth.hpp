#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cx::detail {

/// The line (from 1) of the first TOML key with more than `limit` dots, or nothing. A TOML library builds and drops one
/// table a dot, each inside the other, so that a hostile key would run it out of stack: such a text must not get there.
[[nodiscard]] std::optional<std::uint32_t> line_of_deep_key(std::string_view toml, std::size_t limit) noexcept;

} // namespace cx::detail
