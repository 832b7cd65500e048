// Importance (or expectation) against performance: the quadrants drawn, and the list ranked by what matters first.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/format.hpp>
#include <cx/present/gap_charts.hpp>
#include <cx/present/quadrant_plot.hpp>
#include <cx/present/sections.hpp>
#include <cx/present/view.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;

constexpr int         gap_decimals = 2;
constexpr std::size_t narrow = 54; ///< below it names of quadrants are short
constexpr std::size_t margins = 2; ///< of a section

std::vector<ViewTable::Cell> table_row(const PairScores& pair, const GapChart& chart, std::size_t at) {
    std::vector<ViewTable::Cell> row{pair.item};
    const bool                   shown = !pair.withheld;
    const auto                   unless_withheld = [&](const std::optional<double>& value) {
        return shown ? ViewTable::figure(value) : ViewTable::Cell();
    };
    row.push_back(shown ? ViewTable::Cell(pair.gap.n) : ViewTable::Cell());
    for (const auto& value : {pair.other.value, pair.performance.value, pair.gap.value, pair.gap.low, pair.gap.high}) {
        row.push_back(unless_withheld(value));
    }
    row.push_back(pair.expected ? ViewTable::Cell() : unless_withheld(pair.opportunity));
    if (const PlacedAttribute* const place = chart.place_of(at)) {
        row.emplace_back(std::string(to_string(place->quadrant)));
        row.emplace_back(place->certain);
        row.emplace_back(chart.quadrants->cut_importance);
        row.emplace_back(chart.quadrants->cut_performance);
    } else {
        row.resize(row.size() + 4);
    }
    return row;
}

/// A row a pair, in the model's order.
ViewTable table_of(const ViewInput& input, const std::vector<GapChart>& charts) {
    ViewTable table;
    table.name = "gaps";
    table.columns = {"item",     "n",       "importance",     "performance",
                     "gap",      "gap_low", "gap_high",       "opportunity",
                     "quadrant", "certain", "cut_importance", "cut_performance"};
    for (const PairScores& pair : input.table.pairs) {
        for (const GapChart& chart : charts) {
            const auto found = std::find(chart.pairs.begin(), chart.pairs.end(), &pair);
            if (found == chart.pairs.end()) continue;
            table.rows.push_back(table_row(pair, chart, static_cast<std::size_t>(found - chart.pairs.begin())));
        }
    }
    return table;
}

Tone tone_of(const PlacedAttribute& place) {
    if (!place.certain) return Tone::plain;
    if (place.quadrant == Quadrant::concentrate_here) return Tone::bad;
    return place.quadrant == Quadrant::keep_up ? Tone::good : Tone::plain;
}

std::string short_name(Quadrant quadrant) {
    switch (quadrant) {
    case Quadrant::concentrate_here:
        return "concentrate";
    case Quadrant::keep_up:
        return "keep up";
    case Quadrant::low_priority:
        return "low priority";
    case Quadrant::possible_overkill:
        return "overkill";
    }
    return {};
}

/// The stretch of the scale that holds all values and the cut, with a little room at both ends.
Axis axis_of(const std::vector<double>& values, Scale scale) {
    constexpr double room = 0.03;
    const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
    const double more = (*highest - *lowest) * room;
    return round_axis(*lowest - more, *highest + more,
                      {static_cast<double>(scale.low), static_cast<double>(scale.high)});
}

QuadrantPlot plot_of(const GapChart& chart, std::size_t shown, std::size_t width) {
    const auto name = [&](Quadrant quadrant) {
        return width < narrow ? short_name(quadrant) : std::string(to_string(quadrant));
    };
    QuadrantPlot plot;
    plot.cut_x = chart.quadrants->cut_performance;
    plot.cut_y = chart.quadrants->cut_importance;
    plot.x_title = "performance →";
    plot.y_title = std::string(chart.other()) + " ↑";
    plot.top_left = name(Quadrant::concentrate_here);
    plot.top_right = name(Quadrant::keep_up);
    plot.bottom_left = name(Quadrant::low_priority);
    plot.bottom_right = name(Quadrant::possible_overkill);
    std::vector<double> across{plot.cut_x};
    std::vector<double> up{plot.cut_y};
    for (std::size_t i = 0; i < chart.placed.size(); ++i) {
        const std::size_t at = chart.placed[i];
        const PairScores& pair = *chart.pairs[at];
        across.push_back(*pair.performance.value);
        up.push_back(*pair.other.value);
        if (at >= shown) continue;
        const PlacedAttribute& place = chart.quadrants->attributes[i];
        plot.points.push_back(
            {*pair.performance.value, *pair.other.value, std::to_string(at + 1), !place.certain, tone_of(place)});
    }
    plot.x = axis_of(across, chart.scale);
    plot.y = axis_of(up, chart.scale);
    return plot;
}

