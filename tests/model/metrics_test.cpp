#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <utility>

#include <cx/model/metrics.hpp>
#include <support/survey_model.hpp>

using namespace cx;
using cx::test::pair_item;
using cx::test::single_item;

namespace {

std::string given(const Item& item) {
    std::string names;
    for (const Metric& metric : metrics()) {
        if (gives(item, metric)) names += std::string(metric.name) + " ";
    }
    return names;
}

const Metric& named(std::string_view name) {
    for (const Metric& metric : metrics()) {
        if (metric.name == name) return metric;
    }
    throw std::out_of_range(std::string(name));
}

} // namespace

TEST_CASE("each kind of item gives its metrics", "[model][metrics]") {
    CHECK(given(single_item("a", ItemKind::recommend, {0, 10})) == "nps promoters passives detractors mean consensus ");
    CHECK(given(single_item("a", ItemKind::satisfaction, {1, 5})) == "csat mean top2 consensus ");
    CHECK(given(single_item("a", ItemKind::effort, {1, 7})) == "ces ces_easy top2 consensus ");
    CHECK(given(single_item("a", ItemKind::rating, {1, 5})) == "mean top2 consensus ");
    CHECK(given(single_item("a", ItemKind::choice, {0, 10})) == "share ");
    CHECK(given(pair_item("a", {1, 5})) == "gap opportunity performance importance top2 consensus ");
    Item expectation = pair_item("a", {1, 5});
    std::swap(expectation.expectation, expectation.importance);
    CHECK(given(expectation) == "gap performance expectation top2 consensus ");
}

TEST_CASE("what an item does not define it does not give", "[model][metrics]") {
    CHECK(given(single_item("a", ItemKind::recommend, {1, 5})) == "mean consensus ");
    CHECK(given(single_item("a", ItemKind::rating, {1, 1})) == "mean ");
}

TEST_CASE("an item gives a metric once, and one main metric or a mean", "[model][metrics]") {
    for (const Item& item : {single_item("a", ItemKind::recommend, {0, 10}), single_item("a", ItemKind::choice, {0, 1}),
                             single_item("a", ItemKind::satisfaction, {1, 5}), pair_item("a", {1, 5}),
                             single_item("a", ItemKind::effort, {1, 7}), single_item("a", ItemKind::rating, {1, 7})}) {
        std::set<std::string_view> names;
        int                        main = 0;
        for (const Metric& metric : metrics()) {
            if (!gives(item, metric)) continue;
            CHECK(names.insert(metric.name).second);
            if (metric.main) ++main;
        }
        CHECK(main == (item.kind == ItemKind::rating && !item.is_pair() ? 0 : 1));
    }
}

TEST_CASE("a metric's range is that of its unit", "[model][metrics]") {
    const Item item = single_item("a", ItemKind::rating, {1, 7});
    const auto range = [&item](std::string_view name) {
        const MetricRange found = range_of(named(name), item);
        return std::pair(found.low, found.high);
    };
    CHECK(range("nps") == std::pair(-100.0, 100.0));
    CHECK(range("share") == std::pair(0.0, 100.0));
    CHECK(range("mean") == std::pair(1.0, 7.0));
    CHECK(range("gap") == std::pair(-6.0, 6.0));
}

TEST_CASE("every kind of item has one main metric", "[model][metrics]") {
    const auto main_of = [](const Item& item) {
        std::string names;
        for (const Metric& metric : metrics()) {
            if (is_main(metric, item)) names += std::string(metric.name) + " ";
        }
        return names;
    };
    CHECK(main_of(single_item("a", ItemKind::recommend, {0, 10})) == "nps ");
    CHECK(main_of(single_item("a", ItemKind::satisfaction, {1, 5})) == "csat ");
    CHECK(main_of(single_item("a", ItemKind::effort, {1, 7})) == "ces ");
    CHECK(main_of(single_item("a", ItemKind::rating, {1, 5})) == "mean ");
    CHECK(main_of(single_item("a", ItemKind::choice, {0, 1})) == "share ");
    CHECK(main_of(pair_item("a", {1, 5})) == "gap ");
}
