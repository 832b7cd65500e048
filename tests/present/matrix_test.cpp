#include <cx/present/group_layout.hpp>

#include <catch2/catch.hpp>

#include <present/sample_tables.hpp>

using namespace cx;

namespace {

/// `items` ratings in `groups` groups; item 0 of group 0 is withheld, item 1 of it has no answers.
ScoreTable ratings(int items, int groups) {
    ScoreTable table;
    for (int item = 0; item < items; ++item) {
        for (int group = -1; group < groups; ++group) {
            const bool all = group < 0;
            ScoreRow   row =
                sample::nps_row(all ? "all" : "area", all ? "" : "g" + std::to_string(group), 100, 10 * group + item);
            row.item = "i" + std::to_string(item);
            row.item_text.clear();
            if (group == 0 && item == 0) row.note = "withheld";
            if (group == 0 && item == 1) row.value.reset();
            table.scores.push_back(row);
        }
    }
    return table;
}

const Grid& only_grid(const std::vector<Section>& sections) {
    REQUIRE(sections.size() == 1);
    REQUIRE(sections[0].grids.size() == 1);
    return sections[0].grids[0];
}

} // namespace

TEST_CASE("More items than groups: items down, groups across, all before them", "[present][matrix]") {
    const ScoreTable table = ratings(6, 3);
    const auto       sections = group_sections(ScoreRows(table), "area", {});
    const Grid&      grid = only_grid(sections);
    CHECK(sections[0].heading == "NPS by area");
    REQUIRE(grid.columns.size() == 5);
    CHECK(grid.columns[1].title == "all");
    CHECK(grid.repeated == 2);
    REQUIRE(grid.rows.size() == 7);
    CHECK(grid.rows[0].cells[0].text == "n, at most");
    CHECK(grid.rows[1].cells[0].text == "i0");
    CHECK(grid.rows[1].cells[1].text == "−10.0");
}

TEST_CASE("More groups than items: groups down, items across", "[present][matrix]") {
    const ScoreTable table = ratings(4, 9);
    const auto       sections = group_sections(ScoreRows(table), "area", {});
    const Grid&      grid = only_grid(sections);
    CHECK(grid.columns.size() == 6);
    REQUIRE(grid.rows.size() == 10);
    CHECK(grid.rows[0].cells[0].text == "all");
    CHECK(grid.rows[1].cells[0].text == "g1");
    CHECK(grid.rows.back().cells[0].text == "g0");
    CHECK(grid.rows.back().cells[2].text == "withheld");
    CHECK(grid.rows.back().cells[3].text == "–  ");
    SECTION("the first groups only") {
        Look look;
        look.top = 5;
        CHECK(only_grid(group_sections(ScoreRows(table), "area", look)).rows.size() == 6);
    }
}

TEST_CASE("Cells have marks and parentheses", "[present][matrix]") {
    ScoreTable table = ratings(4, 2);
    for (ScoreRow& row : table.scores) {
        if (row.group == "g1" && row.item == "i2") {
            row.difference = 5;
            row.p = 0.001;
        }
        if (row.group == "g1" && row.item == "i3") row.note = "low base";
    }
    const auto  sections = group_sections(ScoreRows(table), "area", {});
    const Grid& grid = only_grid(sections);
    REQUIRE(grid.columns[2].title == "g1");
    CHECK(grid.rows[3].cells[2].text == "12.0  ▲");
    CHECK(grid.rows[3].cells[2].tone == Tone::good);
    CHECK(grid.rows[4].cells[2].text == "(13.0)  ");
}

TEST_CASE("A group of which all is withheld is named below", "[present][matrix]") {
    ScoreTable table = ratings(5, 3);
    for (ScoreRow& row : table.scores) {
        if (row.group == "g2") row.note = "withheld";
    }
    const auto sections = group_sections(ScoreRows(table), "area", {});
    CHECK(only_grid(sections).columns.size() == 4);
    CHECK(sections[0].notes == std::vector<std::string>{"withheld: g2"});
}
