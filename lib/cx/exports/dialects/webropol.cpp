#include <cx/base/numbers.hpp>
#include <cx/exports/dialects/catalogue.hpp>

namespace cx::detail {

namespace {

/// How the second row looks below the first, where groups are merged cells.
struct SecondRow {
    std::size_t fillers = 0; ///< `-` below a question without items
    std::size_t items = 0;   ///< texts
    std::size_t unnamed = 0; ///< items below a blank cell: of the group on its left
    bool        fits = true; ///< no number where an item would be, no column without any name
};

SecondRow second_row(const Opening& opening) {
    SecondRow found;
    for (std::size_t column = 0; column < opening.width(2); ++column) {
        const bool         named = !opening.cell(0, column).empty();
        const std::string& cell = opening.cell(1, column);
        if (cell == "-") {
            ++found.fillers;
            found.fits = found.fits && named;
        } else if (!cell.empty()) {
            ++found.items;
            found.unnamed += named ? 0U : 1U;
            found.fits = found.fits && !parse_number(cell);
        } else {
            found.fits = found.fits && named;
        }
    }
    return found;
}

double webropol_confidence(const Opening& opening) {
    if (opening.rows() < 2) return 0;
    const SecondRow found = second_row(opening);
    if (!found.fits || found.fillers == 0) return 0.1;
    if (found.unnamed > 0) return 0.9;
    return found.fillers > 2 && found.items == 0 ? 0.7 : 0.3;
}

Description describe_webropol(const Opening& opening) {
    Description description;
    description.header_rows = 2;
    description.columns = columns_of(opening, 2);
    std::string group;
    for (std::size_t i = 0; i < description.columns.size(); ++i) {
        Column&            column = description.columns[i];
        const std::string& item = opening.cell(1, i);
        if (!opening.cell(0, i).empty()) group = opening.cell(0, i);
        const bool has_item = !item.empty() && item != "-";
        column.code = has_item ? item : opening.cell(0, i);
        column.text = has_item ? group_and_item(group, item) : group;
    }
    description.has_legend = true;
    return description;
}

} // namespace

const Dialect webropol{"webropol", "Webropol", webropol_confidence, describe_webropol};

} // namespace cx::detail
