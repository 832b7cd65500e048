#include <cx/statistics/gap.hpp>

#include <cx/statistics/mean.hpp>
#include <cx/statistics/quantiles.hpp>

#include "answers.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace cx;
using namespace cx::testing;

namespace {

PairDistribution pairs_of(int low, int high, const std::vector<std::pair<int, int>>& pairs, double weight = 1) {
    PairDistribution result(low, high);
    for (const auto& [performance, other] : pairs) {
        result.at(performance, other) += times(1, weight);
    }
    return result;
}

const std::vector<std::pair<int, int>> five{{6, 9}, {8, 8}, {7, 10}, {9, 8}, {5, 9}};

} // namespace

TEST_CASE("a gap is the paired t of performance less the other") {
    // Differences -3, 0, -3, 1, -4: mean -1.8, standard deviation 2.16794834.
    const auto estimate = gap(pairs_of(1, 10, five), 0.95);
    CHECK(estimate.n == 5);
    CHECK(*estimate.value == Approx(-1.8));
    CHECK(*estimate.standard_error == Approx(0.9695360).margin(5e-8));
    CHECK(*estimate.low == Approx(-4.4918628).margin(5e-7));
    CHECK(*estimate.high == Approx(0.8918628).margin(5e-7));
}

TEST_CASE("O-17 performance below expectation") {
    CHECK(*gap(pairs_of(1, 7, {{5, 6}, {6, 7}}), 0.95).value == Approx(-1.0));
}

TEST_CASE("a gap of no pair, of one, of all alike") {
    CHECK_FALSE(gap(pairs_of(1, 5, {}), 0.95).value);
    CHECK_FALSE(gap(PairDistribution(), 0.95).value);
    const auto one = gap(pairs_of(1, 5, {{1, 5}}), 0.95);
    CHECK(*one.value == -4);
    CHECK_FALSE(one.standard_error);
    CHECK_FALSE(one.low);
    const auto alike = gap(pairs_of(1, 5, {{3, 5}, {2, 4}, {1, 3}}), 0.95);
    CHECK(*alike.value == -2);
    CHECK(*alike.standard_error == 0);
    CHECK_FALSE(alike.low);
}

TEST_CASE("a gap's interval is cut at plus and minus the scale's length") {
    const auto estimate = gap(pairs_of(1, 5, {{1, 5}, {5, 1}}), 0.95);
    CHECK(*estimate.value == 0);
    CHECK(*estimate.low == -4);
    CHECK(*estimate.high == 4);
}

TEST_CASE("equal weights give the unweighted gap") {
    const auto plain = gap(pairs_of(1, 10, five), 0.95);
    const auto weighted_gap = gap(pairs_of(1, 10, five, 0.3), 0.95);
    CHECK(*weighted_gap.value == Approx(*plain.value).epsilon(1e-12));
    CHECK(*weighted_gap.low == Approx(*plain.low).epsilon(1e-12));
    CHECK(*weighted_gap.high == Approx(*plain.high).epsilon(1e-12));
}

TEST_CASE("the sides of a pair hold the same respondents") {
    const auto pairs = pairs_of(1, 10, five);
    const auto performance = mean(performance_side(pairs), 0.95);
    const auto other = mean(other_side(pairs), 0.95);
    CHECK(*performance.value == Approx(7.0));
    CHECK(*other.value == Approx(8.8));
    CHECK(*performance.value - *other.value == Approx(*gap(pairs, 0.95).value));
    CHECK(performance_side(pairs).low == 1);
    CHECK(other_side(pairs).high() == 10);
    CHECK(gap_distribution(pairs).low == -9);
    CHECK(gap_distribution(pairs).high() == 9);
    CHECK(performance_side(PairDistribution()).total().answers == 0);
}

TEST_CASE("pooled pairs are clustered by response") {
    PooledSums sums;
    add_response(sums, {-3, 0});
    add_response(sums, {-3, 1, -4});
    const auto estimate = gap(sums, pairs_of(1, 10, five), 0.5);
    // z = (a - m b) / 5 with m = -1.8: (-3 + 3.6) / 5 = 0.12 and its negative.
    CHECK(*estimate.value == Approx(-1.8));
    CHECK(*estimate.standard_error == Approx(0.24).epsilon(1e-12));
    CHECK(*estimate.high == Approx(-1.8 + student_quantile(0.5, 1) * 0.24).epsilon(1e-12));
}
