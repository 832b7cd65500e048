#include <cx/base/code_points.hpp>
#include <cx/base/text.hpp>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace cx {

namespace {

/// Letters taken apart into what they are made of: ä is a and its dots, the ligature fi is f and i.
std::string apart(const std::string& text) {
    UErrorCode              status = U_ZERO_ERROR;
    const icu::Normalizer2* form_kd = icu::Normalizer2::getNFKDInstance(status);
    const bool              fits = text.size() <= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
    if (U_FAILURE(status) != 0 || !fits) return text;
    std::string                      out;
    icu::StringByteSink<std::string> sink(&out);
    form_kd->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                           status);
    return U_SUCCESS(status) != 0 ? out : text;
}

/// Latin letters that are not made of an ASCII letter and a mark get the spelling that readers expect.
std::string_view spelled(char32_t c) noexcept {
    constexpr std::array<std::pair<char32_t, std::string_view>, 13> letters = {{{0x00E6, "ae"},
                                                                                {0x00F0, "d"},
                                                                                {0x00F8, "o"},
                                                                                {0x00FE, "th"},
                                                                                {0x0111, "d"},
                                                                                {0x0127, "h"},
                                                                                {0x0131, "i"},
                                                                                {0x0138, "k"},
                                                                                {0x0142, "l"},
                                                                                {0x014B, "ng"},
                                                                                {0x0153, "oe"},
                                                                                {0x0167, "t"},
                                                                                {0x0259, "e"}}};
    const auto* found = std::find_if(letters.begin(), letters.end(), [c](const auto& pair) { return pair.first == c; });
    return found == letters.end() ? std::string_view() : found->second;
}

bool is_ascii_letter_or_digit(char32_t c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_of(char32_t c, std::uint32_t categories) noexcept {
    return (U_MASK(u_charType(static_cast<UChar32>(c))) & categories) != 0;
}

/// Stands inside a word and leaves no trace: don't is one word.
bool is_apostrophe(char32_t c) noexcept { return c == '\'' || c == 0x2019 || c == 0x02BC; }

/// Letters and digits with `-` between words, of text that is folded and taken apart.
std::string dashed(std::string_view letters) {
    std::string out;
    bool        gap = false;
    bool        latin = false; // the last letter has an ASCII form: its marks go
    for (std::size_t at = 0; at < letters.size();) {
        const char32_t c = detail::next_code_point(letters, at);
        if (is_apostrophe(c) || (latin && c >= 0x80 && is_of(c, U_GC_M_MASK))) continue;
        const std::string_view spelling = spelled(c);
        latin = is_ascii_letter_or_digit(c) || !spelling.empty();
        if (!latin && (c < 0x80 || !is_of(c, U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK))) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += '-';
        gap = false;
        if (spelling.empty())
            detail::append_code_point(out, c);
        else
            out += spelling;
    }
    return out;
}

} // namespace

std::string slug(std::string_view text) {
    const std::string letters = folded(text);
    // Taking apart can bring capitals and spaces back, so the letters are folded again.
    return is_ascii(letters) ? dashed(letters) : nfc(dashed(apart(folded(apart(letters)))));
}

} // namespace cx
