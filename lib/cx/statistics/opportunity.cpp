#include <cx/statistics/opportunity.hpp>

#include <algorithm>

#include <cx/statistics/gap.hpp>
#include <cx/statistics/mean.hpp>

namespace cx {

Estimate opportunity(const PairDistribution& pairs) {
    constexpr double any_confidence = 0.95; // of intervals that are not used
    const Estimate   performance = mean(performance_side(pairs), any_confidence);
    const Estimate   importance = mean(other_side(pairs), any_confidence);
    Estimate         estimate;
    estimate.n = importance.n;
    estimate.base = importance.base;
    estimate.n_effective = importance.n_effective;
    if (importance.value && performance.value) {
        estimate.value = *importance.value + std::max(*importance.value - *performance.value, 0.0);
    }
    return estimate;
}

} // namespace cx
