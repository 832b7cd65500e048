#pragma once

// What a page of scores says, before any form is given to it: headings, grids of cells, notes. Every text in it is
// safe to show (it has passed `visible`), but not yet escaped for a markup.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <cx/present/strip.hpp>

namespace cx {

/// How a cell stands out where a form has colours. Never the only sign of anything.
enum class Tone { plain, faint, good, bad };

struct Cell {
    std::string        text;
    Tone               tone = Tone::plain;
    std::optional<Dot> dot; ///< in a column of strips
};

struct GridColumn {
    enum class Kind {
        label,  ///< at the left, shortened where there is no room
        figure, ///< at the right
        spare,  ///< a figure that goes before labels become too short
        extra,  ///< a figure that is told below its row, or left out, where there is no room
        strip   ///< drawn as wide as there is room
    };
    Kind        kind = Kind::figure;
    std::string title;
};

struct GridRow {
    std::vector<Cell> cells;      ///< one a column
    std::size_t       indent = 0; ///< of the label
};

struct Grid {
    std::vector<GridColumn> columns;
    std::vector<GridRow>    rows;
    std::optional<Axis>     axis;           ///< of all strips; without one each has its own range
    std::optional<double>   reference;      ///< marked in every strip
    std::string             reference_name; ///< of the mark
    std::size_t repeated = 0; ///< columns that are repeated where a wide grid goes on below itself; 0: it does not
};

struct Section {
    std::string              heading;
    std::vector<Grid>        grids;
    std::vector<std::string> notes;        ///< below the grids
    std::vector<std::string> lead = {};    ///< sentences above all else
    std::vector<std::string> drawing = {}; ///< above the grids, line by line as it is; only where columns line up
};

struct Page {
    std::string              title;
    std::string              lead; ///< what was read, in one line
    std::vector<Section>     sections;
    std::vector<std::string> notes; ///< how to read the page
};

} // namespace cx
