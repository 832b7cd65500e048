#include <cx/statistics/linearised.hpp>

#include <cx/base/error.hpp>

#include "answers.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace cx;
using namespace cx::testing;

namespace {

std::vector<double> points_of(const Distribution& answers) {
    std::vector<double> codes;
    for (std::size_t i = 0; i < answers.points.size(); ++i) {
        codes.push_back(answers.low + static_cast<double>(i));
    }
    return codes;
}

} // namespace

TEST_CASE("O-23 survey's svymean: weighted mean, its error and design effect") {
    const auto answers = weighted(
        15, 337,
        {{15, 20}, {143, 200}, {21, 11}, {51, 25}, {337, 550}, {50, 30}, {274, 250}, {145, 100}, {15, 10}, {86, 55}});
    const auto estimate = linearised_mean(answers, points_of(answers));
    REQUIRE(estimate.squared_error);
    CHECK(estimate.mean == Approx(243.91366906).margin(1e-8));
    CHECK(std::sqrt(*estimate.squared_error) == Approx(48.75216105).margin(1e-8));
    CHECK(*estimate.squared_error / (estimate.variance / 9) == Approx(1.974067).margin(5e-7));
    CHECK(estimate.n_star == Approx(10 / 1.974067).margin(5e-6));
    CHECK(estimate.n_effective == Approx(3.7246764).margin(1e-7));
    CHECK(10 / estimate.n_effective == Approx(2.6847970).margin(1e-7));

    const auto equal = weighted(15, 337,
                                {{15, 100},
                                 {143, 100},
                                 {21, 100},
                                 {51, 100},
                                 {337, 100},
                                 {50, 100},
                                 {274, 100},
                                 {145, 100},
                                 {15, 100},
                                 {86, 100}});
    const auto plain = linearised_mean(equal, points_of(equal));
    CHECK(plain.mean == Approx(113.7).margin(1e-9));
    CHECK(std::sqrt(plain.squared_error.value()) == Approx(35.62616).margin(1e-5));
    CHECK(plain.n_star == Approx(10));
}

TEST_CASE("equal weights change nothing") {
    const std::vector<std::uint64_t> counts{3, 0, 5, 9, 2};
    const auto                       plain = distribution(1, counts);
    const auto                       codes = points_of(plain);
    const auto                       expected = linearised_mean(plain, codes);
    for (const double weight : {0.1, 1.0, 2.0, 7.3, 1e6}) {
        const auto estimate = linearised_mean(distribution(1, counts, weight), codes);
        CHECK(estimate.n == expected.n);
        CHECK(estimate.base == Approx(19 * weight).epsilon(1e-12));
        CHECK(estimate.n_effective == Approx(19).epsilon(1e-12));
        CHECK(estimate.mean == Approx(expected.mean).epsilon(1e-12));
        CHECK(*estimate.squared_error == Approx(*expected.squared_error).epsilon(1e-12));
        CHECK(estimate.n_star == Approx(19).epsilon(1e-12));
    }
    CHECK(expected.n_star == 19);
}

TEST_CASE("no answers, one answer, and all alike") {
    const std::vector<double> codes{1, 2, 3};
    const auto                empty = linearised_mean(distribution(1, {0, 0, 0}), codes);
    CHECK(empty.n == 0);
    CHECK(empty.n_star == 0);
    CHECK_FALSE(empty.squared_error);

    const auto one = linearised_mean(distribution(1, {0, 1, 0}, 0.3), codes);
    CHECK(one.mean == 2);
    CHECK(one.variance == 0);
    CHECK(one.n_star == 1);
    CHECK_FALSE(one.squared_error);

    // Three weights whose weighted mean of the same point is not that point in doubles.
    const auto alike = linearised_mean(weighted(1, 3, {{3, 0.1}, {3, 0.2}, {3, 0.7}}), codes);
    CHECK(alike.mean == 3);
    CHECK(alike.variance == 0);
    CHECK(alike.squared_error == 0.0);
    CHECK(alike.n_star == Approx(1 / (0.01 + 0.04 + 0.49)));
}

