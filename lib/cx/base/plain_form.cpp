#include <cx/base/plain_form.hpp>

#include <cx/base/code_points.hpp>
#include <cx/base/text.hpp>

#include <unicode/uchar.h>

#include <algorithm>

namespace cx::detail {

namespace {

constexpr char as_it_is = '\x02';
constexpr char left_out = '\0';
constexpr char other_sign = '\x01';

/// Letters of Latin-1 and Latin Extended, most of what is not ASCII here: known without asking ICU.
constexpr bool is_latin_letter(char32_t c) noexcept { return c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7; }

/// The ASCII sign that stands for the character, or one of the three above.
char sign_for(char32_t character) {
    constexpr char32_t first_full_width = 0xFF01;
    constexpr char32_t last_full_width = 0xFF5E;
    constexpr char32_t full_width_less_ascii = 0xFEE0;
    constexpr char32_t minus = 0x2212;
    if (character < 0x80 || is_latin_letter(character)) return as_it_is;
    if (character >= first_full_width && character <= last_full_width)
        return static_cast<char>(character - full_width_less_ascii);
    const auto c = static_cast<UChar32>(character);
    if (const int digit = u_charDigitValue(c); digit >= 0) return static_cast<char>('0' + digit);
    constexpr char32_t keycap = 0x20E3; // around the digit before it
    if (character == keycap || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return left_out;
    if ((U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0) return as_it_is;
    if (character == 0x85 || character == 0x2028 || character == 0x2029) return '\n';
    if (is_space(character)) return ' ';
    if (character == minus || u_charType(c) == U_DASH_PUNCTUATION) return '-';
    if (character == 0xFE52 || character == 0xFF61) return '.';
    return character == 0xFE6B ? '@' : other_sign;
}

} // namespace

PlainForm::PlainForm(std::string_view text) : text_(text) {
    if (is_ascii(text)) return;
    own_ = true;
    plain_.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80U) ++at;
        if (at > start) {
            plain_.append(text, start, at - start);
            continue;
        }
        bool           valid = true;
        const char32_t character = next_code_point(text, at, valid);
        const char     sign = valid ? sign_for(character) : other_sign;
        if (sign == as_it_is)
            plain_.append(text, start, at - start);
        else
            replace(start, at, sign == left_out ? std::string_view() : std::string_view(&sign, 1));
    }
}

void PlainForm::replace(std::size_t start, std::size_t end, std::string_view by) {
    const std::size_t here = plain_.size();
    if (by.empty()) {
        const std::size_t known = shifts_.size();
        const bool        two = known > 1 && shifts_[known - 1].plain == here && shifts_[known - 2].plain == here;
        if (two) {
            shifts_.back().original = end;
            return;
        }
        if (known == 0 || shifts_.back().plain != here) shifts_.push_back({here, start});
        shifts_.push_back({here, end});
        return;
    }
    plain_ += by;
    shifts_.push_back({here + by.size(), end});
}

std::size_t PlainForm::beginning(std::size_t at) const noexcept {
    const auto behind = std::upper_bound(shifts_.begin(), shifts_.end(), at,
                                         [](std::size_t place, const Shift& shift) { return place < shift.plain; });
    if (behind == shifts_.begin()) return at;
    const Shift& shift = *std::prev(behind);
    return shift.original + (at - shift.plain);
}

std::size_t PlainForm::ending(std::size_t at) const noexcept {
    const auto first = std::lower_bound(shifts_.begin(), shifts_.end(), at,
                                        [](const Shift& shift, std::size_t place) { return shift.plain < place; });
    if (first != shifts_.end() && first->plain == at) return first->original;
    return beginning(at);
}

} // namespace cx::detail
