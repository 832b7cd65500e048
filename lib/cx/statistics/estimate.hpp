#pragma once

// What a statistic gives: a figure and how sure it is.

#include <cstdint>
#include <optional>

namespace cx {

/// A figure estimated from answers. Empty optionals are undefined, not 0.
struct Estimate {
    std::uint64_t         n = 0;           ///< answers counted
    double                base = 0;        ///< sum of their weights (`n` without weights)
    double                n_effective = 0; ///< Kish's (`n` without weights); 0 when n is 0
    std::optional<double> value;
    std::optional<double> standard_error;
    std::optional<double> low, high; ///< two-sided interval at the confidence asked for
};

/// One estimate less another, of disjoint answers.
struct Difference {
    std::optional<double> value, low, high;
    std::optional<double> p; ///< two-sided
};

} // namespace cx
