#include <cx/base/text.hpp>

#include <cx/base/code_points.hpp>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <cstdint>
#include <cstring>
#include <limits>

namespace cx {

namespace {

constexpr bool is_continuation(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// ICU counts bytes in 32 bits.
bool fits_icu(std::string_view text) noexcept {
    return text.size() <= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
}

icu::StringPiece piece(const std::string& text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

/// What Unicode calls toCasefold; `text` is well formed.
std::string case_folded(const std::string& text) {
    if (!fits_icu(text)) return text;
    std::string                      out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode                       status = U_ZERO_ERROR;
    icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
    return U_SUCCESS(status) != 0 ? out : text;
}

constexpr char ascii_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

enum class Case { keep, lower };

std::string one_line_of_ascii(std::string_view trimmed, Case letters) {
    std::string out;
    out.reserve(trimmed.size());
    bool space = false;
    for (const char c : trimmed) {
        if (detail::is_space(static_cast<unsigned char>(c))) {
            space = true;
            continue;
        }
        if (space) out += ' ';
        space = false;
        out += letters == Case::lower ? ascii_lower(c) : c;
    }
    return out;
}

std::string one_line_of_unicode(const std::string& composed) {
    std::string out;
    out.reserve(composed.size());
    bool space = false;
    for (std::size_t at = 0; at < composed.size();) {
        const std::size_t start = at;
        if (detail::is_space(detail::next_code_point(composed, at))) {
            space = true;
            continue;
        }
        if (space && !out.empty()) out += ' ';
        space = false;
        out.append(composed, start, at - start);
    }
    return out;
}

} // namespace

bool is_ascii(std::string_view text) noexcept {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    const char*             at = text.data();
    std::size_t             left = text.size();
    for (; left >= sizeof(std::uint64_t); at += sizeof(std::uint64_t), left -= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        if ((word & high_bits) != 0) return false;
    }
    for (; left > 0; ++at, --left)
        if ((static_cast<unsigned char>(*at) & 0x80U) != 0) return false;
    return true;
}

bool is_valid_utf8(std::string_view text) noexcept {
    bool valid = true;
    for (std::size_t at = 0; at < text.size() && valid;) (void)detail::next_code_point(text, at, valid);
    return valid;
}

std::string_view trim(std::string_view text) noexcept {
    std::size_t start = 0;
    while (start < text.size()) {
        std::size_t behind = start;
        if (!detail::is_space(detail::next_code_point(text, behind))) break;
        start = behind;
    }
    text.remove_prefix(start);
    while (!text.empty()) {
        // No white space takes more than three bytes, so looking further back cannot find any.
        std::size_t last = text.size() - 1;
        for (int steps = 0; steps < 2 && last > 0 && is_continuation(text[last]); ++steps) --last;
        std::size_t behind = last;
        if (!detail::is_space(detail::next_code_point(text, behind)) || behind != text.size()) break;
        text.remove_suffix(text.size() - last);
    }
    return text;
}

std::string nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    std::string             clean = detail::well_formed(text);
    UErrorCode              status = U_ZERO_ERROR;
    const icu::Normalizer2* form_c = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0 || !fits_icu(clean)) return clean;
    std::string                      out;
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(clean.size()));
    form_c->normalizeUTF8(0, piece(clean), sink, nullptr, status);
    return U_SUCCESS(status) != 0 ? out : clean;
}

std::string one_line(std::string_view text) {
    const std::string_view trimmed = trim(text);
    return is_ascii(trimmed) ? one_line_of_ascii(trimmed, Case::keep) : one_line_of_unicode(nfc(trimmed));
}

std::string folded(std::string_view text) {
    const std::string_view trimmed = trim(text);
    if (is_ascii(trimmed)) return one_line_of_ascii(trimmed, Case::lower);
    // Folding can take a composed letter apart, so the result is composed again.
    return nfc(case_folded(one_line_of_unicode(nfc(trimmed))));
}

} // namespace cx
