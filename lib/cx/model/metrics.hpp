#pragma once

// The metrics: each a row that names a statistic, the items it is of, and what their points count as.

#include <cstdint>
#include <span>
#include <string_view>

#include <cx/model/coding.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

enum class Unit { none, points, percent, scale };

enum class Statistic : std::uint8_t { net_score, share, mean, gap, opportunity, consensus };

/// Which answers of an item a metric is made from.
enum class Side : std::uint8_t { single, performance, importance, expectation, both };

struct Metric {
    std::string_view name;
    Statistic        statistic;
    Coding           coding;
    Side             side;
    Unit             unit;
    std::uint8_t     kinds; ///< bit set of ItemKind, of single items; 0 for a pair's metric
    bool             main;  ///< the first figure to look at of such an item
};

/// Every metric, in the order in which outputs list them.
[[nodiscard]] std::span<const Metric> metrics();

/// Whether an item gives the metric.
[[nodiscard]] bool gives(const Item& item, const Metric& metric);

/// Whether it is the first figure to look at of the item: of a rating that is the mean.
[[nodiscard]] bool is_main(const Metric& metric, const Item& item);

/// Lowest and highest value that the metric can take for the item.
struct MetricRange {
    double low = 0, high = 0;
};
[[nodiscard]] MetricRange range_of(const Metric& metric, const Item& item);

} // namespace cx
