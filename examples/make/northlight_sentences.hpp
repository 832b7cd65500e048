#pragma once

// What business customers of an energy-monitoring company write about each attribute, and in general.

#include <array>
#include <cstddef>

#include "phrases.hpp"

namespace examples::northlight_sentences {

/// Places in the list of attributes.
inline constexpr std::size_t analytics = 0, advice = 1, integrations = 2, partner = 3, data = 4, support = 5,
                             pricing = 6, security = 7, attribute_count = 8;

extern const std::array<Sentences, attribute_count> dislikes, likes;
extern const Sentences                              so_so, wishes;

} // namespace examples::northlight_sentences
