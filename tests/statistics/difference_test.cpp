#include <cx/statistics/difference.hpp>

#include <cx/statistics/gap.hpp>
#include <cx/statistics/mean.hpp>
#include <cx/statistics/quantiles.hpp>

#include "answers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace cx;
using namespace cx::testing;

namespace {

constexpr NetCuts cuts{6, 9};

NetProportions nps(std::uint64_t promoters, std::uint64_t detractors, std::uint64_t n) {
    return net_proportions(net(detractors, n - promoters - detractors, promoters), cuts);
}

Proportion yes(std::uint64_t yes_answers, std::uint64_t n) {
    return proportion(yes_of(yes_answers, n), PointSet::range(1, 1));
}

void check(const Difference& difference, double value, double low, double high, double margin) {
    CHECK(*difference.value == Approx(value).margin(margin));
    CHECK(*difference.low == Approx(low).margin(margin));
    CHECK(*difference.high == Approx(high).margin(margin));
}

} // namespace

TEST_CASE("O-09 two net scores with the plain normal test") {
    const auto   first = net_score(net(30, 30, 40), cuts, 0.95);
    const auto   second = net_score(net(20, 30, 50), cuts, 0.95);
    const double error = std::hypot(*first.standard_error, *second.standard_error) * std::sqrt(0.99) / 100;
    const double d = (*first.value - *second.value) / 100;
    CHECK(d == Approx(-0.20));
    CHECK(error == Approx(0.1140175425).margin(5e-11));
    CHECK(d / error == Approx(-1.7541160).margin(5e-8));
    CHECK(normal_p(d / error) == Approx(0.0794106).margin(5e-8));
    CHECK(d - normal_quantile(0.95) * error == Approx(-0.4234703).margin(5e-8));
    CHECK(d + normal_quantile(0.95) * error == Approx(0.0234703).margin(5e-8));
    CHECK(*net_score_difference(nps(40, 30, 100), nps(50, 20, 100), 0.95).value == Approx(100 * d));
}

TEST_CASE("O-13 Newcombe's differences of shares") {
    check(share_difference(yes(56, 70), yes(48, 80), 0.95), 20, 5.24315, 33.38727, 5e-6);
    check(share_difference(yes(9, 10), yes(3, 10), 0.95), 60, 17.05227, 80.90180, 5e-6);
}

TEST_CASE("O-14 Newcombe's interval of 7 in 34 less 1 in 34") {
    check(share_difference(yes(7, 34), yes(1, 34), 0.95), 600.0 / 34, 1.89214, 34.03687, 5e-6);
}

TEST_CASE("O-44 square-and-add of score intervals") {
    const auto one = net_score_difference(nps(40, 30, 100), nps(50, 20, 100), 0.95);
    check(one, -20, -41.7863666, 2.5286544, 5e-8);
    CHECK(*one.p == Approx(0.0818594).margin(5e-8));
    const auto two = net_score_difference(nps(5, 0, 6), nps(1000, 40, 1340), 0.95);
    check(two, 11.6915423, -59.918052, 25.6503144, 5e-7);
    CHECK(*two.p == Approx(0.5262079).margin(5e-8));
    const auto three = net_score_difference(nps(15, 8, 36), nps(12, 7, 31), 0.95);
    check(three, 3.3154122, -32.9774451, 39.5804476, 5e-8);
    CHECK(*three.p == Approx(0.8605583).margin(5e-8));
}

TEST_CASE("a difference with nobody is empty") {
    const auto none = net_score_difference(nps(1, 0, 1), nps(0, 0, 0), 0.95);
    CHECK_FALSE(none.value);
    CHECK_FALSE(none.low);
    CHECK_FALSE(none.p);
    CHECK_FALSE(share_difference(yes(0, 0), yes(1, 2), 0.95).value);
    const auto answers = mean(distribution(1, {1, 2, 3}), 0.95);
    CHECK_FALSE(mean_difference(answers, mean(distribution(1, {0, 0, 0}), 0.95), 0.95).value);
}

TEST_CASE("two groups at the same end of the range cannot be told apart") {
    CHECK(*net_score_difference(nps(7, 0, 7), nps(90, 0, 90), 0.95).p == 1);
    CHECK(*net_score_difference(nps(0, 7, 7), nps(0, 9, 9), 0.95).p == 1);
    CHECK(*share_difference(yes(5, 5), yes(60, 60), 0.95).p == 1);
    CHECK(*share_difference(yes(0, 1), yes(0, 1), 0.95).p == 1);
}

