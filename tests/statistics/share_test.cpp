#include <cx/statistics/share.hpp>

#include <cx/statistics/quantiles.hpp>

#include "answers.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace cx;
using namespace cx::testing;

namespace {

const double z95 = normal_quantile(0.95);

Estimate yes(std::uint64_t yes_answers, std::uint64_t n) {
    return share(yes_of(yes_answers, n), PointSet::range(1, 1), 0.95);
}

void check_interval(const Estimate& estimate, double low, double high, double margin) {
    CHECK(*estimate.low / 100 == Approx(low).margin(margin));
    CHECK(*estimate.high / 100 == Approx(high).margin(margin));
}

} // namespace

TEST_CASE("O-11 Wilson intervals of Newcombe's table") {
    check_interval(yes(81, 263), 0.2552885, 0.3662096, 5e-8);
    CHECK(*yes(81, 263).value == Approx(30.80).margin(5e-3));
    check_interval(yes(15, 148), 0.0624, 0.1605, 5e-5);
    check_interval(yes(0, 20), 0, 0.1611, 5e-5);
    check_interval(yes(1, 29), 0.0061, 0.1718, 5e-5);
}

TEST_CASE("O-12 Wilson interval of 19 in 38, and the ends of the range") {
    check_interval(yes(19, 38), 0.348499283643951, 0.651500716356049, 1e-12);
    CHECK(*yes(38, 38).high == 100);
    CHECK(*yes(38, 38).low < 100);
    CHECK(*yes(0, 77).low == 0);
    CHECK(*yes(0, 77).high > 0);
}

TEST_CASE("Wilson intervals of one answer and of all alike") {
    check_interval(yes(0, 1), 0, 0.7934507, 5e-8);
    check_interval(yes(1, 1), 0.2065493, 1, 5e-8);
    check_interval(yes(10, 10), 0.7224672, 1, 5e-8);
    CHECK_FALSE(yes(1, 1).standard_error);
    CHECK(*yes(10, 10).standard_error == 0);
    CHECK(*yes(10, 10).value == 100);
}

TEST_CASE("without answers a share has no figures") {
    const auto estimate = yes(0, 0);
    CHECK(estimate.n == 0);
    CHECK_FALSE(estimate.value);
    CHECK_FALSE(estimate.standard_error);
    CHECK_FALSE(estimate.low);
    CHECK_FALSE(estimate.high);
    CHECK_FALSE(share(PooledSums{}, yes_of(0, 0), PointSet::range(1, 1), 0.95).value);
}

TEST_CASE("O-15 share at least somewhat easy") {
    const auto estimate = share(distribution(1, {1, 1, 1, 1, 2, 2, 2}), PointSet::range(5, 7), 0.95);
    CHECK(*estimate.value == Approx(60.0).margin(1e-12));
    check_interval(estimate, 0.312674, 0.831820, 5e-7);
    CHECK(*estimate.standard_error == Approx(100 * std::sqrt(0.24 / 9)).epsilon(1e-12));
}

TEST_CASE("O-24 weighted share of one man and nine women") {
    Distribution answers(0, 1);
    answers.at(0) = times(1, 50);
    answers.at(0) += times(4, 50.0 / 9);
    answers.at(1) = times(5, 50.0 / 9);
    const auto estimate = share(answers, PointSet::range(1, 1), 0.95);
    CHECK(*estimate.value / 100 == Approx(0.2777778).margin(5e-8));
    const double error = *estimate.standard_error / 100;
    CHECK(error == Approx(0.1773013).margin(5e-8));
    CHECK(*estimate.value / 100 - z95 * error == Approx(-0.0697264).margin(1e-7));
    CHECK(*estimate.value / 100 + z95 * error == Approx(0.6252820).margin(1e-7));
    CHECK(estimate.n_effective == Approx(3.6));
    CHECK(*estimate.low > 0);
    CHECK(*estimate.high < 100);
}

