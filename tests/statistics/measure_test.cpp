#include <catch2/catch.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <cx/statistics/difference.hpp>
#include <cx/statistics/gap.hpp>
#include <cx/statistics/mean.hpp>
#include <cx/statistics/measure.hpp>
#include <support/counting.hpp>

#include "answers.hpp"

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::pair_item;
using cx::test::Reading;
using cx::test::single_item;

namespace {

const Metric& metric_of(const Item& item, std::string_view name) {
    for (const Metric& metric : metrics()) {
        if (metric.name == name && gives(item, metric)) return metric;
    }
    throw std::out_of_range(std::string(name));
}

void check(const Estimate& found, const Estimate& expected) {
    CHECK(found.n == expected.n);
    CHECK(found.base == expected.base);
    CHECK(found.n_effective == expected.n_effective);
    CHECK(found.value == expected.value);
    CHECK(found.standard_error == expected.standard_error);
    CHECK(found.low == expected.low);
    CHECK(found.high == expected.high);
}

ItemAnswers answers(const Distribution& single) { return {single, {}, {}}; }

PairDistribution some_pairs() {
    PairDistribution pairs(1, 5);
    pairs.at(2, 5) = cx::testing::times(4);
    pairs.at(4, 4) = cx::testing::times(3);
    pairs.at(5, 3) = cx::testing::times(2);
    return pairs;
}

} // namespace

TEST_CASE("a metric is its statistic of the points that it counts", "[statistics][measure]") {
    const Item   recommend = single_item("a", ItemKind::recommend, {0, 10});
    const auto   net = cx::testing::net(3, 2, 5, 1.5);
    const double confidence = 0.9;
    const auto   of = [&](std::string_view name) {
        return measure(metric_of(recommend, name), recommend, answers(net), confidence);
    };
    check(of("nps").estimate, net_score(net, {6, 9}, confidence));
    CHECK(of("nps").net->promoters == Approx(0.5));
    check(of("promoters").estimate, share(net, PointSet::range(9, 10), confidence));
    check(of("passives").estimate, share(net, PointSet::range(7, 8), confidence));
    check(of("detractors").estimate, share(net, PointSet::range(0, 6), confidence));
    CHECK(of("detractors").proportion->share == Approx(0.3));
    check(of("mean").estimate, mean(net, confidence));
    CHECK_FALSE(of("mean").net);
}

TEST_CASE("an item's own cuts and boxes are used", "[statistics][measure]") {
    Item item = single_item("a", ItemKind::recommend, {0, 10});
    item.promoters = 7;
    item.detractors = 2;
    CHECK(measure(metric_of(item, "nps"), item, answers(cx::testing::net(3, 2, 5)), 0.95).estimate.value ==
          Approx(70.0));
    Item       satisfaction = single_item("a", ItemKind::satisfaction, {1, 5});
    const auto given = answers(cx::testing::distribution(1, {1, 1, 2, 3, 3}));
    CHECK(measure(metric_of(satisfaction, "csat"), satisfaction, given, 0.95).estimate.value == Approx(60.0));
    satisfaction.top = 1;
    CHECK(measure(metric_of(satisfaction, "csat"), satisfaction, given, 0.95).estimate.value == Approx(30.0));
    CHECK(measure(metric_of(satisfaction, "top2"), satisfaction, given, 0.95).estimate.value == Approx(60.0));
}

TEST_CASE("each side of a pair has its own answers", "[statistics][measure]") {
    const Item  item = pair_item("a", {1, 5});
    ItemAnswers given{cx::testing::distribution(1, {0, 4, 1, 3, 2}), cx::testing::distribution(1, {0, 0, 2, 3, 6}),
                      some_pairs()};
    const auto  of = [&](std::string_view name) { return measure(metric_of(item, name), item, given, 0.95).estimate; };
    check(of("performance"), mean(given.single, 0.95));
    check(of("importance"), mean(given.other, 0.95));
    check(of("gap"), gap(given.both, 0.95));
    check(of("top2"), share(given.single, PointSet::range(4, 5), 0.95));
    CHECK(of("gap").value == Approx((4 * -3 + 2 * 2) / 9.0));
    CHECK(answers_counted(metric_of(item, "performance"), given) == 10);
    CHECK(answers_counted(metric_of(item, "importance"), given) == 11);
    CHECK(answers_counted(metric_of(item, "gap"), given) == 9);
}

TEST_CASE("differences are those of the statistic", "[statistics][measure]") {
    const Item item = single_item("a", ItemKind::recommend, {0, 10});
    const auto first = cx::testing::net(3, 2, 5), second = cx::testing::net(1, 9, 30);
    const auto of = [&](std::string_view name) {
        const Metric& metric = metric_of(item, name);
        return difference(metric, measure(metric, item, answers(first), 0.95),
                          measure(metric, item, answers(second), 0.95), 0.95);
    };
    const auto check_same = [](const Difference& found, const Difference& expected) {
        CHECK(found.value == expected.value);
        CHECK(found.low == expected.low);
        CHECK(found.high == expected.high);
        CHECK(found.p == expected.p);
        CHECK(found.p.has_value());
    };
    check_same(of("nps"), net_score_difference(net_proportions(first, {6, 9}), net_proportions(second, {6, 9}), 0.95));
    check_same(of("promoters"), share_difference(proportion(first, PointSet::range(9, 10)),
                                                 proportion(second, PointSet::range(9, 10)), 0.95));
    check_same(of("mean"), mean_difference(mean(first, 0.95), mean(second, 0.95), 0.95));
}

