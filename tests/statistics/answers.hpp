#pragma once

// Answers to test with.

#include <cx/tally/counts.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace cx::testing {

inline Count times(std::uint64_t answers, double weight = 1) {
    const auto n = static_cast<double>(answers);
    return {answers, n * weight, n * weight * weight};
}

/// One count a point, from `low` up; every answer of the same weight.
inline Distribution distribution(int low, const std::vector<std::uint64_t>& counts, double weight = 1) {
    Distribution result(low, low + static_cast<int>(counts.size()) - 1);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        result.points[i] = times(counts[i], weight);
    }
    return result;
}

/// Answers on 0-10: detractors at 3, passives at 7, promoters at 10.
inline Distribution net(std::uint64_t detractors, std::uint64_t passives, std::uint64_t promoters, double weight = 1) {
    Distribution result(0, 10);
    result.at(3) = times(detractors, weight);
    result.at(7) = times(passives, weight);
    result.at(10) = times(promoters, weight);
    return result;
}

/// `yes` at 1 and the rest of `n` at 0.
inline Distribution yes_of(std::uint64_t yes, std::uint64_t n) { return distribution(0, {n - yes, yes}); }

/// Answers one by one, each with its weight.
inline Distribution weighted(int low, int high, const std::vector<std::pair<int, double>>& answers) {
    Distribution result(low, high);
    for (const auto& [point, weight] : answers) {
        result.at(point) += times(1, weight);
    }
    return result;
}

/// Adds one response with the coded values of its answers.
inline void add_response(PooledSums& sums, const std::vector<double>& codes, double weight = 1) {
    double a = 0;
    for (const double code : codes) {
        a += code;
    }
    const auto b = static_cast<double>(codes.size());
    sums += {1,
             codes.size(),
             weight * b,
             weight * a,
             weight * weight * a * a,
             weight * weight * a * b,
             weight * weight * b * b,
             weight * weight * b};
}

} // namespace cx::testing
