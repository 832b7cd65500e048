#include <cx/present/gap_charts.hpp>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

using namespace cx;

namespace {

PairScores pair_of(const std::string& id, double importance, double performance) {
    PairScores pair;
    pair.item = id;
    pair.scale = {1, 10};
    pair.other.value = importance;
    pair.performance.value = performance;
    pair.gap.value = performance - importance;
    pair.opportunity = importance + std::max(importance - performance, 0.0);
    return pair;
}

std::vector<std::string> order_of(const GapChart& chart) {
    std::vector<std::string> ids;
    for (const PairScores* pair : chart.pairs) ids.push_back(pair->item);
    return ids;
}

std::vector<GapChart> charts(const ScoreTable& table, CutPoint cut = CutPoint::mean,
                             const MeasurementModel& model = {}) {
    return gap_charts({model, table, CustomerScores{}, cut});
}

} // namespace

TEST_CASE("Pairs are ranked by opportunity, expectations by the gap", "[present][gaps]") {
    ScoreTable table;
    table.pairs = {pair_of("high", 9, 9), pair_of("gap", 7, 3), pair_of("low", 2, 8)};
    for (PairScores& pair : table.pairs) pair.expected = false;
    CHECK(order_of(charts(table).at(0)) == std::vector<std::string>{"gap", "high", "low"});
    for (PairScores& pair : table.pairs) {
        pair.expected = true;
        pair.opportunity.reset();
    }
    CHECK(order_of(charts(table).at(0)) == std::vector<std::string>{"gap", "high", "low"});
    table.pairs[0].gap.value = -5;
    CHECK(order_of(charts(table).at(0)) == std::vector<std::string>{"high", "gap", "low"});
}

TEST_CASE("A pair without figures comes last and has no place", "[present][gaps]") {
    ScoreTable table;
    table.pairs = {pair_of("hidden", 9, 1), pair_of("a", 5, 6), pair_of("b", 6, 6), pair_of("c", 7, 6)};
    table.pairs[0].withheld = true;
    const GapChart chart = charts(table).at(0);
    CHECK(order_of(chart) == std::vector<std::string>{"c", "b", "a", "hidden"});
    REQUIRE(chart.quadrants);
    CHECK(chart.quadrants->cut_importance == 6);
    REQUIRE(chart.place_of(0) != nullptr);
    CHECK(chart.place_of(0)->quadrant == Quadrant::keep_up);
    CHECK(chart.place_of(2)->quadrant == Quadrant::possible_overkill);
    CHECK(chart.place_of(3) == nullptr);
}

TEST_CASE("Scales, importance and expectation are never placed together", "[present][gaps]") {
    ScoreTable table;
    table.pairs = {pair_of("a", 5, 6), pair_of("b", 6, 6), pair_of("c", 7, 6)};
    table.pairs[1].expected = true;
    table.pairs[2].scale = {1, 7};
    const auto all = charts(table);
    REQUIRE(all.size() == 3);
    CHECK_FALSE(all[0].expected);
    CHECK_FALSE(all[1].expected);
    CHECK(all[2].expected);
    for (const GapChart& chart : all) CHECK_FALSE(chart.quadrants);
    CHECK(charts(ScoreTable{}).empty());
}

TEST_CASE("The level that performance is to reach: a target, else the threshold, else the promise's minimum",
          "[present][gaps]") {
    ScoreTable table;
    table.pairs = {pair_of("a", 5, 6), pair_of("b", 6, 6), pair_of("c", 7, 6)};
    MeasurementModel model;
    Promise          promise;
    promise.id = "p";
    promise.minimum = 4;
    model.promises = {promise};
    Item a;
    a.id = "a";
    a.threshold = 5;
    Item b;
    b.id = "b";
    b.promise = "p";
    model.items = {a, b};
    CHECK(charts(table, CutPoint::target, model).at(0).quadrants->cut_performance == 4.5);
    Target target;
    target.metric = "performance";
    target.item = "c";
    target.at_least = 9;
    model.targets = {target};
    CHECK(charts(table, CutPoint::target, model).at(0).quadrants->cut_performance == 6);
    model.targets[0].item = "a";
    CHECK(charts(table, CutPoint::target, model).at(0).quadrants->cut_performance == 6.5);
    model.targets[0].dimension = "touchpoint"; // not of all responses
    CHECK(charts(table, CutPoint::target, model).at(0).quadrants->cut_performance == 4.5);
    CHECK_THROWS_AS(charts(table, CutPoint::target), Error);
    table.pairs.pop_back();
    CHECK_NOTHROW(charts(table, CutPoint::target)); // too few for quadrants anyway
}
