#pragma once

// The survey tools whose exports are known.

#include <span>
#include <string_view>

#include <cx/exports/dialects/opening.hpp>

namespace cx::detail {

/// How one tool writes its exports.
struct Dialect {
    std::string_view name;  ///< as printed, and as `--as` takes it
    std::string_view title; ///< the tool's own name
    /// How surely these are its headers: 0 cannot be (not even with `--as`), above `sure` recognised.
    double (*confidence)(const Opening&);
    Description (*describe)(const Opening&);
};

/// What a dialect's confidence must be above; that of a plain table.
inline constexpr double sure = 0.5;

// One source each, in alphabetical order.
extern const Dialect googleforms;
extern const Dialect limesurvey;
extern const Dialect plain;
extern const Dialect qualtrics;
extern const Dialect surveygizmo;
extern const Dialect surveymonkey;
extern const Dialect typeform;
extern const Dialect webropol;

/// Whether these are the first lines of the summary that SurveyMonkey offers beside the responses.
[[nodiscard]] bool is_surveymonkey_summary(const Opening& opening);

[[nodiscard]] std::span<const Dialect* const> dialects() noexcept;

/// @throws Error with the nearest name for one that is not known
[[nodiscard]] const Dialect& dialect_named(std::string_view name);

/// The dialect whose headers these most surely are; `plain` where none is sure.
[[nodiscard]] const Dialect& recognised(const Opening& opening);

} // namespace cx::detail
