#include <cx/statistics/basic_needs.hpp>

#include <algorithm>
#include <cstddef>

#include <cx/model/made_items.hpp>

namespace cx {

namespace {

/// The weight of answers to an item below the point that its need asks for.
double failures(const Distribution& answers, double needed) {
    double sum = 0;
    for (int point = answers.low; point <= answers.high(); ++point) {
        if (point < needed) sum += answers.at(point).weight;
    }
    return sum;
}

} // namespace

BasicNeeds basic_needs(const Tallies& tallies, const std::vector<WithheldSides>& withheld) {
    BasicNeeds              needs;
    const MeasurementModel& model = tallies.layout().model();
    const Schema&           schema = tallies.layout().schema();
    const auto              basics = std::find_if(model.items.begin(), model.items.end(),
                                                  [](const Item& item) { return item.kind == ItemKind::basics; });
    if (basics == model.items.end()) return needs;
    const auto         index = static_cast<std::size_t>(basics - model.items.begin());
    const std::size_t  column = schema.column_of(index);
    const GroupTally&  all = tallies.groups(0).at({});
    const Distribution complete = tallies.distribution(all, column + 1);
    const Distribution alone = tallies.distribution(all, column + 2);
    needs.withheld = is_withheld_in_all(withheld[index], Side::single);
    needs.counted = complete.total().answers;
    needs.base = complete.total().weight;
    needs.complete = complete.at(1).weight;
    std::size_t part = 0;
    for (const std::size_t i : made_from(model, *basics)) {
        const Item&        item = model.items[i];
        const Side         side = item.is_pair() ? Side::performance : Side::single;
        const Distribution answers = tallies.distribution(all, schema.column_of(i));
        const double       needed = needed_point(model, *basics, item);
        needs.items.push_back({item.id, item.text.empty() ? item.id : item.text, needed, answers.total().answers,
                               answers.total().weight, failures(answers, needed), alone.points[part++].weight,
                               is_withheld_in_all(withheld[i], side)});
    }
    return needs;
}

} // namespace cx
