#pragma once

// Texts as cells of CSV (RFC 4180).

#include <string>
#include <string_view>

namespace cx {

/// What becomes of a text that a spreadsheet would calculate: `= + - @`, tab or carriage return first.
enum class Formulas {
    guarded, ///< an apostrophe goes before it
    kept,
};

/// Adds a text as one cell: in quotes where it has a comma, a quote or a line break.
void append_csv(std::string& out, std::string_view text, Formulas formulas);

} // namespace cx