TEST_CASE("a set of points is a range or a list") {
    CHECK(PointSet::range(4, 5).contains(4));
    CHECK_FALSE(PointSet::range(4, 5).contains(6));
    CHECK_FALSE(PointSet::range(5, 4).contains(5));
    CHECK_FALSE(PointSet().contains(0));
    const auto listed = PointSet::of({7, -2, 3});
    CHECK(listed.contains(-2));
    CHECK(listed.contains(7));
    CHECK_FALSE(listed.contains(0));
    CHECK(*share(distribution(1, {2, 3, 5}), PointSet::of({3, 1}), 0.95).value == Approx(70));
}

TEST_CASE("equal weights give the unweighted share") {
    const auto plain = share(distribution(1, {2, 3, 5}), PointSet::range(3, 3), 0.95);
    for (const double weight : {0.1, 4.0, 123.4}) {
        const auto estimate = share(distribution(1, {2, 3, 5}, weight), PointSet::range(3, 3), 0.95);
        CHECK(*estimate.value == Approx(*plain.value).epsilon(1e-12));
        CHECK(*estimate.standard_error == Approx(*plain.standard_error).epsilon(1e-12));
        CHECK(*estimate.low == Approx(*plain.low).epsilon(1e-12));
        CHECK(*estimate.high == Approx(*plain.high).epsilon(1e-12));
    }
}

TEST_CASE("a weighted share where all are alike is worth Kish's n") {
    const auto answers = weighted(0, 1, {{1, 1}, {1, 1}, {1, 4}});
    const auto estimate = share(answers, PointSet::range(1, 1), 0.95);
    const auto interval = wilson_interval(1, 2, z95);
    CHECK(estimate.n_effective == Approx(2));
    CHECK(*estimate.low == Approx(100 * interval.low));
    CHECK(*estimate.high == 100);
}

TEST_CASE("a pooled share is clustered by response") {
    PooledSums sums;
    add_response(sums, {1, 1, 0});
    add_response(sums, {0, 0});
    add_response(sums, {1});
    add_response(sums, {1, 0, 0, 0});
    const double m = 0.4;
    double       squares = 0;
    for (const auto& [a, b] : {std::pair{2, 3}, std::pair{0, 2}, std::pair{1, 1}, std::pair{1, 4}}) {
        squares += std::pow((a - m * b) / 10, 2);
    }
    const double error = std::sqrt(4.0 / 3 * squares);
    const auto   estimate = share(sums, yes_of(4, 10), PointSet::range(1, 1), 0.95);
    CHECK(*estimate.value == Approx(40));
    CHECK(*estimate.standard_error == Approx(100 * error).epsilon(1e-12));
    const auto interval = wilson_interval(m, 10 * (0.24 / 9) / (error * error), z95);
    CHECK(*estimate.low == Approx(100 * interval.low).epsilon(1e-12));
    CHECK(*estimate.high == Approx(100 * interval.high).epsilon(1e-12));
}

TEST_CASE("Wilson's interval holds its share, has a width, widens with z and stays in range") {
    std::mt19937_64                        draw(1927);
    std::uniform_real_distribution<double> unit(0, 1);
    std::uniform_real_distribution<double> size(-1, 9);
    for (int i = 0; i < 20000; ++i) {
        const double p = i % 11 == 0 ? 0 : i % 13 == 0 ? 1 : unit(draw);
        const double n = std::pow(10, size(draw));
        const auto   interval = wilson_interval(p, n, z95);
        const auto   wider = wilson_interval(p, n, 2 * z95);
        CAPTURE(p, n);
        REQUIRE(interval.low >= 0);
        REQUIRE(interval.high <= 1);
        REQUIRE(interval.low <= p);
        REQUIRE(interval.high >= p);
        REQUIRE(interval.low < interval.high);
        REQUIRE(wider.low <= interval.low);
        REQUIRE(wider.high >= interval.high);
    }
}
