#include <cx/base/calendar.hpp>
#include <cx/base/code_points.hpp>
#include <cx/base/text.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace cx {

namespace {

constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `word` in any case; `expected` is in lower case.
bool same_word(std::string_view word, std::string_view expected) noexcept {
    return std::equal(word.begin(), word.end(), expected.begin(), expected.end(),
                      [](char a, char b) { return lower(a) == b; });
}

/// A short run of digits: how many there were matters as much as their value.
struct Number {
    int         value = 0;
    std::size_t digits = 0;
};

/// What is left of the text while it is read.
class UnreadMoment {
  public:
    explicit UnreadMoment(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
    [[nodiscard]] char first() const noexcept { return text_.empty() ? '\0' : text_.front(); }

    bool take(std::string_view expected) noexcept {
        if (!text_.starts_with(expected)) return false;
        text_.remove_prefix(expected.size());
        return true;
    }
    bool take_spaces() noexcept {
        const std::size_t before = text_.size();
        for (std::size_t at = 0; !text_.empty(); text_.remove_prefix(at), at = 0)
            if (!detail::is_space(detail::next_code_point(text_, at))) break;
        return text_.size() != before;
    }
    /// At least `fewest` and at most `most` digits, with no further digit behind them.
    std::optional<Number> take_number(std::size_t fewest, std::size_t most) noexcept {
        Number number;
        while (number.digits < text_.size() && is_digit(text_[number.digits])) {
            if (number.digits == most) return std::nullopt;
            number.value = number.value * 10 + (text_[number.digits++] - '0');
        }
        if (number.digits < fewest) return std::nullopt;
        text_.remove_prefix(number.digits);
        return number;
    }
    void take_all_digits() noexcept {
        while (!text_.empty() && is_digit(text_.front())) text_.remove_prefix(1);
    }
    std::string_view take_letters() noexcept {
        const auto* const      end = std::find_if_not(text_.begin(), text_.end(), is_letter);
        const std::string_view word = text_.substr(0, static_cast<std::size_t>(end - text_.begin()));
        text_.remove_prefix(word.size());
        return word;
    }

  private:
    std::string_view text_;
};

constexpr std::size_t year_digits = 4;
constexpr std::size_t compact_digits = 8; // 20261031
constexpr int         century = 2000;     // of years of two digits

std::optional<int> year_of(const Number& number) noexcept {
    if (number.digits == 2) return century + number.value;
    return number.digits == year_digits && number.value > 0 ? std::optional<int>(number.value) : std::nullopt;
}

std::optional<Day> day_of(int year, int month, int day) noexcept {
    constexpr int in_every_month = 28, months = 12;
    if (month < 1 || month > months || day < 1) return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    return day <= in_every_month || date.ok() ? std::optional<Day>(Day(date)) : std::nullopt;
}

std::optional<int> month_named(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                         "may",       "june",     "july",     "august",
                                                         "september", "october",  "november", "december"};
    constexpr std::size_t                      abbreviated = 3;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (same_word(word, months[i]) || same_word(word, months[i].substr(0, abbreviated)))
            return static_cast<int>(i) + 1;
    return same_word(word, "sept") ? std::optional<int>(9) : std::nullopt;
}

/// `Oct 31, 2026`
std::optional<Day> take_month_first(UnreadMoment& rest) noexcept {
    const auto month = month_named(rest.take_letters());
    rest.take(".");
    if (!month || !rest.take_spaces()) return std::nullopt;
    const auto day = rest.take_number(1, 2);
    const bool comma = rest.take(",");
    if (!day || !(rest.take_spaces() || comma)) return std::nullopt;
    const auto year = rest.take_number(year_digits, year_digits);
    return year ? day_of(year->value, *month, day->value) : std::nullopt;
}

/// ` Oct 2026` or `-Oct-2026`, behind its day
std::optional<Day> take_month_second(UnreadMoment& rest, const Number& day) noexcept {
    const bool dashes = rest.take("-");
    rest.take_spaces();
    const auto month = month_named(rest.take_letters());
    if (!month || day.digits > 2) return std::nullopt;
    rest.take(".");
    if (!(dashes ? rest.take("-") : rest.take_spaces())) return std::nullopt;
    const auto number = rest.take_number(2, year_digits);
    const auto year = number ? year_of(*number) : std::nullopt;
    return year ? day_of(*year, *month, day.value) : std::nullopt;
}

/// The second and third number of a date, and the mark between them. Empty where the marks differ.
std::optional<std::pair<Number, Number>> take_two_more(UnreadMoment& rest, std::string_view marks) noexcept {
    const char mark = rest.first();
    if (mark == '\0' || marks.find(mark) == std::string_view::npos) return std::nullopt;
    const std::string_view same(&mark, 1);
    rest.take(same);
    const auto second = rest.take_number(1, 2);
    if (!second || !rest.take(same)) return std::nullopt;
    const auto third = rest.take_number(1, year_digits);
    return third ? std::optional(std::pair(*second, *third)) : std::nullopt;
}

std::optional<Day> ordered(const Number& year, const Number& month, const Number& day) noexcept {
    const auto full = year_of(year);
    if (!full || month.digits > 2 || day.digits > 2) return std::nullopt;
    return day_of(*full, month.value, day.value);
}

std::optional<Day> take_day(UnreadMoment& rest, DateOrder order) noexcept {
    if (is_letter(rest.first())) return take_month_first(rest);
    const auto first = rest.take_number(1, compact_digits);
    if (!first) return std::nullopt;
    if (first->digits == compact_digits) {
        const int year = first->value / 10'000;
        return year > 0 ? day_of(year, first->value / 100 % 100, first->value % 100) : std::nullopt;
    }
    UnreadMoment named = rest;
    if (named.take_spaces() || (named.take("-") && is_letter(named.first()))) return take_month_second(rest, *first);
    const bool year_first = first->digits == year_digits;
    const auto more = take_two_more(rest, year_first ? "-/" : ".-/");
    if (!more) return std::nullopt;
    const auto& [second, third] = *more;
    if (year_first || order == DateOrder::ymd) return ordered(*first, second, third);
    return order == DateOrder::dmy ? ordered(third, second, *first) : ordered(third, *first, second);
}

/// Whether what separates date and time was there.
bool take_separator(UnreadMoment& rest) noexcept {
    if (rest.take("T") || rest.take("t")) return true;
    const bool comma = rest.take(",");
    const bool spaces = rest.take_spaces();
    if (!comma && !spaces) return false;
    if (rest.take("klo")) return rest.take_spaces();
    return true;
}

enum class HalfDay { none, am, pm, wrong };

/// `PM`, `p.m.`, in any case; white space may stand before it.
HalfDay take_half_day(UnreadMoment& rest) noexcept {
    UnreadMoment ahead = rest;
    ahead.take_spaces();
    const char half = lower(ahead.first());
    if (half != 'a' && half != 'p') return HalfDay::none;
    std::string_view word = ahead.take_letters();
    if (word.size() == 1 && ahead.take(".")) {
        if (!same_word(ahead.take_letters(), "m") || !ahead.take(".")) return HalfDay::wrong;
    } else if (!same_word(word, half == 'a' ? "am" : "pm")) {
        return HalfDay::none; // the name of a zone
    }
    rest = ahead;
    return half == 'a' ? HalfDay::am : HalfDay::pm;
}

std::optional<int> on_24_hours(int hour, HalfDay half) noexcept {
    constexpr int noon = 12;
    constexpr int last_hour = 23;
    switch (half) {
    case HalfDay::none:
        return hour <= last_hour ? std::optional<int>(hour) : std::nullopt;
    case HalfDay::am:
    case HalfDay::pm:
        if (hour < 1 || hour > noon) return std::nullopt;
        return hour % noon + (half == HalfDay::pm ? noon : 0);
    case HalfDay::wrong:
        break;
    }
    return std::nullopt;
}

/// The second of the day.
std::optional<int> take_time(UnreadMoment& rest) noexcept {
    constexpr int sixty = 60;
    const auto    hour = rest.take_number(1, 2);
    const char    mark = rest.first();
    if (!hour || (mark != ':' && mark != '.')) return std::nullopt;
    const std::string_view same(&mark, 1);
    rest.take(same);
    const auto minute = rest.take_number(2, 2);
    int        second = 0;
    if (minute && rest.take(same)) {
        const auto number = rest.take_number(2, 2);
        if (!number) return std::nullopt;
        second = number->value;
        if (rest.first() == '.' || rest.first() == ',') {
            rest.take(rest.first() == '.' ? "." : ",");
            if (!is_digit(rest.first())) return std::nullopt;
            rest.take_all_digits();
        }
    }
    const auto full_hour = on_24_hours(hour->value, take_half_day(rest));
    if (!full_hour || !minute || minute->value >= sixty || second >= sixty) return std::nullopt;
    return (*full_hour * sixty + minute->value) * sixty + second;
}

/// Zones by the letters that exports write, in minutes from UTC; only those that name one offset to most readers.
std::optional<int> zone_lettered(std::string_view word) noexcept {
    constexpr std::array<std::pair<std::string_view, int>, 24> zones = {{
        {"z", 0},      {"utc", 0},    {"gmt", 0},    {"wet", 0},     {"west", 60},   {"bst", 60},
        {"cet", 60},   {"cest", 120}, {"met", 60},   {"mest", 120},  {"eet", 120},   {"eest", 180},
        {"msk", 180},  {"est", -300}, {"edt", -240}, {"cst", -360},  {"cdt", -300},  {"mst", -420},
        {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480}, {"hst", -600},
    }};
    const auto*                                                found =
        std::find_if(zones.begin(), zones.end(), [&](const auto& zone) { return same_word(word, zone.first); });
    return found == zones.end() ? std::nullopt : std::optional<int>(found->second);
}

/// `+02:00`, `+0200`, `+2`
std::optional<int> take_offset(UnreadMoment& rest) noexcept {
    constexpr int minutes_an_hour = 60;
    constexpr int furthest = 14 * minutes_an_hour; // Kiribati
    const bool    west = rest.take("-") || rest.take("\u2212");
    if (!west && !rest.take("+")) return std::nullopt;
    const auto number = rest.take_number(1, 4);
    if (!number || number->digits == 3) return std::nullopt;
    int hours = number->value;
    int minutes = 0;
    if (number->digits == 4) {
        hours = number->value / 100;
        minutes = number->value % 100;
    } else if (rest.take(":")) {
        const auto behind = rest.take_number(2, 2);
        if (!behind) return std::nullopt;
        minutes = behind->value;
    }
    const int offset = hours * minutes_an_hour + minutes;
    if (minutes >= minutes_an_hour || offset > furthest) return std::nullopt;
    return west ? -offset : offset;
}

std::optional<int> take_zone(UnreadMoment& rest) noexcept {
    rest.take_spaces();
    if (!is_letter(rest.first())) return take_offset(rest);
    const std::string_view word = rest.take_letters();
    if (!rest.empty() && (same_word(word, "utc") || same_word(word, "gmt"))) return take_offset(rest);
    return zone_lettered(word);
}

} // namespace

