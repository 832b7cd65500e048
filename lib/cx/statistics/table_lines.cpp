#include <cx/statistics/table_lines.hpp>

#include <cx/base/error.hpp>

#include <string>
#include <utility>

namespace cx::detail {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

} // namespace

Lines::Lines(const PrintedCells& table) : of_cell_(table.cells.size()), inner_(table.cells.size(), true) {
    for (const PrintedCells::Total& total : table.totals) {
        std::vector<std::size_t> members = total.parts;
        members.push_back(total.total);
        for (const std::size_t cell : members) {
            if (cell >= table.cells.size()) {
                throw Error("a total names cell " + std::to_string(cell) + " of " + std::to_string(table.cells.size()));
            }
            of_cell_[cell].push_back(members_.size());
        }
        inner_[total.total] = false;
        members_.push_back(std::move(members));
    }
}

std::optional<Solvable> audit(const Lines& lines, const std::vector<bool>& hidden, std::uint64_t budget) {
    std::vector<std::size_t> unknown(hidden.size(), none);
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < hidden.size(); ++cell) {
        if (!hidden[cell]) {
            continue;
        }
        unknown[cell] = cells.size();
        cells.push_back(cell);
    }
    std::vector<std::vector<Term>> equations;
    for (std::size_t line = 0; line < lines.count(); ++line) {
        const auto&       members = lines.members(line);
        std::vector<Term> equation;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (!hidden[members[i]]) {
                continue;
            }
            equation.push_back({unknown[members[i]], i + 1 == members.size() ? minus_one : 1});
        }
        if (!equation.empty()) {
            equations.push_back(std::move(equation));
        }
    }
    const auto found = solvable(cells.size(), equations, budget);
    if (!found) {
        return std::nullopt;
    }
    Solvable by_cell{std::vector<bool>(hidden.size()), std::vector<std::size_t>(hidden.size())};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        by_cell.determined[cells[i]] = found->determined[i];
        by_cell.tied[cells[i]] = found->tied[i];
    }
    return by_cell;
}

} // namespace cx::detail
