#include <cx/statistics/withholding.hpp>

#include <cx/base/error.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <random>

using namespace cx;

namespace {

/// A fraction in lowest terms, its denominator above 0.
struct Fraction {
    std::int64_t top = 0;
    std::int64_t bottom = 1;
};

Fraction fraction(std::int64_t top, std::int64_t bottom) {
    const std::int64_t shared = std::gcd(top, bottom) * (bottom < 0 ? -1 : 1);
    return {top / shared, bottom / shared};
}

Fraction quotient(const Fraction& a, const Fraction& b) { return fraction(a.top * b.bottom, a.bottom * b.top); }

/// a - b c
Fraction less_product(const Fraction& a, const Fraction& b, const Fraction& c) {
    const std::int64_t bottom = b.bottom * c.bottom;
    return fraction(a.top * bottom - b.top * c.top * a.bottom, a.bottom * bottom);
}

using Matrix = std::vector<std::vector<Fraction>>;

bool zero(const Fraction& number) { return number.top == 0; }

/// Reduced row-echelon form in exact fractions: another way than the library's.
void reduce(Matrix& matrix) {
    std::size_t top = 0;
    for (std::size_t column = 0; !matrix.empty() && column < matrix.front().size() && top < matrix.size(); ++column) {
        std::size_t row = top;
        while (row < matrix.size() && zero(matrix[row][column])) {
            ++row;
        }
        if (row == matrix.size()) {
            continue;
        }
        std::swap(matrix[row], matrix[top]);
        const Fraction pivot = matrix[top][column];
        for (Fraction& factor : matrix[top]) {
            factor = quotient(factor, pivot);
        }
        for (std::size_t other = 0; other < matrix.size(); ++other) {
            const Fraction factor = matrix[other][column];
            if (other == top || zero(factor)) {
                continue;
            }
            for (std::size_t i = 0; i < matrix[other].size(); ++i) {
                matrix[other][i] = less_product(matrix[other][i], factor, matrix[top][i]);
            }
        }
        ++top;
    }
}

std::vector<std::size_t> solved_by_fractions(const PrintedCells& table, const std::vector<bool>& hidden) {
    Matrix matrix;
    for (const auto& total : table.totals) {
        std::vector<Fraction> row(hidden.size());
        for (const std::size_t part : total.parts) {
            row[part].top += hidden[part] ? 1 : 0;
        }
        row[total.total].top -= hidden[total.total] ? 1 : 0;
        matrix.push_back(std::move(row));
    }
    reduce(matrix);
    std::vector<std::size_t> solved;
    for (const auto& row : matrix) {
        if (std::count_if(row.begin(), row.end(), zero) + 1 != static_cast<std::ptrdiff_t>(row.size())) {
            continue;
        }
        const auto found = std::find_if(row.begin(), row.end(), [](const Fraction& factor) { return !zero(factor); });
        solved.push_back(static_cast<std::size_t>(found - row.begin()));
    }
    std::sort(solved.begin(), solved.end());
    return solved;
}

/// A crossing with its margins as one system; inner cells first.
PrintedCells crossing(const std::vector<std::vector<std::uint64_t>>& n) {
    PrintedCells                          table;
    std::vector<std::vector<std::size_t>> columns(n.front().size());
    std::vector<std::vector<std::size_t>> rows;
    for (const auto& row : n) {
        rows.emplace_back();
        for (std::size_t column = 0; column < row.size(); ++column) {
            rows.back().push_back(table.add(row[column]));
            columns[column].push_back(rows.back().back());
        }
    }
    const auto sum = [&](const std::vector<std::size_t>& parts) {
        std::uint64_t total = 0;
        for (const std::size_t part : parts) {
            total += table.cells[part].n;
        }
        const std::size_t cell = table.add(total);
        table.add_total(cell, parts);
        return cell;
    };
    std::vector<std::size_t> row_totals;
    std::vector<std::size_t> column_totals;
    for (const auto& parts : rows) {
        row_totals.push_back(sum(parts));
    }
    for (const auto& parts : columns) {
        column_totals.push_back(sum(parts));
    }
    table.add_total(sum(row_totals), column_totals);
    return table;
}

std::vector<bool> marks(const std::string& hidden) {
    std::vector<bool> result;
    for (const char mark : hidden) {
        result.push_back(mark == 'x');
    }
    return result;
}

std::size_t count(const std::vector<bool>& hidden) {
    return static_cast<std::size_t>(std::count(hidden.begin(), hidden.end(), true));
}

} // namespace