std::optional<Moment> parse_moment(std::string_view text, DateOrder order) {
    UnreadMoment rest(text);
    const auto   day = take_day(rest, order);
    if (!day) return std::nullopt;
    Moment moment;
    moment.day = *day;
    if (rest.empty()) return moment;
    if (!take_separator(rest)) return std::nullopt;
    const auto second = take_time(rest);
    if (!second) return std::nullopt;
    moment.second_of_day = *second;
    if (rest.empty()) return moment;
    moment.utc_offset_minutes = take_zone(rest);
    return moment.utc_offset_minutes && rest.empty() ? std::optional<Moment>(moment) : std::nullopt;
}

namespace {

constexpr std::uint64_t three_pairs = 0xFFFF00FFFF00FFFFU; // dd-dd-dd

/// Eight bytes of a form of digits and marks, each less what the form has there (`0` for a digit): read at once.
class EightBytes {
  public:
    EightBytes(const char* at, const char* form) noexcept : bytes_(load(at) ^ load(form)) {}

    /// Whether digits are digits and marks are those of the form.
    /// @param digits  a byte of 0xFF for each digit
    [[nodiscard]] bool fits(std::uint64_t digits) const noexcept {
        constexpr std::uint64_t high_bits = 0x8080808080808080U, over_nine = 0x7676767676767676U,
                                over_zero = 0x7F7F7F7F7F7F7F7FU;
        const std::uint64_t over = bytes_ + ((over_nine & digits) | (over_zero & ~digits));
        return ((bytes_ | over) & high_bits) == 0;
    }
    /// The number of two digits that starts at a byte.
    [[nodiscard]] int two(unsigned at) const noexcept {
        const auto digit = [this](unsigned byte) { return static_cast<int>(bytes_ >> (8 * byte) & 0xFU); };
        return 10 * digit(at) + digit(at + 1);
    }