TEST_CASE("opposite ends: a difference of the whole range, with an interval and a p") {
    const auto one_each = net_score_difference(nps(1, 0, 1), nps(0, 1, 1), 0.95);
    CHECK(*one_each.value == 200);
    CHECK(*one_each.high == 200);
    CHECK(*one_each.p > 0.05);
    CHECK(*one_each.low < 0);
    const auto many = share_difference(yes(100000, 100000), yes(0, 100000), 0.95);
    CHECK(*many.value == 100);
    CHECK(*many.p >= 0);
    CHECK(*many.p < 1e-100);
    CHECK(*share_difference(yes(100000000, 100000000), yes(0, 100000000), 0.95).p == 0);
}

TEST_CASE("Welch's test of two means") {
    // 1, 2, 3, 4, 5 and 2, 2, 3, 3, 5, 5, 5: variances 2.5 and 1.952381.
    const auto   first = mean(distribution(1, {1, 1, 1, 1, 1}), 0.95);
    const auto   second = mean(distribution(1, {0, 2, 2, 0, 3}), 0.95);
    const double one = 2.5 / 5;
    const double two = 1.9523809523809523 / 7;
    const double degrees = (one + two) * (one + two) / (one * one / 4 + two * two / 6);
    const double error = std::sqrt(one + two);
    const auto   difference = mean_difference(first, second, 0.95);
    check(difference, 3 - 25.0 / 7, 3 - 25.0 / 7 - student_quantile(0.95, degrees) * error,
          3 - 25.0 / 7 + student_quantile(0.95, degrees) * error, 1e-12);
    CHECK(*difference.p == Approx(student_p((3 - 25.0 / 7) / error, degrees)).epsilon(1e-12));
    CHECK(*mean_difference(first, 4, second, 6, 0.95).p == *difference.p);
    CHECK(*mean_difference(first, 2, second, 2, 0.95).p > *difference.p);
}

TEST_CASE("means without an error have a difference and no test") {
    const auto varied = mean(distribution(1, {1, 2, 3}), 0.95);
    const auto one = mean(distribution(1, {0, 1, 0}), 0.95);
    const auto alike = mean(distribution(1, {0, 4, 0}), 0.95);
    for (const auto& other : {one, alike}) {
        const auto difference = mean_difference(varied, other, 0.95);
        CHECK(*difference.value == Approx(*varied.value - 2));
        CHECK_FALSE(difference.low);
        CHECK_FALSE(difference.high);
        CHECK_FALSE(difference.p);
    }
}

TEST_CASE("swapping the groups turns the sign, and interval and p agree") {
    std::mt19937_64                              draw(1998);
    std::uniform_int_distribution<std::uint64_t> count(0, 40);
    std::uniform_real_distribution<double>       weight(0.2, 3);
    int                                          decided = 0;
    for (int i = 0; i < 1500; ++i) {
        const auto first_answers = net(count(draw), count(draw), count(draw) + 1, i % 2 == 0 ? 1 : weight(draw));
        auto       second_answers = net(count(draw) + 1, count(draw), count(draw));
        if (i % 3 == 0) {
            second_answers.at(10) += times(3, weight(draw));
        }
        const auto first = net_proportions(first_answers, cuts);
        const auto second = net_proportions(second_answers, cuts);
        const auto first_share = proportion(first_answers, PointSet::range(7, 10));
        const auto second_share = proportion(second_answers, PointSet::range(7, 10));
        const auto first_mean = mean(first_answers, 0.95);
        const auto second_mean = mean(second_answers, 0.95);
        for (const double confidence : {0.8, 0.95}) {
            for (const auto& [there, back] : {std::pair{net_score_difference(first, second, confidence),
                                                        net_score_difference(second, first, confidence)},
                                              std::pair{share_difference(first_share, second_share, confidence),
                                                        share_difference(second_share, first_share, confidence)},
                                              std::pair{mean_difference(first_mean, second_mean, confidence),
                                                        mean_difference(second_mean, first_mean, confidence)}}) {
                if (!there.p) {
                    continue;
                }
                REQUIRE(*there.value == Approx(-*back.value).margin(1e-12));
                REQUIRE(*there.low == Approx(-*back.high).margin(1e-9));
                REQUIRE(*there.p == Approx(*back.p).epsilon(1e-9));
                REQUIRE(*there.low <= *there.value);
                REQUIRE(*there.high >= *there.value);
                const bool excludes = *there.low > 0 || *there.high < 0;
                REQUIRE((*there.p < 1 - confidence) == excludes);
                decided += excludes ? 1 : 0;
            }
        }
    }
    CHECK(decided > 500);
}