TEST_CASE("O-36 a zero in a crossing takes three cells along") {
    WithholdingRule rule;
    rule.minimum_n = 2;
    rule.zeros = true;
    const auto hidden = withheld_crossing({{2, 0, 5}, {3, 4, 6}}, rule);
    CHECK(hidden.cells == std::vector<std::vector<bool>>{marks("xx."), marks("xx.")});
    CHECK(hidden.rows == marks(".."));
    CHECK(hidden.columns == marks("..."));
    CHECK_FALSE(hidden.all);
}

TEST_CASE("O-37 two hidden cells in every line do not protect") {
    const auto table = crossing({{30, 47, 64, 89}, {90, 124, 5, 31}, {92, 100, 59, 85}, {800, 991, 651, 685}});
    const auto hidden = marks("xxx."
                              "x.x."
                              ".x.x"
                              ".x.x"
                              ".........");
    CHECK(table.cells.back().n == 3943);
    CHECK(solvable_cells(table, hidden) == std::vector<std::size_t>{1});
    CHECK(solved_by_fractions(table, hidden) == std::vector<std::size_t>{1});
}

TEST_CASE("O-38 two groups of one answer each take a third along") {
    WithholdingRule rule;
    rule.minimum_n = 2;
    CHECK(withheld_groups({1, 2, 1, 0}, rule) == marks("xxx.."));
}

TEST_CASE("one dimension: nothing small, nothing hidden") {
    CHECK(withheld_groups({5, 60, 700}, {}) == marks("...."));
    CHECK(withheld_groups({}, {}) == marks("."));
    CHECK(withheld_groups({0, 0}, {}) == marks("..."));
    CHECK(withheld_groups({0, 12}, {}) == marks("..."));
}

TEST_CASE("one dimension: a single small group hides the next smallest, the lower id of two") {
    CHECK(withheld_groups({60, 4, 30, 700}, {}) == marks(".xx.."));
    CHECK(withheld_groups({30, 4, 30, 700}, {}) == marks("xx..."));
    CHECK(withheld_groups({60, 4, 3, 700}, {}) == marks(".xx.."));
}

TEST_CASE("one dimension: of two hidden groups neither may be a single answer") {
    CHECK(withheld_groups({60, 4, 1, 700, 90}, {}) == marks("xxx..."));
    CHECK(withheld_groups({60, 1, 2, 3, 700}, {}) == marks(".xxx.."));
}

TEST_CASE("a group without answers is a known zero and protects nothing") {
    CHECK(withheld_groups({4, 0, 30, 0}, {}) == marks("x.x.."));
}

TEST_CASE("a whole table below the minimum is hidden with its total") {
    CHECK(withheld_groups({3, 1, 0}, {}) == marks("xx.x"));
    CHECK(withheld_groups({3}, {}) == marks("xx"));
    CHECK(withheld_groups({1}, {}) == marks("xx"));
}

TEST_CASE("where no other group is left the total goes") { CHECK(withheld_groups({1, 4}, {}) == marks("xxx")); }

TEST_CASE("the minimum is an option, and one hides nothing") {
    CHECK(withheld_groups({1, 2, 3}, {1}) == marks("...."));
    CHECK(withheld_groups({9, 20, 30}, {10}) == marks("xx.."));
}

TEST_CASE("answers without a group are unknown to a reader") {
    PrintedCells table;
    table.add(3);
    table.add(40);
    table.add(7, false);
    table.add(50);
    table.add_total(3, {0, 1, 2});
    CHECK(withheld_cells(table, {}) == marks("x.x."));
    SECTION("but known to whoever gave the only one") {
        table.cells[2].n = 1;
        table.cells[3].n = 44;
        CHECK(withheld_cells(table, {}) == marks("xxx."));
    }
    SECTION("and none is a known zero") {
        table.cells[2].n = 0;
        table.cells[3].n = 43;
        CHECK(withheld_cells(table, {}) == marks("xx.."));
    }
    SECTION("alone they are no secret to keep") {
        table.cells[0].n = 30;
        table.cells[3].n = 77;
        CHECK(withheld_cells(table, {}) == marks("..x."));
    }
}

