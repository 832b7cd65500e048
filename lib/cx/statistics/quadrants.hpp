#pragma once

// Importance against performance: which attribute lies in which quadrant, and how surely.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>

namespace cx {

/// Where the lines between high and low are drawn.
enum class CutPoint : std::uint8_t { mean, median, scale, target };

enum class Quadrant : std::uint8_t { concentrate_here, keep_up, low_priority, possible_overkill };

[[nodiscard]] std::string_view to_string(CutPoint cut) noexcept;      ///< as `--cut` takes it
[[nodiscard]] std::string_view to_string(Quadrant quadrant) noexcept; ///< as in the literature: `concentrate here`

/// Importance (or expectation) and performance of one attribute, in points of one scale, with their intervals.
struct Attribute {
    double                importance = 0, performance = 0;
    std::optional<double> importance_low, importance_high, performance_low, performance_high;
    std::optional<double> target; ///< the level that performance is to reach; used by `CutPoint::target`
};

struct PlacedAttribute {
    Quadrant quadrant = Quadrant::low_priority;
    bool     certain = false; ///< neither interval reaches over its cut; without an interval never
};

struct Quadrants {
    double                       cut_importance = 0, cut_performance = 0;
    std::vector<PlacedAttribute> attributes;               ///< as they were given
    bool                         importance_varies = true; ///< false: all are as important, and that axis says nothing
    bool                         performance_varies = true;
};

/// Fewest attributes that quadrants are drawn for: fewer lie on their own mean.
inline constexpr std::size_t fewest_attributes = 3;

/// Places each attribute by whether its importance and its performance reach their cuts: a value at the cut is high.
/// The cuts are the means or the medians of the attributes, the middle of `scale`, or of performance the mean of the
/// targets that there are (importance then at its mean). The cut counts as known: only the attribute's own intervals
/// decide whether it is certain. Nothing for fewer than `fewest_attributes`, and by target where none has one. Source:
/// Martilla and James (1977), J. Marketing 41(1), 77-79.
[[nodiscard]] std::optional<Quadrants> quadrants(const std::vector<Attribute>& attributes, CutPoint cut, Scale scale);

} // namespace cx
