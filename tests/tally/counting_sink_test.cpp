#include <catch2/catch.hpp>

#include <vector>

#include <cx/tally/counting_sink.hpp>
#include <support/counting.hpp>
#include <support/response_blocks.hpp>

using namespace cx;
using cx::test::block_of;
using cx::test::Counted;
using cx::test::ExportBuilder;
using cx::test::pair_item;
using cx::test::Reading;
using cx::test::single_item;

namespace {

/// Two ratings and a pair on 1-3 at one touchpoint, and a column that responses are grouped by.
Reading relationship() {
    Reading reading;
    reading.model.columns.touchpoint.clear();
    reading.model.columns.date.clear();
    reading.model.columns.weight = {"w"};
    reading.model.items = {single_item("a", ItemKind::rating, {1, 3}), single_item("b", ItemKind::rating, {1, 3}),
                           pair_item("c", {1, 3}), pair_item("d", {1, 3})};
    for (Item& item : reading.model.items) item.touchpoint = "shop";
    reading.by("touchpoint,region,touchpoint:region");
    return reading;
}

ExportBuilder columns() {
    ExportBuilder builder;
    for (const char* name : {"region", "w", "a", "b", "c_p", "c_i", "d_p", "d_i"}) builder.column(name);
    return builder;
}

/// Slots of a, b, c's and d's two; 3 is missing, behind the points 0 to 2.
Response response(std::vector<Slot> answers, GroupCode group, double weight) {
    Response made;
    made.answers = std::move(answers);
    made.groups = {group};
    made.weight = weight;
    return made;
}

struct Fixture {
    Fixture() : counted(relationship(), columns().opened().recognition) {
        auto& groups = *counted.schema.dimensions.at(0).groups;
        north = groups.code_of({"north", "north", 0});
        south = groups.code_of({"south", "south", 0});
    }

    Counted   counted;
    GroupCode north = 0, south = 0;
};

const PooledSums& pooled(const Fixture& fixture, const GroupTally& tally, PooledValue value, Coding coding) {
    const auto& pools = fixture.counted.layout.pools();
    for (std::size_t p = 0; p < pools.size(); ++p) {
        if (pools[p].grouping == 1 && pools[p].value == value && pools[p].coding == coding) return tally.pooled[p];
    }
    FAIL("no such pool");
    return tally.pooled.front();
}

void check(const PooledSums& sums, const PooledSums& expected) {
    CHECK(sums.responses == expected.responses);
    CHECK(sums.answers == expected.answers);
    CHECK(sums.b == Approx(expected.b));
    CHECK(sums.a == Approx(expected.a));
    CHECK(sums.aa == Approx(expected.aa));
    CHECK(sums.ab == Approx(expected.ab));
    CHECK(sums.bb == Approx(expected.bb));
    CHECK(sums.weight_squared == Approx(expected.weight_squared));
}

} // namespace

TEST_CASE("a response counts in all, and in its group of each grouping", "[tally][sink]") {
    Fixture      fixture;
    CountingSink sink(fixture.counted.tallies);
    sink.take(block_of({response({0, 1, 3, 3, 3, 3}, fixture.north, 1)}));
    sink.take(block_of({response({2, 1, 3, 3, 3, 3}, fixture.south, 2)}));
    sink.take(block_of({response({2, 3, 3, 3, 3, 3}, no_group, 3)}));
    CHECK(fixture.counted.tallies.groups(0).at({}).responses == 0); // nothing before it is handed over
    sink.hand_over();
    const Tallies& tallies = fixture.counted.tallies;
    CHECK(tallies.groups(0).at({}).responses == 3);
    CHECK(tallies.groups(1).at({}).responses == 3);
    CHECK(tallies.groups(2).size() == 2);
    CHECK(tallies.groups(2).at({fixture.north}).responses == 1);
    const Distribution all = tallies.distribution(tallies.groups(0).at({}), 0);
    CHECK(all.at(1) == Count{1, 1, 1});
    CHECK(all.at(3) == Count{2, 5, 13});
    CHECK(tallies.distribution(tallies.groups(2).at({fixture.south}), 0).at(3) == Count{1, 2, 4});
    CHECK(tallies.no_answers(tallies.groups(0).at({}), 1, NoAnswer::missing) == 1);
}