TEST_CASE("answers add up, also to none", "[statistics][measure]") {
    ItemAnswers       sum;
    const ItemAnswers one{cx::testing::distribution(1, {1, 2}), cx::testing::distribution(1, {3, 4}),
                          PairDistribution(1, 2)};
    sum += one;
    sum += one;
    CHECK(sum.single.at(2).answers == 4);
    CHECK(sum.other.at(1).answers == 6);
    CHECK(sum.both.cells.size() == 4);
}

TEST_CASE("a tally's answers are the item's", "[statistics][measure]") {
    Reading reading;
    reading.model.items = {single_item("nps", ItemKind::recommend, {0, 10}), pair_item("c", {1, 5})};
    const auto        counted = cx::test::count(reading, ExportBuilder()
                                                             .column("where")
                                                             .column("nps")
                                                             .column("date")
                                                             .column("c_p")
                                                             .column("c_i")
                                                             .row({"shop", "9", "", "4", "5"})
                                                             .row({"shop", "", "", "3", ""}));
    const GroupTally& all = counted->tallies.groups(0).at({});
    const ItemAnswers single = answers_to(counted->tallies, all, 0), pair = answers_to(counted->tallies, all, 1);
    CHECK(single.single.at(9).answers == 1);
    CHECK(single.both.cells.empty());
    CHECK(pair.single.total().answers == 2);
    CHECK(pair.other.at(5).answers == 1);
    CHECK(pair.both.cells.size() == 25);
}

TEST_CASE("pooled answers are clustered by response", "[statistics][measure]") {
    const Item item = single_item("a", ItemKind::rating, {1, 5});
    PooledSums sums;
    cx::testing::add_response(sums, {4, 5});
    cx::testing::add_response(sums, {2});
    cx::testing::add_response(sums, {3, 3});
    const auto     given = answers(cx::testing::distribution(1, {0, 1, 2, 1, 1}));
    const Estimate pooled = measure_pooled(metric_of(item, "mean"), item, sums, given, 0.95).estimate;
    check(pooled, mean(sums, given.single, 0.95));
    // m = 17 / 5; the responses' a - m b are 2.2, -1.4 and -0.8: 3/2 of their squares' sum over 5 squared.
    CHECK(pooled.value == Approx(3.4));
    CHECK(pooled.standard_error == Approx(std::sqrt(1.5 * (2.2 * 2.2 + 1.4 * 1.4 + 0.8 * 0.8)) / 5));
}

TEST_CASE("what is measured to compare gives the same difference as all that can be measured",
          "[statistics][measure]") {
    std::vector<Item> items = {single_item("a", ItemKind::recommend, {0, 10}), pair_item("b", {1, 5})};
    const auto        low = cx::testing::distribution(1, {4, 3, 2, 1, 1}),
               high = cx::testing::distribution(1, {1, 0, 4, 3, 8});
    PairDistribution others(1, 5);
    others.at(1, 2) = cx::testing::times(6);
    others.at(3, 3) = cx::testing::times(1);
    const std::vector<std::pair<ItemAnswers, ItemAnswers>> given = {
        {answers(cx::testing::net(3, 2, 5, 1.5)), answers(cx::testing::net(1, 9, 30, 0.5))},
        {{low, high, some_pairs()}, {high, low, others}},
        {answers(Distribution(0, 10)), answers(cx::testing::net(1, 0, 0))},
    };
    std::size_t compared = 0;
    for (const auto& [first, second] : given) {
        const Item& item = first.other.points.empty() ? items[0] : items[1];
        for (const Metric& metric : metrics()) {
            if (!gives(item, metric)) continue;
            INFO(metric.name);
            const Measure    whole = measure(metric, item, first, 0.9);
            const Difference all = difference(metric, whole, measure(metric, item, second, 0.9), 0.9);
            const Difference needed = difference(metric, whole, measure_to_compare(metric, item, second), 0.9);
            CHECK(needed.value == all.value);
            CHECK(needed.low == all.low);
            CHECK(needed.high == all.high);
            CHECK(needed.p == all.p);
            compared += all.value ? 1U : 0U;
        }
    }
    CHECK(compared > 10);
}

TEST_CASE("a rest is the sum of all others", "[statistics][measure]") {
    CHECK(rests_of({}).empty());
    std::vector<ItemAnswers> given;
    for (const std::uint64_t n : {1U, 10U, 100U}) given.push_back(answers(cx::testing::distribution(1, {n, 2 * n})));
    const auto rests = rests_of(given);
    REQUIRE(rests.size() == 3);
    CHECK(rests[0].single.at(1).answers == 110);
    CHECK(rests[1].single.at(2).answers == 202);
    CHECK(rests[2].single.at(2).weight == 22);
    CHECK(rests_of({given.front()})[0].single.total() == Count{});
}

TEST_CASE("answers of a side are counted without the answers themselves", "[statistics][measure]") {
    Reading reading;
    reading.model.items = {single_item("nps", ItemKind::recommend, {0, 10}), pair_item("c", {1, 5})};
    const auto        counted = cx::test::count(reading, ExportBuilder()
                                                             .column("where")
                                                             .column("nps")
                                                             .column("date")
                                                             .column("c_p")
                                                             .column("c_i")
                                                             .row({"shop", "9", "", "4", "5"})
                                                             .row({"shop", "0", "", "4", "1"})
                                                             .row({"shop", "99", "", "3", ""})
                                                             .row({"shop", "", "", "", "5"})
                                                             .row({"shop", "7", "", "5", ""}));
    const GroupTally& all = counted->tallies.groups(0).at({});
    const auto of = [&](std::size_t item, Side side) { return answers_counted(counted->tallies, all, item, side); };
    CHECK(of(0, Side::single) == 3);
    CHECK(of(0, Side::both) == 0);
    CHECK(of(1, Side::performance) == 4);
    CHECK(of(1, Side::importance) == 3);
    CHECK(of(1, Side::both) == 2);
}