TEST_CASE("tables that share totals are one system: touchpoints within stages") {
    PrintedCells table;
    for (const std::uint64_t n : {3U, 20U, 30U, 40U}) {
        table.add(n);
    } // two touchpoints in each stage
    table.add(23);
    table.add(70);
    table.add(93);
    table.add_total(4, {0, 1});
    table.add_total(5, {2, 3});
    table.add_total(6, {0, 1, 2, 3});
    table.add_total(6, {4, 5});
    // Hiding the second touchpoint would do in each table alone and does here: the stage holds both.
    const auto hidden = withheld_cells(table, {});
    CHECK(hidden == marks("xx....."));
    CHECK(solvable_cells(table, hidden).empty());
}

TEST_CASE("a parent of which one child alone is hidden is hidden too") {
    PrintedCells table;
    table.add(3);
    table.add(50);
    table.add(60);
    table.add(3); // a stage that holds the first touchpoint alone
    table.add(110);
    table.add(113);
    table.add_total(3, {0});
    table.add_total(4, {1, 2});
    table.add_total(5, {0, 1, 2});
    table.add_total(5, {3, 4});
    const auto hidden = withheld_cells(table, {});
    CHECK(hidden[0]);
    CHECK(hidden[3]);
    CHECK(hidden[1]);
    CHECK(hidden[4]);
    CHECK_FALSE(hidden[5]);
    CHECK(solvable_cells(table, hidden).empty());
}

TEST_CASE("a single answer that is a whole stage is no threat to itself") {
    PrintedCells table;
    table.add(1);
    table.add(50);
    table.add(60);
    table.add(70);
    table.add(1);
    table.add(180);
    table.add(181);
    table.add_total(4, {0});
    table.add_total(5, {1, 2, 3});
    table.add_total(6, {4, 5});
    table.add_total(6, {0, 1, 2, 3});
    const auto hidden = withheld_cells(table, {});
    CHECK(solvable_cells(table, hidden).empty());
    CHECK(hidden[0]);
    CHECK(hidden[4]);
    CHECK_FALSE(hidden[3]);
}

TEST_CASE("marks and cells that do not fit are errors") {
    PrintedCells table;
    table.add(3);
    table.add_total(0, {7});
    CHECK_THROWS_AS(withheld_cells(table, {}), Error);
    table.totals.clear();
    CHECK_THROWS_AS(solvable_cells(table, {}), Error);
    CHECK_THROWS_AS(withheld_crossing({{1, 2}, {3}}, {}), Error);
    CHECK(withheld_cells(PrintedCells(), {}).empty());
}

TEST_CASE("on random crossings no hidden cell can be solved, and the two eliminations agree") {
    std::mt19937_64              draw(31);
    std::discrete_distribution<> size({6, 5, 5, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 30, 30, 30});
    std::size_t                  all_hidden = 0;
    for (int i = 0; i < 400; ++i) {
        std::vector<std::vector<std::uint64_t>> n(2 + static_cast<std::size_t>(i % 5),
                                                  std::vector<std::uint64_t>(2 + static_cast<std::size_t>(i % 4)));
        for (auto& row : n) {
            for (auto& cell : row) {
                cell = static_cast<std::uint64_t>(size(draw));
            }
        }
        const auto table = crossing(n);
        const auto hidden = withheld_cells(table, {});
        for (std::size_t cell = 0; cell < hidden.size(); ++cell) {
            const std::uint64_t answers = table.cells[cell].n;
            REQUIRE((hidden[cell] || answers == 0 || answers >= 5));
            REQUIRE_FALSE((hidden[cell] && answers == 0));
        }
        REQUIRE(solved_by_fractions(table, hidden).empty());
        REQUIRE(solvable_cells(table, hidden).empty());
        all_hidden += count(hidden);

        std::vector<bool> some(hidden.size());
        for (std::size_t cell = 0; cell < some.size(); ++cell) {
            some[cell] = draw() % 3 != 0;
        }
        REQUIRE(solvable_cells(table, some) == solved_by_fractions(table, some));
    }
    CHECK(all_hidden > 1000);
}