TEST_CASE("what is handed over is not handed over again", "[tally][sink]") {
    Fixture      fixture;
    CountingSink sink(fixture.counted.tallies);
    CHECK(sink.depends_on_order()); // sums of weights do
    sink.take(block_of({response({2, 2, 2, 2, 2, 2}, fixture.south, 1)}));
    sink.hand_over();
    sink.hand_over();
    sink.finish();
    const Tallies& tallies = fixture.counted.tallies;
    CHECK(tallies.groups(2).size() == 1);
    const GroupTally& south = tallies.groups(2).at({fixture.south});
    CHECK(south.responses == 1);
    CHECK(tallies.distribution(south, 0).total() == Count{1, 1, 1});
    CHECK(tallies.pair(south, 2).at(3, 3) == Count{1, 1, 1});
    check(pooled(fixture, tallies.groups(1).at({}), PooledValue::coding, Coding::point), {1, 2, 2, 6, 36, 12, 4, 2});
}

TEST_CASE("a weight of 0 is in no figure", "[tally][sink]") {
    Fixture      fixture;
    CountingSink sink(fixture.counted.tallies);
    sink.take(block_of({response({0, 0, 0, 0, 0, 0}, fixture.north, 0)}));
    sink.hand_over();
    CHECK(fixture.counted.tallies.groups(0).at({}).responses == 0);
    CHECK(fixture.counted.tallies.groups(2).empty());
}

TEST_CASE("pooled sums are those of the responses", "[tally][sink]") {
    Fixture      fixture;
    CountingSink sink(fixture.counted.tallies);
    sink.take(
        block_of({response({0, 2, 0, 2, 3, 1}, fixture.north, 2)})); // a 1, b 3; c 1 of 3; d's performance missing
    sink.take(block_of({response({1, 3, 2, 0, 1, 1}, fixture.south, 0.5)})); // a 2; c 3 of 1; d 2 of 2
    sink.take(block_of({response({3, 4, 3, 3, 3, 3}, fixture.south, 7)}));   // nothing answered
    sink.hand_over();
    const GroupTally& all = fixture.counted.tallies.groups(1).at({});
    // In order: responses, answers, wb, wa, wwaa, wwab, wwbb, wwb.
    check(pooled(fixture, all, PooledValue::coding, Coding::point),
          {2, 3, 2 * 2 + 0.5, 2 * 4 + 0.5 * 2, 4 * 16 + 0.25 * 4, 4 * 8 + 0.25 * 2, 4 * 4 + 0.25, 4 * 2 + 0.25});
    check(pooled(fixture, all, PooledValue::coding, Coding::top_two),
          {2, 3, 4.5, 2 * 1 + 0.5, 4 + 0.25, 4 * 2 + 0.25, 16.25, 8.25});
    check(pooled(fixture, all, PooledValue::performance, Coding::point),
          {2, 3, 2 * 1 + 0.5 * 2, 2 * 1 + 0.5 * 5, 4 + 0.25 * 25, 4 + 0.25 * 10, 4 + 0.25 * 4, 4 + 0.25 * 2});
    check(pooled(fixture, all, PooledValue::performance, Coding::top_two),
          {2, 3, 2 * 1 + 0.5 * 2, 0.5 * 2, 0.25 * 4, 0.25 * 4, 4 + 0.25 * 4, 4 + 0.25 * 2});
    check(pooled(fixture, all, PooledValue::other, Coding::point),
          {2, 4, 2 * 2 + 0.5 * 2, 2 * 5 + 0.5 * 3, 4 * 25 + 0.25 * 9, 4 * 10 + 0.25 * 6, 4 * 4 + 0.25 * 4, 8.5});
    check(pooled(fixture, all, PooledValue::gap, Coding::point),
          {2, 3, 2 * 1 + 0.5 * 2, 2 * -2 + 0.5 * 2, 4 * 4 + 0.25 * 4, 4 * -2 + 0.25 * 4, 4 + 0.25 * 4, 4.5});
}
