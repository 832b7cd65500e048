#pragma once

// Code points written as UTF-8.

#include <array>
#include <cstddef>
#include <string>

namespace cx::detail {

constexpr char        bad_byte = '\xFF'; ///< stands for bytes that an encoding does not have; no UTF-8 contains it
constexpr std::size_t longest_utf8 = 4;  ///< bytes of a code point

constexpr bool     is_high_surrogate(char16_t unit) noexcept { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool     is_low_surrogate(char16_t unit) noexcept { return unit >= 0xDC00 && unit < 0xE000; }
constexpr char32_t code_point(char16_t high, char16_t low) noexcept {
    return 0x10000U + ((static_cast<char32_t>(high) - 0xD800U) << 10U) + (static_cast<char32_t>(low) - 0xDC00U);
}

/// Writes to `to`, which has room for the longest.
/// @return bytes written
constexpr std::size_t write_utf8(char32_t point, char* to) noexcept {
    const auto continuation = [point](unsigned shift) { return static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
    if (point < 0x80) {
        to[0] = static_cast<char>(point);
        return 1;
    }
    if (point < 0x800) {
        to[0] = static_cast<char>(0xC0U | (point >> 6U));
        to[1] = continuation(0);
        return 2;
    }
    if (point < 0x10000) {
        to[0] = static_cast<char>(0xE0U | (point >> 12U));
        to[1] = continuation(6);
        to[2] = continuation(0);
        return 3;
    }
    to[0] = static_cast<char>(0xF0U | (point >> 18U));
    to[1] = continuation(12);
    to[2] = continuation(6);
    to[3] = continuation(0);
    return 4;
}

inline void append_utf8(char32_t point, std::string& out) {
    std::array<char, longest_utf8> bytes{};
    out.append(bytes.data(), write_utf8(point, bytes.data()));
}

/// What a decoder made of a stretch of bytes.
struct DecodedStretch {
    std::size_t taken = 0;   ///< bytes of the encoding
    std::size_t written = 0; ///< bytes of UTF-8
};

} // namespace cx::detail
