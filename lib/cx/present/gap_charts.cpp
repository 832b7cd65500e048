#include <cx/present/gap_charts.hpp>

#include <algorithm>
#include <limits>
#include <string>

#include <cx/base/error.hpp>

namespace cx {
namespace {

bool has_figures(const PairScores& pair) {
    return !pair.withheld && pair.gap.value && pair.performance.value && pair.other.value;
}

/// The level that performance is to reach: a target on it, else the threshold.
std::optional<double> level_of(const MeasurementModel& model, const std::string& id) {
    const auto is_on = [&](const Target& target) {
        return target.metric == "performance" && target.dimension.empty() && target.at_least &&
               (target.item.empty() || target.item == id);
    };
    const auto target = std::find_if(model.targets.begin(), model.targets.end(), is_on);
    if (target != model.targets.end()) return target->at_least;
    const auto item =
        std::find_if(model.items.begin(), model.items.end(), [&](const Item& each) { return each.id == id; });
    return item == model.items.end() ? std::nullopt : threshold_of(model, *item);
}

Attribute attribute_of(const MeasurementModel& model, const PairScores& pair) {
    return {*pair.other.value,     *pair.performance.value,   pair.other.low, pair.other.high, pair.performance.low,
            pair.performance.high, level_of(model, pair.item)};
}

/// Smaller is first: the largest opportunity, or the deepest shortfall against what was expected; without figures last.
double rank_of(const PairScores& pair) {
    if (!has_figures(pair)) return std::numeric_limits<double>::infinity();
    return pair.expected || !pair.opportunity ? *pair.gap.value : -*pair.opportunity;
}

void place(GapChart& chart, const ViewInput& input) {
    std::stable_sort(chart.pairs.begin(), chart.pairs.end(),
                     [](const PairScores* a, const PairScores* b) { return rank_of(*a) < rank_of(*b); });
    std::vector<Attribute> attributes;
    for (std::size_t i = 0; i < chart.pairs.size(); ++i) {
        if (!has_figures(*chart.pairs[i])) continue;
        chart.placed.push_back(i);
        attributes.push_back(attribute_of(input.model, *chart.pairs[i]));
    }
    chart.quadrants = quadrants(attributes, input.cut, chart.scale);
}

} // namespace

std::vector<GapChart> gap_charts(const ViewInput& input) {
    std::vector<GapChart> charts;
    for (const bool expected : {false, true}) {
        for (const PairScores& pair : input.table.pairs) {
            if (pair.expected != expected) continue;
            const auto same = std::find_if(charts.begin(), charts.end(), [&](const GapChart& chart) {
                return chart.expected == expected && chart.scale == pair.scale;
            });
            (same == charts.end() ? charts.emplace_back(GapChart{expected, pair.scale, {}, {}, {}}) : *same)
                .pairs.push_back(&pair);
        }
    }
    for (GapChart& chart : charts) place(chart, input);
    const bool any_drawn = std::any_of(charts.begin(), charts.end(), [](const GapChart& c) { return c.quadrants; });
    const bool any_enough = std::any_of(charts.begin(), charts.end(),
                                        [](const GapChart& c) { return c.placed.size() >= fewest_attributes; });
    if (input.cut == CutPoint::target && any_enough && !any_drawn) {
        throw Error("--cut target: no pair has a level that its performance is to reach",
                    "give the items a threshold, their promises a minimum, or the model a target on performance");
    }
    return charts;
}

} // namespace cx