std::string value_cell(const PairScores& pair, const std::optional<double>& value) {
    if (pair.withheld) return {};
    return value ? rounded(*value, gap_decimals) : "–";
}

std::string base_cell(const PairScores& pair) {
    if (pair.withheld) return {};
    return pair.gap.n < low_base ? "(" + count_text(pair.gap.n) + ")" : count_text(pair.gap.n);
}

Tone tone_of_gap(const PairScores& pair) {
    if (pair.withheld || !pair.gap.low || !pair.gap.high) return Tone::plain;
    if (*pair.gap.high < 0) return Tone::bad;
    return *pair.gap.low > 0 ? Tone::good : Tone::plain;
}

/// `●12  ` in line with the other numbers, as beside the point of the plot.
std::string number_cell(std::size_t number, std::size_t digits, const PlacedAttribute* place) {
    const char* const mark = place == nullptr ? " " : place->certain ? "●" : "○";
    const std::string text = std::to_string(number);
    return std::string(digits - text.size(), ' ') + mark + text + "  ";
}

/// Puts spaces behind the shorter cells of the last column, so that they begin in one place.
void line_up_last(Grid& grid) {
    std::size_t widest = 0;
    for (const GridRow& row : grid.rows) widest = std::max(widest, display_width(row.cells.back().text));
    for (GridRow& row : grid.rows) {
        std::string& text = row.cells.back().text;
        text.append(widest - display_width(text), ' ');
    }
}

/// The intervals of the gaps, in line with one another.
std::vector<std::string> gap_intervals(const GapChart& chart, std::size_t shown) {
    std::vector<ScoreRow>        rows(shown);
    std::vector<const ScoreRow*> pointers;
    for (std::size_t i = 0; i < shown; ++i) {
        const PairScores& pair = *chart.pairs[i];
        rows[i].unit = Unit::scale;
        rows[i].n = pair.gap.n;
        rows[i].note = pair.withheld ? "withheld" : "";
        rows[i].low = pair.gap.low;
        rows[i].high = pair.gap.high;
        pointers.push_back(&rows[i]);
    }
    return interval_cells(pointers);
}

Grid list_of(const GapChart& chart, std::size_t shown, const ScoreTable& table) {
    Grid grid;
    grid.columns = {{Kind::label, ""},
                    {Kind::figure, "n"},
                    {Kind::figure, chart.other()},
                    {Kind::figure, "performance"},
                    {Kind::figure, "gap"},
                    {Kind::figure, interval_title(table)}};
    if (!chart.expected) grid.columns.push_back({Kind::spare, "opportunity"});
    if (chart.quadrants) grid.columns.push_back({Kind::spare, "quadrant"});
    const std::vector<std::string> intervals = gap_intervals(chart, shown);
    const std::size_t              digits = std::to_string(shown).size();
    for (std::size_t i = 0; i < shown; ++i) {
        const PairScores&            pair = *chart.pairs[i];
        const PlacedAttribute* const place = chart.place_of(i);
        const std::string&           text = pair.item_text.empty() ? pair.item : pair.item_text;
        GridRow                      row;
        row.cells = {{number_cell(i + 1, digits, place) + shown_text(text), Tone::plain, {}},
                     {base_cell(pair), Tone::plain, {}},
                     {value_cell(pair, pair.other.value), Tone::plain, {}},
                     {value_cell(pair, pair.performance.value), Tone::plain, {}},
                     {pair.withheld    ? "withheld"
                      : pair.gap.value ? rounded_with_sign(*pair.gap.value, gap_decimals)
                                       : "–",
                      tone_of_gap(pair),
                      {}},
                     {intervals[i], Tone::plain, {}}};
        if (!chart.expected) row.cells.push_back({value_cell(pair, pair.opportunity), Tone::plain, {}});
        if (chart.quadrants) {
            row.cells.push_back({place ? short_name(place->quadrant) : "", place ? tone_of(*place) : Tone::plain, {}});
        }
        grid.rows.push_back(std::move(row));
    }
    if (chart.quadrants) line_up_last(grid);
    return grid;
}

