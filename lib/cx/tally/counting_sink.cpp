#include <cx/tally/counting_sink.hpp>

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace cx {

namespace {

constexpr std::uint32_t most_before_adding = 1U << 31U; // what every 32-bit counter holds

/// What each slot of an item's column counts as in a pool.
std::vector<double> values_by_slot(const Item& item, const Pool& pool) {
    const Scale         scale = scale_of(item);
    std::vector<double> values;
    for (int point = scale.low; point <= scale.high; ++point) values.push_back(coded(item, pool.coding, point));
    return values;
}

} // namespace

CountingSink::CountingSink(Tallies& tallies) : tallies_(tallies), layout_(tallies.layout()) {
    pair_cells_.resize(ResponseBlock::most);
    lay_units();
    lay_locals();
    lay_pools();
    for (Local& local : locals_) make_room(local);
}

void CountingSink::lay_units() {
    const auto& columns = layout_.schema().columns;
    const auto  slots = [this](std::size_t column) { return layout_.points(column) + no_answer_kinds; };
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].part == AnswerColumn::Part::performance) {
            units_.push_back({c, slots(c + 1), slots(c) * slots(c + 1), true});
            ++c;
        } else {
            units_.push_back({c, 1, slots(c), false});
        }
    }
}

/// What crosses the same dimensions is counted once. All responses are the sum of any other's groups, but for weights,
/// whose sums would depend on the order of groups.
void CountingSink::lay_locals() {
    const auto& groupings = layout_.schema().groupings;
    for (std::size_t g = 0; g < groupings.size(); ++g) {
        const auto& dimensions = groupings[g].dimensions;
        const auto  alike = std::find_if(locals_.begin(), locals_.end(), [&](const Local& local) {
            return groupings[local.groupings.front()].dimensions == dimensions;
        });
        if (alike != locals_.end()) {
            alike->groupings.push_back(g);
            continue;
        }
        locals_.push_back({{g}, false, GroupNumbers(dimensions), {}, std::vector<Cells>(units_.size()), {}, {}, {}});
        locals_.back().block.resize(ResponseBlock::most);
    }
    for (Local& local : locals_) {
        local.is_sum =
            !tallies_.weighted() && locals_.size() > 1 && groupings[local.groupings.front()].dimensions.empty();
    }
}

void CountingSink::lay_pools() {
    for (std::size_t p = 0; p < layout_.pools().size(); ++p) {
        const Pool& pool = layout_.pools()[p];
        for (Local& local : locals_) {
            const auto& groupings = local.groupings;
            if (std::find(groupings.begin(), groupings.end(), pool.grouping) != groupings.end())
                local.pools.push_back(p);
        }
        members_.emplace_back();
        for (const std::size_t item : pool.items) {
            members_.back().push_back(
                {layout_.schema().column_of(item), values_by_slot(layout_.model().items[item], pool)});
        }
    }
}

void CountingSink::make_room(Local& local) {
    const std::size_t numbers = local.numbers.size();
    for (const std::size_t grouping : local.groupings) tallies_.check_groups(grouping, numbers - 1);
    local.responses.resize(numbers);
    for (std::size_t u = 0; u < units_.size(); ++u) {
        if (tallies_.weighted()) {
            local.units[u].counts.resize(numbers * units_[u].cells);
        } else {
            local.units[u].answers.resize(numbers * units_[u].cells);
        }
    }
    local.pooled.resize(numbers * local.pools.size());
}

void CountingSink::take(const ResponseBlock& responses) {
    number_groups(responses);
    for (std::size_t u = 0; u < units_.size(); ++u) count(responses, u);
    for (Local& local : locals_) {
        for (std::size_t i = 0; i < responses.size() && !local.pools.empty(); ++i) pool(local, responses, i);
    }
    since_add_ += static_cast<std::uint32_t>(responses.size());
}

void CountingSink::number_groups(const ResponseBlock& responses) {
    for (Local& local : locals_) {
        std::uint32_t* const numbers = local.block.data();
        local.numbers.of(responses, numbers);
        if (local.numbers.size() > local.responses.size()) make_room(local);
        for (std::size_t i = 0; i < responses.size(); ++i) ++local.responses[numbers[i]];
    }
}

void CountingSink::count(const ResponseBlock& responses, std::size_t unit) {
    const Unit&       counted = units_[unit];
    const Slot* const answers = responses.answers(counted.column);
    if (!counted.is_pair) {
        count(unit, answers, responses);
        return;
    }
    const Slot* const    others = responses.answers(counted.column + 1);
    const auto           across = static_cast<std::uint32_t>(counted.across);
    std::uint32_t* const cells = pair_cells_.data();
    for (std::size_t i = 0; i < responses.size(); ++i) cells[i] = answers[i] * across + others[i];
    count(unit, cells, responses);
}

template <class Cell> void CountingSink::count(std::size_t unit, const Cell* found, const ResponseBlock& responses) {
    const std::size_t cells = units_[unit].cells, size = responses.size();
    for (Local& local : locals_) {
        if (local.is_sum) continue;
        const std::uint32_t* const numbers = local.block.data();
        if (tallies_.weighted()) {
            Count* const counts = local.units[unit].counts.data();
            for (std::size_t i = 0; i < size; ++i) {
                const double weight = responses.weights()[i];
                counts[numbers[i] * cells + found[i]] += {1, weight, weight * weight};
            }
        } else {
            std::uint32_t* const answers = local.units[unit].answers.data();
            for (std::size_t i = 0; i < size; ++i) ++answers[numbers[i] * cells + found[i]];
        }
    }
}