  private:
    [[nodiscard]] static std::uint64_t load(const char* at) noexcept {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        return bytes;
    }
    std::uint64_t bytes_;
};

} // namespace

bool has_iso_time_or_none(std::string_view text) noexcept {
    constexpr std::size_t date_alone = 10, with_minutes = 16, with_seconds = 19;
    constexpr int         last_hour = 23, sixty = 60;
    const std::size_t     size = text.size();
    if (std::endian::native != std::endian::little) return false;
    if (size == date_alone) return true;
    if (size != with_minutes && size != with_seconds) return false;
    const EightBytes day_and_minutes(text.data() + 8, text[10] == ' ' ? "00 00:00" : "00T00:00");
    const EightBytes end(text.data() + size - 8, size == with_seconds ? "00:00:00" : "00T00:00");
    if (!day_and_minutes.fits(three_pairs) || (size == with_seconds && !end.fits(three_pairs))) return false;
    const int hour = day_and_minutes.two(3), minute = day_and_minutes.two(6);
    const int second = size == with_seconds ? end.two(6) : 0;
    return hour <= last_hour && minute < sixty && second < sixty;
}

std::optional<Day> day_of_iso_moment(std::string_view text) noexcept {
    constexpr std::size_t   date_bytes = 10;
    constexpr std::uint64_t year_month = 0x00FFFF00FFFFFFFFU; // dddd-dd-
    if (text.size() < date_bytes || !has_iso_time_or_none(text)) return std::nullopt;
    const EightBytes start(text.data(), "0000-00-"), end_of_date(text.data() + 2, "00-00-00");
    if (!start.fits(year_month) || !end_of_date.fits(three_pairs)) return std::nullopt;
    const int year = 100 * start.two(0) + start.two(2);
    return year > 0 ? day_of(year, start.two(5), end_of_date.two(6)) : std::nullopt;
}

} // namespace cx
