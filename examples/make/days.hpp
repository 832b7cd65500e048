#pragma once

// Just enough of a calendar to date responses.

namespace examples {

struct Date {
    int year;
    int month;
    int day;
};

[[nodiscard]] constexpr int days_in_month(int year, int month) noexcept {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// The date that many days after the first of a month.
[[nodiscard]] constexpr Date days_after(int year, int month, int days) noexcept {
    while (days >= days_in_month(year, month)) {
        days -= days_in_month(year, month);
        ++month;
        if (month == 13) {
            month = 1;
            ++year;
        }
    }
    return {year, month, days + 1};
}

} // namespace examples
