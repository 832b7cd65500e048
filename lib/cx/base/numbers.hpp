#pragma once

// Numbers as people and tools write them, read and written without the locale.

#include <optional>
#include <string>
#include <string_view>

namespace cx {

/// Which character separates whole from fraction.
enum class DecimalMark { point, comma };

/// Reads all of `text` as one finite decimal number: an optional sign (also U+2212), digits, thousands marks
/// (one of space, no-break space, narrow no-break space, straight or typographic apostrophe, and the mark that is not
/// the decimal one; the same one throughout, and only between groups of three digits), an optional fraction, an
/// optional exponent of at most four digits. Digits may lack before the mark (`.5`), not behind it.
/// Nothing when it is anything else, is empty, or leaves the range of a double (also towards zero: `1e-400`). Takes
/// time linear in the text.
[[nodiscard]] std::optional<double> parse_number(std::string_view text, DecimalMark mark);

/// As above with the mark told from the text itself: of `.` and `,` the last one that occurs is the decimal mark
/// unless it occurs more than once; a lone mark followed by exactly three digits is taken as a decimal mark.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// Shortest text that reads back to the same double, `.` as decimal sign; `-0` is written `0`.
[[nodiscard]] std::string shortest(double value);
/// Adds the same to a text.
void append_shortest(std::string& out, double value);

/// `value` rounded half away from zero to `decimals` digits (0 to 400) after the point, as text; `-0.0` is written
/// `0.0`. What is rounded is the number as `shortest` writes it, so that 1.005 to two digits is `1.01`.
[[nodiscard]] std::string fixed(double value, int decimals);

} // namespace cx
