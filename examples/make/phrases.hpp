#pragma once

// Comments are put together from sentences.

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "random.hpp"

namespace examples {

using Sentences = std::span<const std::string_view>;

enum class Mood { bad, neutral, good };

[[nodiscard]] constexpr Mood mood_of(int likelihood) noexcept {
    if (likelihood >= 9) return Mood::good;
    return likelihood >= 7 ? Mood::neutral : Mood::bad;
}

/// Replaces each `{x}` by the text that goes with it.
[[nodiscard]] std::string filled(std::string_view                                             sentence,
                                 const std::vector<std::pair<std::string_view, std::string>>& slots);

/// One or two different sentences, as people write: with a space or a line break between, at times without capitals or
/// a full stop.
[[nodiscard]] std::string joined(Random& random, std::vector<std::string> sentences);

} // namespace examples
