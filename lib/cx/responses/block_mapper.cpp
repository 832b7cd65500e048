#include <cx/responses/block_mapper.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace cx {

BlockMapper::BlockMapper(const Binding& binding)
    : binding_(binding),
      mapper_(binding),
      one_by_one_(mapper_.journeys_ || binding.respondent || binding.request->unique || binding.request->dated) {}

void BlockMapper::map(const RecordBatch& records, std::size_t first, std::size_t size, ResponseBlock& block,
                      RowAccount& account) {
    first_ = block.size();
    const bool by_column = !one_by_one_ && cells_.look_at(records, first, size, mapper_.width_);
    if (by_column) {
        read_columns(block);
        note(block, account);
        if (!is_any_odd()) {
            block.resize(first_ + size);
            return;
        }
    }
    std::size_t to = first_;
    for (std::size_t i = 0; i < size; ++i) {
        if (by_column && !cells_.is_odd(i)) {
            block.move(first_ + i, to++);
        } else if (mapper_.map(records[first + i], response_, account)) {
            block.put(to++, response_);
        }
    }
    block.resize(to);
}

bool BlockMapper::is_any_odd() const noexcept {
    bool any = false;
    for (std::size_t i = 0; i < cells_.size(); ++i) any |= cells_.is_odd(i);
    return any;
}

void BlockMapper::read_columns(ResponseBlock& block) {
    check_filters();
    read_weights(block.weights() + first_);
    if (mapper_.needs_day_) read_days();
    read_groups(block);
    check_conditions(block);
    read_answers(block);
    make_answers(block);
}

void BlockMapper::check_filters() {
    for (std::size_t f = 0; f < binding_.recognition->filters.size(); ++f) {
        const TextCodes& kept = mapper_.kept_[f];
        cells_.each(binding_.recognition->filters[f].column,
                    [&](std::size_t, std::string_view raw) { return kept.find(raw) == TextCodes::not_known; });
    }
}

void BlockMapper::read_weights(double* weights) {
    if (!binding_.weight) {
        std::fill_n(weights, cells_.size(), 1.0);
        return;
    }
    cells_.each(*binding_.weight, [&](std::size_t i, std::string_view raw) {
        const auto weight = mapper_.weight_in(raw);
        weights[i] = weight.value_or(0);
        return !weight;
    });
}

void BlockMapper::read_days() {
    const auto& [from, to] = std::pair(binding_.request->from, binding_.request->to);
    // No day at all is before every other.
    const std::int32_t first_day = from ? IsoDays::number_of(*from) : IsoDays::none + 1;
    const std::int32_t last_day = to ? IsoDays::number_of(*to) : INT32_MAX;
    cells_.each(*binding_.date, [&](std::size_t i, std::string_view raw) {
        days_[i] = mapper_.day_in(raw);
        return days_[i] < first_day || days_[i] > last_day;
    });
}

void BlockMapper::read_groups(ResponseBlock& block) {
    for (std::size_t d = 0; d < mapper_.groups_.size(); ++d) {
        const GroupReader& reader = mapper_.groups_[d];
        GroupCode* const   groups = block.groups(d) + first_;
        if (const auto column = reader.column()) {
            reader.read_known(cells_, *column, groups);
        } else if (reader.is_period() && mapper_.needs_day_) {
            reader.read_known(cells_, days_.data(), groups);
        } else {
            const GroupReader::Found shared = reader.is_period() ? GroupReader::Found{} : reader.shared();
            std::fill_n(groups, cells_.size(), shared.code);
            for (std::size_t i = 0; i < cells_.size() && shared.foreign; ++i) cells_.mark_odd(i, true);
        }
    }
}

/// What is left out by a condition is odd.
void BlockMapper::check_conditions(const ResponseBlock& block) {
    for (std::size_t c = 0; c < mapper_.condition_dimensions_.size(); ++c) {
        const GroupCode* const          groups = block.groups(mapper_.condition_dimensions_[c]) + first_;
        const std::vector<signed char>& known = mapper_.condition_known_[c];
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            cells_.mark_odd(i, groups[i] >= known.size() || known[groups[i]] != 1);
        }
    }
}

void BlockMapper::read_answers(ResponseBlock& block) {
    for (std::size_t a = 0; a < mapper_.answers_.size(); ++a) {
        const std::size_t column = mapper_.answer_columns_[a];
        Slot* const       slots = block.answers(a) + first_;
        if (column == ResponseMapper::nowhere) {
            std::fill_n(slots, cells_.size(), mapper_.answers_[a].no_cell());
        } else {
            mapper_.answers_[a].read_known(cells_, column, binding_.request->strict, slots);
        }
    }
}

void BlockMapper::make_answers(ResponseBlock& block) {
    if (mapper_.made_.empty()) return;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (cells_.is_odd(i)) continue;
        block.copy(first_ + i, response_);
        mapper_.made_.fill(response_);
        block.put(first_ + i, response_);
    }
}

/// Accounts for the records that are not odd.
void BlockMapper::note(const ResponseBlock& block, RowAccount& account) const {
    const double* const weights = block.weights() + first_;
    std::uint64_t       plain = 0, zero_weights = 0;
    std::int32_t        last_day = INT32_MIN;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (cells_.is_odd(i)) continue;
        ++plain;
        zero_weights += weights[i] == 0 ? 1 : 0;
        last_day = std::max(last_day, days_[i]);
    }
    if (plain == 0) return;
    account.accepted += plain;
    account.zero_weights += zero_weights;
    if (mapper_.needs_day_) account.note_day(Day(std::chrono::days(last_day)));
    for (std::size_t d = 0; d < block.dimensions(); ++d) {
        const GroupCode* const groups = block.groups(d) + first_;
        std::uint64_t          ungrouped = 0;
        for (std::size_t i = 0; i < cells_.size(); ++i) ungrouped += groups[i] == no_group && !cells_.is_odd(i) ? 1 : 0;
        if (ungrouped > 0) account.count_ungrouped(d, ungrouped);
    }
    for (std::size_t c = 0; c < mapper_.condition_dimensions_.size(); ++c) {
        const GroupCode* const groups = block.groups(mapper_.condition_dimensions_[c]) + first_;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (!cells_.is_odd(i)) account.note_met(c, groups[i]);
        }
    }
}

} // namespace cx
