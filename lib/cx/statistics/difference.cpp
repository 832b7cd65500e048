#include <cx/statistics/difference.hpp>

#include <cx/statistics/quantiles.hpp>

#include <boost/math/tools/toms748_solve.hpp>

#include <cmath>
#include <cstdint>

namespace cx {

namespace {

/// Beyond this z a two-sided p is below the smallest double.
constexpr double z_of_no_p = 38.5;

/// Square-and-add of two one-sample intervals, each a function of z (Zou and Donner 2008; Newcombe 1998, method 10).
template <typename FirstAt, typename SecondAt> class SquareAndAdd {
  public:
    SquareAndAdd(double first, FirstAt first_at, double second, SecondAt second_at)
        : first_(first), second_(second), first_at_(first_at), second_at_(second_at) {}

    [[nodiscard]] double value() const { return first_ - second_; }

    [[nodiscard]] Interval at(double z) const {
        const Interval one = first_at_(z);
        const Interval two = second_at_(z);
        return {value() - std::hypot(first_ - one.low, two.high - second_),
                value() + std::hypot(one.high - first_, second_ - two.low)};
    }

    /// The alpha at which the end of the interval that faces 0 reaches it.
    [[nodiscard]] double p() const {
        if (!(std::abs(value()) > 0)) {
            return 1;
        }
        const auto   facing = [this](double z) { return value() > 0 ? at(z).low : -at(z).high; };
        const double at_end = facing(z_of_no_p);
        if (at_end > 0) {
            return 0;
        }
        if (!(at_end < 0)) {
            return normal_p(z_of_no_p);
        }
        const auto     close = [](double a, double b) { return std::abs(a - b) <= 1e-13 * (1 + std::abs(a)); };
        std::uintmax_t steps = 200;
        const auto     ends =
            boost::math::tools::toms748_solve(facing, 0.0, z_of_no_p, std::abs(value()), at_end, close, steps);
        return normal_p((ends.first + ends.second) / 2);
    }

  private:
    double   first_, second_;
    FirstAt  first_at_;
    SecondAt second_at_;
};

template <typename Limits> Difference scaled(const Limits& limits, double unit, double confidence) {
    const Interval interval = limits.at(normal_quantile(confidence));
    Difference     result;
    result.value = unit * limits.value();
    result.low = unit * interval.low;
    result.high = unit * interval.high;
    result.p = limits.p();
    return result;
}

} // namespace

Difference net_score_difference(const NetProportions& first, const NetProportions& second, double confidence) {
    constexpr double points = 100;
    if (!(first.n_star > 0 && second.n_star > 0)) {
        return {};
    }
    const SquareAndAdd limits(
        first.value(), [&](double z) { return net_score_interval(first, z); }, second.value(),
        [&](double z) { return net_score_interval(second, z); });
    return scaled(limits, points, confidence);
}

Difference share_difference(const Proportion& first, const Proportion& second, double confidence) {
    constexpr double percentage_points = 100;
    if (!(first.n_star > 0 && second.n_star > 0)) {
        return {};
    }
    const SquareAndAdd limits(
        first.share, [&](double z) { return wilson_interval(first, z); }, second.share,
        [&](double z) { return wilson_interval(second, z); });
    return scaled(limits, percentage_points, confidence);
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
    if (!(one > 0 && two > 0 && first_degrees > 0 && second_degrees > 0)) {
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
