#include <cx/present/target_section.hpp>

#include <string>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>
#include <cx/present/grid.hpp>
#include <present/approved.hpp>
#include <present/judged_targets.hpp>

using namespace cx;

namespace {

std::string text_of(const Section& section, std::size_t width) {
    std::string text = section.heading + "\n";
    for (const Grid& grid : section.grids) {
        for (const std::string& line : drawn(grid, width, false)) text += line + "\n";
    }
    for (const std::string& note : section.notes) text += note + "\n";
    return text;
}

std::vector<std::string> column(const Grid& grid, const std::string& title) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        if (grid.columns[i].title != title) continue;
        for (const GridRow& row : grid.rows) cells.push_back(row.cells.at(i).text);
    }
    return cells;
}

} // namespace

TEST_CASE("Targets are a table with the missed ones first", "[present][targets]") {
    const Section section = target_section(sample::judged_table());
    check_approved("targets.98.txt", text_of(section, 98));
    CHECK(column(section.grids.at(0), "status") == std::vector<std::string>{"missed  ", "missed ±", "missed ±",
                                                                            "undecided  ", "undecided  ", "met  ",
                                                                            "met ±", "not due  "});
    CHECK(column(section.grids.at(0), "owner").size() == 8);
}

TEST_CASE("Without targets there is no table", "[present][targets]") {
    const Section section = target_section(ScoreTable{});
    CHECK(section.grids.empty());
    CHECK(section.notes.empty());
}

TEST_CASE("Without owners there is no column for them", "[present][targets]") {
    ScoreTable table = sample::judged_table();
    for (JudgedTarget& target : table.targets) target.owner.clear();
    CHECK(column(target_section(table).grids.at(0), "owner").empty());
}

TEST_CASE("Only so many reasons are told", "[present][targets]") {
    ScoreTable table = sample::judged_table();
    table.targets.assign(25, table.targets[4]);
    const Section section = target_section(table);
    CHECK(section.grids.at(0).rows.size() == 25);
    REQUIRE(section.notes.size() == 11);
    CHECK(section.notes.back() == "and 15 more; --format json has every reason");
}

TEST_CASE("Names cannot act on a terminal", "[present][targets]") {
    const std::string text = text_of(target_section(sample::hostile_targets()), 98);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text.find("\u202E") == std::string::npos);
    CHECK(is_valid_utf8(text));
}