TEST_CASE("p is the alpha at which the interval touches 0, whatever the sizes and shares") {
    std::mt19937_64                        draw(1873);
    std::uniform_real_distribution<double> unit(0, 1);
    std::uniform_real_distribution<double> size(0, 6);
    int                                    touched = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto side = [&] {
            const double promoters = i % 5 == 0 ? 1 : unit(draw);
            const double detractors = i % 3 == 0 ? 0 : (1 - promoters) * unit(draw);
            return NetProportions{promoters, detractors, std::pow(10, size(draw))};
        };
        const auto     first = side();
        NetProportions second = side();
        second.promoters = first.promoters + (second.promoters - first.promoters) / std::sqrt(second.n_star);
        second.detractors = std::min(second.detractors, 1 - second.promoters);
        const auto shares =
            std::pair{Proportion{first.promoters, first.n_star}, Proportion{second.promoters, second.n_star}};
        for (const bool net_scores : {true, false}) {
            const auto at = [&](double confidence) {
                return net_scores ? net_score_difference(first, second, confidence)
                                  : share_difference(shares.first, shares.second, confidence);
            };
            const auto p = *at(0.95).p;
            REQUIRE(p >= 0);
            REQUIRE(p <= 1);
            if (p < 1e-6 || p > 0.999) {
                continue;
            }
            const auto edge = at(1 - p);
            CAPTURE(net_scores, first.promoters, first.detractors, first.n_star, second.promoters, second.detractors,
                    second.n_star, p);
            REQUIRE(std::min(std::abs(*edge.low), std::abs(*edge.high)) < 1e-6 * (*edge.high - *edge.low));
            ++touched;
        }
    }
    CHECK(touched > 1000);
}

TEST_CASE("a weighted difference rests on the weighted intervals") {
    const auto   first = weighted(0, 1, {{1, 3}, {1, 1}, {0, 1}, {0, 2}, {1, 0.5}});
    const auto   second = weighted(0, 1, {{0, 3}, {1, 1}, {0, 1}, {0, 2}, {1, 0.5}, {0, 1}});
    const auto   yes_points = PointSet::range(1, 1);
    const auto   one = share(first, yes_points, 0.9);
    const auto   two = share(second, yes_points, 0.9);
    const auto   difference = share_difference(proportion(first, yes_points), proportion(second, yes_points), 0.9);
    const double d = *one.value - *two.value;
    check(difference, d, d - std::hypot(*one.value - *one.low, *two.high - *two.value),
          d + std::hypot(*one.high - *one.value, *two.value - *two.low), 1e-10);
}

TEST_CASE("pooled net scores differ by their clustered intervals") {
    PooledSums sums;
    for (int i = 0; i < 12; ++i) {
        add_response(sums, {1, 1});
    }
    for (int i = 0; i < 8; ++i) {
        add_response(sums, {-1, -1});
    }
    const auto pooled = net_proportions(sums, net(16, 0, 24), cuts);
    const auto plain = net_proportions(net(16, 0, 24), cuts);
    const auto other = nps(2, 20, 40);
    CHECK(*net_score_difference(pooled, other, 0.95).p > *net_score_difference(plain, other, 0.95).p);
}

TEST_CASE("differences of gaps are Welch's") {
    PairDistribution first(1, 5);
    PairDistribution second(1, 5);
    first.at(2, 5) = times(3);
    first.at(3, 4) = times(4);
    second.at(5, 5) = times(6);
    second.at(4, 5) = times(2);
    const auto difference = mean_difference(gap(first, 0.95), gap(second, 0.95), 0.95);
    CHECK(*difference.value == Approx(-13.0 / 7 + 0.25));
    CHECK(*difference.high < 0);
    CHECK(*difference.p < 0.05);
}
