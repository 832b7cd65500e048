#pragma once

// A journey laid out for reading: the map, its touchpoints, where one party hands over to another, and whole customers.

#include <string>
#include <vector>

#include <cx/present/page.hpp>
#include <cx/present/view.hpp>
#include <cx/statistics/journey_map.hpp>

namespace cx {

struct Look;

/// The sections of one map; headings start with the journey's name.
/// @param several  there are maps of more than one question
[[nodiscard]] std::vector<Section> journey_sections(const JourneyMap& map, const ViewInput& input, const Look& look,
                                                    bool several);

/// How whole customers fared on the journey of that place among the courses, or why it cannot be measured.
[[nodiscard]] Section customers_section(const JourneyMap& map, std::size_t journey, const ViewInput& input);

/// Why nothing is known of whole customers; empty where something is.
[[nodiscard]] std::string unmeasured(const ViewInput& input);

} // namespace cx
