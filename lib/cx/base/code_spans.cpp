#include <cx/base/masking.hpp>
#include <cx/base/personal_spans.hpp>
#include <cx/base/text.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace cx::detail {

namespace {

constexpr char ascii_raised(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

constexpr unsigned digit_value(char c) noexcept { return static_cast<unsigned>(c - '0'); }

constexpr unsigned two_digits(std::string_view text, std::size_t at) noexcept {
    return digit_value(text[at]) * 10 + digit_value(text[at + 1]);
}

/// How many digits stand at `at`, `most` at the most.
std::size_t digits_at(std::string_view text, std::size_t at, std::size_t most) noexcept {
    std::size_t count = 0;
    while (count < most && at + count < text.size() && is_digit(text[at + count])) ++count;
    return count;
}

bool has_at(std::string_view text, std::size_t at, char c) noexcept { return at < text.size() && text[at] == c; }

bool ends_word(std::string_view text, std::size_t at) noexcept { return at >= text.size() || !is_word_byte(text[at]); }

bool is_day_and_month(unsigned day, unsigned month) noexcept {
    constexpr unsigned last_day = 31;
    return day >= 1 && day <= last_day && month >= 1 && month <= 12;
}

/// Where the Finnish personal identity code ends that begins at `at`; `at` where none does. Spaces may stand around a
/// `-` or `+`.
std::size_t finnish_code_end(std::string_view text, std::size_t at) noexcept {
    constexpr std::string_view centuries = "+-YXWVUABCDEF";
    constexpr std::string_view checks = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    constexpr std::size_t      date_digits = 6;
    if (digits_at(text, at, date_digits) != date_digits) return at;
    std::size_t next = at + date_digits;
    const bool  spaced = has_at(text, next, ' ') && (has_at(text, next + 1, '-') || has_at(text, next + 1, '+'));
    if (spaced) ++next;
    if (next >= text.size() || centuries.find(ascii_raised(text[next])) == std::string_view::npos) return at;
    const bool letter = is_ascii_letter(text[next]);
    ++next;
    if (!letter && has_at(text, next, ' ')) ++next;
    constexpr std::size_t number_digits = 3;
    if (digits_at(text, next, number_digits) != number_digits || next + number_digits >= text.size()) return at;
    if (!is_day_and_month(two_digits(text, at), two_digits(text, at + 2))) return at;
    unsigned number = 0;
    for (std::size_t i = 0; i < date_digits; ++i) number = number * 10 + digit_value(text[at + i]);
    for (std::size_t i = 0; i < number_digits; ++i) number = number * 10 + digit_value(text[next + i]);
    next += number_digits;
    if (ascii_raised(text[next]) != checks[number % checks.size()] || !ends_word(text, next + 1)) return at;
    return next + 1;
}

/// The check digit of the Luhn algorithm over ten digits is right.
bool fits_luhn(const std::array<char, 10>& digits) noexcept {
    unsigned sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const unsigned value = digit_value(digits[i]) * (i % 2 == 0 ? 2 : 1);
        sum += value / 10 + value % 10;
    }
    return sum % 10 == 0;
}

bool is_time_of_day(std::string_view text, std::size_t at) noexcept {
    return two_digits(text, at) < 24 && two_digits(text, at + 2) < 60;
}

/// How long what parts the date from the number of a Swedish code is: `-`, ` - `, `+`, or a space.
std::size_t swedish_mark_length(std::string_view text, std::size_t at) noexcept {
    const std::size_t before = has_at(text, at, ' ') ? 1 : 0;
    if (!has_at(text, at + before, '-') && !has_at(text, at + before, '+')) return before;
    return before + 1 + (has_at(text, at + before + 1, ' ') ? 1 : 0);
}

/// Where the Swedish personal identity number or co-ordination number ends that begins at `at`; `at` where none does.
std::size_t swedish_code_end(std::string_view text, std::size_t at) noexcept {
    constexpr std::size_t with_century = 12;
    constexpr std::size_t last_digits = 4;
    const std::size_t     run = digits_at(text, at, with_century + 1);
    const bool            whole = run == with_century || run == with_century - 2;
    const std::size_t     date = whole ? run - last_digits : run;
    if (date != 6 && date != 8) return at;
    if (run == with_century - 2 && text[at] == '0') return at; // a telephone number rather
    const std::size_t mark = whole ? 0 : swedish_mark_length(text, at + date);
    const std::size_t number = at + date + mark;
    if (!whole && (mark == 0 || digits_at(text, number, last_digits) != last_digits)) return at;
    if (!ends_word(text, number + last_digits)) return at;
    if (date == 8 && (two_digits(text, at) < 18 || two_digits(text, at) > 20)) return at;
    if (date == 8 && mark == 1 && text[number - 1] == ' ' && is_time_of_day(text, number)) return at; // 20261031 1430
    const std::size_t  short_date = at + date - 6;
    constexpr unsigned coordination = 60; // is added to the day
    const unsigned     day = two_digits(text, short_date + 4);
    if (!is_day_and_month(day > coordination ? day - coordination : day, two_digits(text, short_date + 2))) return at;
    std::array<char, 10> digits{};
    std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(short_date), 6, digits.begin());
    std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(number), last_digits, digits.begin() + 6);
    return fits_luhn(digits) ? number + last_digits : at;
}

