#include <cx/statistics/mean.hpp>

#include <cx/statistics/quantiles.hpp>

#include "answers.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace cx;
using namespace cx::testing;

TEST_CASE("O-15 mean of ease") {
    const auto estimate = mean(distribution(1, {1, 1, 1, 1, 2, 2, 2}), 0.95);
    CHECK(estimate.n == 10);
    CHECK(*estimate.value == Approx(4.6).margin(1e-12));
    CHECK(*estimate.standard_error == Approx(0.6531973).margin(5e-8));
    CHECK(*estimate.low == Approx(3.1223651).margin(5e-8));
    CHECK(*estimate.high == Approx(6.0776349).margin(5e-8));
}

TEST_CASE("O-23 weighted mean and its t interval") {
    const auto answers = weighted(
        15, 337,
        {{15, 20}, {143, 200}, {21, 11}, {51, 25}, {337, 550}, {50, 30}, {274, 250}, {145, 100}, {15, 10}, {86, 55}});
    const auto estimate = mean(answers, 0.95);
    CHECK(estimate.n == 10);
    CHECK(estimate.base == 1251);
    CHECK(*estimate.value == Approx(243.914).margin(5e-4));
    CHECK(*estimate.standard_error == Approx(48.752).margin(5e-4));
    CHECK(*estimate.low == Approx(243.91366906 - student_quantile(0.95, 9) * 48.75216105).margin(1e-7));
    CHECK(*estimate.high == 337);
}

TEST_CASE("a mean of no answers, of one, of all alike") {
    const auto empty = mean(distribution(1, {0, 0, 0}), 0.95);
    CHECK(empty.n == 0);
    CHECK_FALSE(empty.value);
    CHECK_FALSE(empty.standard_error);
    CHECK_FALSE(empty.low);
    CHECK_FALSE(mean(Distribution(), 0.95).value);

    const auto one = mean(distribution(1, {0, 1, 0}), 0.95);
    CHECK(*one.value == 2);
    CHECK_FALSE(one.standard_error);
    CHECK_FALSE(one.low);
    CHECK_FALSE(one.high);

    for (const double weight : {1.0, 0.1, 0.7}) {
        const auto alike = mean(distribution(1, {0, 0, 9}, weight), 0.95);
        CHECK(*alike.value == 3);
        CHECK(*alike.standard_error == 0);
        CHECK_FALSE(alike.low);
        CHECK_FALSE(alike.high);
    }
}

TEST_CASE("a mean's interval is cut at the ends of the scale") {
    const auto low = mean(distribution(1, {1, 1, 0, 0, 0}), 0.95);
    CHECK(*low.low == 1);
    CHECK(*low.high == 5);
    const auto inside = mean(distribution(1, {20, 20, 20, 20, 20}), 0.95);
    CHECK(*inside.low > 1);
    CHECK(*inside.high < 5);
    CHECK(*inside.low + *inside.high == Approx(6));
}

TEST_CASE("equal weights give the unweighted mean") {
    const auto plain = mean(distribution(4, {2, 3, 5, 0, 1}), 0.9);
    for (const double weight : {0.1, 4.0, 123.4}) {
        const auto estimate = mean(distribution(4, {2, 3, 5, 0, 1}, weight), 0.9);
        CHECK(*estimate.value == Approx(*plain.value).epsilon(1e-12));
        CHECK(*estimate.standard_error == Approx(*plain.standard_error).epsilon(1e-12));
        CHECK(*estimate.low == Approx(*plain.low).epsilon(1e-12));
        CHECK(*estimate.high == Approx(*plain.high).epsilon(1e-12));
    }
}

TEST_CASE("a pooled mean has a t interval with responses less 1") {
    PooledSums sums;
    add_response(sums, {4, 5}, 2);
    add_response(sums, {1}, 1);
    add_response(sums, {3, 3, 4}, 0.5);
    Distribution answers(1, 5);
    for (const auto& [point, weight] :
         std::vector<std::pair<int, double>>{{4, 2}, {5, 2}, {1, 1}, {3, 0.5}, {3, 0.5}, {4, 0.5}}) {
        answers.at(point) += times(1, weight);
    }
    const double base = 6.5;
    const double m = 24.0 / base;
    double       squares = 0;
    for (const auto& [w, a, b] : {std::tuple{2.0, 9.0, 2.0}, std::tuple{1.0, 1.0, 1.0}, std::tuple{0.5, 10.0, 3.0}}) {
        squares += std::pow(w * (a - m * b) / base, 2);
    }
    const double error = std::sqrt(1.5 * squares);
    const auto   estimate = mean(sums, answers, 0.5);
    CHECK(estimate.n == 6);
    CHECK(estimate.base == Approx(base));
    CHECK(estimate.n_effective == Approx(base * base / (4 * 2 + 1 + 0.25 * 3)));
    CHECK(*estimate.value == Approx(m));
    CHECK(*estimate.standard_error == Approx(error).epsilon(1e-12));
    CHECK(*estimate.low == Approx(m - student_quantile(0.5, 2) * error).epsilon(1e-12));
    CHECK(*estimate.high == Approx(m + student_quantile(0.5, 2) * error).epsilon(1e-12));
}

TEST_CASE("a pooled mean of one response, or of responses that agree, has no interval") {
    PooledSums one;
    add_response(one, {1, 3});
    const auto single = mean(one, distribution(1, {1, 0, 1}), 0.95);
    CHECK(*single.value == 2);
    CHECK_FALSE(single.standard_error);
    CHECK_FALSE(single.low);
    PooledSums agreeing;
    for (int i = 0; i < 3; ++i) {
        add_response(agreeing, {1, 1, 3});
    }
    const auto agreed = mean(agreeing, distribution(1, {6, 0, 3}), 0.95);
    CHECK(*agreed.standard_error == 0);
    CHECK_FALSE(agreed.low);
}
