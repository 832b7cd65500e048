#include <cx/present/sections.hpp>

#include <catch2/catch.hpp>

#include <present/sample_tables.hpp>

using namespace cx;

TEST_CASE("Few items share a grid that says the metric of each", "[present][overall]") {
    const ScoreTable table = sample::feedback();
    const Section    section = overall_section(ScoreRows(table), {});
    REQUIRE(section.grids.size() == 1);
    const Grid& grid = section.grids.front();
    REQUIRE(grid.rows.size() == 3);
    CHECK_FALSE(grid.axis);
    CHECK(grid.rows[0].cells[2].text == "NPS");
    CHECK(grid.rows[1].cells[3].text == "71.4%");
}

TEST_CASE("Four items of a kind are compared in a grid of their own, what matters first", "[present][overall]") {
    const ScoreTable table = sample::relationship();
    const Section    section = overall_section(ScoreRows(table), {});
    REQUIRE(section.grids.size() == 2);
    const Grid& gaps = section.grids[1];
    REQUIRE(gaps.rows.size() == 12);
    CHECK(gaps.axis);
    CHECK(gaps.rows.front().cells[0].text == "Deliveries arrive when they were promised");
    CHECK(gaps.rows.front().cells[2].text == "−3.19");
    CHECK(gaps.rows.back().cells[0].text == "I am met in a friendly way");
    Look look;
    look.sort = "-n";
    CHECK(overall_section(ScoreRows(table), look).grids[1].rows.front().cells[1].text == "2,302");
}

TEST_CASE("What is in no figure is listed by item and reason", "[present][overall]") {
    const Section section = left_out_section(sample::feedback());
    REQUIRE(section.grids.size() == 1);
    const Grid& grid = section.grids.front();
    REQUIRE(grid.columns.size() == 5);
    CHECK(grid.columns[2].title == "missing");
    CHECK(grid.columns[3].title == "not applicable");
    CHECK(grid.columns[4].title == "unreadable");
    CHECK(grid.rows[1].cells[2].text == "98");
    CHECK(grid.rows[0].cells[4].text == "–");
    SECTION("and nothing is said where nothing was") { CHECK(left_out_section(sample::one_answer()).grids.empty()); }
}
