#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

namespace cx {

namespace {

constexpr std::size_t most_exponent_digits = 4;
constexpr std::size_t group_digits = 3;

/// What is left of the text while it is read.
struct UnreadNumber {
    std::string_view text;

    bool take(std::string_view expected) {
        if (!text.starts_with(expected)) return false;
        text.remove_prefix(expected.size());
        return true;
    }
    std::string_view take_digits() {
        const auto* const      end = std::find_if_not(text.begin(), text.end(), is_digit);
        const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
        text.remove_prefix(digits.size());
        return digits;
    }
};

/// The thousands mark that the rest begins with; empty if there is none.
std::string_view thousands_mark(std::string_view rest, DecimalMark mark) {
    constexpr std::array<std::string_view, 5> always = {" ", "\u00A0", "\u202F", "'", "\u2019"};
    for (const std::string_view candidate : always)
        if (rest.starts_with(candidate)) return candidate;
    const std::string_view other = mark == DecimalMark::point ? "," : ".";
    return rest.starts_with(other) ? other : std::string_view();
}

/// The digits before the decimal mark, with their thousands marks left out. False where the groups are not of three.
bool take_whole(UnreadNumber& rest, DecimalMark mark, std::string& plain) {
    const std::string_view first = rest.take_digits();
    plain.append(first);
    const std::string_view between = thousands_mark(rest.text, mark);
    if (between.empty()) return true;
    if (first.empty() || first.size() > group_digits) return false;
    while (rest.take(between)) {
        const std::string_view group = rest.take_digits();
        if (group.size() != group_digits) return false;
        plain.append(group);
    }
    return true;
}

bool take_exponent(UnreadNumber& rest, std::string& plain) {
    if (!rest.take("e") && !rest.take("E")) return true;
    plain += 'e';
    if (rest.take("-") || rest.take("\u2212"))
        plain += '-';
    else
        rest.take("+");
    const std::string_view digits = rest.take_digits();
    plain.append(digits);
    return !digits.empty() && digits.size() <= most_exponent_digits;
}

/// The number's digits rounded to `decimals` places, decided on the digits of its shortest form.
struct Decimal {
    std::string digits;    ///< without a decimal mark; at least one
    int         whole = 0; ///< how many of them stand before the mark; may be negative
    bool        negative = false;
};

Decimal decimal_of(double value) {
    std::array<char, 40> buffer{};
    auto* const          end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    UnreadNumber rest{{buffer.data(), static_cast<std::size_t>(end - buffer.data())}};
    Decimal      decimal;
    decimal.negative = rest.take("-");
    decimal.digits = rest.take_digits();
    if (rest.take(".")) decimal.digits += rest.take_digits();
    rest.take("e");
    rest.take("+");
    int exponent = 0;
    std::from_chars(rest.text.data(), rest.text.data() + rest.text.size(), exponent);
    decimal.whole = exponent + 1;
    return decimal;
}

/// Keeps `whole` + `decimals` digits, at least one before the mark.
void round_to(Decimal& decimal, int decimals) {
    if (decimal.whole < 1) {
        // Beyond one zero behind the last place kept, more of them cannot change the rounding.
        const int zeros = std::min(1 - decimal.whole, decimals + 2);
        decimal.digits.insert(0, static_cast<std::size_t>(zeros), '0');
        decimal.whole = 1;
    }
    const auto kept = static_cast<std::size_t>(decimal.whole) + static_cast<std::size_t>(decimals);
    const bool up = kept < decimal.digits.size() && decimal.digits[kept] >= '5';
    decimal.digits.resize(kept, '0');
    if (!up) return;
    const auto last = decimal.digits.find_last_not_of('9');
    if (last == std::string::npos) {
        decimal.digits.assign(kept + 1, '0');
        decimal.digits.front() = '1';
        ++decimal.whole;
        return;
    }
    ++decimal.digits[last];
    std::fill(decimal.digits.begin() + static_cast<std::ptrdiff_t>(last) + 1, decimal.digits.end(), '0');
}

} // namespace

std::optional<double> parse_number(std::string_view text, DecimalMark mark) {
    UnreadNumber rest{text};
    std::string  plain;
    if (rest.take("-") || rest.take("\u2212"))
        plain += '-';
    else
        rest.take("+");
    if (!take_whole(rest, mark, plain)) return std::nullopt;
    const bool has_whole = !plain.empty() && is_digit(plain.back());
    if (rest.take(mark == DecimalMark::point ? "." : ",")) {
        const std::string_view fraction = rest.take_digits();
        if (fraction.empty()) return std::nullopt;
        if (!has_whole) plain += '0';
        plain += '.';
        plain.append(fraction);
    } else if (!has_whole) {
        return std::nullopt;
    }
    if (!take_exponent(rest, plain) || !rest.text.empty()) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<double> parse_number(std::string_view text) {
    const auto last = text.find_last_of(".,");
    if (last == std::string_view::npos) return parse_number(text, DecimalMark::point);
    const bool comma = text[last] == ',';
    const bool once = text.find(text[last]) == last;
    return parse_number(text, comma == once ? DecimalMark::comma : DecimalMark::point);
}

std::string shortest(double value) {
    std::string text;
    append_shortest(text, value);
    return text;
}

void append_shortest(std::string& out, double value) {
    // A whole number of up to four digits is shortest as it is, and found without a search.
    constexpr double     few_digits = 10'000;
    std::array<char, 40> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    char* const          begin = buffer.data();
    char* const          limit = begin + buffer.size();
    if (value > -few_digits && value < few_digits && value == std::trunc(value)) {
        out.append(begin, std::to_chars(begin, limit, static_cast<int>(value)).ptr);
        return;
    }
    out.append(begin, std::to_chars(begin, limit, value).ptr);
}

std::string fixed(double value, int decimals) {
    if (!std::isfinite(value)) return shortest(value);
    decimals = std::clamp(decimals, 0, 400);
    Decimal decimal = decimal_of(value);
    round_to(decimal, decimals);
    std::string text;
    if (decimal.negative && decimal.digits.find_first_not_of('0') != std::string::npos) text += '-';
    text.append(decimal.digits, 0, static_cast<std::size_t>(decimal.whole));
    if (decimals > 0) {
        text += '.';
        text.append(decimal.digits, static_cast<std::size_t>(decimal.whole));
    }
    return text;
}

} // namespace cx
