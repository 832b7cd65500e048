#pragma once

// Chance that comes out the same on every machine: whole numbers only, and one draw a statement.

#include <cstddef>
#include <cstdint>
#include <span>

namespace examples {

/// SplitMix64 (Steele, Lea and Flood 2014). Never draw twice in one expression: the order of evaluation is the
/// compiler's choice.
class Random {
  public:
    explicit Random(std::uint64_t seed) noexcept : state_(seed) {}

    std::uint64_t next() noexcept {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
        return mixed ^ (mixed >> 31U);
    }

    /// A whole number from 0 up to but without `end`.
    int below(int end) noexcept {
        const std::uint64_t top = next() >> 32U;
        return static_cast<int>((top * static_cast<std::uint64_t>(end)) >> 32U);
    }

    /// A whole number from low to high, both included.
    int between(int low, int high) noexcept { return low + below(high - low + 1); }

    /// True in `permille` of a thousand draws.
    bool happens(int permille) noexcept { return below(1000) < permille; }

    /// Roughly normal, in thousandths of a standard deviation, mean 0: the sum of twelve even draws.
    int bell() noexcept {
        int sum = 0;
        for (int draw = 0; draw < 12; ++draw) sum += below(1000);
        return sum - 5994;
    }

    /// An index, each as often as its weight says.
    std::size_t weighted(std::span<const int> weights) noexcept {
        int total = 0;
        for (const int weight : weights) total += weight;
        int         drawn = below(total);
        std::size_t index = 0;
        while (drawn >= weights[index]) drawn -= weights[index++];
        return index;
    }

    template <typename List> auto pick(const List& list) noexcept {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }

  private:
    std::uint64_t state_;
};

} // namespace examples
