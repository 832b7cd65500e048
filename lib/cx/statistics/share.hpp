#pragma once

// The share of answers on some points of the scale: top boxes, promoters, good answers of a choice.

#include <cx/statistics/estimate.hpp>
#include <cx/statistics/interval.hpp>
#include <cx/tally/counts.hpp>

#include <vector>

namespace cx {

/// Points of a scale that count.
class PointSet {
  public:
    /// Every point from `from` to `to`, both included; none when `to` is the lower.
    [[nodiscard]] static PointSet range(int from, int to);
    /// These points, in any order.
    [[nodiscard]] static PointSet of(std::vector<int> points);
    [[nodiscard]] bool            contains(int point) const noexcept;

  private:
    int              from_ = 0;
    int              to_ = -1;
    std::vector<int> listed_; ///< sorted
};

/// What a Wilson interval needs, at any confidence: a share in 0..1 and the answers it is worth (n over the design
/// effect).
struct Proportion {
    double share = 0;
    double n_star = 0; ///< 0: no answers
};

/// Wilson's score interval (1927), in 0..1. `n` need not be whole; `n` > 0, `z` >= 0. Never of zero width for z > 0.
[[nodiscard]] Interval wilson_interval(double share, double n, double z);
[[nodiscard]] Interval wilson_interval(const Proportion& share, double z);

[[nodiscard]] Proportion proportion(const Distribution& answers, const PointSet& points);
/// Pooled items: `sums` of 1 and 0 a response.
[[nodiscard]] Proportion proportion(const PooledSums& sums, const Distribution& answers, const PointSet& points);

/// Value, standard error (n-1) and Wilson interval in percent, 0..100. Without answers everything is empty; with one
/// the standard error is.
[[nodiscard]] Estimate share(const Distribution& answers, const PointSet& points, double confidence);
[[nodiscard]] Estimate share(const PooledSums& sums, const Distribution& answers, const PointSet& points,
                             double confidence);

} // namespace cx
