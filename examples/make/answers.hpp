#pragma once

// From what a person feels, a number in thousandths of a standard deviation, to the point of a scale that they tick.

#include <array>
#include <span>

#include "random.hpp"

namespace examples {

/// Where each scale point begins. With no shift the shares are those of a contented, J-shaped customer base.
struct Ladder {
    int                  low;
    std::span<const int> starts;

    [[nodiscard]] int point(int feeling) const noexcept {
        int point = low;
        for (const int start : starts)
            if (feeling >= start) ++point;
        return point;
    }
};

namespace ladders {
inline constexpr std::array<int, 10> recommend_starts{-1960, -1812, -1645, -1476, -1341, -1080, -878, -524, -25, 524};
inline constexpr std::array<int, 4>  satisfaction_starts{-1751, -1282, -772, 151};
inline constexpr std::array<int, 6>  effort_starts{-2054, -1645, -1282, -878, -305, 496};
inline constexpr std::array<int, 4>  need_starts{-1881, -1405, -806, 100};
inline constexpr std::array<int, 9>  ten_starts{-2326, -1960, -1645, -1341, -994, -613, -151, 440, 1036};

inline constexpr Ladder recommend{0, recommend_starts};
inline constexpr Ladder satisfaction{1, satisfaction_starts};
inline constexpr Ladder effort{1, effort_starts};
inline constexpr Ladder need{1, need_starts};
inline constexpr Ladder ten{1, ten_starts};
} // namespace ladders

/// A mix of two feelings that keeps the spread of one: part/whole of the first, and the other leg of the right triangle
/// (3-4-5 or 7-24-25) of the second.
[[nodiscard]] constexpr int blend(int first, int second, int first_leg, int second_leg, int hypotenuse) noexcept {
    return (first_leg * first + second_leg * second) / hypotenuse;
}

} // namespace examples
