#include <cx/statistics/net_score.hpp>

#include <cx/statistics/quantiles.hpp>

#include "answers.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace cx;
using namespace cx::testing;

namespace {

constexpr NetCuts cuts{6, 9};
const double      z95 = normal_quantile(0.95);

Interval counted(double promoters, double detractors, double n, double z) {
    return net_score_interval(promoters / n, detractors / n, n, z);
}

void check_points(const Estimate& estimate, double low, double high) {
    CHECK(*estimate.low == Approx(100 * low).margin(5e-6));
    CHECK(*estimate.high == Approx(100 * high).margin(5e-6));
}

} // namespace

TEST_CASE("O-01 net score and its error, paired proportions of 1600") {
    const auto   estimate = net_score(net(86, 1364, 150), cuts, 0.95);
    const double by_n = *estimate.standard_error * std::sqrt(1599.0 / 1600) / 100;
    CHECK(*estimate.value == Approx(4.0));
    CHECK(by_n == Approx(0.009549).margin(1e-6));
    CHECK(*estimate.value / 100 - z95 * by_n == Approx(0.0212839).margin(1e-6));
    CHECK(*estimate.value / 100 + z95 * by_n == Approx(0.0587161).margin(1e-6));
}

TEST_CASE("O-02 net score 10 of 30, 30 and 40") {
    const auto estimate = net_score(net(30, 30, 40), cuts, 0.95);
    CHECK(estimate.n == 100);
    CHECK(estimate.base == 100);
    CHECK(estimate.n_effective == 100);
    CHECK(*estimate.value == Approx(10.0).margin(1e-12));
    CHECK(*estimate.standard_error == Approx(8.34847110).margin(1e-8));
    const double by_n = *estimate.standard_error * std::sqrt(0.99);
    CHECK(by_n * by_n / 100 == Approx(0.69).margin(1e-8));
    CHECK(by_n == Approx(8.30662386).margin(1e-8));
    CHECK(*estimate.value - z95 * by_n == Approx(-6.2806836).margin(1e-7));
    CHECK(*estimate.value + z95 * by_n == Approx(26.2806836).margin(1e-7));
    CHECK(*estimate.low < *estimate.value);
    CHECK(*estimate.high > *estimate.value);
}

TEST_CASE("O-03 score interval of 9 and 3 of 32") {
    const auto interval = counted(9, 3, 32, z95);
    CHECK(interval.low == Approx(-0.0270905).margin(5e-8));
    CHECK(interval.high == Approx(0.3896975).margin(5e-8));
    check_points(net_score(net(3, 20, 9), cuts, 0.95), -0.0270905, 0.3896975);
    CHECK(*net_score(net(3, 20, 9), cuts, 0.95).value == Approx(18.75));
}

TEST_CASE("O-04 score interval of 28 and 25 of 618, 90 %") {
    const auto interval = counted(28, 25, 618, normal_quantile(0.90));
    CHECK(interval.low == Approx(-0.0148344).margin(5e-8));
    CHECK(interval.high == Approx(0.0247155).margin(5e-8));
}

TEST_CASE("O-05 score interval of 1 and 7 of 21") {
    const auto interval = counted(1, 7, 21, z95);
    CHECK(interval.low == Approx(-0.5172323).margin(5e-8));
    CHECK(interval.high == Approx(-0.0260030).margin(5e-8));
}

TEST_CASE("O-08 all promoters") {
    const auto estimate = net_score(net(0, 0, 10), cuts, 0.95);
    CHECK(*estimate.value == 100);
    CHECK(*estimate.standard_error == 0);
    CHECK(*estimate.high == 100);
    check_points(estimate, 0.4449344, 1);
}

TEST_CASE("O-08 all passives") {
    const auto estimate = net_score(net(0, 10, 0), cuts, 0.95);
    CHECK(*estimate.value == 0);
    CHECK(*estimate.standard_error == 0);
    check_points(estimate, -0.2775328, 0.2775328);
}

