#pragma once

// One metric of one item in one set of responses, ready to be compared with another set.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <cx/model/metrics.hpp>
#include <cx/statistics/estimate.hpp>
#include <cx/statistics/net_score.hpp>
#include <cx/statistics/share.hpp>
#include <cx/tally/counts.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

/// Answers to one item: of a pair, to both, to its performance and to its other side.
struct ItemAnswers {
    Distribution     single; ///< of a pair: performance
    Distribution     other;  ///< a pair's importance or expectation
    PairDistribution both;

    ItemAnswers& operator+=(const ItemAnswers& more);
};

/// For each group's answers the sum of all the others': nothing is subtracted, so that sums of weights stay exact.
[[nodiscard]] std::vector<ItemAnswers> rests_of(const std::vector<ItemAnswers>& answers);

[[nodiscard]] ItemAnswers answers_to(const Tallies& tallies, const GroupTally& group, std::size_t item);

/// An estimate with what a difference needs beside it.
struct Measure {
    Estimate                      estimate;
    std::optional<NetProportions> net;        ///< of a net score
    std::optional<Proportion>     proportion; ///< of a share
};

[[nodiscard]] Measure measure(const Metric& metric, const Item& item, const ItemAnswers& answers, double confidence);

/// What a difference from these answers needs of them, and no more: the intervals cost most.
[[nodiscard]] Measure measure_to_compare(const Metric& metric, const Item& item, const ItemAnswers& answers);

/// A measure over several items whose answers are pooled; `item` is any of them, `answers` the sum of all theirs.
[[nodiscard]] Measure measure_pooled(const Metric& metric, const Item& item, const PooledSums& sums,
                                     const ItemAnswers& answers, double confidence);

/// `first` less `second`, of disjoint responses.
[[nodiscard]] Difference difference(const Metric& metric, const Measure& first, const Measure& second,
                                    double confidence);

/// Answers that a metric of the item counts.
[[nodiscard]] std::uint64_t answers_counted(const Metric& metric, const ItemAnswers& answers);

/// Answers of one side of an item in a group: of a pair those to both for Side::both.
[[nodiscard]] std::uint64_t answers_counted(const Tallies& tallies, const GroupTally& group, std::size_t item,
                                            Side side);

} // namespace cx