std::string cut_note(const GapChart& chart, CutPoint cut) {
    const std::string other =
        fmt::format("{} {}", chart.other(), rounded(chart.quadrants->cut_importance, gap_decimals));
    const std::string performance = "performance " + rounded(chart.quadrants->cut_performance, gap_decimals);
    switch (cut) {
    case CutPoint::mean:
    case CutPoint::median:
        return fmt::format("cut at {} and {}, the {}s: high and low are relative to the other items measured", other,
                           performance, to_string(cut));
    case CutPoint::scale:
        return fmt::format("cut at {} and {}, the middle of the scale {}-{}", other, performance, chart.scale.low,
                           chart.scale.high);
    case CutPoint::target:
        return fmt::format(
            "cut at {}, the mean of the levels to reach, and at {}, the mean: {} is relative to the other "
            "items measured",
            performance, other, chart.other());
    }
    return {};
}

std::vector<std::string> notes_of(const GapChart& chart, const ViewInput& input, const DrawnPlot& plot) {
    std::vector<std::string> notes;
    if (chart.quadrants) {
        notes.push_back(cut_note(chart, input.cut));
        if (!chart.quadrants->importance_varies) {
            notes.push_back(fmt::format("all have the same {}: it tells none of them from another", chart.other()));
        }
        if (!chart.quadrants->performance_varies) {
            notes.emplace_back("all have the same performance: it tells none of them from another");
        }
        const auto& placed = chart.quadrants->attributes;
        if (std::any_of(placed.begin(), placed.end(), [](const PlacedAttribute& place) { return !place.certain; })) {
            notes.emplace_back("○ not certain: an interval reaches over a cut, or there is none");
        }
    } else if (chart.placed.size() < fewest_attributes) {
        notes.push_back(
            fmt::format("no quadrants: fewer than {} pairs would lie on their own mean", fewest_attributes));
    } else {
        notes.emplace_back("no quadrants: none of these has a level that its performance is to reach");
    }
    if (!plot.unlabelled.empty()) {
        notes.push_back(fmt::format("without room for a number in the plot: {}", fmt::join(plot.unlabelled, ", ")));
    }
    notes.emplace_back(chart.expected
                           ? "ranked by the gap, performance less expectation: the deepest shortfall first"
                           : "ranked by opportunity: importance, and once more what performance lacks of it");
    return notes;
}

Section section_of(const GapChart& chart, const ViewInput& input, const Look& look, bool says_scale) {
    Section section;
    section.heading = chart.expected ? "Expectation and performance" : "Importance and performance";
    if (says_scale) section.heading += fmt::format(" (scale {}-{})", chart.scale.low, chart.scale.high);
    const std::size_t shown = look.top == 0 ? chart.pairs.size() : std::min(look.top, chart.pairs.size());
    DrawnPlot         plot;
    if (chart.quadrants) {
        const std::size_t width = look.width > margins ? look.width - margins : look.width;
        plot = drawn(plot_of(chart, shown, width), width, look.colour);
        section.drawing = plot.lines;
    }
    section.grids.push_back(list_of(chart, shown, input.table));
    section.notes = notes_of(chart, input, plot);
    if (shown < chart.pairs.size()) {
        section.notes.push_back(fmt::format("{} more are not shown", chart.pairs.size() - shown));
    }
    return section;
}

std::vector<std::string> reading_notes(const ScoreTable& table) {
    std::vector<std::string> notes;
    const auto               any = [&](auto test) { return std::any_of(table.pairs.begin(), table.pairs.end(), test); };
    notes.emplace_back("all means are over those who answered both sides; a gap below 0 is a shortfall");
    if (any([](const PairScores& pair) { return !pair.withheld && pair.gap.n < low_base; })) {
        notes.emplace_back("( ) low base: fewer than 30 answers, a hint rather than a figure");
    }
    if (any([](const PairScores& pair) { return pair.withheld; })) {
        notes.push_back(fmt::format(
            "withheld: fewer than {} answers, or needed to keep such a group from being worked out", table.minimum_n));
    }
    if (!table.weights.empty()) notes.emplace_back("n: answers counted, before weighting");
    return notes;
}

} // namespace

std::vector<std::string> gaps_groupings(const MeasurementModel& /*model*/) { return {}; }

ShownView gaps_view(const ViewInput& input, const Look& look) {
    const std::vector<GapChart> charts = gap_charts(input);
    ShownView                   view{table_of(input, charts), {}, {}};
    if (charts.empty()) {
        view.sections.push_back({"Importance and performance",
                                 {},
                                 {"no question is a pair: an item with `performance` and `importance`, or with "
                                  "`performance` and `expectation`"}});
        return view;
    }
    for (const GapChart& chart : charts) {
        const bool several = std::count_if(charts.begin(), charts.end(),
                                           [&](const GapChart& other) { return other.expected == chart.expected; }) > 1;
        view.sections.push_back(section_of(chart, input, look, several));
    }
    view.notes = reading_notes(input.table);
    return view;
}

} // namespace cx
