#include <cx/statistics/difference.hpp>

#include <cx/statistics/quantiles.hpp>

#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace cx {

namespace {

/// One side of a comparison: its estimate, what it is worth, its interval at a z, and the variance of one answer were
/// the truth `t`.
struct NetSide {
    const NetProportions& shares;

    [[nodiscard]] double   value() const { return shares.value(); }
    [[nodiscard]] double   n() const { return shares.n_star; }
    [[nodiscard]] Interval at(double z) const { return net_score_interval(shares, z); }
    [[nodiscard]] double variance(double t) const { return net_score_variance(shares.promoters, shares.detractors, t); }
};

struct ShareSide {
    const Proportion& share;

    [[nodiscard]] double        value() const { return share.share; }
    [[nodiscard]] double        n() const { return share.n_star; }
    [[nodiscard]] Interval      at(double z) const { return wilson_interval(share, z); }
    [[nodiscard]] static double variance(double t) { return std::max(0.0, t * (1 - t)); }
};

/// Square-and-add of two one-sample intervals (Zou and Donner 2008; Newcombe 1998, method 10).
template <typename Side> Interval square_and_add(const Side& first, const Side& second, double z) {
    const double   d = first.value() - second.value();
    const Interval one = first.at(z);
    const Interval two = second.at(z);
    return {d - std::hypot(first.value() - one.low, two.high - second.value()),
            d + std::hypot(one.high - first.value(), second.value() - two.low)};
}

/// The alpha at which the interval of a difference touches 0. There the upper side's lower limit lies d cos(a) below
/// its estimate and the lower side's upper limit d sin(a) above its own, for the one angle at which both have the same
/// z.
template <typename Side> double touching_p(const Side& upper, const Side& lower) {
    const double d = upper.value() - lower.value();
    if (!(d > 0)) {
        return 1;
    }
    const auto low_variance = [&](double angle) { return upper.variance(upper.value() - d * std::cos(angle)); };
    const auto high_variance = [&](double angle) { return lower.variance(lower.value() + d * std::sin(angle)); };
    // z^2 of one less that of the other, times both variances so that there is no pole.
    const auto excess = [&](double angle) {
        const double low = std::cos(angle) * std::cos(angle) * upper.n();
        const double high = std::sin(angle) * std::sin(angle) * lower.n();
        return low * high_variance(angle) - high * low_variance(angle);
    };
    // Right at the ends a variance may be 0, which is no solution.
    constexpr double hair = 1e-12;
    constexpr double right_angle = 1.5707963267948966;
    const double     from = excess(hair);
    const double     to = excess(right_angle - hair);
    double           angle = hair;
    if (from > 0) {
        angle = right_angle - hair;
    }
    if (from > 0 && to < 0) {
        const auto     close = [](double a, double b) { return std::abs(a - b) <= 1e-15; };
        std::uintmax_t steps = 200;
        const auto ends = boost::math::tools::toms748_solve(excess, hair, right_angle - hair, from, to, close, steps);
        angle = (ends.first + ends.second) / 2;
    }
    // Both sides have this z: together they give it whichever of the variances is small.
    const double low = d * std::cos(angle);
    const double high = d * std::sin(angle);
    const double variances = low_variance(angle) / upper.n() + high_variance(angle) / lower.n();
    return normal_p(std::sqrt((low * low + high * high) / variances));
}

template <typename Side> Difference compared(const Side& first, const Side& second, double unit, double confidence) {
    Difference result;
    if (first.n() <= 0 || second.n() <= 0) {
        return result;
    }
    const Interval interval = square_and_add(first, second, normal_quantile(confidence));
    result.value = unit * (first.value() - second.value());
    result.low = unit * interval.low;
    result.high = unit * interval.high;
    result.p = first.value() < second.value() ? touching_p(second, first) : touching_p(first, second);
    return result;
}

} // namespace

Difference net_score_difference(const NetProportions& first, const NetProportions& second, double confidence) {
    constexpr double points = 100;
    return compared(NetSide{first}, NetSide{second}, points, confidence);
}

Difference share_difference(const Proportion& first, const Proportion& second, double confidence) {
    constexpr double percentage_points = 100;
    return compared(ShareSide{first}, ShareSide{second}, percentage_points, confidence);
}

Difference mean_difference(const Estimate& first, const Estimate& second, double confidence) {
    return mean_difference(first, static_cast<double>(first.n) - 1, second, static_cast<double>(second.n) - 1,
                           confidence);
}

Difference mean_difference(const Estimate& first, double first_degrees, const Estimate& second, double second_degrees,
                           double confidence) {
    Difference result;
    if (!first.value || !second.value) {
        return result;
    }
    result.value = *first.value - *second.value;
    const double one = first.standard_error.value_or(0) * first.standard_error.value_or(0);
    const double two = second.standard_error.value_or(0) * second.standard_error.value_or(0);
    if (one <= 0 || two <= 0 || first_degrees <= 0 || second_degrees <= 0) {
        return result;
    }
    const double error = std::sqrt(one + two);
    const double part = one / (one + two); // Satterthwaite's formula in shares, which cannot underflow
    const double degrees = 1 / (part * part / first_degrees + (1 - part) * (1 - part) / second_degrees);
    const double half = student_quantile(confidence, degrees) * error;
    result.low = *result.value - half;
    result.high = *result.value + half;
    result.p = student_p(*result.value / error, degrees);
    return result;
}

} // namespace cx
