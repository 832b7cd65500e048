#include <cx/statistics/net_score.hpp>

#include <cx/statistics/linearised.hpp>
#include <cx/statistics/quantiles.hpp>

#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace cx {

namespace {

constexpr double net_points = 100;
constexpr double degenerate = 1e-14; ///< shares nearer than this to 0 or 1 are taken for it: below is rounding

std::vector<double> net_codes(const Distribution& answers, NetCuts cuts) {
    std::vector<double> codes(answers.points.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const int point = answers.low + static_cast<int>(i);
        codes[i] = point >= cuts.promoters_from ? 1 : point <= cuts.detractors_to ? -1 : 0;
    }
    return codes;
}

NetProportions proportions_of(const Distribution& answers, NetCuts cuts, const LinearisedMean& estimate) {
    NetProportions shares;
    if (estimate.n == 0) {
        return shares;
    }
    const std::vector<double> codes = net_codes(answers, cuts);
    double                    promoters = 0;
    double                    detractors = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] > 0) {
            promoters += answers.points[i].weight;
        }
        if (codes[i] < 0) {
            detractors += answers.points[i].weight;
        }
    }
    shares.promoters = promoters / estimate.base;
    shares.detractors = detractors / estimate.base;
    shares.n_star = estimate.n_star;
    return shares;
}

Estimate in_points(const LinearisedMean& from, const NetProportions& shares, double confidence) {
    const double z = normal_quantile(confidence);
    Estimate     result;
    result.n = from.n;
    result.base = from.base;
    result.n_effective = from.n_effective;
    if (from.n == 0) {
        return result;
    }
    result.value = net_points * shares.value();
    if (from.squared_error) {
        result.standard_error = net_points * std::sqrt(*from.squared_error);
    }
    const Interval interval = net_score_interval(shares, z);
    result.low = net_points * interval.low;
    result.high = net_points * interval.high;
    return result;
}

/// How far the squared score of a net score `t` lies above z^2; times the variance, so that it has no pole.
class ScoreExcess {
  public:
    ScoreExcess(double promoters, double detractors, double n, double z)
        : promoters_(promoters), detractors_(detractors), n_(n), z2_(z * z) {}

    double operator()(double t) const {
        const double distance = promoters_ - detractors_ - t;
        return n_ * distance * distance - z2_ * net_score_variance(promoters_, detractors_, t);
    }

  private:
    double promoters_, detractors_, n_, z2_;
};

/// The lower limit of the share above less that below, where answers differ; the upper one is the mirrored scale's.
double lower_limit(double above, double below, double n, double z) {
    const double      net = above - below;
    const ScoreExcess excess(above, below, n, z);
    const double      at_end = excess(-1);
    const double      at_net = excess(net);
    if (!(at_end > 0)) {
        return -1;
    }
    if (!(at_net < 0)) {
        return net;
    }
    const auto     close = [](double a, double b) { return std::abs(a - b) <= 4e-16; };
    std::uintmax_t steps = 200;
    const auto     ends = boost::math::tools::toms748_solve(excess, -1.0, net, at_end, at_net, close, steps);
    return std::clamp((ends.first + ends.second) / 2, -1.0, net);
}

} // namespace

double net_score_variance(double promoters, double detractors, double t) {
    const double net = promoters - detractors;
    // Promoters and detractors together: the larger root of Tango's equation.
    const double b = promoters + detractors + net * t;
    const double c = net * t - (1 - promoters - detractors) * t * t;
    const double both = (b + std::sqrt(std::max(0.0, b * b - 4 * c))) / 2;
    return std::max(0.0, both - t * t);
}

Interval net_score_interval(double promoters, double detractors, double n, double z) {
    const double net = promoters - detractors;
    const double z2 = z * z;
    if (!(z > 0)) {
        return {net, net};
    }
    // Where all answers are alike the variance at the estimate is 0 and the equation has a closed solution.
    if (promoters >= 1 - degenerate) {
        return {std::max(-1.0, (n - z2) / (n + z2)), 1};
    }
    if (detractors >= 1 - degenerate) {
        return {-1, std::min(1.0, (z2 - n) / (n + z2))};
    }
    if (promoters + detractors <= degenerate) {
        return {-z2 / (n + z2), z2 / (n + z2)};
    }
    return {lower_limit(promoters, detractors, n, z), -lower_limit(detractors, promoters, n, z)};
}

Interval net_score_interval(const NetProportions& shares, double z) {
    return net_score_interval(shares.promoters, shares.detractors, shares.n_star, z);
}

NetProportions net_proportions(const Distribution& answers, NetCuts cuts) {
    return proportions_of(answers, cuts, linearised_mean(answers, net_codes(answers, cuts)));
}

NetProportions net_proportions(const PooledSums& sums, const Distribution& answers, NetCuts cuts) {
    return proportions_of(answers, cuts, linearised_mean(sums, answers, net_codes(answers, cuts)));
}

Estimate net_score(const Distribution& answers, NetCuts cuts, double confidence) {
    const LinearisedMean estimate = linearised_mean(answers, net_codes(answers, cuts));
    return in_points(estimate, proportions_of(answers, cuts, estimate), confidence);
}

Estimate net_score(const PooledSums& sums, const Distribution& answers, NetCuts cuts, double confidence) {
    const LinearisedMean estimate = linearised_mean(sums, answers, net_codes(answers, cuts));
    return in_points(estimate, proportions_of(answers, cuts, estimate), confidence);
}

} // namespace cx
