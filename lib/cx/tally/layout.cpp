#include <cx/tally/layout.hpp>

#include <algorithm>

#include <cx/model/made_items.hpp>

namespace cx {

namespace {

constexpr int usual_top = 2;

bool pool_together(const Item& a, const Item& b) {
    return a.kind == b.kind && a.is_pair() == b.is_pair() && a.importance.empty() == b.importance.empty() &&
           scale_of(a) == scale_of(b) && recommend_cuts(a) == recommend_cuts(b) &&
           a.top.value_or(usual_top) == b.top.value_or(usual_top);
}

/// The items of a group in sets that may be pooled, in the order of their first items; sets of one left out.
std::vector<std::vector<std::size_t>> poolable(const MeasurementModel& model, const std::vector<std::size_t>& items) {
    std::vector<std::vector<std::size_t>> sets;
    for (const std::size_t item : items) {
        const auto set = std::find_if(sets.begin(), sets.end(), [&](const std::vector<std::size_t>& candidates) {
            return pool_together(model.items[candidates.front()], model.items[item]);
        });
        if (set == sets.end()) {
            sets.push_back({item});
        } else {
            set->push_back(item);
        }
    }
    std::erase_if(sets, [](const std::vector<std::size_t>& set) { return set.size() < 2; });
    return sets;
}

} // namespace

std::vector<Coding> codings_of(const Item& item) {
    switch (item.kind) {
    case ItemKind::recommend:
        return {Coding::net, Coding::promoters, Coding::passives, Coding::detractors, Coding::point};
    case ItemKind::satisfaction:
        return {Coding::top, Coding::point, Coding::top_two};
    case ItemKind::effort:
        return {Coding::point, Coding::above_middle, Coding::top_two};
    case ItemKind::rating:
        return {Coding::point, Coding::top_two};
    case ItemKind::choice:
    case ItemKind::basics:
    case ItemKind::kept:
        return {Coding::good};
    }
    return {};
}

Layout::Layout(const MeasurementModel& model, const Schema& schema) : model_(&model), schema_(&schema) {
    lay_columns();
    make_pools();
}

void Layout::lay_columns() {
    for (const AnswerColumn& column : schema_->columns) {
        const Item& item = model_->items[column.item];
        const auto  points = column.part == AnswerColumn::Part::alone
                                 ? made_from(*model_, item).size() // which need it was that failed alone
                                 : static_cast<std::size_t>(scale_of(item).size());
        columns_.push_back(width_);
        points_.push_back(points);
        width_ += points + no_answer_kinds;
    }
    for (const Item& item : model_->items) {
        if (!item.is_pair()) {
            pairs_.emplace_back();
            continue;
        }
        const auto points = static_cast<std::size_t>(item.scale.size());
        pairs_.emplace_back(width_);
        width_ += points * points;
    }
}

void Layout::make_pools() {
    for (std::size_t g = 0; g < schema_->groupings.size(); ++g) {
        const auto& groups = schema_->groupings[g].item_groups;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            for (const auto& items : poolable(*model_, groups[i].items)) {
                const Item& first = model_->items[items.front()];
                if (first.is_pair()) {
                    for (const PooledValue value : {PooledValue::performance, PooledValue::other, PooledValue::gap}) {
                        pools_.push_back({g, i, items, value, Coding::point});
                    }
                    if (counted_points(first, Coding::top_two)) {
                        pools_.push_back({g, i, items, PooledValue::performance, Coding::top_two});
                    }
                    continue;
                }
                for (const Coding coding : codings_of(first)) {
                    if (counted_points(first, coding)) pools_.push_back({g, i, items, PooledValue::coding, coding});
                }
            }
        }
    }
}

} // namespace cx
