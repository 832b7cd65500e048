#pragma once

// Differences of two groups or periods with disjoint answers: always the first less the second.

#include <cx/statistics/estimate.hpp>
#include <cx/statistics/net_score.hpp>
#include <cx/statistics/share.hpp>

namespace cx {

/// Net scores, in points: square-and-add of the two score intervals around the raw difference; p is the alpha at which
/// that interval touches 0. Empty where either has no answers.
[[nodiscard]] Difference net_score_difference(const NetProportions& first, const NetProportions& second,
                                              double confidence);

/// Shares, in percentage points: square-and-add of the two Wilson intervals (Newcombe 1998, method 10), p likewise.
[[nodiscard]] Difference share_difference(const Proportion& first, const Proportion& second, double confidence);

/// Means or gaps, in scale points: Welch's t on the squared standard errors, Satterthwaite's degrees of freedom from
/// n-1 each. Where either has no value, everything is empty; where either standard error is 0 or undefined, interval
/// and p are.
[[nodiscard]] Difference mean_difference(const Estimate& first, const Estimate& second, double confidence);

/// The same with degrees of freedom other than n-1 (pooled items: responses less 1).
[[nodiscard]] Difference mean_difference(const Estimate& first, double first_degrees, const Estimate& second,
                                         double second_degrees, double confidence);

} // namespace cx
