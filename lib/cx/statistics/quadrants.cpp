#include <cx/statistics/quadrants.hpp>

#include <algorithm>
#include <numeric>

namespace cx {

namespace {

/// Closer figures are the same one: the mean of equal figures need not be that figure to the last bit.
constexpr double nothing = 1e-9;

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double median_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

bool varies(const std::vector<double>& values) {
    const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
    return *highest - *lowest > nothing;
}

bool is_high(double value, double cut) { return value >= cut - nothing; }

bool is_certain(double value, const std::optional<double>& low, const std::optional<double>& high, double cut) {
    if (!low || !high) return false;
    return is_high(value, cut) ? is_high(*low, cut) : !is_high(*high, cut);
}

PlacedAttribute placed(const Attribute& attribute, double cut_importance, double cut_performance) {
    const bool important = is_high(attribute.importance, cut_importance);
    const bool performs = is_high(attribute.performance, cut_performance);
    return {
        important ? (performs ? Quadrant::keep_up : Quadrant::concentrate_here)
                  : (performs ? Quadrant::possible_overkill : Quadrant::low_priority),
        is_certain(attribute.importance, attribute.importance_low, attribute.importance_high, cut_importance) &&
            is_certain(attribute.performance, attribute.performance_low, attribute.performance_high, cut_performance)};
}

} // namespace

std::string_view to_string(CutPoint cut) noexcept {
    switch (cut) {
    case CutPoint::mean:
        return "mean";
    case CutPoint::median:
        return "median";
    case CutPoint::scale:
        return "scale";
    case CutPoint::target:
        return "target";
    }
    return {};
}

std::string_view to_string(Quadrant quadrant) noexcept {
    switch (quadrant) {
    case Quadrant::concentrate_here:
        return "concentrate here";
    case Quadrant::keep_up:
        return "keep up the good work";
    case Quadrant::low_priority:
        return "low priority";
    case Quadrant::possible_overkill:
        return "possible overkill";
    }
    return {};
}

std::optional<Quadrants> quadrants(const std::vector<Attribute>& attributes, CutPoint cut, Scale scale) {
    if (attributes.size() < fewest_attributes) return std::nullopt;
    std::vector<double> importance;
    std::vector<double> performance;
    std::vector<double> targets;
    for (const Attribute& attribute : attributes) {
        importance.push_back(attribute.importance);
        performance.push_back(attribute.performance);
        if (attribute.target) targets.push_back(*attribute.target);
    }
    if (cut == CutPoint::target && targets.empty()) return std::nullopt;
    const double middle = (scale.low + scale.high) / 2.0;

    Quadrants result;
    switch (cut) {
    case CutPoint::mean:
    case CutPoint::target:
        result.cut_importance = mean_of(importance);
        result.cut_performance = mean_of(cut == CutPoint::target ? targets : performance);
        break;
    case CutPoint::median:
        result.cut_importance = median_of(importance);
        result.cut_performance = median_of(performance);
        break;
    case CutPoint::scale:
        result.cut_importance = result.cut_performance = middle;
        break;
    }
    result.importance_varies = varies(importance);
    result.performance_varies = varies(performance);
    for (const Attribute& attribute : attributes) {
        result.attributes.push_back(placed(attribute, result.cut_importance, result.cut_performance));
    }
    return result;
}

} // namespace cx
