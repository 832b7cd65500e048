#include <catch2/catch.hpp>

#include <cx/tally/weightless_rows.hpp>

using namespace cx;

namespace {

/// A block of responses with two dimensions, the second of them periods.
ResponseBlock block(const std::vector<std::pair<double, std::vector<GroupCode>>>& responses) {
    ResponseBlock block(0, 2);
    for (const auto& [weight, groups] : responses) {
        Response response;
        response.weight = weight;
        response.groups = groups;
        block.add(response);
    }
    return block;
}

} // namespace

TEST_CASE("rows with a weight of 0 are told by period, and where they have no group") {
    WeightlessRows rows(1);
    const auto     sink = rows.make_sink(), other = rows.make_sink();
    sink->take(block({{0, {7, 3}}, {0, {no_group, 3}}, {1, {no_group, 3}}, {0, {7, no_group}}}));
    other->take(block({{0, {no_group, 3}}, {0, {no_group, 4}}, {0.5, {7, 5}}}));
    CHECK(rows.by_period().empty());
    sink->finish();
    other->finish();
    CHECK(rows.by_period() == std::map<GroupCode, std::uint64_t>{{3, 3}, {4, 1}});
    CHECK(rows.ungrouped(0, 3) == 2);
    CHECK(rows.ungrouped(0, 4) == 1);
    CHECK(rows.ungrouped(1, 3) == 0);
    CHECK(rows.ungrouped(0, 5) == 0);
}
