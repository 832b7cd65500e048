#pragma once

// The net score: share of promoters less share of detractors (NPS on a scale of 0-10).

#include <cx/statistics/estimate.hpp>
#include <cx/statistics/interval.hpp>
#include <cx/tally/counts.hpp>

namespace cx {

/// Scale points that make promoters (this and above) and detractors (this and below).
struct NetCuts {
    int detractors_to = 6;
    int promoters_from = 9;
};

/// What a score interval needs, at any confidence: shares in 0..1, and the answers they are worth (n over the design
/// effect).
struct NetProportions {
    double promoters = 0;
    double detractors = 0;
    double n_star = 0; ///< 0: no answers

    [[nodiscard]] double value() const noexcept { return promoters - detractors; }
};

/// Score interval of promoters - detractors, in -1..1 (Tango 1998; Rocks 2016). `n` need not be whole; `n` > 0, `z` >=
/// 0. Never of zero width for z > 0.
[[nodiscard]] Interval net_score_interval(double promoters, double detractors, double n, double z);
[[nodiscard]] Interval net_score_interval(const NetProportions& shares, double z);

/// Variance of one answer were the net score `t`, the rest being as likely as the answers allow (Tango 1998); `t` in
/// -1..1.
[[nodiscard]] double net_score_variance(double promoters, double detractors, double t);

[[nodiscard]] NetProportions net_proportions(const Distribution& answers, NetCuts cuts);
/// Pooled items: `sums` of +1, 0, -1 a response.
[[nodiscard]] NetProportions net_proportions(const PooledSums& sums, const Distribution& answers, NetCuts cuts);

/// Value, standard error (n-1) and score interval in points, -100..100. Without answers everything is empty; with one
/// the standard error is.
[[nodiscard]] Estimate net_score(const Distribution& answers, NetCuts cuts, double confidence);
[[nodiscard]] Estimate net_score(const PooledSums& sums, const Distribution& answers, NetCuts cuts, double confidence);

} // namespace cx
