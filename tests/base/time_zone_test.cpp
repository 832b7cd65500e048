#include <cx/base/calendar.hpp>
#include <cx/base/error.hpp>
#include <cx/base/text.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <thread>
#include <vector>

namespace {

std::string day_in(const char* zone, std::string_view moment) {
    const auto read = cx::parse_moment(moment, cx::DateOrder::ymd);
    REQUIRE(read.has_value());
    return cx::to_string(cx::TimeZone(zone).day_of(*read));
}

std::string refusal(const std::string& name) {
    try {
        const cx::TimeZone zone(name);
    } catch (const cx::Error& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("a moment without an offset keeps its day") {
    CHECK(day_in("Europe/Helsinki", "2026-10-31 23:59:59") == "2026-10-31");
    CHECK(day_in("Pacific/Kiritimati", "2026-10-31") == "2026-10-31");
}

TEST_CASE("a moment with an offset has the day of the place") {
    CHECK(day_in("Europe/Helsinki", "2026-12-31T21:59:59Z") == "2026-12-31");
    CHECK(day_in("Europe/Helsinki", "2026-12-31T22:00:00Z") == "2027-01-01");
    CHECK(day_in("America/Denver", "2026-01-01T06:59:59Z") == "2025-12-31");
    CHECK(day_in("America/Denver", "2026-01-01T07:00:00Z") == "2026-01-01");
    CHECK(day_in("UTC", "2026-01-01T01:30:00+02:00") == "2025-12-31");
    CHECK(day_in("Asia/Kolkata", "2026-01-01T18:30:00Z") == "2026-01-02");
    CHECK(day_in("Pacific/Kiritimati", "2026-01-01T10:00:00Z") == "2026-01-02");
    CHECK(day_in("UTC", "1969-12-31T23:59:59Z") == "1969-12-31");
    CHECK(day_in("Europe/Helsinki", "1969-12-31T23:59:59Z") == "1970-01-01");
}

TEST_CASE("summer time moves midnight") {
    // Helsinki goes to summer time on 29 March 2026 and back on 25 October 2026, at 01:00 UTC.
    CHECK(day_in("Europe/Helsinki", "2026-03-28T21:59:59Z") == "2026-03-28");
    CHECK(day_in("Europe/Helsinki", "2026-03-28T22:00:00Z") == "2026-03-29");
    CHECK(day_in("Europe/Helsinki", "2026-03-29T20:59:59Z") == "2026-03-29");
    CHECK(day_in("Europe/Helsinki", "2026-03-29T21:00:00Z") == "2026-03-30");
    CHECK(day_in("Europe/Helsinki", "2026-10-24T21:00:00Z") == "2026-10-25");
    CHECK(day_in("Europe/Helsinki", "2026-10-25T21:59:59Z") == "2026-10-25");
    CHECK(day_in("Europe/Helsinki", "2026-10-25T22:00:00Z") == "2026-10-26");
}

TEST_CASE("a zone keeps its name and can be copied") {
    const cx::TimeZone helsinki("Europe/Helsinki");
    const cx::TimeZone copy = helsinki; // NOLINT(performance-unnecessary-copy-initialization): it is what is tested
    CHECK(copy.name() == "Europe/Helsinki");
    CHECK(cx::TimeZone("UTC").name() == "UTC");
}

TEST_CASE("an unknown zone is refused with the nearest name") {
    CHECK(refusal("Europe/Helsink").find("did you mean 'Europe/Helsinki'?") != std::string::npos);
    CHECK(refusal("europe/helsinki").find("did you mean 'Europe/Helsinki'?") != std::string::npos);
    CHECK(refusal("Amerika/Denver").find("did you mean 'America/Denver'?") != std::string::npos);
    CHECK(refusal("Middle-earth/Hobbiton").find("such as Europe/Helsinki") != std::string::npos);
    CHECK(refusal("") != "accepted");
    CHECK(refusal("Etc/Unknown") != "accepted");
}

TEST_CASE("a hostile name is refused and shown harmless") {
    const std::string said = refusal("Europe/\x1b[31m\u202e\xff");
    CHECK(said != "accepted");
    CHECK(cx::visible(said) == said);
    CHECK(refusal(std::string(1'000'000, 'x')).size() < 300);
    CHECK(refusal(std::string("UTC\0", 4)) != "accepted");
}

TEST_CASE("a zone answers on several threads at once") {
    const cx::TimeZone       zone("Europe/Helsinki");
    const auto               moment = cx::parse_moment("2026-12-31T22:00:00Z", cx::DateOrder::ymd).value();
    std::vector<int>         right(4);
    std::vector<std::thread> threads;
    for (int& count : right)
        threads.emplace_back([&zone, &moment, &count] {
            for (int i = 0; i < 1'000; ++i) count += cx::to_string(zone.day_of(moment)) == "2027-01-01" ? 1 : 0;
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(right == std::vector<int>(4, 1'000));
}
