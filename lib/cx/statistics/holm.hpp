#pragma once

// Correction of p-values for many comparisons.

#include <optional>
#include <vector>

namespace cx {

/// Holm's step-down correction (1979), in the order given. An empty or NaN p-value stays as it is and is not one of the
/// comparisons. Which tests make a family is the caller's matter (two groups against each other's rest are one test).
[[nodiscard]] std::vector<std::optional<double>> holm(const std::vector<std::optional<double>>& p);

} // namespace cx
