#pragma once

// Figures drawn in characters: a value with its interval on an axis, and answers by scale point.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace cx {

/// The stretch of a metric's range that is drawn.
struct Axis {
    double from = 0, to = 1;
};

/// What is drawn of an estimate.
struct Dot {
    double                value = 0;
    std::optional<double> low, high;
    bool                  hollow = false; ///< of a low base
    Axis                  range;          ///< of the metric
};

/// A stretch with round ends that holds `lowest` to `highest`, within `range`.
[[nodiscard]] Axis round_axis(double lowest, double highest, Axis range);

/// `width` columns: the value as a dot, its interval as a line, and a thin upright line at `reference`. Between its
/// ends `ground` is repeated. What lies off the axis is drawn at its end.
[[nodiscard]] std::string strip(const Dot& dot, Axis axis, std::size_t width, std::optional<double> reference,
                                const std::string& ground = " ");

/// The ends of an axis at the ends of `width` columns, and `name` over `reference` where there is room.
[[nodiscard]] std::string strip_scale(Axis axis, std::size_t width, std::optional<double> reference,
                                      const std::string& name);

/// Answers by scale point, lowest first, as bars of eighths: `0 ▁▁▂▁▃█ 5`. Points between the ends that nobody chose
/// are drawn too. Empty without answers, and where the scale has over 40 points.
[[nodiscard]] std::string bars(const std::map<int, std::uint64_t>& counts);

} // namespace cx