TEST_CASE("O-08 one promoter, one passive") {
    const auto promoter = net_score(net(0, 0, 1), cuts, 0.95);
    CHECK(*promoter.value == 100);
    CHECK_FALSE(promoter.standard_error);
    check_points(promoter, -0.5869014, 1);
    const auto passive = net_score(net(0, 1, 0), cuts, 0.95);
    CHECK(*passive.value == 0);
    CHECK_FALSE(passive.standard_error);
    check_points(passive, -0.7934507, 0.7934507);
}

TEST_CASE("O-08 five against five") {
    const auto   estimate = net_score(net(5, 0, 5), cuts, 0.95);
    const double by_n = *estimate.standard_error * std::sqrt(0.9) / 100;
    CHECK(*estimate.value == 0);
    CHECK(z95 * by_n == Approx(0.6197950).margin(5e-8));
    check_points(estimate, -0.5268138, 0.5268138);
}

TEST_CASE("all detractors mirror all promoters") {
    const auto estimate = net_score(net(10, 0, 0), cuts, 0.95);
    CHECK(*estimate.value == -100);
    CHECK(*estimate.low == -100);
    check_points(estimate, -1, -0.4449344);
}

TEST_CASE("without answers a net score has no figures") {
    const auto estimate = net_score(net(0, 0, 0), cuts, 0.95);
    CHECK(estimate.n == 0);
    CHECK(estimate.n_effective == 0);
    CHECK_FALSE(estimate.value);
    CHECK_FALSE(estimate.standard_error);
    CHECK_FALSE(estimate.low);
    CHECK_FALSE(estimate.high);
    CHECK(net_proportions(net(0, 0, 0), cuts).n_star == 0);
    CHECK_FALSE(net_score(PooledSums{}, net(0, 0, 0), cuts, 0.95).value);
}

TEST_CASE("cut points are the survey's") {
    const auto answers = distribution(1, {1, 0, 0, 3, 6});
    CHECK(*net_score(answers, {3, 5}, 0.95).value == Approx(50));
    CHECK(*net_score(answers, {4, 5}, 0.95).value == Approx(20));
}

TEST_CASE("equal weights give the unweighted net score") {
    const auto plain = net_score(net(30, 30, 40), cuts, 0.95);
    const auto ones = net_score(net(30, 30, 40, 1.0), cuts, 0.95);
    CHECK(*ones.low == *plain.low);
    CHECK(*ones.standard_error == *plain.standard_error);
    for (const double weight : {0.1, 3.0, 1e5}) {
        const auto estimate = net_score(net(30, 30, 40, weight), cuts, 0.95);
        CHECK(*estimate.value == Approx(*plain.value).epsilon(1e-12));
        CHECK(*estimate.standard_error == Approx(*plain.standard_error).epsilon(1e-12));
        CHECK(*estimate.low == Approx(*plain.low).epsilon(1e-11));
        CHECK(*estimate.high == Approx(*plain.high).epsilon(1e-11));
    }
}

TEST_CASE("a weighted net score has the interval of n over its design effect") {
    const auto   answers = weighted(0, 10, {{10, 2}, {9, 1}, {2, 0.5}, {7, 1}, {10, 3}, {5, 1.5}, {8, 1}});
    const double base = 10;
    const double promoters = 6 / base;
    const double detractors = 2 / base;
    const double m = promoters - detractors;
    // Written out answer by answer.
    double squares = 0;
    for (const auto& [weight, code] :
         std::vector<std::pair<double, double>>{{2, 1}, {1, 1}, {0.5, -1}, {1, 0}, {3, 1}, {1.5, -1}, {1, 0}}) {
        squares += std::pow(weight * (code - m) / base, 2);
    }
    const double error = std::sqrt(7.0 / 6 * squares);
    const double v = promoters + detractors - m * m;
    const double n_star = 7 / (error * error / (v / 6));
    const auto   estimate = net_score(answers, cuts, 0.95);
    CHECK(*estimate.value == Approx(40));
    CHECK(*estimate.standard_error == Approx(100 * error).epsilon(1e-12));
    const auto interval = net_score_interval(promoters, detractors, n_star, z95);
    check_points(estimate, interval.low, interval.high);
    CHECK(net_proportions(answers, cuts).n_star == Approx(n_star).epsilon(1e-12));
}

