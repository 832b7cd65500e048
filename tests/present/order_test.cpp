#include <cx/present/order.hpp>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <present/sample_tables.hpp>

using namespace cx;

namespace {

std::string sorted(const std::vector<ScoreRow>& table, const std::string& sort) {
    std::vector<const ScoreRow*> rows;
    for (const ScoreRow& row : table) rows.push_back(&row);
    sort_rows(rows, sort);
    std::string groups;
    for (const ScoreRow* row : rows) groups += row->group;
    return groups;
}

std::vector<ScoreRow> touchpoints() {
    std::vector<ScoreRow> rows{sample::nps_row("touchpoint", "a", 100, 40), sample::nps_row("touchpoint", "b", 12, -60),
                               sample::nps_row("touchpoint", "c", 0, 0), sample::nps_row("touchpoint", "d", 300, -10),
                               sample::nps_row("touchpoint", "e", 200, 20)};
    ScoreRow              hidden = sample::nps_row("touchpoint", "f", 3, -90);
    hidden.note = "withheld";
    rows.insert(rows.begin(), hidden);
    return rows;
}

} // namespace

TEST_CASE("What matters first: the bad end, then low bases, then what has no value", "[present][order]") {
    CHECK(sorted(touchpoints(), "") == "deabfc");
    SECTION("of a metric whose low end is the good one the other way round") {
        auto rows = touchpoints();
        for (ScoreRow& row : rows) row.metric = "detractors";
        CHECK(sorted(rows, "") == "aedbfc");
    }
}

TEST_CASE("Periods stay in time unless told otherwise", "[present][order]") {
    const std::vector<ScoreRow> rows{sample::nps_row("month", "1", 100, 40), sample::nps_row("month", "2", 100, -60),
                                     sample::nps_row("month", "3", 100, 0)};
    CHECK(sorted(rows, "") == "123");
    CHECK(sorted(rows, "value") == "231");
    CHECK(is_time("month"));
    CHECK(is_time("stage:week"));
    CHECK_FALSE(is_time("touchpoint"));
    CHECK_FALSE(is_time("monthly"));
    CHECK_FALSE(is_time("column:month"));
    CHECK_FALSE(is_time(""));
}

TEST_CASE("A column sorts, a minus before it the largest first, and withheld rows come last", "[present][order]") {
    CHECK(sorted(touchpoints(), "n") == "cbaedf");
    CHECK(sorted(touchpoints(), "-n") == "deabcf");
    CHECK(sorted(touchpoints(), "-value") == "aedbfc");
    CHECK(sorted(touchpoints(), "group") == "abcdef");
    CHECK(sorted(touchpoints(), "-group") == "fedcba");
    CHECK(sorted(touchpoints(), "p") == "fabcde");
    CHECK(sorted({}, "n").empty());
}

TEST_CASE("A column that is none is answered with the nearest one", "[present][order]") {
    CHECK_NOTHROW(check_sort(""));
    CHECK_NOTHROW(check_sort("-difference_low"));
    CHECK_THROWS_WITH(check_sort("valeu"), Catch::Contains("'valeu'") && Catch::Contains("did you mean 'value'"));
    CHECK_THROWS_WITH(check_sort("zzzzzzzz"), Catch::Contains("value, group, n"));
    CHECK_THROWS_AS(check_sort("-"), Error);
}
