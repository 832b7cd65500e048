#include <cx/model/metrics.hpp>

#include <array>

namespace cx {

namespace {

constexpr std::uint8_t of(ItemKind kind) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind)); }
template <class... Kinds> constexpr std::uint8_t of(ItemKind first, Kinds... more) {
    return static_cast<std::uint8_t>(of(first) | of(more...));
}

constexpr std::uint8_t recommend = of(ItemKind::recommend), satisfaction_only = of(ItemKind::satisfaction),
                       effort = of(ItemKind::effort), choice = of(ItemKind::choice), basics = of(ItemKind::basics),
                       kept = of(ItemKind::kept), pairs = 0;

constexpr std::array catalogue{
    Metric{"nps", Statistic::net_score, Coding::net, Side::single, Unit::points, recommend, true},
    Metric{"promoters", Statistic::share, Coding::promoters, Side::single, Unit::percent, recommend, false},
    Metric{"passives", Statistic::share, Coding::passives, Side::single, Unit::percent, recommend, false},
    Metric{"detractors", Statistic::share, Coding::detractors, Side::single, Unit::percent, recommend, false},
    Metric{"csat", Statistic::share, Coding::top, Side::single, Unit::percent, satisfaction_only, true},
    Metric{"ces", Statistic::mean, Coding::point, Side::single, Unit::scale, effort, true},
    Metric{"ces_easy", Statistic::share, Coding::above_middle, Side::single, Unit::percent, effort, false},
    Metric{"mean", Statistic::mean, Coding::point, Side::single, Unit::scale,
           of(ItemKind::recommend, ItemKind::satisfaction, ItemKind::rating), false},
    Metric{"gap", Statistic::gap, Coding::point, Side::both, Unit::scale, pairs, true},
    Metric{"opportunity", Statistic::opportunity, Coding::point, Side::both, Unit::scale, pairs, false},
    Metric{"performance", Statistic::mean, Coding::point, Side::performance, Unit::scale, pairs, false},
    Metric{"importance", Statistic::mean, Coding::point, Side::importance, Unit::scale, pairs, false},
    Metric{"expectation", Statistic::mean, Coding::point, Side::expectation, Unit::scale, pairs, false},
    Metric{"top2", Statistic::share, Coding::top_two, Side::single, Unit::percent,
           of(ItemKind::satisfaction, ItemKind::effort, ItemKind::rating), false},
    Metric{"top2", Statistic::share, Coding::top_two, Side::performance, Unit::percent, pairs, false},
    Metric{"share", Statistic::share, Coding::good, Side::single, Unit::percent, choice, true},
    Metric{"consensus", Statistic::consensus, Coding::point, Side::single, Unit::none,
           of(ItemKind::recommend, ItemKind::satisfaction, ItemKind::effort, ItemKind::rating), false},
    Metric{"consensus", Statistic::consensus, Coding::point, Side::performance, Unit::none, pairs, false},
    Metric{"basics_met", Statistic::share, Coding::good, Side::single, Unit::percent, basics, true},
    Metric{"kept", Statistic::share, Coding::good, Side::single, Unit::percent, kept, true},
};

} // namespace

std::span<const Metric> metrics() { return catalogue; }

bool gives(const Item& item, const Metric& metric) {
    if (item.is_pair() != (metric.kinds == pairs)) return false;
    const bool of_importance = metric.side == Side::importance || metric.statistic == Statistic::opportunity;
    if (of_importance && item.importance.empty()) return false;
    if (metric.statistic == Statistic::consensus && item.scale.size() < 2) return false;
    if (metric.side == Side::expectation && item.expectation.empty()) return false;
    if (!item.is_pair() && (metric.kinds & of(item.kind)) == 0) return false;
    return counted_points(item, metric.coding).has_value();
}

bool is_main(const Metric& metric, const Item& item) {
    if (!gives(item, metric)) return false;
    return metric.main || (metric.name == "mean" && item.kind == ItemKind::rating);
}

MetricRange range_of(const Metric& metric, const Item& item) {
    const double low = item.scale.low, high = item.scale.high;
    switch (metric.statistic) {
    case Statistic::net_score:
        return {-100, 100};
    case Statistic::share:
        return {0, 100};
    case Statistic::mean:
        return {low, high};
    case Statistic::gap:
        return {low - high, high - low};
    case Statistic::opportunity:
        return {low, high + high - low};
    case Statistic::consensus:
        return {0, 1};
    }
    return {};
}

} // namespace cx