void CountingSink::pool(Local& local, const ResponseBlock& responses, std::size_t response) {
    const std::uint32_t number = local.block[response];
    if (number == GroupNumbers::none) return;
    for (std::size_t i = 0; i < local.pools.size(); ++i) {
        const Pool&   pool = layout_.pools()[local.pools[i]];
        std::uint64_t answered = 0;
        double        sum = 0;
        for (const Member& member : members_[local.pools[i]]) {
            const std::size_t points = member.values.size();
            const bool        is_pair = pool.value != PooledValue::coding;
            const Slot        slot = responses.answers(member.column)[response];
            const Slot        other = is_pair ? responses.answers(member.column + 1)[response] : slot;
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
        const double w = responses.weights()[response], b = static_cast<double>(answered);
        local.pooled[number * local.pools.size() + i] +=
            PooledSums{1, answered, w * b, w * sum, w * w * sum * sum, w * w * sum * b, w * w * b * b, w * w * b};
    }
}

void CountingSink::hand_over() {
    if (tallies_.weighted() || since_add_ >= most_before_adding) add_all();
}

void CountingSink::finish() { add_all(); }

void CountingSink::add_all() {
    const std::lock_guard lock(*tallies_.adding_);
    for (Local& local : locals_) {
        if (local.is_sum) sum_up(local);
    }
    for (Local& local : locals_) {
        for (std::uint32_t number = GroupNumbers::none + 1; number < local.responses.size(); ++number) {
            if (local.responses[number] == 0) continue;
            for (const std::size_t grouping : local.groupings) {
                add(local, number, grouping, tallies_.at(grouping, local.numbers.key(number)));
            }
            forget(local, number);
        }
        forget(local, GroupNumbers::none);
    }
    since_add_ = 0;
}

/// All responses, of whatever other groups there are fewest, those without a group among them.
void CountingSink::sum_up(Local& local) const {
    constexpr std::size_t everyone = GroupNumbers::none + 1;
    const Local*          parts = nullptr;
    for (const Local& other : locals_) {
        if (!other.is_sum && (parts == nullptr || other.numbers.size() < parts->numbers.size())) parts = &other;
    }
    for (std::size_t number = 0; number < parts->responses.size(); ++number) {
        for (std::size_t u = 0; u < units_.size(); ++u) {
            const std::size_t cells = units_[u].cells;
            for (std::size_t cell = 0; cell < cells; ++cell) {
                local.units[u].answers[everyone * cells + cell] += parts->units[u].answers[number * cells + cell];
            }
        }
    }
}

void CountingSink::add(const Local& local, std::uint32_t number, std::size_t grouping, GroupTally& group) const {
    group.responses += local.responses[number];
    for (std::size_t u = 0; u < units_.size(); ++u) add_unit(local, number, u, group);
    for (std::size_t i = 0; i < local.pools.size(); ++i) {
        if (layout_.pools()[local.pools[i]].grouping != grouping) continue;
        group.pooled[local.pools[i]] += local.pooled[number * local.pools.size() + i];
    }
}

/// Adds what was counted of a unit, a pair's combinations also to both of its columns.
void CountingSink::add_unit(const Local& local, std::uint32_t number, std::size_t unit, GroupTally& group) const {
    const Unit&       counted = units_[unit];
    const Cells&      cells = local.units[unit];
    const std::size_t first = number * counted.cells;
    const std::size_t points = layout_.points(counted.column), column = layout_.column(counted.column);
    const auto        add_cell = [&](std::size_t cell, std::size_t counter) {
        if (!tallies_.weighted()) {
            group.answers[counter] += cells.answers[first + cell];
            return;
        }
        const Count& count = cells.counts[first + cell];
        group.answers[counter] += count.answers;
        group.weights[counter] += count.weight;
        group.weights_squared[counter] += count.weight_squared;
    };
    if (!counted.is_pair) {
        for (std::size_t slot = 0; slot < counted.cells; ++slot) add_cell(slot, column + slot);
        return;
    }
    const std::size_t other = layout_.column(counted.column + 1);
    const std::size_t pair = *layout_.pair(layout_.schema().columns[counted.column].item);
    for (std::size_t cell = 0; cell < counted.cells; ++cell) {
        const std::size_t a = cell / counted.across, b = cell % counted.across;
        add_cell(cell, column + a);
        add_cell(cell, other + b);
        if (a < points && b < points) add_cell(cell, pair + a * points + b);
    }
}

/// A group stays known; what was counted of it is none again.
void CountingSink::forget(Local& local, std::uint32_t number) const {
    const auto clear = [number](auto& values, std::size_t size) {
        if (values.empty()) return;
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(number * size);
        std::fill_n(first, size, typename std::decay_t<decltype(values)>::value_type{});
    };
    clear(local.responses, 1);
    clear(local.pooled, local.pools.size());
    for (std::size_t u = 0; u < units_.size(); ++u) {
        clear(local.units[u].answers, units_[u].cells);
        clear(local.units[u].counts, units_[u].cells);
    }
}

} // namespace cx
