#pragma once

#include <cstddef>
#include <string>

#include "phrases.hpp"

namespace examples {

/// A Finnish comment on one touchpoint, by its place in the list of touchpoints.
/// @param late  deliveries run late at the time: complaints are about that
[[nodiscard]] std::string asiointi_comment(Random& random, std::size_t touchpoint, Mood mood, bool late);

} // namespace examples
