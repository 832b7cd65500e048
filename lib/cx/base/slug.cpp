#include <cx/base/code_points.hpp>
#include <cx/base/text.hpp>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <limits>
#include <memory>

namespace cx {

namespace {

/// Latin letters without an ASCII form of their own get the one that readers expect: ø o, æ ae, ß ss.
std::string latin_as_ascii(const std::string& text) {
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()) / 2) return text;
    UErrorCode                           status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> letters(
        icu::Transliterator::createInstance("Latin-ASCII; Lower; NFC", UTRANS_FORWARD, status));
    if (!letters || U_FAILURE(status) != 0) return text;
    auto units = icu::UnicodeString::fromUTF8(text);
    letters->transliterate(units);
    std::string out;
    units.toUTF8String(out);
    return out;
}

bool is_letter_or_digit(char32_t c) noexcept {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const auto type = U_MASK(u_charType(static_cast<UChar32>(c)));
    return (type & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

/// Stands inside a word and leaves no trace: don't is one word.
bool is_apostrophe(char32_t c) noexcept { return c == '\'' || c == 0x2019 || c == 0x02BC; }

} // namespace

std::string slug(std::string_view text) {
    std::string letters = folded(text);
    if (!is_ascii(letters)) letters = latin_as_ascii(letters);
    std::string out;
    bool        gap = false;
    for (std::size_t at = 0; at < letters.size();) {
        const char32_t c = detail::next_code_point(letters, at);
        if (is_apostrophe(c)) continue;
        if (!is_letter_or_digit(c)) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += '-';
        gap = false;
        detail::append_code_point(out, c);
    }
    return out;
}

} // namespace cx
