#include <catch2/catch.hpp>

#include <string>

#include <cx/responses/iso_days.hpp>

using namespace cx;

namespace {

std::int32_t number_of(const std::string& text) {
    const auto moment = parse_moment(text, DateOrder::ymd);
    return moment ? IsoDays::number_of(moment->day) : IsoDays::none;
}

} // namespace

TEST_CASE("days are the same when they come again, with any time", "[responses][dates]") {
    IsoDays days;
    for (int round = 0; round < 2; ++round) {
        // Eight years apart, days have the same place in what is remembered.
        for (const char* date : {"2026-10-31", "2018-10-31", "2034-10-31", "2024-02-29", "1999-12-31", "2000-01-01"}) {
            for (const char* time : {"", "T00:00", " 23:59", "T23:59:59", " 12:30:00"}) {
                const std::string text = std::string(date) + time;
                CHECK(days.of(text) == number_of(text));
                CHECK(days.of(text) != IsoDays::none);
            }
        }
    }
}

TEST_CASE("what is no such date is none, also behind a date that is known", "[responses][dates]") {
    IsoDays days;
    REQUIRE(days.of("2026-10-31") != IsoDays::none);
    for (const char* text : {"", "2026-10", "2026-10-32", "2026-02-29", "2026-10-31T24:00", "2026-10-31T12:60:00",
                             "2026-10-31T12:00:60", "2026-10-31T12:00Z", "2026-10-31 12:00:00+02:00",
                             "2026-10-31x12:00", "2026-10-31T12.00", "31.10.2026", "2026-10-3 ", "2026/10/31"}) {
        CAPTURE(text);
        CHECK(days.of(text) == IsoDays::none);
    }
    CHECK(days.of(std::string(10, '\0')) == IsoDays::none);
    CHECK(days.of(std::string(10, '\xFF')) == IsoDays::none);
}
