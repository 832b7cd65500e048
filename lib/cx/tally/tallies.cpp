#include <cx/tally/tallies.hpp>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/tally/counting_sink.hpp>

namespace cx {

namespace {

constexpr std::size_t most_counters = std::size_t{1} << 27U; // of a grouping: a gigabyte

} // namespace

Tallies::Tallies(const Layout& layout, bool weighted, std::size_t most_groups)
    : layout_(&layout), weighted_(weighted), most_groups_(most_groups), groups_(layout.schema().groupings.size()) {
    // What holds all responses is there even when nobody answered.
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        if (layout.schema().groupings[g].dimensions.empty()) at(g, {});
    }
}

void Tallies::check_groups(std::size_t grouping, std::size_t groups) const {
    if (layout_->width() > 0 && groups > most_counters / layout_->width()) {
        throw Error(fmt::format("{} has {} groups, and with the scales of all items that is too much to count at once",
                                layout_->schema().groupings[grouping].name, groups),
                    "choose a column with fewer values, or a model with fewer items");
    }
    if (groups <= most_groups_) return;
    throw Error(fmt::format("{} has more than {} groups, too many to break down by",
                            layout_->schema().groupings[grouping].name, most_groups_),
                "choose another column, or raise --max-groups");
}

GroupTally& Tallies::at(std::size_t grouping, const GroupKey& key) {
    auto& groups = groups_[grouping];
    const auto [entry, is_new] = groups.try_emplace(key);
    if (!is_new) return entry->second;
    check_groups(grouping, groups.size());
    GroupTally& group = entry->second;
    group.answers.resize(layout_->width());
    if (weighted_) {
        group.weights.resize(layout_->width());
        group.weights_squared.resize(layout_->width());
    }
    group.pooled.resize(layout_->pools().size());
    return group;
}

Count Tallies::count(const GroupTally& group, std::size_t counter) const {
    const auto answers = group.answers[counter];
    if (!weighted_) return {answers, static_cast<double>(answers), static_cast<double>(answers)};
    return {answers, group.weights[counter], group.weights_squared[counter]};
}

Distribution Tallies::distribution(const GroupTally& group, std::size_t column) const {
    const int    low = scale_of(layout_->model().items[layout_->schema().columns[column].item]).low;
    Distribution distribution(low, low + static_cast<int>(layout_->points(column)) - 1);
    for (std::size_t i = 0; i < distribution.points.size(); ++i) {
        distribution.points[i] = count(group, layout_->column(column) + i);
    }
    return distribution;
}

PairDistribution Tallies::pair(const GroupTally& group, std::size_t item) const {
    const Scale      scale = layout_->model().items[item].scale;
    PairDistribution pair(scale.low, scale.high);
    const auto       first = layout_->pair(item);
    for (std::size_t i = 0; first && i < pair.cells.size(); ++i) pair.cells[i] = count(group, *first + i);
    return pair;
}

std::uint64_t Tallies::no_answers(const GroupTally& group, std::size_t column, NoAnswer kind) const {
    return group.answers[layout_->column(column) + layout_->points(column) + static_cast<std::size_t>(kind)];
}

std::unique_ptr<ResponseSink> Tallies::make_sink() { return std::make_unique<CountingSink>(*this); }

} // namespace cx
