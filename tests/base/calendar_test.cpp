#include <cx/base/calendar.hpp>

#include <catch2/catch.hpp>

#include <string>

using cx::Day;
using cx::PeriodKind;

namespace {

Day day(int year, unsigned month, unsigned number) {
    return Day(
        std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)));
}

std::string name(Day of, PeriodKind kind) { return cx::to_string(cx::period_of(of, kind)); }

constexpr PeriodKind all_kinds[] = {PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::quarter,
                                    PeriodKind::year};

} // namespace

TEST_CASE("periods are named as ISO 8601 has them") {
    const Day of = day(2026, 10, 31);
    CHECK(name(of, PeriodKind::day) == "2026-10-31");
    CHECK(name(of, PeriodKind::week) == "2026-W44");
    CHECK(name(of, PeriodKind::month) == "2026-10");
    CHECK(name(of, PeriodKind::quarter) == "2026-Q4");
    CHECK(name(of, PeriodKind::year) == "2026");
}

TEST_CASE("a week belongs to the year of its Thursday") {
    CHECK(name(day(2020, 12, 31), PeriodKind::week) == "2020-W53");
    CHECK(name(day(2021, 1, 1), PeriodKind::week) == "2020-W53");
    CHECK(name(day(2021, 1, 3), PeriodKind::week) == "2020-W53");
    CHECK(name(day(2021, 1, 4), PeriodKind::week) == "2021-W01");
    CHECK(name(day(2018, 12, 31), PeriodKind::week) == "2019-W01");
    CHECK(name(day(2016, 1, 3), PeriodKind::week) == "2015-W53");
    CHECK(name(day(2027, 1, 3), PeriodKind::week) == "2026-W53");
    CHECK(name(day(1970, 1, 1), PeriodKind::week) == "1970-W01");
    CHECK(name(day(1969, 12, 28), PeriodKind::week) == "1969-W52");
}

TEST_CASE("quarters and years end where they should") {
    CHECK(name(day(2026, 3, 31), PeriodKind::quarter) == "2026-Q1");
    CHECK(name(day(2026, 4, 1), PeriodKind::quarter) == "2026-Q2");
    CHECK(cx::last_day(cx::period_of(day(2024, 2, 1), PeriodKind::month)) == day(2024, 2, 29));
    CHECK(cx::last_day(cx::period_of(day(2023, 2, 1), PeriodKind::month)) == day(2023, 2, 28));
    CHECK(cx::last_day(cx::period_of(day(2100, 2, 1), PeriodKind::month)) == day(2100, 2, 28));
    CHECK(cx::first_day(cx::period_of(day(2026, 12, 31), PeriodKind::quarter)) == day(2026, 10, 1));
    CHECK(cx::last_day(cx::period_of(day(2026, 1, 1), PeriodKind::year)) == day(2026, 12, 31));
}

TEST_CASE("every day of two centuries is in exactly its periods") {
    for (const PeriodKind kind : all_kinds) {
        cx::Period before = cx::period_of(day(1899, 12, 31), kind);
        for (Day of = day(1900, 1, 1); of <= day(2100, 12, 31); of += std::chrono::days(1)) {
            const cx::Period period = cx::period_of(of, kind);
            const Day        first = cx::first_day(period);
            const Day        last = cx::last_day(period);
            const bool       inside = first <= of && of <= last && cx::period_of(first, kind) == period &&
                                cx::period_of(last, kind) == period;
            const bool next = period == before ? first < of : first == of && period.ordinal == before.ordinal + 1;
            if (!inside || !next) FAIL(cx::to_string(of) << " in " << cx::to_string(period));
            before = period;
        }
    }
    SUCCEED();
}

TEST_CASE("names of periods sort as the periods do") {
    for (const PeriodKind kind : all_kinds) {
        std::string before = name(day(1999, 1, 1), kind);
        for (Day of = day(1999, 1, 2); of <= day(2031, 12, 31); of += std::chrono::days(1)) {
            const std::string now = name(of, kind);
            REQUIRE(before <= now);
            before = now;
        }
    }
}

TEST_CASE("ISO days are read as they are written") {
    for (Day of = day(1900, 1, 1); of <= day(2100, 12, 31); of += std::chrono::days(1))
        REQUIRE(cx::parse_iso_day(cx::to_string(of)) == of);
    for (const char* text : {"", "2026-10-32", "2026-02-29", "2026-13-01", "2026-00-10", "2026-10-00", "2026-1-01",
                             "2026/10/31", "20261031", "2026-10-31 ", " 2026-10-3", "2026-10-3x", "+026-10-31",
                             "2026--1-31", "x026-10-31", "2026-10-311"}) {
        INFO(text);
        CHECK_FALSE(cx::parse_iso_day(text).has_value());
    }
    CHECK(cx::parse_iso_day("2024-02-29") == day(2024, 2, 29));
}

TEST_CASE("kinds of periods are read by name") {
    CHECK(cx::parse_period_kind("day") == PeriodKind::day);
    CHECK(cx::parse_period_kind("week") == PeriodKind::week);
    CHECK(cx::parse_period_kind("month") == PeriodKind::month);
    CHECK(cx::parse_period_kind("quarter") == PeriodKind::quarter);
    CHECK(cx::parse_period_kind("year") == PeriodKind::year);
    CHECK_FALSE(cx::parse_period_kind("wave").has_value());
    CHECK_FALSE(cx::parse_period_kind("Month").has_value());
    CHECK_FALSE(cx::parse_period_kind("").has_value());
}

TEST_CASE("periods are read as they are written") {
    for (const PeriodKind kind : all_kinds) {
        for (const Day of : {day(2026, 1, 1), day(2026, 12, 31), day(2020, 2, 29), day(1999, 6, 15), day(2027, 1, 3)}) {
            const cx::Period period = cx::period_of(of, kind);
            CHECK(cx::parse_period(cx::to_string(period)) == period);
        }
    }
    for (const char* text : {"",
                             "26",
                             "202",
                             "20261",
                             "2026-",
                             "2026-0",
                             "2026-00",
                             "2026-13",
                             "2026-1",
                             "2026-Q0",
                             "2026-Q5",
                             "2026-q4",
                             "2026-Q",
                             "2026-W00",
                             "2026-W54",
                             "2026-W1",
                             "2025-W53",
                             "2026 ",
                             "2026-012",
                             "2026-Q99999999999",
                             "2026-2147483647",
                             "H1 2026",
                             "2026-H1",
                             "-026",
                             "2026/12",
                             "2026-02-30"}) {
        INFO(text);
        CHECK_FALSE(cx::parse_period(text).has_value());
    }
}
