#pragma once

// A journey laid out for reading: the map, its touchpoints, where one party hands over to another, and whole customers.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <cx/present/page.hpp>
#include <cx/present/view.hpp>
#include <cx/statistics/journey_map.hpp>

namespace cx {

struct Look;

/// The sections of one map; headings start with the journey's name.
[[nodiscard]] std::vector<Section> journey_sections(const JourneyMap& map, const ViewInput& input, const Look& look);

/// How whole customers fared on the journey of that place among the courses, or why it cannot be measured.
[[nodiscard]] Section customers_section(const JourneyMap& map, std::size_t journey, const ViewInput& input);

/// Why nothing is known of whole customers; empty where something is.
[[nodiscard]] std::string unmeasured(const ViewInput& input);

namespace detail {

inline constexpr std::string_view weakest_mark = " ◀";

/// A name from the model or the data, safe to show.
[[nodiscard]] std::string name_text(const std::string& name);
/// With a star before it where it is critical.
[[nodiscard]] std::string starred(const MapTouchpoint& at);
/// How far names without a star stand in, so that all start in one place.
[[nodiscard]] std::size_t indent_of(const JourneyMap& map, const MapTouchpoint& at);
[[nodiscard]] Tone        score_tone(const ScoreRow* score);
/// The journey's name, and what of it the section is about.
[[nodiscard]] std::string heading_of(const JourneyMap& map, const std::string& what);
/// Puts the space of the mark behind every other cell of a column that has one, so that figures line up.
void line_up_marks(Grid& grid);

/// Each without grids where there is nothing to show.
[[nodiscard]] Section touchpoints_section(const JourneyMap& map, const ViewInput& input, const Look& look);
[[nodiscard]] Section consistency_section(const JourneyMap& map);
[[nodiscard]] Section seams_section(const JourneyMap& map, const ViewInput& input);

} // namespace detail
} // namespace cx
