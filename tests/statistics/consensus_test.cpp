#include <cx/statistics/consensus.hpp>

#include "answers.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace cx;
using namespace cx::testing;

namespace {

Distribution answered(int low, const std::vector<std::uint64_t>& counts, double weight = 1) {
    Distribution distribution(low, low + static_cast<int>(counts.size()) - 1);
    for (std::size_t i = 0; i < counts.size(); ++i) distribution.points[i] = times(counts[i], weight);
    return distribution;
}

} // namespace

TEST_CASE("O-39 consensus of 1000 answers on seven points") {
    const Estimate estimate = consensus(answered(1, {30, 40, 210, 130, 530, 50, 10}));
    CHECK(estimate.n == 1000);
    CHECK(*estimate.value == Approx(0.7256876).margin(5e-8));
    CHECK_FALSE(estimate.standard_error);
    CHECK_FALSE(estimate.low);
}

TEST_CASE("O-40 all alike, split at the ends, spread evenly") {
    CHECK(*consensus(answered(1, {0, 0, 10, 0, 0})).value == 1);
    CHECK(*consensus(answered(1, {5, 0, 0, 0, 5})).value == Approx(0).margin(1e-12));
    CHECK(*consensus(answered(1, {1, 1, 1, 1, 1})).value == Approx(0.4339850).margin(5e-8));
}

TEST_CASE("consensus needs two answers and two points") {
    CHECK_FALSE(consensus(answered(1, {0, 0, 0})).value);
    CHECK_FALSE(consensus(answered(1, {0, 1, 0})).value);
    CHECK(consensus(answered(1, {0, 1, 0})).n == 1);
    CHECK_FALSE(consensus(answered(1, {9})).value);
    CHECK_FALSE(consensus(Distribution()).value);
}

TEST_CASE("consensus depends neither on where a scale starts nor on the weights' sum") {
    const double plain = *consensus(answered(1, {1, 2, 3, 0, 4})).value;
    CHECK(*consensus(answered(0, {1, 2, 3, 0, 4})).value == Approx(plain).margin(1e-15));
    CHECK(*consensus(answered(1, {1, 2, 3, 0, 4}, 2.5)).value == Approx(plain).margin(1e-12));
}
