#pragma once

// Counts of answers: all that is kept of an export. Everything adds up.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cx {

/// How often something was answered. Without weights, `weight` and `weight_squared` equal `answers`.
struct Count {
    std::uint64_t answers = 0;
    double        weight = 0;         ///< sum of the answers' weights
    double        weight_squared = 0; ///< sum of their squares

    Count& operator+=(const Count& other) noexcept {
        answers += other.answers;
        weight += other.weight;
        weight_squared += other.weight_squared;
        return *this;
    }
    bool operator==(const Count&) const = default;
};

/// Answers to one item by scale point: `points[i]` counts the point `low + i`.
struct Distribution {
    int                low = 0;
    std::vector<Count> points;

    Distribution() = default;
    Distribution(int lowest, int highest) : low(lowest), points(static_cast<std::size_t>(highest - lowest + 1)) {}
    [[nodiscard]] int          high() const noexcept { return low + static_cast<int>(points.size()) - 1; }
    [[nodiscard]] Count&       at(int point) { return points.at(static_cast<std::size_t>(point - low)); }
    [[nodiscard]] const Count& at(int point) const { return points.at(static_cast<std::size_t>(point - low)); }
    [[nodiscard]] Count        total() const noexcept {
               Count sum;
               for (const Count& count : points) sum += count;
        return sum;
    }
    Distribution& operator+=(const Distribution& other) noexcept {
        for (std::size_t i = 0; i < points.size(); ++i) points[i] += other.points[i];
        return *this;
    }
};

/// Answers to both items of a pair, by both points: performance down, the other across; only those who answered both.
struct PairDistribution {
    int                low = 0;
    std::size_t        size = 0; ///< scale points
    std::vector<Count> cells;    ///< cells[performance * size + other], each counted from `low`

    PairDistribution() = default;
    PairDistribution(int lowest, int highest)
        : low(lowest), size(static_cast<std::size_t>(highest - lowest + 1)), cells(size * size) {}
    [[nodiscard]] Count& at(int performance, int other) {
        return cells.at(static_cast<std::size_t>(performance - low) * size + static_cast<std::size_t>(other - low));
    }
    PairDistribution& operator+=(const PairDistribution& rhs) noexcept {
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i] += rhs.cells[i];
        return *this;
    }
};

/// Sums over responses that answered at least one of several pooled items: `b` is a response's number of answers, `a`
/// the sum of their coded values, w its weight. Enough for a mean of all answers with variance clustered by response.
struct PooledSums {
    std::uint64_t responses = 0; ///< with at least one answer and a weight above 0
    std::uint64_t answers = 0;
    double        b = 0;              ///< sum of w b
    double        a = 0;              ///< sum of w a
    double        aa = 0;             ///< sum of w^2 a^2
    double        ab = 0;             ///< sum of w^2 a b
    double        bb = 0;             ///< sum of w^2 b^2
    double        weight_squared = 0; ///< sum of w^2 b: for Kish's effective n

    PooledSums& operator+=(const PooledSums& other) noexcept {
        responses += other.responses;
        answers += other.answers;
        b += other.b;
        a += other.a;
        aa += other.aa;
        ab += other.ab;
        bb += other.bb;
        weight_squared += other.weight_squared;
        return *this;
    }
};

} // namespace cx
