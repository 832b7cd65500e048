#include <cx/statistics/withholding.hpp>

#include <cx/base/error.hpp>
#include <cx/statistics/table_lines.hpp>

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

namespace cx {

namespace {

/// Terms that one audit may touch before the cells in question are hidden wholesale: a second's work or so.
constexpr std::uint64_t audit_budget = 200'000'000;
constexpr std::size_t   none = static_cast<std::size_t>(-1);

using detail::audit;
using detail::Lines;

class Withholder {
  public:
    Withholder(const PrintedCells& table, const WithholdingRule& rule)
        : cells_(table.cells), rule_(rule), lines_(table), hidden_(table.cells.size()), same_(table.cells.size()) {
        for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
            const bool has_answers = cells_[cell].n > 0;
            hidden_[cell] = cells_[cell].printed ? small(cell) || (cells_[cell].secret && has_answers) : has_answers;
        }
        find_same_answers();
    }

    std::vector<bool> run() {
        settle_lines();
        if (crossed_and_hidden() > rule_.audited) {
            hide_crossed_lines();
        }
        for (;;) {
            const auto found = audit(lines_, hidden_, audit_budget);
            if (!found) {
                hide_all_around();
                break;
            }
            if (!hide_against(*found)) {
                break;
            }
            settle_lines();
        }
        return std::move(hidden_);
    }

  private:
    [[nodiscard]] bool small(std::size_t cell) const {
        const std::uint64_t n = cells_[cell].n;
        return n < rule_.minimum_n && (n > 0 || rule_.zeros);
    }
    [[nodiscard]] bool secret(std::size_t cell) const { return hidden_[cell] && cells_[cell].printed; }
    [[nodiscard]] bool can_be_hidden(std::size_t cell) const { return !hidden_[cell] && cells_[cell].n > 0; }
    [[nodiscard]] bool before(std::size_t a, std::size_t b) const {
        return cells_[a].n != cells_[b].n ? cells_[a].n < cells_[b].n : a < b;
    }

    /// A total with a single part that has answers holds just these: nobody learns from one what the other does not
    /// tell.
    void find_same_answers() {
        std::iota(same_.begin(), same_.end(), std::size_t{0});
        for (std::size_t line = 0; line < lines_.count(); ++line) {
            const auto& members = lines_.members(line);
            std::size_t only = none;
            std::size_t with_answers = 0;
            for (std::size_t i = 0; i + 1 < members.size(); ++i) {
                if (cells_[members[i]].n == 0) {
                    continue;
                }
                ++with_answers;
                only = members[i];
            }
            if (with_answers == 1) {
                same_[root(members.back())] = root(only);
            }
        }
        for (std::size_t cell = 0; cell < same_.size(); ++cell) {
            same_[cell] = root(cell);
        }
    }
    [[nodiscard]] std::size_t root(std::size_t cell) const {
        while (same_[cell] != cell) {
            cell = same_[cell];
        }
        return cell;
    }

    [[nodiscard]] std::size_t smallest_shown(const std::vector<std::size_t>& lines) const {
        std::size_t smallest = none;
        for (const std::size_t line : lines) {
            for (const std::size_t cell : lines_.members(line)) {
                if (can_be_hidden(cell) && (smallest == none || before(cell, smallest))) {
                    smallest = cell;
                }
            }
        }
        return smallest;
    }

    /// One hidden cell in a line is its total less the rest. Several that hold fewer answers together than a group may
    /// show are hardly more of a secret. Of two small ones, whoever gave the only answer of one knows the other. (A
    /// large one hidden beside it is no secret to keep from that person.)
    [[nodiscard]] bool violated(std::size_t line) const {
        const auto&              members = lines_.members(line);
        std::vector<std::size_t> hidden;
        for (const std::size_t cell : members) {
            if (hidden_[cell]) hidden.push_back(cell);
        }
        if (hidden.empty()) return false;
        if (hidden.size() == 1) return secret(hidden.front());
        if (!hidden_[members.back()] && few_together(hidden)) return true;
        return hidden.size() == 2 && same_[hidden[0]] != same_[hidden[1]] &&
               (gives_away(hidden[0], hidden[1]) || gives_away(hidden[1], hidden[0]));
    }
    [[nodiscard]] bool few_together(const std::vector<std::size_t>& cells) const {
        std::uint64_t sum = 0;
        bool          any_secret = false;
        for (const std::size_t cell : cells) {
            sum += cells_[cell].n;
            any_secret = any_secret || secret(cell);
        }
        return any_secret && sum < rule_.minimum_n;
    }
    [[nodiscard]] bool gives_away(std::size_t single, std::size_t other) const {
        return cells_[single].n == 1 && secret(other) && small(other);
    }

