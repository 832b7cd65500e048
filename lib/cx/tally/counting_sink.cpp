#include <cx/tally/counting_sink.hpp>

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace cx {

namespace {

constexpr std::uint32_t unknown = UINT32_MAX;

/// What each slot of an item's column counts as in a pool.
std::vector<double> values_by_slot(const Item& item, const Pool& pool) {
    const Scale         scale = scale_of(item);
    std::vector<double> values;
    for (int point = scale.low; point <= scale.high; ++point) values.push_back(coded(item, pool.coding, point));
    return values;
}

} // namespace

CountingSink::CountingSink(Tallies& tallies)
    : tallies_(tallies), layout_(tallies.layout()), locals_(layout_.schema().groupings.size()) {
    const Schema& schema = layout_.schema();
    for (std::size_t g = 0; g < locals_.size(); ++g) {
        locals_[g].grouping = g;
        locals_[g].crossed.resize(schema.groupings[g].dimensions.size());
    }
    for (std::size_t p = 0; p < layout_.pools().size(); ++p) {
        const Pool& pool = layout_.pools()[p];
        locals_[pool.grouping].pools.push_back(p);
        members_.emplace_back();
        for (const std::size_t item : pool.items) {
            members_.back().push_back({schema.column_of(item), values_by_slot(layout_.model().items[item], pool)});
        }
    }
}

void CountingSink::take(const Response& response) {
    if (response.weight == 0) return; // accepted, and in no figure
    collect_counters(response);
    const auto& groupings = layout_.schema().groupings;
    for (std::size_t g = 0; g < groupings.size(); ++g) {
        const std::uint32_t number = number_of(locals_[g], groupings[g], response);
        if (number == unknown) continue;
        count(locals_[g], number, response.weight);
        pool(locals_[g], number, response);
    }
}

void CountingSink::collect_counters(const Response& response) {
    counters_.clear();
    const Schema& schema = layout_.schema();
    for (std::size_t c = 0; c < response.answers.size(); ++c)
        counters_.push_back(layout_.column(c) + response.answers[c]);
    for (std::size_t c = 0; c + 1 < response.answers.size(); ++c) {
        if (schema.columns[c].part != AnswerColumn::Part::performance) continue;
        const std::size_t points = layout_.points(c);
        const Slot        performance = response.answers[c], other = response.answers[c + 1];
        if (performance >= points || other >= points) continue;
        counters_.push_back(*layout_.pair(schema.columns[c].item) + performance * points + other);
    }
}

/// The group's number in this thread; unknown when the response has no group in a dimension.
std::uint32_t CountingSink::number_of(Local& local, const ResolvedGrouping& grouping, const Response& response) {
    std::uint64_t so_far = 0;
    for (std::size_t d = 0; d < grouping.dimensions.size(); ++d) {
        const GroupCode code = response.groups[grouping.dimensions[d]];
        if (code == no_group) return unknown;
        const auto [entry, is_new] = local.crossed[d].try_emplace((so_far << 32U) | code, 0);
        if (is_new) {
            const bool last = d + 1 == grouping.dimensions.size();
            if (last) {
                GroupKey key;
                for (const std::size_t dimension : grouping.dimensions) key.push_back(response.groups[dimension]);
                entry->second = number(local, key);
            } else {
                entry->second = static_cast<std::uint32_t>(local.crossed[d].size() - 1);
            }
        }
        so_far = entry->second;
    }
    if (grouping.dimensions.empty() && local.keys.empty()) number(local, {});
    return static_cast<std::uint32_t>(so_far);
}

std::uint32_t CountingSink::number(Local& local, const GroupKey& key) {
    tallies_.check_groups(local.grouping, local.keys.size() + 1);
    local.keys.push_back(key);
    const std::size_t groups = local.keys.size();
    local.responses.resize(groups);
    local.answers.resize(groups * layout_.width());
    if (tallies_.weighted()) {
        local.weights.resize(groups * layout_.width());
        local.weights_squared.resize(groups * layout_.width());
    }
    local.pooled.resize(groups * local.pools.size());
    return static_cast<std::uint32_t>(groups - 1);
}

void CountingSink::count(Local& local, std::uint32_t number, double weight) {
    if (local.responses[number]++ == 0) local.touched.push_back(number);
    const std::size_t first = number * layout_.width();
    for (const std::size_t counter : counters_) ++local.answers[first + counter];
    if (!tallies_.weighted()) return;
    for (const std::size_t counter : counters_) {
        local.weights[first + counter] += weight;
        local.weights_squared[first + counter] += weight * weight;
    }
}

void CountingSink::pool(Local& local, std::uint32_t number, const Response& response) {
    for (std::size_t i = 0; i < local.pools.size(); ++i) {
        const Pool&   pool = layout_.pools()[local.pools[i]];
        std::uint64_t answered = 0;
        double        sum = 0;
        for (const Member& member : members_[local.pools[i]]) {
            const std::size_t points = member.values.size();
            const bool        is_pair = pool.value != PooledValue::coding;
            const Slot        slot = response.answers[member.column];
            const Slot        other = is_pair ? response.answers[member.column + 1] : slot;
            const bool        has_slot = slot < points, has_other = other < points;
            const bool        counts = pool.value == PooledValue::gap     ? has_slot && has_other
                                       : pool.value == PooledValue::other ? has_other
                                                                          : has_slot;
            if (!counts) continue;
            ++answered;
            if (pool.value != PooledValue::other) sum += member.values[slot];
            if (pool.value == PooledValue::other) sum += member.values[other];
            if (pool.value == PooledValue::gap) sum -= member.values[other];
        }
        if (answered == 0) continue;
        const double w = response.weight, b = static_cast<double>(answered);
        local.pooled[number * local.pools.size() + i] +=
            PooledSums{1, answered, w * b, w * sum, w * w * sum * sum, w * w * sum * b, w * w * b * b, w * w * b};
    }
}

void CountingSink::forget(Local& local) {
    const std::size_t width = layout_.width();
    for (const std::uint32_t number : local.touched) {
        local.responses[number] = 0;
        const auto clear = [&](auto& values, std::size_t size) {
            const auto first = values.begin() + static_cast<std::ptrdiff_t>(number * size);
            std::fill(first, first + static_cast<std::ptrdiff_t>(size),
                      typename std::decay_t<decltype(values)>::value_type{});
        };
        clear(local.answers, width);
        if (tallies_.weighted()) {
            clear(local.weights, width);
            clear(local.weights_squared, width);
        }
        clear(local.pooled, local.pools.size());
    }
    local.touched.clear();
}

void CountingSink::drop() {
    // Groups too: they may be none, and would count as some.
    for (Local& local : locals_) {
        Local empty;
        empty.grouping = local.grouping;
        empty.pools = std::move(local.pools);
        empty.crossed.resize(local.crossed.size());
        local = std::move(empty);
    }
}

void CountingSink::hand_over() {
    const std::size_t width = layout_.width();
    for (std::size_t g = 0; g < locals_.size(); ++g) {
        Local& local = locals_[g];
        for (const std::uint32_t number : local.touched) {
            GroupTally& group = tallies_.at(g, local.keys[number]);
            group.responses += local.responses[number];
            for (std::size_t i = 0; i < width; ++i) group.answers[i] += local.answers[number * width + i];
            for (std::size_t i = 0; tallies_.weighted() && i < width; ++i) {
                group.weights[i] += local.weights[number * width + i];
                group.weights_squared[i] += local.weights_squared[number * width + i];
            }
            for (std::size_t i = 0; i < local.pools.size(); ++i) {
                group.pooled[local.pools[i]] += local.pooled[number * local.pools.size() + i];
            }
        }
        forget(local);
    }
}

} // namespace cx
