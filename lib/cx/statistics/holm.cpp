#include <cx/statistics/holm.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace cx {

std::vector<std::optional<double>> holm(const std::vector<std::optional<double>>& p) {
    std::vector<std::pair<double, std::size_t>> rising; // p-value and where it stood
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i].has_value() && !std::isnan(*p[i])) {
            rising.emplace_back(*p[i], i);
        }
    }
    std::sort(rising.begin(), rising.end());
    std::vector<std::optional<double>> adjusted = p;
    double                             largest = 0;
    auto                               left = static_cast<double>(rising.size());
    for (const auto& [value, place] : rising) {
        largest = std::max(largest, std::min(1.0, left * value));
        adjusted[place] = largest;
        left -= 1;
    }
    return adjusted;
}

} // namespace cx
