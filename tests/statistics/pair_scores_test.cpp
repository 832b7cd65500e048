#include <cx/statistics/pair_scores.hpp>

#include "scoring.hpp"

#include <catch2/catch.hpp>

using namespace cx;
using namespace cx::testing;
using cx::test::ExportBuilder;
using cx::test::pair_item;
using cx::test::Reading;

namespace {

Reading pairs() {
    Reading reading;
    reading.model.columns = {};
    reading.model.touchpoints.clear();
    reading.model.items = {pair_item("x", {1, 10}), pair_item("y", {1, 10})};
    reading.model.items[1].expectation = reading.model.items[1].importance;
    reading.model.items[1].importance.clear();
    return reading;
}

ExportBuilder answers() { return ExportBuilder().column("x_p").column("x_i").column("y_p").column("y_i"); }

} // namespace

TEST_CASE("a pair's means are over those who answered both", "[statistics][pair_scores]") {
    const ScoreTable table = scored(
        pairs(), answers().rows(3, {"4", "9", "", ""}).rows(3, {"6", "7", "5", "6"}).rows(5, {"10", "", "1", ""}));
    REQUIRE(table.pairs.size() == 2);
    const PairScores& x = table.pairs[0];
    CHECK(x.item == "x");
    CHECK_FALSE(x.expected);
    CHECK(x.gap.n == 6);
    CHECK(*x.performance.value == Approx(5));
    CHECK(*x.other.value == Approx(8));
    CHECK(*x.gap.value == Approx(-3));
    CHECK(*x.opportunity == Approx(11));
    CHECK(*row(table, "all", "", "performance", "x").value > 7); // of all who answered it
    const PairScores& y = table.pairs[1];
    CHECK(y.expected);
    CHECK(y.withheld); // three answered both
    CHECK_FALSE(y.opportunity);
    CHECK_FALSE(y.gap.value);
}

TEST_CASE("nobody answered both", "[statistics][pair_scores]") {
    const ScoreTable table = scored(pairs(), answers().rows(9, {"4", "", "", "5"}));
    CHECK_FALSE(table.pairs[0].gap.value);
    CHECK(table.pairs[0].gap.n == 0);
}
