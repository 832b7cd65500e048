#pragma once

// Which figures are withheld so that no small group's can be read or worked out.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cx {

/// Every cell that a run prints for one item, in all of its tables together, and how they add up.
struct PrintedCells {
    struct Cell {
        std::uint64_t n = 0;
        bool          secret = false; ///< to be hidden whatever its n: another table's figures would be told by it
        bool printed = true; ///< false: in a total but in no table (answers without a group); a reader does not know it
    };
    struct Total {
        std::size_t              total = 0; ///< index of the cell that is the sum
        std::vector<std::size_t> parts;     ///< indices of the cells that add up to it
    };
    std::vector<Cell>  cells;
    std::vector<Total> totals;

    /// Adds a cell and gives its index. Cells are to be added in the order of their ids: ties go to the lower index.
    std::size_t add(std::uint64_t n, bool printed = true);
    void        add_total(std::size_t total, std::vector<std::size_t> parts);
};

struct WithholdingRule {
    std::uint64_t minimum_n = 5;  ///< fewer answers are withheld
    bool          zeros = false;  ///< withhold cells without answers too (else they are known zeros)
    std::size_t   audited = 2000; ///< hidden cells audited one by one; beyond, whole lines are hidden
};

/// Which cells must be withheld, by index: those below the minimum, and more until none of them can be solved from what
/// is shown, nor by somebody who gave the only answer of another hidden cell. The smallest cell of a line goes first
/// (then the lower index). A cell that is not printed counts as withheld when it has answers. Throws Error for an index
/// that is no cell.
[[nodiscard]] std::vector<bool> withheld_cells(const PrintedCells& table, const WithholdingRule& rule);

/// The audit alone: hidden cells whose value follows from the shown ones, in order of index. Elimination modulo 2^61
/// - 1.
[[nodiscard]] std::vector<std::size_t> solvable_cells(const PrintedCells& table, const std::vector<bool>& hidden);

/// One dimension beside its total: `n` by group in order of id. The last entry of the result is the total's.
[[nodiscard]] std::vector<bool> withheld_groups(const std::vector<std::uint64_t>& n, const WithholdingRule& rule);

/// A crossing of two dimensions with all its margins.
struct WithheldCrossing {
    std::vector<std::vector<bool>> cells; ///< [row][column]
    std::vector<bool>              rows, columns;
    bool                           all = false;
};
/// `n[row][column]`, every row of the same length; order of lines and columns is that of ids.
[[nodiscard]] WithheldCrossing withheld_crossing(const std::vector<std::vector<std::uint64_t>>& n,
                                                 const WithholdingRule&                         rule);

} // namespace cx
