#pragma once

// The map of a journey: which score stands where, which touchpoint is the weakest link, and what holds between them.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <cx/statistics/journey_course.hpp>
#include <cx/statistics/score_table.hpp>
#include <cx/statistics/spread.hpp>

namespace cx {

/// A channel along the journey.
struct MapChannel {
    std::string                  id;
    const ScoreRow*              score = nullptr; ///< over all stages; null: nobody answered, or it cannot be told
    std::vector<const ScoreRow*> stages;          ///< by stage of the course; null: no such answers
};

/// A touchpoint along the journey.
struct MapTouchpoint {
    /// One of its channels.
    struct Channel {
        std::string     id;
        const ScoreRow* score = nullptr; ///< never null
    };
    const Touchpoint*    touchpoint = nullptr; ///< null: of a model that names none
    std::string          id, name;
    std::size_t          place = 0; ///< along the journey
    std::size_t          stage = 0; ///< of the course; its number of stages where it is in none
    bool                 critical = false;
    const ScoreRow*      score = nullptr;     ///< null: nobody answered
    const ScoreRow*      consensus = nullptr; ///< of the same answers; null where there is none
    std::vector<Channel> channels;            ///< where rows say a channel
    Spread               spread;              ///< between them, those that are withheld left out
};

/// A journey's scores by one question: what feedback rows are asked at each touchpoint, or relationship columns that
/// each ask about one touchpoint. Refers to the table.
struct JourneyMap {
    JourneyCourse                course;
    bool                         of_items = false;   ///< relationship columns
    bool                         one_of_two = false; ///< there is a map of the other kind beside it
    std::string                  item;               ///< id; empty where each touchpoint has its own
    std::string                  item_text;          ///< for people
    std::string                  metric;
    const ScoreRow*              whole = nullptr; ///< all answers; of relationship columns those about the whole
    std::vector<const ScoreRow*> stages;          ///< by stage of the course
    std::vector<MapChannel>      channels;        ///< in the table's order
    std::vector<MapTouchpoint>   touchpoints;     ///< critical ones first, then along the journey
    std::optional<std::size_t>   weakest;         ///< index into touchpoints, of at least two with a score
    /// Index of the next weakest whose interval reaches that of the weakest; nothing where none does.
    std::optional<std::size_t> rival;
    /// Index of one that lies lower still, of so few answers that it is a hint.
    std::optional<std::size_t> lower_hint;
    /// Mean of the touchpoints' scores, each counted alike, and how many they are; of at least two.
    std::optional<double> touchpoint_mean;
    std::size_t           averaged = 0;

    [[nodiscard]] bool empty() const noexcept { return item.empty() && metric.empty(); }
};

/// Scores below so many answers are a hint, not a figure.
inline constexpr std::uint64_t low_base_below = 30;

/// A map for each journey and question, feedback rows first; none without a question to compare touchpoints by. The
/// table is to have the rows of the journey view's groupings, printed or supporting. A low base is the weakest link
/// only where nothing else is known.
[[nodiscard]] std::vector<JourneyMap> journey_maps(const MeasurementModel& model, const ScoreTable& table);

} // namespace cx
