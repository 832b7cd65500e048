#include <cx/tally/counting_sink.hpp>

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace cx {

namespace {

constexpr std::size_t   block_size = 512;
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
    lay_units();
    for (const ResolvedGrouping& grouping : layout_.schema().groupings) {
        locals_.push_back({GroupNumbers(grouping.dimensions), {}, std::vector<Cells>(units_.size()), {}, {}, {}});
        locals_.back().block.resize(block_size);
    }
    block_cells_.resize(units_.size() * block_size);
    block_weights_.resize(block_size);
    for (std::size_t p = 0; p < layout_.pools().size(); ++p) {
        const Pool& pool = layout_.pools()[p];
        locals_[pool.grouping].pools.push_back(p);
        members_.emplace_back();
        for (const std::size_t item : pool.items) {
            members_.back().push_back(
                {layout_.schema().column_of(item), values_by_slot(layout_.model().items[item], pool)});
        }
    }
    for (std::size_t g = 0; g < locals_.size(); ++g) make_room(g);
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

void CountingSink::take(const Response& response) {
    if (response.weight == 0) return; // accepted, and in no figure
    const std::size_t at = in_block_;
    for (std::size_t u = 0; u < units_.size(); ++u) {
        const Unit&   unit = units_[u];
        std::uint32_t cell = response.answers[unit.column];
        if (unit.is_pair) cell = static_cast<std::uint32_t>(cell * unit.across + response.answers[unit.column + 1]);
        block_cells_[u * block_size + at] = cell;
    }
    for (std::size_t g = 0; g < locals_.size(); ++g) {
        Local&              local = locals_[g];
        const std::uint32_t number = local.numbers.of(response.groups);
        if (number >= local.responses.size()) make_room(g);
        local.block[at] = number;
        if (!local.pools.empty() && number != GroupNumbers::none) pool(local, number, response);
    }
    block_weights_[at] = response.weight;
    if (++in_block_ == block_size) count_block();
}

void CountingSink::make_room(std::size_t grouping) {
    Local&            local = locals_[grouping];
    const std::size_t numbers = local.numbers.size();
    tallies_.check_groups(grouping, numbers - 1);
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

void CountingSink::count_block() {
    for (Local& local : locals_) {
        for (std::size_t i = 0; i < in_block_; ++i) ++local.responses[local.block[i]];
    }
    for (std::size_t u = 0; u < units_.size(); ++u) {
        const std::size_t          cells = units_[u].cells;
        const std::uint32_t* const found = block_cells_.data() + u * block_size;
        for (Local& local : locals_) {
            const std::uint32_t* const numbers = local.block.data();
            if (tallies_.weighted()) {
                Count* const counts = local.units[u].counts.data();
                for (std::size_t i = 0; i < in_block_; ++i) {
                    const double weight = block_weights_[i];
                    counts[numbers[i] * cells + found[i]] += {1, weight, weight * weight};
                }
            } else {
                std::uint32_t* const answers = local.units[u].answers.data();
                for (std::size_t i = 0; i < in_block_; ++i) ++answers[numbers[i] * cells + found[i]];
            }
        }
    }
    since_add_ += static_cast<std::uint32_t>(in_block_);
    in_block_ = 0;
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

void CountingSink::hand_over() {
    if (tallies_.weighted() || since_add_ >= most_before_adding) add_all();
}

void CountingSink::finish() { add_all(); }

void CountingSink::add_all() {
    count_block();
    const std::lock_guard lock(*tallies_.adding_);
    for (std::size_t g = 0; g < locals_.size(); ++g) {
        Local& local = locals_[g];
        for (std::uint32_t number = GroupNumbers::none + 1; number < local.responses.size(); ++number) {
            if (local.responses[number] == 0) continue;
            add(local, number, tallies_.at(g, local.numbers.key(number)));
            forget(local, number);
        }
        forget(local, GroupNumbers::none);
    }
    since_add_ = 0;
}

void CountingSink::add(const Local& local, std::uint32_t number, GroupTally& group) const {
    group.responses += local.responses[number];
    for (std::size_t u = 0; u < units_.size(); ++u) add(local, number, u, group);
    for (std::size_t i = 0; i < local.pools.size(); ++i) {
        group.pooled[local.pools[i]] += local.pooled[number * local.pools.size() + i];
    }
}

/// Adds what was counted of a unit, a pair's combinations also to both of its columns.
void CountingSink::add(const Local& local, std::uint32_t number, std::size_t unit, GroupTally& group) const {
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
