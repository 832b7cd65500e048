#include <cx/statistics/pair_scores.hpp>

#include <cstddef>
#include <utility>

#include <cx/statistics/gap.hpp>
#include <cx/statistics/mean.hpp>
#include <cx/statistics/measure.hpp>
#include <cx/statistics/opportunity.hpp>

namespace cx {

std::vector<PairScores> pair_scores(const Tallies& tallies, double confidence,
                                    const std::vector<WithheldSides>& withheld) {
    std::vector<PairScores> pairs;
    const MeasurementModel& model = tallies.layout().model();
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const Item& item = model.items[i];
        if (!item.is_pair()) continue;
        PairScores pair;
        pair.item = item.id;
        pair.item_text = item.text.empty() ? item.id : item.text;
        pair.expected = item.importance.empty();
        pair.need = need_of(model, item);
        pair.scale = item.scale;
        pair.withheld = is_withheld_in_all(withheld[i], Side::both);
        if (!pair.withheld) {
            const PairDistribution both = answers_to(tallies, tallies.groups(0).at({}), i).both;
            pair.performance = mean(performance_side(both), confidence);
            pair.other = mean(other_side(both), confidence);
            pair.gap = gap(both, confidence);
            if (!pair.expected) pair.opportunity = opportunity(both).value;
        }
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

} // namespace cx
