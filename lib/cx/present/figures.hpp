#pragma once

// Figures as people read them: rounded without hiding a sign, with the words that go with a metric.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <cx/statistics/score_table.hpp>

namespace cx {

/// Digits after the point that a figure of `unit` is shown with: points and percent 1, all else 2.
[[nodiscard]] int decimals_of(Unit unit) noexcept;

/// `value` with `decimals` digits after the point, or more where rounding would turn a figure above or below 0 into 0,
/// or bring it to, or over, one of `bounds`. The minus is U+2212; below 1e-9 is 0.
[[nodiscard]] std::string rounded(double value, int decimals, std::span<const double> bounds = {});
/// The same with a plus before what is above 0.
[[nodiscard]] std::string rounded_with_sign(double value, int decimals);
/// A row's value with its unit: `77.0`, `62.5%`, `8.12`; empty where it has none.
[[nodiscard]] std::string value_text(const ScoreRow& row);
/// 13612 as `13,612`.
[[nodiscard]] std::string count_text(std::uint64_t count);
/// 0.95 as `95%`.
[[nodiscard]] std::string percent_text(double share);

/// What an export says (a name, a question), made harmless and of a bearable length.
[[nodiscard]] std::string shown_text(const std::string& text);
/// A metric's name for people: `NPS`, `top 2`; the name itself for one that is not known.
[[nodiscard]] std::string metric_title(std::string_view metric);

/// Which end of a metric is the good one.
enum class GoodEnd { high, low, neither };
[[nodiscard]] GoodEnd good_end(std::string_view metric) noexcept;

} // namespace cx
