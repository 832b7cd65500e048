#pragma once

// Which pairs are placed in one chart of quadrants, and where.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/present/view.hpp>
#include <cx/statistics/quadrants.hpp>
#include <cx/statistics/score_table.hpp>

namespace cx {

/// Pairs that can be compared: importance or expectation, on one scale.
struct GapChart {
    bool                           expected = false;
    Scale                          scale;
    std::vector<const PairScores*> pairs; ///< what matters first
    std::vector<std::size_t> placed;      ///< of `pairs`, those with figures, in the order of the quadrants' attributes
    std::optional<Quadrants> quadrants;

    [[nodiscard]] const char*            other() const { return expected ? "expectation" : "importance"; }
    [[nodiscard]] const PlacedAttribute* place_of(std::size_t pair) const {
        const auto found = std::find(placed.begin(), placed.end(), pair);
        if (!quadrants || found == placed.end()) return nullptr;
        return &quadrants->attributes[static_cast<std::size_t>(found - placed.begin())];
    }
};

/// Importance first, then expectation; each scale by itself. Within a chart the largest opportunity comes first, of
/// expectations the deepest shortfall; pairs without figures last.
/// @throws Error where targets are to cut and no pair has one, nor a threshold
[[nodiscard]] std::vector<GapChart> gap_charts(const ViewInput& input);

} // namespace cx