    /// Short lines first: what must be hidden there anyhow often protects the long ones too.
    [[nodiscard]] std::vector<std::size_t> lines_by_length() const {
        std::vector<std::size_t> order(lines_.count());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return lines_.members(a).size() < lines_.members(b).size();
        });
        return order;
    }

    void settle_lines() {
        const std::vector<std::size_t> order = lines_by_length();
        for (bool changed = true; changed;) {
            changed = false;
            for (const std::size_t line : order) {
                while (violated(line)) {
                    const std::size_t cell = smallest_shown({line});
                    if (cell == none) {
                        break;
                    }
                    hidden_[cell] = true;
                    changed = true;
                }
            }
        }
    }

    [[nodiscard]] std::size_t crossed_and_hidden() const {
        std::size_t count = 0;
        for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
            if (secret(cell) && lines_.crossed(cell)) {
                ++count;
            }
        }
        return count;
    }

    void hide_crossed_lines() {
        const std::vector<bool> until_now = hidden_;
        for (std::size_t line = 0; line < lines_.count(); ++line) {
            const auto& members = lines_.members(line);
            const bool  touched = std::any_of(members.begin(), members.end() - 1, [&](std::size_t cell) {
                return until_now[cell] && cells_[cell].printed && lines_.crossed(cell);
            });
            if (!touched) {
                continue;
            }
            for (std::size_t i = 0; i + 1 < members.size(); ++i) {
                if (can_be_hidden(members[i])) {
                    hidden_[members[i]] = true;
                }
            }
        }
        settle_lines();
    }

    /// Every cell with answers in every line that hidden cells reach, totals too: then all that is left to know is 0,
    /// and doubled figures would add up as well.
    void hide_all_around() {
        std::vector<bool>        seen(lines_.count());
        std::vector<std::size_t> queue;
        for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
            if (hidden_[cell]) {
                queue.push_back(cell);
            }
        }
        while (!queue.empty()) {
            const std::size_t cell = queue.back();
            queue.pop_back();
            for (const std::size_t line : lines_.of(cell)) {
                if (seen[line]) {
                    continue;
                }
                seen[line] = true;
                for (const std::size_t other : lines_.members(line)) {
                    if (!can_be_hidden(other)) {
                        continue;
                    }
                    hidden_[other] = true;
                    queue.push_back(other);
                }
            }
        }
    }

    /// Secrets that somebody can solve: anyone, or the giver of another hidden cell's only answer.
    [[nodiscard]] std::vector<std::size_t> solved(const detail::Solvable& found) const {
        // By number of a tie: one cell with a single answer, and whether there are others of other givers.
        std::vector<std::size_t> giver(cells_.size() + 1, none);
        std::vector<bool>        givers(cells_.size() + 1);
        for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
            if (!hidden_[cell] || cells_[cell].n != 1 || found.tied[cell] == 0) {
                continue;
            }
            std::size_t& first = giver[found.tied[cell]];
            if (first == none) {
                first = same_[cell];
            }
            if (first != same_[cell]) {
                givers[found.tied[cell]] = true;
            }
        }
        std::vector<std::size_t> result;
        for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
            if (!secret(cell)) {
                continue;
            }
            const std::size_t tie = found.tied[cell];
            const bool        known = tie > 0 && giver[tie] != none && (givers[tie] || giver[tie] != same_[cell]);
            if (found.determined[cell] || (known && small(cell))) {
                result.push_back(cell);
            }
        }
        std::sort(result.begin(), result.end(), [this](std::size_t a, std::size_t b) { return before(a, b); });
        return result;
    }

    /// Lines that hidden cells connect with a cell.
    [[nodiscard]] std::vector<std::size_t> lines_around(std::size_t cell) const {
        std::vector<bool>        seen(lines_.count());
        std::vector<std::size_t> result;
        const auto               reach = [&](std::size_t from) {
            for (const std::size_t line : lines_.of(from)) {
                if (!seen[line]) {
                    result.push_back(line);
                }
                seen[line] = true;
            }
        };
        reach(cell);
        std::size_t next = 0; // what is reached on the way is appended
        while (next < result.size()) {
            for (const std::size_t other : lines_.members(result[next++])) {
                if (hidden_[other]) {
                    reach(other);
                }
            }
        }
        return result;
    }

    /// Hides a cell for each that can be solved, in its lines where there is one left. False when nothing was to do or
    /// is left.
    bool hide_against(const detail::Solvable& found) {
        std::vector<bool> changed(lines_.count());
        bool              any = false;
        for (const std::size_t cell : solved(found)) {
            const auto& own = lines_.of(cell);
            if (std::any_of(own.begin(), own.end(), [&](std::size_t line) { return changed[line]; })) {
                continue;
            }
            std::size_t other = smallest_shown(own);
            if (other == none) {
                other = smallest_shown(lines_around(cell));
            }
            if (other == none) {
                continue;
            }
            hidden_[other] = true;
            any = true;
            for (const std::size_t line : lines_.of(other)) {
                changed[line] = true;
            }
        }
        return any;
    }

    const std::vector<PrintedCells::Cell>& cells_;
    WithholdingRule                        rule_;
    Lines                                  lines_;
    std::vector<bool>                      hidden_;
    std::vector<std::size_t>               same_; ///< by cell: one that stands for all of the very same answers
};

