#include <cx/statistics/spread.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace cx {

namespace {

/// Sums over units, w being a unit's share of all answers.
struct Moments {
    double mean = 0;    ///< sum of w value
    double between = 0; ///< sum of w (value - mean)^2
    double noise = 0;   ///< sum of w (1 - w) SE2: what `between` holds of it
    double within = 0;  ///< sum of w n SE2: variance of one answer
    double unequal = 0; ///< sum of w^2
};

Moments moments(const std::vector<UnitEstimate>& units) {
    double answers = 0;
    for (const UnitEstimate& unit : units) answers += unit.n;
    Moments sums;
    for (const UnitEstimate& unit : units) sums.mean += unit.n / answers * unit.value;
    for (const UnitEstimate& unit : units) {
        const double w = unit.n / answers;
        const double squared_error = *unit.standard_error * *unit.standard_error;
        sums.between += w * (unit.value - sums.mean) * (unit.value - sums.mean);
        sums.noise += w * (1 - w) * squared_error;
        sums.within += w * unit.n * squared_error;
        sums.unequal += w * w;
    }
    return sums;
}

} // namespace

Spread spread(const std::vector<UnitEstimate>& units) {
    std::vector<UnitEstimate> known;
    std::copy_if(units.begin(), units.end(), std::back_inserter(known), [](const UnitEstimate& unit) {
        return unit.standard_error && unit.n > 0 && std::isfinite(unit.value) && std::isfinite(*unit.standard_error);
    });
    Spread found{known.size(), {}, {}, {}, {}};
    if (known.size() < 2) return found;
    const auto [lowest, highest] = std::minmax_element(
        known.begin(), known.end(), [](const UnitEstimate& a, const UnitEstimate& b) { return a.value < b.value; });
    found.range = highest->value - lowest->value;
    const Moments sums = moments(known);
    // Scores that are all alike have no variance, whatever rounding leaves of it.
    found.variance = *found.range > 0 ? std::max(0.0, (sums.between - sums.noise) / (1 - sums.unequal)) : 0;
    found.standard_deviation = std::sqrt(*found.variance);
    const double all = *found.variance + sums.within;
    if (all > 0) found.share_between = *found.variance / all;
    return found;
}

} // namespace cx
