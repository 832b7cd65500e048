#pragma once

// What Finnish customers of an appliance store write. {N} {G} {P}: a product in nominative, genitive and partitive;
// {v} a weekday, {d} days, {m} minutes, {e} euros.

#include <array>
#include <cstddef>
#include <string_view>

#include "phrases.hpp"

namespace examples::sentences {

/// Places in the list of touchpoints.
inline constexpr std::size_t web_shop = 0, store = 1, delivery = 2, installation = 3, phone = 4, chat = 5, repair = 6,
                             invoicing = 7, touchpoint_count = 8;

extern const std::array<Sentences, touchpoint_count> bad, neutral, good;
extern const Sentences                               late_delivery;
extern const Sentences                               bad_opening, neutral_opening, good_opening;
extern const Sentences                               bad_closing, neutral_closing, good_closing;
extern const Sentences                               bad_short, neutral_short, good_short;
extern const Sentences                               leaves_contact;

} // namespace examples::sentences