TEST_CASE("on random crossings no giver of a single answer can solve another small cell") {
    std::mt19937_64              draw(37);
    std::discrete_distribution<> size({10, 10, 3, 2, 2, 8, 8, 8, 8, 8, 8, 8, 8});
    int                          givers = 0;
    for (int i = 0; i < 300; ++i) {
        std::vector<std::vector<std::uint64_t>> n(3 + static_cast<std::size_t>(i % 3), std::vector<std::uint64_t>(4));
        for (auto& row : n) {
            for (auto& cell : row) {
                cell = static_cast<std::uint64_t>(size(draw));
            }
        }
        const auto        table = crossing(n);
        auto              hidden = withheld_cells(table, {});
        const std::size_t inner = n.size() * 4;
        bool              shown = false;
        for (std::size_t cell = 0; cell < hidden.size(); ++cell) {
            shown = shown || (!hidden[cell] && table.cells[cell].n > 0);
        }
        if (!shown) {
            continue;
        } // nothing is left to hide
        for (std::size_t own = 0; own < inner; ++own) {
            if (!hidden[own] || table.cells[own].n != 1) {
                continue;
            }
            ++givers;
            auto known = hidden;
            known[own] = false;
            for (const std::size_t cell : solved_by_fractions(table, known)) {
                // A margin that holds the giver's answer alone tells nothing new.
                CAPTURE(i, own, cell);
                REQUIRE((table.cells[cell].n >= 5 || (cell >= inner && table.cells[cell].n == 1)));
            }
        }
    }
    CHECK(givers > 100);
}

TEST_CASE("withholding is the same every time, and in any order of the totals") {
    std::mt19937_64                              draw(41);
    std::uniform_int_distribution<std::uint64_t> size(0, 12);
    std::vector<std::vector<std::uint64_t>>      n(12, std::vector<std::uint64_t>(9));
    for (auto& row : n) {
        for (auto& cell : row) {
            cell = size(draw);
        }
    }
    const auto table = crossing(n);
    CHECK(withheld_cells(table, {}) == withheld_cells(table, {}));
}

TEST_CASE("beyond the number of audited cells whole lines are hidden") {
    std::mt19937_64                              draw(43);
    std::uniform_int_distribution<std::uint64_t> size(0, 40);
    std::vector<std::vector<std::uint64_t>>      n(10, std::vector<std::uint64_t>(8));
    for (auto& row : n) {
        for (auto& cell : row) {
            cell = size(draw);
        }
    }
    n[4] = {10, 20, 30, 40, 10, 20, 30, 40};
    for (auto& row : n) {
        row[2] = 25;
    }
    WithholdingRule rule;
    rule.audited = 3;
    const auto hidden = withheld_crossing(n, rule);
    for (std::size_t row = 0; row < n.size(); ++row) {
        const bool small =
            std::any_of(n[row].begin(), n[row].end(), [](std::uint64_t cell) { return cell > 0 && cell < 5; });
        for (std::size_t column = 0; column < n[row].size(); ++column) {
            if (small && n[row][column] > 0) {
                CHECK(hidden.cells[row][column]);
            }
        }
    }
    CHECK_FALSE(hidden.all);
}

TEST_CASE("large tables are settled in time") {
    std::mt19937_64                            draw(47);
    std::geometric_distribution<std::uint64_t> size(0.08);
    std::vector<std::vector<std::uint64_t>>    n(120, std::vector<std::uint64_t>(60));
    for (auto& row : n) {
        for (auto& cell : row) {
            cell = size(draw);
        }
    }
    const auto table = crossing(n);
    const auto from = std::chrono::steady_clock::now();
    const auto hidden = withheld_cells(table, {});
    const auto took = std::chrono::steady_clock::now() - from;
    CHECK(solvable_cells(table, hidden).empty());
    CHECK(count(hidden) > 1000);
    CHECK(took < std::chrono::seconds(60));
}
