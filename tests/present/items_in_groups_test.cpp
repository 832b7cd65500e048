#include <cx/present/group_layout.hpp>

#include <catch2/catch.hpp>

#include <present/sample_tables.hpp>

using namespace cx;

TEST_CASE("Items stand below the group they belong to", "[present][items_in_groups]") {
    const ScoreTable table = sample::relationship();
    const auto       sections = group_sections(ScoreRows(table), "touchpoint", {});
    REQUIRE(sections.size() == 1);
    const auto& rows = sections[0].grids.at(0).rows;
    REQUIRE(rows.size() == 15);
    CHECK(rows[0].cells[0].text == "Customer service");
    CHECK(rows[0].cells[1].text == "9,000");
    CHECK(rows[1].cells[0].text == "Customer service is easy to reach");
    CHECK(rows[1].indent == 2);
    SECTION("a group of one item is one line") {
        CHECK(rows.back().cells[0].text == "Billing: Invoices are right and clear");
        CHECK(rows.back().indent == 0);
    }
    SECTION("the first groups only") {
        Look look;
        look.top = 1;
        const auto top = group_sections(ScoreRows(table), "touchpoint", look);
        CHECK(top[0].grids.at(0).rows.size() == 5);
        CHECK(top[0].notes == std::vector<std::string>{"3 more groups are not shown"});
    }
}

TEST_CASE("Items of several kinds say their metric, and a group without a figure of its own its name",
          "[present][items_in_groups]") {
    ScoreTable table;
    const auto add = [&](const char* group, const char* item, const char* metric) {
        table.scores.push_back(sample::nps_row("touchpoint", group, 100, 10));
        table.scores.back().item = item;
        table.scores.back().item_text.clear();
        table.scores.back().metric = metric;
    };
    add("shop", "a", "nps");
    add("shop", "b", "mean");
    add("app", "c", "csat");
    const auto sections = group_sections(ScoreRows(table), "touchpoint", {});
    REQUIRE(sections.size() == 1);
    CHECK(sections[0].heading == "By touchpoint");
    const auto& rows = sections[0].grids.at(0).rows;
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].cells[0].text == "shop");
    CHECK(rows[0].cells[1].text.empty());
    CHECK(rows[1].cells[2].text == "NPS");
    CHECK(rows[2].cells[2].text == "mean");
    CHECK(rows[3].cells[0].text == "app: c");
}

TEST_CASE("An item that is called as its group is named once", "[present][items_in_groups]") {
    ScoreTable table;
    for (const char* group : {"shop", "app"}) {
        table.scores.push_back(sample::nps_row("touchpoint", group, 100, 10));
        table.scores.back().item = group;
        table.scores.back().item_text = group;
    }
    const auto  sections = group_sections(ScoreRows(table), "touchpoint", {});
    const auto& rows = sections.at(0).grids.at(0).rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells[0].text == "shop");
    CHECK(rows[1].cells[0].text == "app");
}
