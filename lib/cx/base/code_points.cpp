#include <cx/base/code_points.hpp>

#include <cx/base/text.hpp>

#include <unicode/utf8.h>

#include <array>

namespace cx::detail {

char32_t next_code_point(std::string_view text, std::size_t& at, bool& valid) noexcept {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        ++at;
        return first;
    }
    const char*       bytes = text.data();
    const std::size_t size = text.size();
    UChar32           character = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // the macro narrows to bytes
    U8_NEXT(bytes, at, size, character);
#pragma GCC diagnostic pop
    if (character < 0) {
        valid = false;
        return replacement_character;
    }
    return static_cast<char32_t>(character);
}

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
    bool valid = true;
    return next_code_point(text, at, valid);
}

void append_code_point(std::string& text, char32_t character) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t                     length = 0;
    U8_APPEND_UNSAFE(bytes, length, character);
    text.append(bytes.data(), length);
}

std::string well_formed(std::string_view text) {
    if (is_valid_utf8(text)) return std::string(text);
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_code_point(clean, next_code_point(text, at));
    return clean;
}

} // namespace cx::detail
