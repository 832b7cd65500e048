#pragma once

// The mean of coded answers with its Taylor-linearised variance: what every one-sample estimate rests on.

#include <cx/tally/counts.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace cx {

/// Mean of answers, each coded as a number (+1, 0, -1 for a net score; 1 and 0 for a share; the point itself for a
/// mean).
struct LinearisedMean {
    std::uint64_t n = 0;           ///< answers
    double        base = 0;        ///< sum of weights
    double        n_effective = 0; ///< Kish's
    double        mean = 0;        ///< in the unit of the codes; 0 when n is 0
    double variance = 0; ///< of one answer, weighted, divided by the base; exactly 0 when all answers have one code
    std::optional<double>
           squared_error; ///< variance of the mean; empty with fewer than two answers (pooled: responses)
    double degrees = 0;   ///< of freedom of squared_error: answers (pooled: responses) less 1
    double n_star =
        0; ///< answers of a simple random sample that would know as much: n / design effect; above 0 when n is
};

/// Kish's effective number of answers, (sum w)^2 / sum w^2; 0 without answers.
[[nodiscard]] double kish_effective_n(const Count& total) noexcept;

/// The mean of `codes` over a distribution: `codes[i]` is the code of the distribution's point `low + i`.
/// With-replacement Taylor linearisation, n/(n-1) sum (w (c - m) / W)^2 (Binder 1983; R survey's svymean). Throws Error
/// when the sizes differ.
[[nodiscard]] LinearisedMean linearised_mean(const Distribution& answers, std::span<const double> codes);

/// The same over pooled items: the variance is k/(k-1) sum (w (a - m b) / W)^2 over the k responses. `sums` must be of
/// the same codes, `answers` the pooled distribution.
[[nodiscard]] LinearisedMean linearised_mean(const PooledSums& sums, const Distribution& answers,
                                             std::span<const double> codes);

} // namespace cx
