#include <cx/tally/group_numbers.hpp>

#include <algorithm>
#include <random>
#include <utility>

namespace cx {

namespace {

constexpr std::size_t fewest_steps = 64;

/// Another multiplier in each run: whoever writes an export could else choose crossings that all have one place.
std::uint64_t drawn_multiplier() {
    static const std::uint64_t drawn = [] {
        std::random_device draw;
        return std::uint64_t{draw()} << 32U | draw() | 1U;
    }();
    return drawn;
}

/// `size` is a power of two.
std::size_t place_of(std::uint64_t from, std::uint64_t multiplier, std::size_t size) {
    return static_cast<std::size_t>((from ^ from >> 29U) * multiplier >> 32U) & (size - 1);
}

} // namespace

GroupNumbers::GroupNumbers(std::vector<std::size_t> dimensions)
    : dimensions_(std::move(dimensions)), multiplier_(drawn_multiplier()) {
    keys_.resize(dimensions_.empty() ? 2 : 1); // all responses are one group
    if (dimensions_.size() > 1) steps_.resize(fewest_steps);
}

void GroupNumbers::of(const ResponseBlock& responses, std::uint32_t* numbers) {
    const std::size_t   size = responses.size();
    const double* const weights = responses.weights();
    if (dimensions_.empty()) {
        for (std::size_t i = 0; i < size; ++i) numbers[i] = weights[i] == 0 ? none : none + 1;
    } else if (dimensions_.size() == 1) {
        const GroupCode* const codes = responses.groups(dimensions_.front());
        for (std::size_t i = 0; i < size; ++i) {
            const GroupCode code = codes[i];
            if (code == no_group || weights[i] == 0) {
                numbers[i] = none;
            } else {
                numbers[i] = code < by_code_.size() && by_code_[code] != none ? by_code_[code] : add_code(code);
            }
        }
    } else {
        for (std::size_t i = 0; i < size; ++i) numbers[i] = weights[i] == 0 ? none : crossed(responses, i);
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
    std::size_t at = place_of(from, multiplier_, steps_.size());
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