struct IbanCountry {
    std::array<char, 2> code;
    std::uint8_t        length;
};

/// The IBAN registry's countries, by code.
constexpr std::array iban_countries = std::to_array<IbanCountry>(
    {{{'A', 'D'}, 24}, {{'A', 'E'}, 23}, {{'A', 'L'}, 28}, {{'A', 'T'}, 20}, {{'A', 'Z'}, 28}, {{'B', 'A'}, 20},
     {{'B', 'E'}, 16}, {{'B', 'G'}, 22}, {{'B', 'H'}, 22}, {{'B', 'I'}, 27}, {{'B', 'R'}, 29}, {{'B', 'Y'}, 28},
     {{'C', 'H'}, 21}, {{'C', 'R'}, 22}, {{'C', 'Y'}, 28}, {{'C', 'Z'}, 24}, {{'D', 'E'}, 22}, {{'D', 'J'}, 27},
     {{'D', 'K'}, 18}, {{'D', 'O'}, 28}, {{'E', 'E'}, 20}, {{'E', 'G'}, 29}, {{'E', 'S'}, 24}, {{'F', 'I'}, 18},
     {{'F', 'K'}, 18}, {{'F', 'O'}, 18}, {{'F', 'R'}, 27}, {{'G', 'B'}, 22}, {{'G', 'E'}, 22}, {{'G', 'I'}, 23},
     {{'G', 'L'}, 18}, {{'G', 'R'}, 27}, {{'G', 'T'}, 28}, {{'H', 'N'}, 28}, {{'H', 'R'}, 21}, {{'H', 'U'}, 28},
     {{'I', 'E'}, 22}, {{'I', 'L'}, 23}, {{'I', 'Q'}, 23}, {{'I', 'S'}, 26}, {{'I', 'T'}, 27}, {{'J', 'O'}, 30},
     {{'K', 'W'}, 30}, {{'K', 'Z'}, 20}, {{'L', 'B'}, 28}, {{'L', 'C'}, 32}, {{'L', 'I'}, 21}, {{'L', 'T'}, 20},
     {{'L', 'U'}, 20}, {{'L', 'V'}, 21}, {{'L', 'Y'}, 25}, {{'M', 'C'}, 27}, {{'M', 'D'}, 24}, {{'M', 'E'}, 22},
     {{'M', 'K'}, 19}, {{'M', 'N'}, 20}, {{'M', 'R'}, 27}, {{'M', 'T'}, 31}, {{'M', 'U'}, 30}, {{'N', 'I'}, 28},
     {{'N', 'L'}, 18}, {{'N', 'O'}, 15}, {{'O', 'M'}, 23}, {{'P', 'K'}, 24}, {{'P', 'L'}, 28}, {{'P', 'S'}, 29},
     {{'P', 'T'}, 25}, {{'Q', 'A'}, 29}, {{'R', 'O'}, 24}, {{'R', 'S'}, 22}, {{'R', 'U'}, 33}, {{'S', 'A'}, 24},
     {{'S', 'C'}, 31}, {{'S', 'D'}, 18}, {{'S', 'E'}, 24}, {{'S', 'I'}, 19}, {{'S', 'K'}, 24}, {{'S', 'M'}, 27},
     {{'S', 'O'}, 23}, {{'S', 'T'}, 25}, {{'S', 'V'}, 28}, {{'T', 'L'}, 23}, {{'T', 'N'}, 24}, {{'T', 'R'}, 26},
     {{'U', 'A'}, 29}, {{'V', 'A'}, 22}, {{'V', 'G'}, 24}, {{'X', 'K'}, 20}, {{'Y', 'E'}, 30}});

