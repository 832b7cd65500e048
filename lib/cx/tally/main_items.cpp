#include <cx/tally/main_items.hpp>

#include <cx/model/coding.hpp>
#include <cx/model/made_items.hpp>

namespace cx {

namespace {

/// Lower goes first.
int rank(const Item& item) {
    constexpr int pair = 4, choice = 5;
    if (item.is_pair()) return pair;
    return item.kind == ItemKind::choice ? choice : static_cast<int>(item.kind);
}

bool comparable(const Item& a, const Item& b) {
    return a.kind == b.kind && a.is_pair() == b.is_pair() && scale_of(a) == scale_of(b) && a.top == b.top &&
           recommend_cuts(a) == recommend_cuts(b);
}

template <class Test> std::optional<std::size_t> first_of_best_kind(const MeasurementModel& model, Test test) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const Item& item = model.items[i];
        if (is_made(item) || !test(item)) continue;
        if (!best || rank(item) < rank(model.items[*best])) best = i;
    }
    return best;
}

} // namespace

std::optional<std::size_t> main_item(const MeasurementModel& model) {
    return first_of_best_kind(model, [](const Item& item) { return item.touchpoint.empty(); });
}

std::vector<std::size_t> main_touchpoint_items(const MeasurementModel& model) {
    const auto               of_touchpoint = [](const Item& item) { return !item.touchpoint.empty(); };
    const auto               first = first_of_best_kind(model, of_touchpoint);
    std::vector<std::size_t> items;
    for (std::size_t i = 0; first && i < model.items.size(); ++i) {
        const Item& item = model.items[i];
        if (is_made(item) || !of_touchpoint(item) || !comparable(model.items[*first], item)) continue;
        items.push_back(i);
    }
    return items;
}

} // namespace cx
