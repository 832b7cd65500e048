#include <cx/statistics/opportunity.hpp>

#include <algorithm>

#include <cx/statistics/gap.hpp>
#include <cx/statistics/linearised.hpp>
#include <cx/statistics/mean.hpp>

namespace cx {

Estimate opportunity(const PairDistribution& pairs) {
    const LinearisedMean performance = mean_of_points(performance_side(pairs));
    const LinearisedMean importance = mean_of_points(other_side(pairs));
    Estimate             estimate;
    estimate.n = importance.n;
    estimate.base = importance.base;
    estimate.n_effective = importance.n_effective;
    if (importance.n > 0 && performance.n > 0) {
        estimate.value = importance.mean + std::max(importance.mean - performance.mean, 0.0);
    }
    return estimate;
}

} // namespace cx
