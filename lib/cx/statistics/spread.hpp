#pragma once

// Spread: how far the units that serve customers (channels, sites, touchpoints) lie from one another.

#include <cstddef>
#include <optional>
#include <vector>

namespace cx {

/// The score of one unit.
struct UnitEstimate {
    double                value = 0;
    std::optional<double> standard_error;
    double                n = 0; ///< answers; with weights Kish's effective n
};

/// How consistent service is between units. In the unit of the scores, but for `share_between`.
struct Spread {
    std::size_t           units = 0;          ///< that have a score, a standard error and answers
    std::optional<double> range;              ///< highest score less lowest, sampling noise and all
    std::optional<double> variance;           ///< tau2: between the units, sampling noise taken out; 0 and up
    std::optional<double> standard_deviation; ///< its root: how far a unit usually lies from the mean of all
    std::optional<double> share_between;      ///< 0..1: of the variance of single answers, what lies between units
};

/// tau2 = max(0, S2 - mean SE2), both weighted by n: S2 is the weighted variance of the unit scores that has the
/// expectation tau2 + mean SE2 (the method of moments; with equal n the usual variance, with n-1). The share between
/// is tau2 / (tau2 + variance of one answer within a unit), the latter n SE2. Units without a score's standard error
/// are left out; with fewer than two left, all but `units` is empty. The share is empty where every answer is alike.
[[nodiscard]] Spread spread(const std::vector<UnitEstimate>& units);

} // namespace cx
