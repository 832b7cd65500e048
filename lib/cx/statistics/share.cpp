#include <cx/statistics/share.hpp>

#include <cx/statistics/linearised.hpp>
#include <cx/statistics/quantiles.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cx {

namespace {

constexpr double percent = 100;

std::vector<double> share_codes(const Distribution& answers, const PointSet& points) {
    std::vector<double> codes(answers.points.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        codes[i] = points.contains(answers.low + static_cast<int>(i)) ? 1 : 0;
    }
    return codes;
}

Estimate in_percent(const LinearisedMean& from, double confidence) {
    const double z = normal_quantile(confidence);
    Estimate     result;
    result.n = from.n;
    result.base = from.base;
    result.n_effective = from.n_effective;
    if (from.n == 0) {
        return result;
    }
    result.value = percent * from.mean;
    if (from.squared_error) {
        result.standard_error = percent * std::sqrt(*from.squared_error);
    }
    const Interval interval = wilson_interval(from.mean, from.n_star, z);
    result.low = percent * interval.low;
    result.high = percent * interval.high;
    return result;
}

} // namespace

PointSet PointSet::range(int from, int to) {
    PointSet set;
    set.from_ = from;
    set.to_ = to;
    return set;
}

PointSet PointSet::of(std::vector<int> points) {
    PointSet set;
    set.listed_ = std::move(points);
    std::sort(set.listed_.begin(), set.listed_.end());
    return set;
}

bool PointSet::contains(int point) const noexcept {
    return (from_ <= point && point <= to_) || std::binary_search(listed_.begin(), listed_.end(), point);
}

Interval wilson_interval(double share, double n, double z) {
    const double z2 = z * z;
    const double centre = (share * n + z2 / 2) / (n + z2);
    const double half = z / (1 + z2 / n) * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    // At the ends of the range the limit is the end itself, which rounding misses by a hair either way.
    const double low = share <= 0 ? 0 : std::clamp(centre - half, 0.0, 1.0);
    const double high = share >= 1 ? 1 : std::clamp(centre + half, 0.0, 1.0);
    return {std::min(low, share), std::max(high, share)};
}

Interval wilson_interval(const Proportion& share, double z) { return wilson_interval(share.share, share.n_star, z); }

Proportion proportion(const Distribution& answers, const PointSet& points) {
    const LinearisedMean estimate = linearised_mean(answers, share_codes(answers, points));
    return {estimate.mean, estimate.n_star};
}

Proportion proportion(const PooledSums& sums, const Distribution& answers, const PointSet& points) {
    const LinearisedMean estimate = linearised_mean(sums, answers, share_codes(answers, points));
    return {estimate.mean, estimate.n_star};
}

Estimate share(const Distribution& answers, const PointSet& points, double confidence) {
    return in_percent(linearised_mean(answers, share_codes(answers, points)), confidence);
}

Estimate share(const PooledSums& sums, const Distribution& answers, const PointSet& points, double confidence) {
    return in_percent(linearised_mean(sums, answers, share_codes(answers, points)), confidence);
}

} // namespace cx
