#pragma once

// Code points written as UTF-8.

#include <string>

namespace cx::detail {

constexpr char bad_byte = '\xFF'; ///< stands for bytes that an encoding does not have; no UTF-8 contains it

constexpr bool     is_high_surrogate(char16_t unit) noexcept { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool     is_low_surrogate(char16_t unit) noexcept { return unit >= 0xDC00 && unit < 0xE000; }
constexpr char32_t code_point(char16_t high, char16_t low) noexcept {
    return 0x10000U + ((static_cast<char32_t>(high) - 0xD800U) << 10U) + (static_cast<char32_t>(low) - 0xDC00U);
}

inline void append_utf8(char32_t point, std::string& out) {
    const auto continuation = [point](unsigned shift) { return static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | (point >> 6U));
        out += continuation(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | (point >> 12U));
        out += continuation(6);
        out += continuation(0);
    } else {
        out += static_cast<char>(0xF0U | (point >> 18U));
        out += continuation(12);
        out += continuation(6);
        out += continuation(0);
    }
}

} // namespace cx::detail
