#pragma once

// Text as Unicode has it: trimming, comparing, measuring, and showing what must not act.
// All text is UTF-8. A byte that is no UTF-8 is treated as U+FFFD and never makes a function fail.

#include <cstddef>
#include <string>
#include <string_view>

namespace cx {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Without Unicode white space (also no-break spaces, U+FEFF) at both ends. A view into `text`.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;
[[nodiscard]] bool             is_ascii(std::string_view text) noexcept;
[[nodiscard]] bool             is_valid_utf8(std::string_view text) noexcept;

/// Normalisation form C.
[[nodiscard]] std::string nfc(std::string_view text);
/// Trimmed, NFC, and every run of white space and line breaks one space: how group values are compared and shown.
[[nodiscard]] std::string one_line(std::string_view text);
/// `one_line`, case-folded: how labels, header words and answers are compared.
[[nodiscard]] std::string folded(std::string_view text);

/// Control, escape, bidirectional and invisible formatting characters as visible escapes: `\n`, `\x1b`, `\u202e`.
/// What comes out can neither move a cursor nor reorder text, and is valid UTF-8.
[[nodiscard]] std::string visible(std::string_view text);
/// Terminal columns that `text` takes: 2 for wide East Asian characters and emoji, 0 for combining marks.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// At most `columns` wide, cut at a character's end with `…` in the last column. Never cuts a grapheme.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);
/// First letter to last as an id: letters and digits folded to ASCII where that is possible (ä -> a), `-` between
/// words. Empty where nothing is left (scripts without an ASCII form keep their own letters).
[[nodiscard]] std::string slug(std::string_view text);

} // namespace cx
