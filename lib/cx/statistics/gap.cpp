#include <cx/statistics/gap.hpp>

#include <cx/statistics/mean.hpp>

namespace cx {

namespace {

/// Adds every cell of a pair to the point that `point_of(performance, other)` gives, both counted from 0.
template <typename PointOf> Distribution collapsed(const PairDistribution& pairs, int low, int high, PointOf point_of) {
    Distribution result(low, high);
    const int    size = static_cast<int>(pairs.size);
    std::size_t  cell = 0; // performance down, the other across
    for (int performance = 0; performance < size; ++performance) {
        for (int other = 0; other < size; ++other) {
            result.at(point_of(performance, other)) += pairs.cells[cell++];
        }
    }
    return result;
}

} // namespace

Distribution gap_distribution(const PairDistribution& pairs) {
    if (pairs.size == 0) {
        return {};
    }
    const int length = static_cast<int>(pairs.size) - 1;
    return collapsed(pairs, -length, length, [](int performance, int other) { return performance - other; });
}

Distribution performance_side(const PairDistribution& pairs) {
    const int high = pairs.low + static_cast<int>(pairs.size) - 1;
    return collapsed(pairs, pairs.low, high, [&](int performance, int) { return pairs.low + performance; });
}

Distribution other_side(const PairDistribution& pairs) {
    const int high = pairs.low + static_cast<int>(pairs.size) - 1;
    return collapsed(pairs, pairs.low, high, [&](int, int other) { return pairs.low + other; });
}

Estimate gap(const PairDistribution& pairs, double confidence) { return mean(gap_distribution(pairs), confidence); }

Estimate gap(const PooledSums& sums, const PairDistribution& pairs, double confidence) {
    return mean(sums, gap_distribution(pairs), confidence);
}

} // namespace cx
