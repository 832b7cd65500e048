#include <cx/statistics/consensus.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace cx {

namespace {

/// Whether at most one point was chosen.
bool all_alike(const Distribution& answers) {
    return std::count_if(answers.points.begin(), answers.points.end(),
                         [](const Count& point) { return point.weight > 0; }) <= 1;
}

} // namespace

Estimate consensus(const Distribution& answers) {
    Estimate    estimate;
    const Count total = answers.total();
    estimate.n = total.answers;
    estimate.base = total.weight;
    if (total.weight > 0) estimate.n_effective = total.weight * total.weight / total.weight_squared;
    if (total.answers < 2 || total.weight <= 0 || answers.points.size() < 2) return estimate;
    if (all_alike(answers)) {
        estimate.value = 1;
        return estimate;
    }
    double mean = 0;
    for (std::size_t i = 0; i < answers.points.size(); ++i) {
        mean += static_cast<double>(i) * answers.points[i].weight / total.weight;
    }
    const auto length = static_cast<double>(answers.points.size() - 1);
    double     agreement = 1;
    for (std::size_t i = 0; i < answers.points.size(); ++i) {
        if (answers.points[i].weight <= 0) continue;
        const double distance = std::abs(static_cast<double>(i) - mean) / length;
        agreement += answers.points[i].weight / total.weight * std::log2(1 - distance);
    }
    estimate.value = std::clamp(agreement, 0.0, 1.0);
    return estimate;
}

} // namespace cx
