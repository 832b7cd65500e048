#pragma once

// Which unknowns of a system of sums can be solved: the audit behind withholding.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cx::detail {

/// One unknown of an equation and its factor.
struct Term {
    std::size_t   unknown = 0;
    std::uint64_t factor = 0; ///< modulo 2^61 - 1
};

/// The factor -1.
constexpr std::uint64_t minus_one = (std::uint64_t{1} << 61) - 2;

/// What follows from a system of linear equations about its unknowns.
struct Solvable {
    std::vector<bool> determined; ///< by unknown: has one value only
    /// By unknown: unknowns of the same number are multiples of each other but for what is known, so that
    /// whoever knows one knows all. Determined ones have number 0.
    std::vector<std::size_t> tied;
};

/// Brings the equations into echelon form modulo the prime 2^61 - 1 and looks where two vectors of its null space,
/// drawn by a fixed generator, vanish or are proportional. An unknown that has one value is always found; one that has
/// several passes for determined with a chance below 1e-15. Empty when more than `budget` terms had to be touched.
[[nodiscard]] std::optional<Solvable> solvable(std::size_t unknowns, const std::vector<std::vector<Term>>& equations,
                                               std::uint64_t budget);

} // namespace cx::detail
