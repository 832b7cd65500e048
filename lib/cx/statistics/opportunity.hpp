#pragma once

// Opportunity: what is important and done badly.

#include <cx/statistics/estimate.hpp>
#include <cx/tally/counts.hpp>

namespace cx {

/// Ulwick's opportunity score: importance + max(importance - performance, 0), of the two means over those who answered
/// both sides. In scale points, from the scale's lowest point up to its highest and the scale's length more. Empty
/// where nobody answered both. There is no standard error or interval.
[[nodiscard]] Estimate opportunity(const PairDistribution& pairs);

} // namespace cx
