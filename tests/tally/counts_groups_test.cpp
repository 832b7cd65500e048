#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/tally/counts_groups.hpp>
#include <support/counts_files.hpp>

using namespace cx;
using namespace cx::detail;
using cx::test::nothing_counted;
using cx::test::Reading;

TEST_CASE("a cell names a group of a crossing") {
    Reading reading;
    reading.by("touchpoint,touchpoint:month");
    const auto  counted = nothing_counted(reading, test::feedback());
    const Place place{"c.csv", 7, 0, "group"};
    const auto  id = [&](std::size_t dimension, GroupCode code) {
        return counted->schema.dimensions[dimension].groups->at(code).id;
    };
    const GroupOfCell group = group_of_cell(counted->layout, 2, "Web shop:2026-10", place);
    REQUIRE(group.key.size() == 2);
    CHECK(id(0, group.key[0]) == "shop");
    CHECK(id(1, group.key[1]) == "2026-10");
    CHECK(group.foreign.empty());
    CHECK(group_of_cell(counted->layout, 1, "Kiosk: 2", place).foreign == "Kiosk: 2");
    CHECK(group_of_cell(counted->layout, 2, "Kiosk\\: 2:2026-10", place).foreign == "Kiosk: 2");
    CHECK(group_of_cell(counted->layout, 0, "", place).key.empty());
    CHECK_THROWS_WITH(group_of_cell(counted->layout, 0, "shop", place),
                      Catch::Contains("c.csv:7, column group: 'shop'"));
    CHECK_THROWS_WITH(group_of_cell(counted->layout, 2, "shop", place),
                      Catch::Contains("is no group of this dimension"));
    CHECK_THROWS_WITH(group_of_cell(counted->layout, 2, "shop:2026-13", place),
                      Catch::Contains("'2026-13' is no month"));
    CHECK_THROWS_AS(group_of_cell(counted->layout, 1, "", place), Error);
}

TEST_CASE("sums stay within what can be counted") {
    const Place   place{"c.csv", 2, 0, {}};
    std::uint64_t count = most_answers - 1;
    add_count(count, 1, place);
    CHECK(count == most_answers);
    CHECK_THROWS_WITH(add_count(count, 1, place), Catch::Contains("c.csv:2: makes the sum more"));
    double sum = 1e308;
    CHECK_THROWS_WITH(add_sum(sum, 1e308, place), Catch::Contains("too large"));
}
