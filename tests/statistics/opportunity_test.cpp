#include <cx/statistics/opportunity.hpp>

#include "answers.hpp"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

using namespace cx;
using namespace cx::testing;

namespace {

PairDistribution pairs_of(int low, int high, const std::vector<std::pair<int, int>>& pairs) {
    PairDistribution result(low, high);
    for (const auto& [performance, importance] : pairs) result.at(performance, importance) += times(1);
    return result;
}

} // namespace

TEST_CASE("what is important and done badly is an opportunity") {
    // Importance 9 and 7, performance 4 and 6: means 8 and 5.
    const Estimate estimate = opportunity(pairs_of(1, 10, {{4, 9}, {6, 7}}));
    CHECK(estimate.n == 2);
    CHECK(*estimate.value == Approx(11));
    CHECK_FALSE(estimate.standard_error);
    CHECK_FALSE(estimate.low);
}

TEST_CASE("what is done better than it is important counts as important as it is") {
    CHECK(*opportunity(pairs_of(1, 10, {{9, 4}, {7, 6}})).value == Approx(5));
    CHECK(*opportunity(pairs_of(1, 10, {{5, 5}, {5, 5}})).value == Approx(5));
}

TEST_CASE("an opportunity of no pair and of one") {
    CHECK_FALSE(opportunity(pairs_of(1, 5, {})).value);
    CHECK_FALSE(opportunity(PairDistribution()).value);
    CHECK(*opportunity(pairs_of(1, 5, {{1, 5}})).value == Approx(9));
}
