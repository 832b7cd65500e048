#include <cx/present/quadrant_plot.hpp>

#include <algorithm>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>

using namespace cx;

namespace {

QuadrantPlot four_points() {
    QuadrantPlot plot;
    plot.x = {4, 10};
    plot.y = {2, 10};
    plot.cut_x = 7.5;
    plot.cut_y = 6;
    plot.x_title = "performance";
    plot.y_title = "importance";
    plot.top_left = "concentrate here";
    plot.top_right = "keep up the good work";
    plot.bottom_left = "low priority";
    plot.bottom_right = "possible overkill";
    plot.points = {{5, 9, "1", false, Tone::bad},
                   {8.5, 8, "2", false, Tone::good},
                   {7, 4, "3", true, Tone::plain},
                   {9, 3, "4", false, Tone::plain}};
    return plot;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::size_t widest(const std::vector<std::string>& lines) {
    std::size_t widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, display_width(line));
    return widest;
}

/// The line that holds `text`, counted from the top; all of them if none does.
std::size_t line_with(const std::vector<std::string>& lines, const std::string& text) {
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const std::string& line) { return line.find(text) != std::string::npos; });
    return static_cast<std::size_t>(found - lines.begin());
}

} // namespace

TEST_CASE("Four points lie in the four quadrants that are named in the corners", "[present][quadrant_plot]") {
    const DrawnPlot plot = drawn(four_points(), 60, false);
    CHECK(plot.unlabelled.empty());
    CHECK("\n" + joined(plot.lines) == R"(
     importance
     │ concentrate here              │ keep up the good work
  10 ┤                               │
     │          ●1                   │
     │                               │        ●2
     │                               │
     │                               │
6.00 ┤ ──────────────────────────────┼──────────────────────
     │                               │
     │                           ○3  │
     │                               │
     │                               │            ●4
   2 ┤                               │
     │ low priority                  │     possible overkill
     └───────────────────────────────┴──────────────────────
       4                           7.50                   10
                                                 performance
)");
}

TEST_CASE("A plot fits the width it is given", "[present][quadrant_plot]") {
    for (const std::size_t width : {40U, 46U, 60U, 80U, 98U, 300U}) {
        const DrawnPlot plot = drawn(four_points(), width, false);
        CHECK(widest(plot.lines) <= width);
        CHECK(widest(plot.lines) <= 90);
        if (width < 50) continue; // names need that
        for (const char* name : {"concentrate here", "keep up the good work", "low priority", "possible overkill"}) {
            CHECK(line_with(plot.lines, name) < plot.lines.size());
        }
    }
    CHECK(widest(drawn(four_points(), 0, false).lines) <= 40);
}

TEST_CASE("Points in one place share a mark, certain only where all are", "[present][quadrant_plot]") {
    QuadrantPlot plot = four_points();
    plot.points = {
        {5, 9, "1", false, Tone::bad}, {5.001, 9.001, "2", true, Tone::bad}, {9, 3, "3", false, Tone::plain}};
    const DrawnPlot shown = drawn(plot, 80, false);
    CHECK(line_with(shown.lines, "○1,2") < shown.lines.size());
    CHECK(line_with(shown.lines, "●3") < shown.lines.size());
}

TEST_CASE("Every point is labelled, or said to be without room", "[present][quadrant_plot]") {
    QuadrantPlot plot = four_points();
    plot.points.clear();
    for (int i = 0; i < 60; ++i) {
        plot.points.push_back({7.4 + 0.02 * (i % 10), 6 + 0.2 * (i / 10.0), std::to_string(i + 1), true, Tone::plain});
    }
    const DrawnPlot   shown = drawn(plot, 60, false);
    const std::string text = joined(shown.lines);
    CHECK_FALSE(shown.unlabelled.empty());
    CHECK(widest(shown.lines) <= 60);
    for (const std::string& label : shown.unlabelled) CHECK(text.find(" " + label + " ") == std::string::npos);
}

TEST_CASE("A cut at the end of an axis, and an axis without length, are drawn", "[present][quadrant_plot]") {
    QuadrantPlot plot = four_points();
    plot.cut_x = 10;
    plot.cut_y = 2;
    CHECK(widest(drawn(plot, 60, false).lines) <= 60);
    plot.cut_x = 4;
    plot.cut_y = 10;
    CHECK(widest(drawn(plot, 60, false).lines) <= 60);
    plot.x = plot.y = {4, 4};
    const DrawnPlot shown = drawn(plot, 60, false);
    CHECK(line_with(shown.lines, "○1,2,3,4") < shown.lines.size());
}

TEST_CASE("Points take the colour of their tone", "[present][quadrant_plot]") {
    const DrawnPlot shown = drawn(four_points(), 60, true);
    CHECK(line_with(shown.lines, "\x1b[31m●1\x1b[0m") < shown.lines.size());
    CHECK(line_with(shown.lines, "\x1b[32m●2\x1b[0m") < shown.lines.size());
}
