#include <cx/statistics/table_lines.hpp>

#include <cx/base/error.hpp>

#include <catch2/catch.hpp>

#include <limits>

using cx::PrintedCells;
using cx::detail::audit;
using cx::detail::Lines;

namespace {

constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

/// Two rows and two columns, their four margins and the total: cells 0-3, 4-5, 6-7, 8.
PrintedCells square() {
    PrintedCells table;
    for (const std::uint64_t n : {3U, 20U, 30U, 40U, 23U, 70U, 33U, 60U, 93U}) {
        table.add(n);
    }
    table.add_total(4, {0, 1});
    table.add_total(5, {2, 3});
    table.add_total(6, {0, 2});
    table.add_total(7, {1, 3});
    table.add_total(8, {4, 5});
    table.add_total(8, {6, 7});
    return table;
}

} // namespace

TEST_CASE("a cell stands in the lines that name it") {
    const Lines lines(square());
    CHECK(lines.count() == 6);
    CHECK(lines.members(0) == std::vector<std::size_t>{0, 1, 4});
    CHECK(lines.of(0) == std::vector<std::size_t>{0, 2});
    CHECK(lines.of(4) == std::vector<std::size_t>{0, 4});
    CHECK(lines.crossed(3));
    CHECK_FALSE(lines.crossed(4));
    CHECK_FALSE(lines.crossed(8));
}

TEST_CASE("a total of a cell that is not there is an error") {
    PrintedCells table;
    table.add(1);
    table.add_total(0, {1});
    CHECK_THROWS_AS(Lines(table), cx::Error);
}

TEST_CASE("a hidden cell is solved from a line, a total from its parts, a square of them from nothing") {
    const Lines       lines(square());
    std::vector<bool> hidden(9);
    hidden[0] = true;
    CHECK(audit(lines, hidden, unlimited)->determined == hidden);
    hidden[0] = false;
    hidden[8] = true;
    CHECK(audit(lines, hidden, unlimited)->determined == hidden);
    hidden = {true, true, true, true, false, false, false, false, false};
    const auto found = audit(lines, hidden, unlimited);
    CHECK(found->determined == std::vector<bool>(9));
    CHECK(found->tied[0] == found->tied[3]);
    CHECK(found->tied[4] == 0);
}

TEST_CASE("an audit stops at its budget") { CHECK_FALSE(audit(Lines(square()), std::vector<bool>(9, true), 0)); }
