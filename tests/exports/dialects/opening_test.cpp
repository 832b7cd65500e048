#include <cx/exports/dialects/opening.hpp>

#include <catch2/catch.hpp>

using cx::detail::columns_of;
using cx::detail::grid_header;
using cx::detail::group_and_item;
using cx::detail::Opening;

TEST_CASE("An opening is empty beyond its cells") {
    const Opening opening({{"A", "b"}, {"1", "2", "3"}});
    CHECK(opening.cell(0, 1) == "b");
    CHECK(opening.cell(0, 2).empty());
    CHECK(opening.cell(5, 0).empty());
    CHECK(opening.width(2) == 3);
    CHECK(opening.find(0, {"a"}) == 0U);
    CHECK_FALSE(opening.find(0, {"c"}));
    CHECK(opening.count(0, {"a", "b"}) == 2);
    CHECK(Opening({}).rows() == 0);
}

TEST_CASE("Columns keep all their headers") {
    const auto columns = columns_of(Opening({{"a", ""}, {"x", "y"}}), 2);
    REQUIRE(columns.size() == 2);
    CHECK(columns[0].code == "a");
    CHECK(columns[1].code.empty());
    CHECK(columns[1].headers == std::vector<std::string>{"", "y"});
}

TEST_CASE("Group and item are joined where there are both") {
    CHECK(group_and_item("Group", "item") == "Group: item");
    CHECK(group_and_item("Group:", "item") == "Group: item");
    CHECK(group_and_item("", "item") == "item");
    CHECK(group_and_item("Group", "") == "Group");
}

TEST_CASE("A grid's header ends in brackets that match") {
    REQUIRE(grid_header("How good? [Speed]"));
    CHECK(grid_header("How good? [Speed]")->question == "How good?");
    CHECK(grid_header("How good? [Speed [s]]")->row == "Speed [s]");
    CHECK(grid_header("How good? []")->row.empty());
    CHECK_FALSE(grid_header("How good?"));
    CHECK_FALSE(grid_header("[Speed] how good?"));
    CHECK_FALSE(grid_header("how good]"));
    CHECK_FALSE(grid_header(""));
}
