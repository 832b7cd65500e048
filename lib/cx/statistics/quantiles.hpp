#pragma once

// Quantiles and tail probabilities of the reference distributions. Confidence is a share in (0, 1), as 0.95.

namespace cx {

/// The z with P(|Z| <= z) = `confidence` for a standard normal Z. Throws Error for a confidence outside (0, 1).
[[nodiscard]] double normal_quantile(double confidence);

/// P(|Z| >= |z|) for a standard normal Z: a two-sided p-value.
[[nodiscard]] double normal_p(double z);

/// The t with P(|T| <= t) = `confidence` for Student's T with `degrees` of freedom (above 0, need not be whole).
/// Throws Error for a confidence outside (0, 1) or degrees of 0 and less.
[[nodiscard]] double student_quantile(double confidence, double degrees);

/// P(|T| >= |t|) for Student's T with `degrees` of freedom: a two-sided p-value. Throws Error as student_quantile.
[[nodiscard]] double student_p(double t, double degrees);

} // namespace cx
