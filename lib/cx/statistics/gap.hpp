#pragma once

// The gap of a pair of items: how far performance lies from importance (or expectation), respondent by respondent.

#include <cx/statistics/estimate.hpp>
#include <cx/tally/counts.hpp>

namespace cx {

/// Answers by performance - other, from -(length) to +(length) of the scale.
[[nodiscard]] Distribution gap_distribution(const PairDistribution& pairs);

/// The two sides of the pair, over those who answered both.
[[nodiscard]] Distribution performance_side(const PairDistribution& pairs);
[[nodiscard]] Distribution other_side(const PairDistribution& pairs);

/// Mean of performance - other in scale points: negative is a shortfall. Paired t interval with n-1 degrees of freedom,
/// cut at plus and minus the scale's length. Empty figures as those of a mean.
[[nodiscard]] Estimate gap(const PairDistribution& pairs, double confidence);

/// Pooled pairs: `sums` of performance - other a response; degrees of freedom are the responses less 1.
[[nodiscard]] Estimate gap(const PooledSums& sums, const PairDistribution& pairs, double confidence);

} // namespace cx
