#include <cx/present/group_layout.hpp>

#include <catch2/catch.hpp>

#include <present/sample_tables.hpp>

using namespace cx;

namespace {

std::string groups_of(const Section& section) {
    std::string groups;
    for (const GridRow& row : section.grids.at(0).rows) groups += row.cells[0].text + ";";
    return groups;
}

} // namespace

TEST_CASE("Up to three items have a section each, their groups below one another", "[present][by_group]") {
    const ScoreTable table = sample::feedback();
    const auto       sections = group_sections(ScoreRows(table), "touchpoint", {});
    REQUIRE(sections.size() == 3);
    CHECK(sections[1].heading == "CSAT by touchpoint: Kuinka tyytyväinen olet saamaasi palveluun?");
    CHECK(groups_of(sections[0]) == "Toimitus ja nouto;Palautukset;Asiakaspalvelu puhelimessa ja chatissa;Myymälä;"
                                    "Verkkokauppa;Mobiilisovellus;Asiakastapahtuma;Huolto;");
    CHECK(sections[0].notes == std::vector<std::string>{"withheld: Asennus kotona"});
    CHECK(sections[0].grids[0].reference == 34.2);
    CHECK(group_sections(ScoreRows(table), "never", {}).empty());
}

TEST_CASE("Periods are shown in time", "[present][by_group]") {
    const ScoreTable table = sample::feedback();
    CHECK(groups_of(group_sections(ScoreRows(table), "month", {})[0]) == "2026-08;2026-09;2026-10;");
}

TEST_CASE("The first groups only, and how many more there are", "[present][by_group]") {
    const ScoreTable table = sample::feedback();
    Look             look;
    look.top = 2;
    look.sort = "-value";
    const auto section = group_sections(ScoreRows(table), "touchpoint", look)[0];
    CHECK(groups_of(section) == "Asiakastapahtuma;Verkkokauppa;");
    CHECK(section.notes.front() == "6 more groups are not shown");
    look.top = 7;
    CHECK(group_sections(ScoreRows(table), "touchpoint", look)[0].notes.front() == "1 more group is not shown");
    look.top = 8;
    CHECK(group_sections(ScoreRows(table), "touchpoint", look)[0].notes.size() == 1);
}

TEST_CASE("Items that do not compare keep their own section beside a table of those that do", "[present][by_group]") {
    const ScoreTable table = sample::relationship();
    const auto       sections = group_sections(ScoreRows(table), "Segment", {});
    REQUIRE(sections.size() == 2);
    CHECK(sections[0].heading == "NPS by Segment: How likely are you to recommend us?");
    CHECK(sections[1].heading == "Gap by Segment");
}

TEST_CASE("A heading reads as words", "[present][by_group]") {
    ScoreRow row;
    row.metric = "mean";
    row.dimension = "stage:channel";
    CHECK(heading(row, false) == "By stage and channel");
    CHECK(heading(row, true) == "Mean by stage and channel");
    row.dimension = "column:\x1b[2J";
    CHECK(heading(row, false) == "By \\x1b[2J");
    row.metric.clear();
    CHECK(heading(row, true) == " by \\x1b[2J");
}

TEST_CASE("Many withheld groups are counted, not listed", "[present][by_group]") {
    std::vector<ScoreRow> rows;
    for (int i = 0; i < 9; ++i) rows.push_back(sample::nps_row("touchpoint", std::to_string(i), 3, 0));
    GroupRows withheld;
    for (const ScoreRow& row : rows) withheld.push_back(&row);
    Section section;
    add_group_notes(section, 0, withheld);
    CHECK(section.notes == std::vector<std::string>{"withheld: 0, 1, 2, 3, 4, 5 and 3 more"});
}

TEST_CASE("A dimension of which all is withheld has its names and no grid", "[present][by_group]") {
    ScoreTable table;
    table.scores.push_back(sample::nps_row("stage", "a", 3, 0));
    table.scores.back().note = "withheld";
    const auto sections = group_sections(ScoreRows(table), "stage", {});
    REQUIRE(sections.size() == 1);
    CHECK(sections[0].grids.empty());
    CHECK(sections[0].notes == std::vector<std::string>{"withheld: a"});
}
