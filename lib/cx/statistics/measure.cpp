#include <cx/statistics/measure.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <cx/statistics/consensus.hpp>
#include <cx/statistics/difference.hpp>
#include <cx/statistics/gap.hpp>
#include <cx/statistics/mean.hpp>
#include <cx/statistics/opportunity.hpp>

namespace cx {

namespace {

PointSet point_set(const Metric& metric, const Item& item) {
    const auto points = counted_points(item, metric.coding).value_or(Scale{1, 0});
    return PointSet::range(points.low, points.high);
}

NetCuts net_cuts(const Item& item) {
    const auto cuts = recommend_cuts(item).value_or(std::pair{9, 6});
    return {cuts.second, cuts.first};
}

const Distribution& side_of(const Metric& metric, const ItemAnswers& answers) {
    return metric.side == Side::importance || metric.side == Side::expectation ? answers.other : answers.single;
}

ItemAnswers zeros(ItemAnswers like) {
    std::fill(like.single.points.begin(), like.single.points.end(), Count{});
    std::fill(like.other.points.begin(), like.other.points.end(), Count{});
    std::fill(like.both.cells.begin(), like.both.cells.end(), Count{});
    return like;
}

} // namespace

ItemAnswers& ItemAnswers::operator+=(const ItemAnswers& more) {
    if (single.points.empty()) return *this = more;
    single += more.single;
    other += more.other;
    both += more.both;
    return *this;
}

std::vector<ItemAnswers> rests_of(const std::vector<ItemAnswers>& answers) {
    if (answers.empty()) return {};
    const ItemAnswers        nothing = zeros(answers.front());
    std::vector<ItemAnswers> rests(answers.size(), nothing);
    ItemAnswers              sum = nothing;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        rests[i] += sum;
        sum += answers[i];
    }
    sum = nothing;
    for (std::size_t i = answers.size(); i-- > 0;) {
        rests[i] += sum;
        sum += answers[i];
    }
    return rests;
}

ItemAnswers answers_to(const Tallies& tallies, const GroupTally& group, std::size_t item) {
    const std::size_t column = tallies.layout().schema().column_of(item);
    ItemAnswers       answers{tallies.distribution(group, column), {}, {}};
    if (tallies.layout().model().items[item].is_pair()) {
        answers.other = tallies.distribution(group, column + 1);
        answers.both = tallies.pair(group, item);
    }
    return answers;
}

Measure measure(const Metric& metric, const Item& item, const ItemAnswers& answers, double confidence) {
    const Distribution& side = side_of(metric, answers);
    switch (metric.statistic) {
    case Statistic::net_score:
        return {net_score(side, net_cuts(item), confidence), net_proportions(side, net_cuts(item)), {}};
    case Statistic::share:
        return {share(side, point_set(metric, item), confidence), {}, proportion(side, point_set(metric, item))};
    case Statistic::mean:
        return {mean(side, confidence), {}, {}};
    case Statistic::gap:
        return {gap(answers.both, confidence), {}, {}};
    case Statistic::opportunity:
        return {opportunity(answers.both), {}, {}};
    case Statistic::consensus:
        return {consensus(side), {}, {}};
    }
    return {};
}

Measure measure_to_compare(const Metric& metric, const Item& item, const ItemAnswers& answers) {
    const auto of_points = [](const LinearisedMean& mean) {
        Measure measure;
        measure.estimate.n = mean.n;
        if (mean.n > 0) measure.estimate.value = mean.mean;
        if (mean.squared_error) measure.estimate.standard_error = std::sqrt(*mean.squared_error);
        return measure;
    };
    switch (metric.statistic) {
    case Statistic::net_score:
        return {{}, net_proportions(side_of(metric, answers), net_cuts(item)), {}};
    case Statistic::share:
        return {{}, {}, proportion(side_of(metric, answers), point_set(metric, item))};
    case Statistic::mean:
        return of_points(mean_of_points(side_of(metric, answers)));
    case Statistic::gap:
        return of_points(mean_of_points(gap_distribution(answers.both)));
    case Statistic::consensus:
        return {consensus(side_of(metric, answers)), {}, {}};
    case Statistic::opportunity:
        return {};
    }
    return {};
}

Measure measure_pooled(const Metric& metric, const Item& item, const PooledSums& sums, const ItemAnswers& answers,
                       double confidence) {
    const Distribution& side = side_of(metric, answers);
    switch (metric.statistic) {
    case Statistic::net_score:
        return {net_score(sums, side, net_cuts(item), confidence), {}, {}};
    case Statistic::share:
        return {share(sums, side, point_set(metric, item), confidence), {}, {}};
    case Statistic::mean:
        return {mean(sums, side, confidence), {}, {}};
    case Statistic::gap:
        return {gap(sums, answers.both, confidence), {}, {}};
    case Statistic::opportunity:
        return {opportunity(answers.both), {}, {}};
    case Statistic::consensus:
        return {consensus(side), {}, {}};
    }
    return {};
}

Difference difference(const Metric& metric, const Measure& first, const Measure& second, double confidence) {
    if (metric.statistic == Statistic::net_score) return net_score_difference(*first.net, *second.net, confidence);
    if (metric.statistic == Statistic::share)
        return share_difference(*first.proportion, *second.proportion, confidence);
    if (metric.statistic == Statistic::opportunity) return {};
    if (metric.statistic == Statistic::consensus) {
        Difference less;
        if (first.estimate.value && second.estimate.value) less.value = *first.estimate.value - *second.estimate.value;
        return less;
    }
    return mean_difference(first.estimate, second.estimate, confidence);
}

std::uint64_t answers_counted(const Metric& metric, const ItemAnswers& answers) {
    if (metric.side != Side::both) return side_of(metric, answers).total().answers;
    Count both;
    for (const Count& cell : answers.both.cells) both += cell;
    return both.answers;
}

std::uint64_t answers_counted(const Tallies& tallies, const GroupTally& group, std::size_t item, Side side) {
    const Layout&     layout = tallies.layout();
    const std::size_t column =
        layout.schema().column_of(item) + (side == Side::importance || side == Side::expectation ? 1 : 0);
    std::size_t first = layout.column(column), counters = layout.points(column);
    if (side == Side::both) {
        first = layout.pair(item).value_or(0);
        counters = layout.pair(item) ? counters * counters : 0;
    }
    const auto from = group.answers.begin() + static_cast<std::ptrdiff_t>(first);
    return std::accumulate(from, from + static_cast<std::ptrdiff_t>(counters), std::uint64_t{0});
}

} // namespace cx
