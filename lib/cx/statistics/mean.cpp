#include <cx/statistics/mean.hpp>

#include <cx/statistics/quantiles.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace cx {

namespace {

std::vector<double> point_codes(const Distribution& answers) {
    std::vector<double> codes(answers.points.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        codes[i] = answers.low + static_cast<double>(i);
    }
    return codes;
}

Estimate on_scale(const LinearisedMean& from, const Distribution& answers, double confidence) {
    Estimate result;
    result.n = from.n;
    result.base = from.base;
    result.n_effective = from.n_effective;
    if (from.n == 0) {
        return result;
    }
    result.value = from.mean;
    if (!from.squared_error) {
        return result;
    }
    const double error = std::sqrt(*from.squared_error);
    result.standard_error = error;
    if (!(error > 0)) {
        return result;
    }
    const double half = student_quantile(confidence, from.degrees) * error;
    result.low = std::max(from.mean - half, static_cast<double>(answers.low));
    result.high = std::min(from.mean + half, static_cast<double>(answers.high()));
    return result;
}

} // namespace

Estimate mean(const Distribution& answers, double confidence) {
    return on_scale(mean_of_points(answers), answers, confidence);
}

LinearisedMean mean_of_points(const Distribution& answers) { return linearised_mean(answers, point_codes(answers)); }

Estimate mean(const PooledSums& sums, const Distribution& answers, double confidence) {
    return on_scale(linearised_mean(sums, answers, point_codes(answers)), answers, confidence);
}

} // namespace cx
