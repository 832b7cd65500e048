#include <cx/statistics/linearised.hpp>

#include <cx/base/error.hpp>

#include <boost/accumulators/accumulators.hpp>
#include <boost/accumulators/statistics/stats.hpp>
#include <boost/accumulators/statistics/weighted_mean.hpp>

#include <algorithm>
#include <cmath>

namespace cx {

namespace {

namespace accumulators = boost::accumulators;
using WeightedMean =
    accumulators::accumulator_set<double, accumulators::stats<accumulators::tag::weighted_mean>, double>;

bool unweighted(const Count& total) noexcept {
    const auto answers = static_cast<double>(total.answers);
    return total.weight == answers && total.weight_squared == answers;
}

/// Whether every answer has one and the same code; rounding in the mean must not make a variance of it.
bool all_alike(const Distribution& answers, std::span<const double> codes) {
    const double* first = nullptr;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (answers.points[i].weight <= 0) {
            continue;
        }
        if (first != nullptr && *first != codes[i]) {
            return false;
        }
        first = &codes[i];
    }
    return true;
}

double mean_code(const Distribution& answers, std::span<const double> codes) {
    WeightedMean weighted;
    double       only = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (answers.points[i].weight <= 0) {
            continue;
        }
        only = codes[i];
        weighted(codes[i], accumulators::weight = answers.points[i].weight);
    }
    return all_alike(answers, codes) ? only : accumulators::weighted_mean(weighted);
}

/// What both forms share: everything but the variance of the mean.
LinearisedMean without_error(const Distribution& answers, std::span<const double> codes) {
    if (codes.size() != answers.points.size()) {
        throw Error("a distribution has " + std::to_string(answers.points.size()) + " points, its codes are " +
                    std::to_string(codes.size()));
    }
    const Count    total = answers.total();
    LinearisedMean result;
    if (total.answers == 0 || !(total.weight > 0)) {
        return result;
    }
    result.n = total.answers;
    result.base = total.weight;
    result.n_effective = kish_effective_n(total);
    result.mean = mean_code(answers, codes);
    if (!all_alike(answers, codes)) {
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const double distance = codes[i] - result.mean;
            result.variance += answers.points[i].weight / total.weight * distance * distance;
        }
    }
    return result;
}

/// n over the design effect SE^2 / (v / (n-1)).
double worth(const LinearisedMean& estimate, double otherwise) {
    if (estimate.variance <= 0) {
        return estimate.n_effective;
    }
    if (!estimate.squared_error || !(*estimate.squared_error > 0)) {
        return otherwise;
    }
    const auto   n = static_cast<double>(estimate.n);
    const double n_star = n * estimate.variance / ((n - 1) * *estimate.squared_error);
    return std::isfinite(n_star) && n_star > 0 ? n_star : otherwise;
}

} // namespace

double kish_effective_n(const Count& total) noexcept {
    if (total.answers == 0 || !(total.weight > 0)) {
        return 0;
    }
    const auto   answers = static_cast<double>(total.answers);
    const double n = total.weight / total.weight_squared * total.weight;
    // At most n by Cauchy and Schwarz, at least 1; only weights beyond a double's range come out otherwise.
    return std::isfinite(n) ? std::clamp(n, 1.0, answers) : answers;
}

LinearisedMean linearised_mean(const Distribution& answers, std::span<const double> codes) {
    LinearisedMean result = without_error(answers, codes);
    if (result.n == 0) {
        return result;
    }
    const auto n = static_cast<double>(result.n);
    result.degrees = n - 1;
    if (result.n > 1) {
        double squares = 0;
        for (std::size_t i = 0; result.variance > 0 && i < codes.size(); ++i) {
            const double distance = (codes[i] - result.mean) / result.base;
            squares += answers.points[i].weight_squared * distance * distance;
        }
        result.squared_error = n / (n - 1) * squares;
    }
    result.n_star = unweighted(answers.total()) ? n : worth(result, result.n_effective);
    return result;
}

LinearisedMean linearised_mean(const PooledSums& sums, const Distribution& answers, std::span<const double> codes) {
    LinearisedMean result = without_error(answers, codes);
    if (result.n == 0 || sums.responses == 0) {
        return {};
    }
    const auto responses = static_cast<double>(sums.responses);
    result.n_effective = kish_effective_n({result.n, sums.b, sums.weight_squared});
    result.degrees = responses - 1;
    if (sums.responses > 1) {
        const double m = result.mean;
        const double squares = sums.aa - 2 * m * sums.ab + m * m * sums.bb;
        const double size = sums.aa + 2 * std::abs(m * sums.ab) + m * m * sums.bb;
        // The three terms cancel where every response has the same mean: what is left then is rounding.
        const bool nothing_left = result.variance <= 0 || squares <= size * 1e-12;
        result.squared_error = nothing_left ? 0 : responses / (responses - 1) * squares / result.base / result.base;
    }
    // Without a usable error the answers of one response are not told apart: each response counts once (Kish's formula
    // over the weights of whole responses).
    const double clusters = sums.bb > 0 ? std::clamp(sums.b / sums.bb * sums.b, 1.0, responses) : responses;
    result.n_star = worth(result, clusters);
    return result;
}

} // namespace cx
