#pragma once

// The way along a journey: its stages and touchpoints in their order.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>

namespace cx {

/// Stages in order, and the touchpoints in the order in which a customer meets them: by stage, then as the model lists
/// them.
struct JourneyCourse {
    std::string                    id;   ///< empty: the model names no journeys, and all stages are one
    std::string                    name; ///< for people; empty without id
    std::vector<std::string>       segment;
    std::vector<Stage>             stages; ///< each with a name; an empty id is that of touchpoints in no stage
    std::vector<const Touchpoint*> touchpoints;

    /// Place of a touchpoint, counted from 0; nothing for one that is not on this journey.
    [[nodiscard]] std::optional<std::size_t> place_of(std::string_view touchpoint) const;
    /// Whether a touchpoint matters most, to everybody or to those who take this journey.
    [[nodiscard]] bool is_critical(const Touchpoint& touchpoint) const;
};

/// One for each journey of the model, else one of everything: then stages that only touchpoints name come behind those
/// of the model, and touchpoints in no stage last. Refers to the model.
[[nodiscard]] std::vector<JourneyCourse> journey_courses(const MeasurementModel& model);

} // namespace cx
