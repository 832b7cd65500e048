#include <cx/statistics/holm.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace cx {

std::vector<std::optional<double>> holm(const std::vector<std::optional<double>>& p) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i] && !std::isnan(*p[i])) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return *p[a] < *p[b]; });
    std::vector<std::optional<double>> adjusted = p;
    double                             largest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto tests = static_cast<double>(order.size() - rank);
        largest = std::max(largest, std::min(1.0, tests * *p[order[rank]]));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

} // namespace cx
