#pragma once

// The mean of answers, in points of the scale.

#include <cx/statistics/estimate.hpp>
#include <cx/statistics/linearised.hpp>
#include <cx/tally/counts.hpp>

namespace cx {

/// Mean, standard error (n-1) and Student's t interval with n-1 degrees of freedom, cut at the ends of the scale.
/// Without answers everything is empty; with one there is no standard error; with one or all alike, no interval.
[[nodiscard]] Estimate mean(const Distribution& answers, double confidence);

/// The mean in points of the scale, without the interval, which costs most of it.
[[nodiscard]] LinearisedMean mean_of_points(const Distribution& answers);

/// Pooled items: `sums` of scale points a response; degrees of freedom are the responses less 1.
[[nodiscard]] Estimate mean(const PooledSums& sums, const Distribution& answers, double confidence);

} // namespace cx
