#pragma once

// The word that was probably meant.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cx {

/// The candidate nearest to `word` by edit distance (insertions, deletions, substitutions, swapped neighbours; case
/// ignored), if it is near enough to be meant: at most a third of the word's length, at least 1 allowed. The first of
/// equals.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

} // namespace cx
