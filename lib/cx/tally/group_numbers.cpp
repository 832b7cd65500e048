#include <cx/tally/group_numbers.hpp>

#include <algorithm>
#include <utility>

namespace cx {

namespace {

constexpr std::size_t fewest_steps = 64;

/// `size` is a power of two.
std::size_t place_of(std::uint64_t from, std::size_t size) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    const std::uint64_t     mixed = (from ^ from >> 29U) * odd;
    return static_cast<std::size_t>(mixed >> 32U) & (size - 1);
}

} // namespace

GroupNumbers::GroupNumbers(std::vector<std::size_t> dimensions) : dimensions_(std::move(dimensions)) {
    keys_.resize(dimensions_.empty() ? 2 : 1); // all responses are one group
    if (dimensions_.size() > 1) steps_.resize(fewest_steps);
}

void GroupNumbers::of(const ResponseBlock& responses, std::uint32_t* numbers) {
    const std::size_t size = responses.size();
    if (dimensions_.empty()) {
        std::fill_n(numbers, size, none + 1);
    } else if (dimensions_.size() == 1) {
        const GroupCode* const codes = responses.groups(dimensions_.front());
        for (std::size_t i = 0; i < size; ++i) {
            const GroupCode code = codes[i];
            numbers[i] = code < by_code_.size() && by_code_[code] != none ? by_code_[code]
                         : code == no_group                               ? none
                                                                          : add_code(code);
        }
    } else {
        for (std::size_t i = 0; i < size; ++i) numbers[i] = crossed(responses, i);
    }
}

std::uint32_t GroupNumbers::add_code(GroupCode code) {
    if (code >= by_code_.size()) by_code_.resize(code + std::size_t{1}, none);
    by_code_[code] = static_cast<std::uint32_t>(keys_.size());
    keys_.push_back({code});
    return by_code_[code];
}

/// The step from there: its place is free where it was never taken.
GroupNumbers::Step& GroupNumbers::step(std::uint64_t from) {
    std::size_t at = place_of(from, steps_.size());
    while (steps_[at].from != from && steps_[at].from != Step{}.from) at = (at + 1) & (steps_.size() - 1);
    return steps_[at];
}

std::uint32_t GroupNumbers::crossed(const ResponseBlock& responses, std::size_t response) {
    for (const std::size_t dimension : dimensions_) {
        if (responses.groups(dimension)[response] == no_group) return none;
    }
    std::uint64_t node = responses.groups(dimensions_.front())[response];
    for (std::size_t d = 1; d < dimensions_.size(); ++d) {
        const std::uint64_t from = node << 32U | responses.groups(dimensions_[d])[response];
        Step*               next = &step(from);
        if (next->from != from) {
            if (2 * (used_steps_ + 1) > steps_.size()) {
                grow();
                next = &step(from);
            }
            ++used_steps_;
            const bool last = d + 1 == dimensions_.size();
            *next = {from, last ? static_cast<std::uint32_t>(keys_.size()) : nodes_++};
            if (last) {
                keys_.emplace_back();
                for (const std::size_t dimension : dimensions_)
                    keys_.back().push_back(responses.groups(dimension)[response]);
            }
        }
        node = next->to;
    }
    return static_cast<std::uint32_t>(node);
}

void GroupNumbers::grow() {
    const std::vector<Step> before = std::exchange(steps_, std::vector<Step>(2 * steps_.size()));
    for (const Step& taken : before) {
        if (taken.from != Step{}.from) step(taken.from) = taken;
    }
}

} // namespace cx