TEST_CASE("pooled items: as many answers from fewer responses make a wider interval") {
    PooledSums sums;
    for (int i = 0; i < 12; ++i) {
        add_response(sums, {1, 1});
    }
    for (int i = 0; i < 8; ++i) {
        add_response(sums, {-1, -1});
    }
    const auto answers = net(16, 0, 24);
    const auto pooled = net_score(sums, answers, cuts, 0.95);
    const auto single = net_score(net(8, 0, 12), cuts, 0.95);
    CHECK(pooled.n == 40);
    CHECK(*pooled.value == Approx(*single.value));
    CHECK(*pooled.standard_error == Approx(*single.standard_error).epsilon(1e-12));
    CHECK(*pooled.high - *pooled.low > *net_score(answers, cuts, 0.95).high - *net_score(answers, cuts, 0.95).low);
    CHECK(net_proportions(sums, answers, cuts).n_star == Approx(40 * 19 / 39.0).epsilon(1e-12));
}

TEST_CASE("the score interval holds its estimate, has a width, widens with z, stays in range and mirrors") {
    std::mt19937_64                        draw(20160116);
    std::uniform_real_distribution<double> share(0, 1);
    std::uniform_real_distribution<double> size(-1, 8);
    for (int i = 0; i < 20000; ++i) {
        const double promoters = i % 7 == 0 ? 0 : share(draw);
        const double detractors = i % 5 == 0 ? 0 : (1 - promoters) * share(draw);
        const double n = std::pow(10, size(draw));
        const auto   interval = net_score_interval(promoters, detractors, n, z95);
        const auto   wider = net_score_interval(promoters, detractors, n, 2 * z95);
        const auto   mirror = net_score_interval(detractors, promoters, n, z95);
        const double net_share = promoters - detractors;
        CAPTURE(promoters, detractors, n);
        REQUIRE(interval.low <= net_share);
        REQUIRE(interval.high >= net_share);
        REQUIRE(interval.low < interval.high);
        REQUIRE(interval.low >= -1);
        REQUIRE(interval.high <= 1);
        REQUIRE(wider.low <= interval.low);
        REQUIRE(wider.high >= interval.high);
        REQUIRE(mirror.low == Approx(-interval.high).margin(1e-14));
        REQUIRE(mirror.high == Approx(-interval.low).margin(1e-14));
    }
}

TEST_CASE("the limits solve Tango's equation") {
    for (const auto& [p, d, n] :
         {std::tuple{0.4, 0.3, 100.0}, std::tuple{0.001, 0.9, 2000.0}, std::tuple{0.0, 0.2, 5.0}}) {
        const auto interval = net_score_interval(p, d, n, z95);
        for (const double t : {interval.low, interval.high}) {
            const double b = p + d + (p - d) * t;
            const double both = (b + std::sqrt(b * b - 4 * ((p - d) * t - (1 - p - d) * t * t))) / 2;
            CHECK(std::abs(p - d - t) / std::sqrt((both - t * t) / n) == Approx(z95).epsilon(1e-9));
        }
    }
}

TEST_CASE("shares within rounding of the ends still have an interval") {
    for (const double hair : {1e-17, 1e-15, 1e-13, 1e-9}) {
        for (const double n : {0.001, 1.0, 10.0, 1e12}) {
            const auto all = net_score_interval(1 - hair, hair, n, z95);
            CHECK(all.high <= 1);
            CHECK(all.high - all.low > 0);
            const auto no_one = net_score_interval(hair, 0, n, z95);
            CHECK(no_one.high - no_one.low > 0);
        }
    }
}
