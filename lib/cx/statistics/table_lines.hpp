#pragma once

// How the cells of printed tables hang together, and what follows from those that are shown.

#include <cx/statistics/elimination.hpp>
#include <cx/statistics/withholding.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cx::detail {

/// The lines of a table (a total and its parts), and in which of them each cell stands.
class Lines {
  public:
    /// Throws Error when a total names a cell that is not there.
    explicit Lines(const PrintedCells& table);

    [[nodiscard]] std::size_t count() const noexcept { return members_.size(); }
    /// The parts, then the total.
    [[nodiscard]] const std::vector<std::size_t>& members(std::size_t line) const { return members_[line]; }
    [[nodiscard]] const std::vector<std::size_t>& of(std::size_t cell) const { return of_cell_[cell]; }
    /// Whether a cell of a crossing: part of several totals, and itself none.
    [[nodiscard]] bool crossed(std::size_t cell) const { return inner_[cell] && of_cell_[cell].size() > 1; }

  private:
    std::vector<std::vector<std::size_t>> members_;
    std::vector<std::vector<std::size_t>> of_cell_;
    std::vector<bool>                     inner_; ///< by cell: the total of no line
};

/// What can be solved of the hidden cells, by cell of the table. Empty when more than `budget` terms had to be touched.
[[nodiscard]] std::optional<Solvable> audit(const Lines& lines, const std::vector<bool>& hidden, std::uint64_t budget);

} // namespace cx::detail