TEST_CASE("codes of another length are refused") {
    const std::vector<double> codes{1, 2};
    CHECK_THROWS_AS(linearised_mean(distribution(1, {1, 1, 1}), codes), Error);
    CHECK_THROWS_AS(linearised_mean(PooledSums{}, distribution(1, {1, 1, 1}), codes), Error);
}

TEST_CASE("pooled items of one answer a response are the plain estimate") {
    const auto                answers = weighted(1, 3, {{1, 0.5}, {3, 2}, {3, 1}, {2, 0.25}});
    const std::vector<double> codes{1, 2, 3};
    PooledSums                sums;
    add_response(sums, {1}, 0.5);
    add_response(sums, {3}, 2);
    add_response(sums, {3}, 1);
    add_response(sums, {2}, 0.25);
    const auto pooled = linearised_mean(sums, answers, codes);
    const auto plain = linearised_mean(answers, codes);
    CHECK(pooled.mean == plain.mean);
    CHECK(*pooled.squared_error == Approx(*plain.squared_error).epsilon(1e-12));
    CHECK(pooled.n_star == Approx(plain.n_star).epsilon(1e-12));
    CHECK(pooled.n_effective == Approx(plain.n_effective).epsilon(1e-12));
    CHECK(pooled.degrees == plain.degrees);
}

TEST_CASE("an answer given twice by every response weighs as one") {
    const std::vector<double> codes{1, 2, 3};
    const auto                plain = linearised_mean(distribution(1, {4, 1, 5}), codes);
    PooledSums                sums;
    for (int i = 0; i < 4; ++i) {
        add_response(sums, {1, 1});
    }
    add_response(sums, {2, 2});
    for (int i = 0; i < 5; ++i) {
        add_response(sums, {3, 3});
    }
    const auto pooled = linearised_mean(sums, distribution(1, {8, 2, 10}), codes);
    CHECK(pooled.n == 20);
    CHECK(pooled.degrees == 9);
    CHECK(pooled.mean == plain.mean);
    CHECK(*pooled.squared_error == Approx(*plain.squared_error).epsilon(1e-12));
    // 20 answers whose variance is that of 10: v / (n - 1) is divided by 19 for the one, by 9 for the other.
    CHECK(pooled.n_star == Approx(20 * 9 / 19.0).epsilon(1e-12));
}

TEST_CASE("pooled items without a usable error count each response once") {
    const std::vector<double> codes{-1, 0, 1};
    SECTION("one response that differs within itself") {
        PooledSums sums;
        add_response(sums, {-1, 1, 1});
        const auto pooled = linearised_mean(sums, distribution(-1, {1, 0, 2}), codes);
        CHECK_FALSE(pooled.squared_error);
        CHECK(pooled.n_star == 1);
    }
    SECTION("responses that differ within themselves and not from each other") {
        PooledSums sums;
        for (int i = 0; i < 7; ++i) {
            add_response(sums, {-1, 1, 1});
        }
        const auto pooled = linearised_mean(sums, distribution(-1, {7, 0, 14}), codes);
        CHECK(pooled.squared_error == 0.0);
        CHECK(pooled.n_star == Approx(7));
    }
    SECTION("all answers alike: Kish's") {
        PooledSums sums;
        for (int i = 0; i < 7; ++i) {
            add_response(sums, {1, 1, 1});
        }
        const auto pooled = linearised_mean(sums, distribution(-1, {0, 0, 21}), codes);
        CHECK(pooled.squared_error == 0.0);
        CHECK(pooled.n_star == Approx(21));
    }
    SECTION("no response") { CHECK(linearised_mean(PooledSums{}, distribution(-1, {0, 0, 0}), codes).n == 0); }
}

TEST_CASE("weights at the ends of a double's range leave figures finite") {
    const std::vector<double> codes{0, 1};
    for (const double weight : {1e-300, 1e-160, 1e150, 1e300}) {
        const auto estimate = linearised_mean(distribution(0, {3, 4}, weight), codes);
        CHECK(std::isfinite(estimate.mean));
        CHECK(estimate.mean == Approx(4.0 / 7));
        CHECK(std::isfinite(estimate.n_star));
        CHECK(estimate.n_star >= 1);
        CHECK(estimate.n_effective <= 7);
    }
}