std::size_t iban_length(char first, char second) noexcept {
    const std::array<char, 2> code{ascii_raised(first), ascii_raised(second)};
    const auto                found =
        std::lower_bound(iban_countries.begin(), iban_countries.end(), code,
                         [](const IbanCountry& country, const auto& wanted) { return country.code < wanted; });
    return found != iban_countries.end() && found->code == code ? found->length : 0;
}

/// Where the IBAN ends that begins at `at`; `at` where none does. One space or dash may stand between any two of its
/// characters.
std::size_t iban_end(std::string_view text, std::size_t at) noexcept {
    if (at + 4 > text.size() || !is_ascii_letter(text[at + 1]) || !is_digit(text[at + 2]) || !is_digit(text[at + 3]))
        return at;
    const std::size_t    length = iban_length(text[at], text[at + 1]);
    std::array<char, 34> characters{};
    std::size_t          next = at;
    for (std::size_t i = 0; i < length; ++i) {
        if (i > 0 && (has_at(text, next, ' ') || has_at(text, next, '-'))) ++next;
        if (next >= text.size() || !(is_digit(text[next]) || is_ascii_letter(text[next]))) return at;
        characters[i] = ascii_raised(text[next++]);
    }
    if (length == 0 || !ends_word(text, next)) return at;
    unsigned           remainder = 0;
    constexpr unsigned modulus = 97;
    for (std::size_t i = 0; i < length; ++i) {
        const char c = characters[(i + 4) % length]; // the country and the check digits come last
        remainder = is_digit(c) ? (remainder * 10 + digit_value(c)) % modulus
                                : (remainder * 100 + static_cast<unsigned>(c - 'A') + 10) % modulus;
    }
    return remainder == 1 ? next : at;
}

std::size_t identity_code_end(std::string_view text, std::size_t at) noexcept {
    const std::size_t end = finnish_code_end(text, at);
    return end > at ? end : swedish_code_end(text, at);
}

} // namespace

void find_codes(std::string_view text, std::size_t offset, PersonalSpans& spans) {
    for (std::size_t at = 0; at < text.size();) {
        const bool  digit = is_digit(text[at]);
        std::size_t end = at;
        if (digit)
            end = identity_code_end(text, at);
        else if (is_ascii_letter(text[at]))
            end = iban_end(text, at);
        if (end > at)
            spans.push_back({offset + at, offset + end, digit ? PersonalKind::identity_code : PersonalKind::iban});
        at = end;
        while (at < text.size() && is_word_byte(text[at])) ++at;
        while (at < text.size() && !is_word_byte(text[at])) ++at;
    }
}

} // namespace cx::detail

namespace cx {

bool is_identity_code(std::string_view text) noexcept {
    return !text.empty() && is_digit(text.front()) && detail::identity_code_end(text, 0) == text.size();
}

} // namespace cx
