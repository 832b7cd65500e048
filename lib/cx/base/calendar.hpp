#pragma once

// Days and the periods they fall in. ISO 8601 weeks; no locale; time zones by name.

#include <chrono>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cx {

using Day = std::chrono::sys_days;

/// The order of day, month and year in a date written with numbers.
enum class DateOrder { ymd, dmy, mdy };

/// A moment as an export writes it: wall clock, and its offset from UTC where it was written.
struct Moment {
    Day                day{};
    int                second_of_day = 0;
    std::optional<int> utc_offset_minutes; ///< empty: the wall clock of nobody knows where

    auto operator<=>(const Moment&) const = default;
};

/// Reads all of `text` (already trimmed) as a date with an optional time: `2026-10-31`, `2026/10/31`, `20261031`,
/// `31.10.2026`, `31/10/2026`, `10/31/2026`, `31-10-2026`, years of four digits or two (`10/31/26`: 2000 to 2099),
/// months by English name (`Oct 31, 2026`, `31 Oct 2026`, `31-Oct-2026`); then, after `T`, white space or `,`, `14:30`,
/// `14.30`, `14:30:59`, `14:30:59.123456`, `2:30 PM`, `klo 14.30`; then `Z`, `UTC`, `+02:00`, `+0200`, `+02`, `GMT+1`,
/// or the letters of a European or United States zone as its fixed offset (`EET`, `CST`: Central Standard Time). A date
/// that starts with a four-digit year is ymd whatever `order` says; any other numeric date follows `order`. Nothing for
/// an impossible date (31.2.), an impossible time, or anything left over.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text, DateOrder order);

/// The day of `2026-10-31`, `2026-10-31T14:30` and `2026-10-31T14:30:59`, also with a space for the T: that of
/// parse_moment(), sooner. Nothing for any other form.
[[nodiscard]] std::optional<Day> day_of_iso_moment(std::string_view text) noexcept;
/// Whether such a text is right from behind its date on; its first ten bytes are those of a date.
[[nodiscard]] bool has_iso_time_or_none(std::string_view text) noexcept;

/// A place's rules of time, by IANA name (`Europe/Helsinki`). Cheap to copy.
class TimeZone {
  public:
    /// @throws Error for a name that the time-zone data does not know, with the nearest one
    explicit TimeZone(const std::string& name);
    /// The day of `moment` here. A moment without an offset is taken as written.
    [[nodiscard]] Day                day_of(const Moment& moment) const;
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

  private:
    struct Rules;
    std::string                  name_;
    std::shared_ptr<const Rules> rules_;
};

enum class PeriodKind { day, week, month, quarter, year };

/// A calendar period. Consecutive periods of a kind have consecutive ordinals, so that gaps can be seen.
struct Period {
    PeriodKind   kind = PeriodKind::month;
    std::int32_t ordinal = 0;

    auto operator<=>(const Period&) const = default;
};

[[nodiscard]] Period period_of(Day day, PeriodKind kind) noexcept;
[[nodiscard]] Day    first_day(Period period) noexcept;
[[nodiscard]] Day    last_day(Period period) noexcept;
/// `2026-10-31`, `2026-W44` (ISO year and week), `2026-10`, `2026-Q4`, `2026`.
[[nodiscard]] std::string to_string(Period period);
/// `2026-10-31`.
[[nodiscard]] std::string to_string(Day day);
/// Reads what `to_string(Day)` writes. Nothing else.
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view text);
/// Reads what `to_string(Period)` writes, its kind told by its form. Nothing else.
[[nodiscard]] std::optional<Period>     parse_period(std::string_view text);
[[nodiscard]] std::optional<PeriodKind> parse_period_kind(std::string_view text);

} // namespace cx
