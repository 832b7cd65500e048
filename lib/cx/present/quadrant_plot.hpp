#pragma once

// Points in four quadrants, drawn in characters.

#include <cstddef>
#include <string>
#include <vector>

#include <cx/present/page.hpp>
#include <cx/present/strip.hpp>

namespace cx {

/// A point to draw, with what stands beside its mark: a number of the list that goes with the plot.
struct PlotPoint {
    double      x = 0, y = 0;
    std::string label;          ///< ASCII
    bool        hollow = false; ///< not certain: `○` in place of `●`
    Tone        tone = Tone::plain;
};

struct QuadrantPlot {
    std::vector<PlotPoint> points; ///< what matters first is labelled first
    Axis                   x, y;
    double                 cut_x = 0, cut_y = 0;
    std::string            x_title, y_title;
    std::string            top_left, top_right, bottom_left, bottom_right; ///< names of the quadrants
};

struct DrawnPlot {
    std::vector<std::string> lines;
    std::vector<std::string> unlabelled; ///< labels that found no room
};

/// The plot in lines of at most `width` columns (40 at the least). Points in the same place share a mark, hollow unless
/// all are certain: `●3,7`.
/// @param colour  with escape sequences for the points' tones
[[nodiscard]] DrawnPlot drawn(const QuadrantPlot& plot, std::size_t width, bool colour);

} // namespace cx
