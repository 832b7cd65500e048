#pragma once

// Consensus: how much those who answered agree with one another.

#include <cx/statistics/estimate.hpp>
#include <cx/tally/counts.hpp>

namespace cx {

/// Tastle and Wierman's consensus (Int. J. Approximate Reasoning 45 (2007) 531-545) of the answers on their scale:
/// 1 + sum of p_i log2(1 - |x_i - mean| / (highest - lowest point)), from 0 (half at either end) to 1 (all alike).
/// Without a unit. Empty without answers, with a single one, and on a scale of one point. There is no standard error or
/// interval. With weights the shares are of the weights.
[[nodiscard]] Estimate consensus(const Distribution& answers);

} // namespace cx
