#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include <cx/tally/layout.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::feedback;
using cx::test::pair_item;
using cx::test::Reading;
using cx::test::single_item;

namespace {

struct Laid {
    explicit Laid(const Reading& reading)
        : model(reading.model),
          schema(make_schema(model, reading.request, feedback().opened().recognition)),
          layout(model, schema) {}

    MeasurementModel model;
    Schema           schema;
    Layout           layout;
};

Reading relationship(std::vector<Item> items) {
    Reading reading;
    reading.model.columns.touchpoint.clear();
    reading.model.items = std::move(items);
    for (Item& item : reading.model.items) item.touchpoint = "shop";
    reading.by("touchpoint");
    return reading;
}

} // namespace

TEST_CASE("counters lie side by side and overlap nowhere", "[tally][layout]") {
    Item       choice = single_item("solved", ItemKind::choice, {0, 10});
    const Laid laid(
        relationship({single_item("nps", ItemKind::recommend, {0, 10}), pair_item("easy", {1, 3}), choice}));
    const Layout& layout = laid.layout;
    CHECK(layout.column(0) == 0);
    CHECK(layout.points(0) == 11);
    CHECK(layout.column(1) == 15); // 11 points and four kinds of no answer
    CHECK(layout.points(1) == 3);
    CHECK(layout.column(2) == 22);
    CHECK(layout.column(3) == 29);
    CHECK(layout.points(3) == 2); // good or not, whatever its scale says
    CHECK_FALSE(layout.pair(0));
    CHECK(layout.pair(1) == 35U);
    CHECK_FALSE(layout.pair(2));
    CHECK(layout.width() == 44);
}

TEST_CASE("items of one kind and scale are pooled, others are not", "[tally][layout]") {
    const Laid  laid(relationship({single_item("a", ItemKind::satisfaction, {1, 5}),
                                   single_item("b", ItemKind::satisfaction, {1, 7}),
                                   single_item("c", ItemKind::satisfaction, {1, 5}),
                                   single_item("d", ItemKind::rating, {1, 5}), pair_item("e", {1, 5})}));
    const auto& pools = laid.layout.pools();
    REQUIRE(pools.size() == 3);
    CHECK(std::all_of(pools.begin(), pools.end(), [](const Pool& pool) {
        return pool.grouping == 1 && pool.item_group == 0 && pool.items == std::vector<std::size_t>{0, 2} &&
               pool.value == PooledValue::coding;
    }));
    CHECK(pools[0].coding == Coding::top);
    CHECK(pools[1].coding == Coding::point);
    CHECK(pools[2].coding == Coding::top_two);
}

TEST_CASE("items that count other points are not pooled", "[tally][layout]") {
    std::vector<Item> items(2, single_item("a", ItemKind::recommend, {0, 10}));
    items[1].id = items[1].column = "b";
    items[1].promoters = 8;
    CHECK(Laid(relationship(items)).layout.pools().empty());
    items[1].promoters = 9; // what is the default all the same
    CHECK(Laid(relationship(items)).layout.pools().size() == 5);
}

TEST_CASE("boxes that are said and the same by default are pooled", "[tally][layout]") {
    std::vector<Item> items(2, single_item("a", ItemKind::satisfaction, {1, 5}));
    items[1].id = items[1].column = "b";
    items[1].top = 2;
    CHECK(Laid(relationship(items)).layout.pools().size() == 3);
    items[1].top = 1;
    CHECK(Laid(relationship(items)).layout.pools().empty());
}

TEST_CASE("pairs are pooled on either side and as gaps", "[tally][layout]") {
    Item expectation = pair_item("c", {1, 5});
    expectation.importance.clear();
    expectation.expectation = "c_e";
    const Laid  laid(relationship({pair_item("a", {1, 5}), pair_item("b", {1, 5}), expectation}));
    const auto& pools = laid.layout.pools();
    const auto  has = [&pools](PooledValue value) {
        return std::any_of(pools.begin(), pools.end(), [value](const Pool& pool) { return pool.value == value; });
    };
    CHECK(has(PooledValue::performance));
    CHECK(has(PooledValue::other));
    CHECK(has(PooledValue::gap));
    for (const Pool& pool : pools) CHECK(pool.items == std::vector<std::size_t>{0, 1});
}

TEST_CASE("nothing is pooled in groups of responses", "[tally][layout]") {
    Reading reading;
    reading.by("touchpoint").model.items.push_back(single_item("date", ItemKind::recommend, {0, 10}));
    CHECK(Laid(reading).layout.pools().empty());
}

TEST_CASE("each kind of item has the codings of its figures", "[tally][layout]") {
    const auto size = [](ItemKind kind) { return codings_of(single_item("a", kind, {1, 5})).size(); };
    CHECK(size(ItemKind::recommend) == 5);
    CHECK(size(ItemKind::satisfaction) == 3);
    CHECK(size(ItemKind::effort) == 3);
    CHECK(size(ItemKind::rating) == 2);
    CHECK(size(ItemKind::choice) == 1);
}
