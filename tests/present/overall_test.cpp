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

TEST_CASE("Counts of withheld answers are not shown, and a pair says which side", "[present][overall]") {
    ScoreTable table;
    table.scores = {sample::nps_row("all", "", 100, 40)};
    table.answers = {{"recommend:importance", 90, 10, 0, 0, 0, false}, {"recommend", 0, 0, 0, 2, 0, true}};
    const Section section = left_out_section(table);
    REQUIRE(section.grids.size() == 1);
    const auto& rows = section.grids.front().rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells[0].text.ends_with("(importance)"));
    CHECK(rows[1].cells[1].text == "withheld");
    CHECK(rows[1].cells[2].text == "–");
}

TEST_CASE("The questions with most cells that are no answer come first, ten of them", "[present][overall]") {
    ScoreTable table;
    for (int i = 0; i < 12; ++i) {
        table.scores.push_back(sample::nps_row("all", "", 100, 40));
        table.scores.back().item = "q" + std::to_string(i);
        table.scores.back().item_text.clear();
        table.answers.push_back({table.scores.back().item, 90, static_cast<std::uint64_t>(i + 1), 0, 0, 0, false});
    }
    const Section section = left_out_section(table);
    REQUIRE(section.grids.front().rows.size() == 10);
    CHECK(section.grids.front().rows.front().cells[0].text == "q11");
    CHECK(section.notes == std::vector<std::string>{"and 2 more questions with fewer of them"});
}
