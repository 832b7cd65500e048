#include <cx/base/calendar.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace cx {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int months_a_year = 12;
constexpr int quarters_a_year = 4;
constexpr int months_a_quarter = 3;
constexpr int days_a_week = 7;
/// 1 January 1970 was a Thursday: three days after the Monday that week 0 begins with.
constexpr int epoch_after_monday = 3;

constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) noexcept {
    return value / by - (value % by < 0 ? 1 : 0);
}

/// The day on which month `count` begins, months counted from January of year 0.
Day first_of_month(std::int64_t count) noexcept {
    const std::int64_t year = floor_divide(count, months_a_year);
    const auto         month = static_cast<unsigned>(count - year * months_a_year) + 1;
    return Day(
        year_month_day(std::chrono::year(static_cast<int>(year)), std::chrono::month(month), std::chrono::day(1)));
}

std::string week_name(Day monday) {
    const int year = static_cast<int>(year_month_day(monday + days(epoch_after_monday)).year()); // its Thursday's
    const Day first_thursday = [year] {
        using namespace std::chrono;
        return Day(std::chrono::year(year) / January / Thursday[1]);
    }();
    const auto week = (monday + days(epoch_after_monday) - first_thursday).count() / days_a_week + 1;
    return fmt::format("{:04}-W{:02}", year, week);
}

constexpr std::array<std::pair<std::string_view, PeriodKind>, 5> kinds = {{
    {"day", PeriodKind::day},
    {"week", PeriodKind::week},
    {"month", PeriodKind::month},
    {"quarter", PeriodKind::quarter},
    {"year", PeriodKind::year},
}};

std::optional<int> digits_as_int(std::string_view text) {
    int value = 0;
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional<int>(value) : std::nullopt;
}

} // namespace

Period period_of(Day day, PeriodKind kind) noexcept {
    const auto           number = day.time_since_epoch().count();
    const year_month_day date(day);
    const int            year = static_cast<int>(date.year());
    const int            month = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    std::int64_t         ordinal = 0;
    switch (kind) {
    case PeriodKind::day:
        ordinal = number;
        break;
    case PeriodKind::week:
        ordinal = floor_divide(number + epoch_after_monday, days_a_week);
        break;
    case PeriodKind::month:
        ordinal = year * months_a_year + month;
        break;
    case PeriodKind::quarter:
        ordinal = year * quarters_a_year + month / months_a_quarter;
        break;
    case PeriodKind::year:
        ordinal = year;
        break;
    }
    return {kind, static_cast<std::int32_t>(ordinal)};
}

Day first_day(Period period) noexcept {
    const std::int64_t ordinal = period.ordinal;
    switch (period.kind) {
    case PeriodKind::day:
        return Day(days(ordinal));
    case PeriodKind::week:
        return Day(days(ordinal * days_a_week - epoch_after_monday));
    case PeriodKind::month:
        return first_of_month(ordinal);
    case PeriodKind::quarter:
        return first_of_month(ordinal * months_a_quarter);
    case PeriodKind::year:
        return first_of_month(ordinal * months_a_year);
    }
    return {};
}

Day last_day(Period period) noexcept {
    const std::int64_t ordinal = period.ordinal;
    switch (period.kind) {
    case PeriodKind::day:
        return Day(days(ordinal));
    case PeriodKind::week:
        return first_day(period) + days(days_a_week - 1);
    case PeriodKind::month:
        return first_of_month(ordinal + 1) - days(1);
    case PeriodKind::quarter:
        return first_of_month((ordinal + 1) * months_a_quarter) - days(1);
    case PeriodKind::year:
        return first_of_month((ordinal + 1) * months_a_year) - days(1);
    }
    return {};
}

std::string to_string(Period period) {
    const Day            first = first_day(period);
    const year_month_day date(first);
    const int            year = static_cast<int>(date.year());
    const unsigned       month = static_cast<unsigned>(date.month());
    switch (period.kind) {
    case PeriodKind::day:
        return to_string(first);
    case PeriodKind::week:
        return week_name(first);
    case PeriodKind::month:
        return fmt::format("{:04}-{:02}", year, month);
    case PeriodKind::quarter:
        return fmt::format("{:04}-Q{}", year, (month - 1) / months_a_quarter + 1);
    case PeriodKind::year:
        return fmt::format("{:04}", year);
    }
    return {};
}

std::string to_string(Day day) {
    const year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Day> parse_iso_day(std::string_view text) {
    constexpr std::size_t length = 10; // 2026-10-31
    if (text.size() != length || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits_as_int(text.substr(0, 4));
    const auto month = digits_as_int(text.substr(5, 2));
    const auto day = digits_as_int(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                              std::chrono::day(static_cast<unsigned>(*day)));
    return date.ok() ? std::optional<Day>(Day(date)) : std::nullopt;
}

std::optional<Period> parse_period(std::string_view text) {
    constexpr std::size_t year_length = 4;
    if (const auto day = parse_iso_day(text)) return period_of(*day, PeriodKind::day);
    const auto year = digits_as_int(text.substr(0, year_length));
    if (!year || text.size() < year_length) return std::nullopt;
    const std::string_view rest = text.substr(year_length);
    if (rest.empty()) return Period{PeriodKind::year, *year};
    if (rest.size() < 3 || rest.size() > 4 || rest.front() != '-') return std::nullopt;
    const char mark = rest[1];
    const auto number = digits_as_int(rest.substr(mark == 'Q' || mark == 'W' ? 2 : 1));
    if (!number) return std::nullopt;
    Period period;
    if (mark == 'Q')
        period = {PeriodKind::quarter, *year * quarters_a_year + *number - 1};
    else if (mark == 'W') // the year's first week has its 4 January
        period = {PeriodKind::week,
                  period_of(Day(std::chrono::year(*year) / std::chrono::January / 4), PeriodKind::week).ordinal +
                      *number - 1};
    else
        period = {PeriodKind::month, *year * months_a_year + *number - 1};
    return to_string(period) == text ? std::optional<Period>(period) : std::nullopt;
}

std::optional<PeriodKind> parse_period_kind(std::string_view text) {
    const auto* found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first == text; });
    return found == kinds.end() ? std::nullopt : std::optional<PeriodKind>(found->second);
}

} // namespace cx
