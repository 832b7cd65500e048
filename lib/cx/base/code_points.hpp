#pragma once

// UTF-8 as code points, for the other sources of this room.

#include <cstddef>
#include <string>
#include <string_view>

namespace cx::detail {

inline constexpr char32_t replacement_character = 0xFFFD;

/// The code point at byte `at` (which must lie inside `text`), and moves `at` behind it. Bytes that are no UTF-8 give
/// U+FFFD, one for every longest start of a sequence, as the Unicode standard recommends.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;
/// As above; nothing is wrong with the bytes where `valid` stays as it was.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at, bool& valid) noexcept;

void append_code_point(std::string& text, char32_t character);

/// `text` with U+FFFD for what is no UTF-8.
[[nodiscard]] std::string well_formed(std::string_view text);

/// White space of Unicode, and U+FEFF, which tools leave at the start of cells.
[[nodiscard]] constexpr bool is_space(char32_t c) noexcept {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

} // namespace cx::detail