/// A crossing as a table: the inner cells row by row, then its margins.
struct CrossingCells {
    PrintedCells             table;
    std::vector<std::size_t> rows, columns;
    std::size_t              all = 0;
};

CrossingCells crossing_cells(const std::vector<std::vector<std::uint64_t>>& n) {
    const std::size_t                     width = n.empty() ? 0 : n.front().size();
    std::vector<std::uint64_t>            row_totals;
    std::vector<std::uint64_t>            column_totals(width);
    std::vector<std::vector<std::size_t>> row_parts;
    std::vector<std::vector<std::size_t>> column_parts(width);
    CrossingCells                         result;
    for (const auto& row : n) {
        if (row.size() != width) {
            throw Error("the rows of a crossing are of different lengths");
        }
        row_totals.push_back(std::accumulate(row.begin(), row.end(), std::uint64_t{0}));
        row_parts.emplace_back();
        for (std::size_t column = 0; column < width; ++column) {
            column_totals[column] += row[column];
            row_parts.back().push_back(result.table.add(row[column]));
            column_parts[column].push_back(row_parts.back().back());
        }
    }
    for (const std::uint64_t answers : row_totals) {
        result.rows.push_back(result.table.add(answers));
    }
    for (const std::uint64_t answers : column_totals) {
        result.columns.push_back(result.table.add(answers));
    }
    result.all = result.table.add(std::accumulate(row_totals.begin(), row_totals.end(), std::uint64_t{0}));
    for (std::size_t row = 0; row < n.size(); ++row) {
        result.table.add_total(result.rows[row], std::move(row_parts[row]));
    }
    for (std::size_t column = 0; column < width; ++column) {
        result.table.add_total(result.columns[column], std::move(column_parts[column]));
    }
    result.table.add_total(result.all, result.rows);
    result.table.add_total(result.all, result.columns);
    return result;
}

} // namespace

std::size_t PrintedCells::add(std::uint64_t n, bool printed) {
    cells.push_back({n, false, printed});
    return cells.size() - 1;
}

void PrintedCells::add_total(std::size_t total, std::vector<std::size_t> parts) {
    totals.push_back({total, std::move(parts)});
}

std::vector<bool> withheld_cells(const PrintedCells& table, const WithholdingRule& rule) {
    return Withholder(table, rule).run();
}

std::vector<std::size_t> solvable_cells(const PrintedCells& table, const std::vector<bool>& hidden) {
    if (hidden.size() != table.cells.size()) {
        throw Error("a table has " + std::to_string(table.cells.size()) + " cells, its marks are " +
                    std::to_string(hidden.size()));
    }
    const auto               found = audit(Lines(table), hidden, static_cast<std::uint64_t>(-1));
    std::vector<std::size_t> result;
    for (std::size_t cell = 0; cell < hidden.size(); ++cell) {
        if (found && found->determined[cell]) {
            result.push_back(cell);
        }
    }
    return result;
}

std::vector<bool> withheld_groups(const std::vector<std::uint64_t>& n, const WithholdingRule& rule) {
    PrintedCells             table;
    std::vector<std::size_t> groups;
    groups.reserve(n.size());
    for (const std::uint64_t answers : n) {
        groups.push_back(table.add(answers));
    }
    const std::size_t total = table.add(std::accumulate(n.begin(), n.end(), std::uint64_t{0}));
    table.add_total(total, std::move(groups));
    return withheld_cells(table, rule);
}

WithheldCrossing withheld_crossing(const std::vector<std::vector<std::uint64_t>>& n, const WithholdingRule& rule) {
    const CrossingCells     cells = crossing_cells(n);
    const std::vector<bool> hidden = withheld_cells(cells.table, rule);
    WithheldCrossing        result;
    for (std::size_t row = 0; row < cells.rows.size(); ++row) {
        std::vector<bool> line;
        for (std::size_t column = 0; column < cells.columns.size(); ++column) {
            line.push_back(hidden[row * cells.columns.size() + column]);
        }
        result.cells.push_back(std::move(line));
        result.rows.push_back(hidden[cells.rows[row]]);
    }
    for (const std::size_t cell : cells.columns) {
        result.columns.push_back(hidden[cell]);
    }
    result.all = hidden[cells.all];
    return result;
}

} // namespace cx
