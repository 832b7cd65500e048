#pragma once

// What a scale point counts as in a figure: the coded value whose mean the figure is.

#include <optional>

#include <cx/model/measurement_model.hpp>

namespace cx {

enum class Coding {
    point,     ///< the scale point itself
    net,       ///< +1 promoter, 0 passive, -1 detractor
    promoters, ///< 1 promoter, else 0
    passives,
    detractors,
    top,          ///< 1 in the item's top boxes, else 0
    top_two,      ///< 1 in the two highest, else 0
    above_middle, ///< 1 above the scale's middle, else 0
    good,         ///< choice: 1 for a good answer, else 0
};

/// Lowest and highest point that a share counts; the whole scale for Coding::point and Coding::net. Nothing where the
/// item does not define the coding (promoters of a scale that names none).
[[nodiscard]] std::optional<Scale> counted_points(const Item& item, Coding coding);

/// Coded value of a scale point; `coding` must be defined for the item.
[[nodiscard]] double coded(const Item& item, Coding coding, int point);

/// The points an item's figures are on: its scale, 0..1 for a choice.
[[nodiscard]] Scale scale_of(const Item& item) noexcept;

} // namespace cx
