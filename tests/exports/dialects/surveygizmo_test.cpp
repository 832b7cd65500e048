#include <string>

#include <catch2/catch.hpp>

#include "exports/export_text.hpp"

using cx::testing::opened;

namespace {

const std::string table = "Time Started,Date Submitted,Status,Tool #1:Which tools, Tool #2:Which tools,How: in a "
                          "word?,Other - Write In:How: in a word?\n"
                          "2025-01-02 22:21:47,2025-01-02 22:21:51,Partial,a,b,c,d\n";

} // namespace

TEST_CASE("surveygizmo: options stand before their question") {
    const auto found = opened(table).recognition;
    CHECK(found.dialect == "surveygizmo");
    CHECK(found.columns[3].code == "Tool #1:Which tools");
    CHECK(found.columns[3].text == "Which tools: Tool #1");
    CHECK(found.columns[4].text == "Which tools: Tool #2");
    CHECK(found.columns[5].text == "How: in a word?"); // a colon of its own
    CHECK(found.columns[6].text == "How: in a word?: Other - Write In");
}

TEST_CASE("surveygizmo: what was broken off is filtered") {
    const auto filters = opened(table).recognition.filters;
    REQUIRE(filters.size() == 2);
    CHECK(filters[0].column == 2);
    CHECK(filters[0].reason == "unfinished");
    CHECK(filters[0].values.front() == "partial");
    CHECK(filters[1].values == std::vector<std::string>{"disqualified"});
}

TEST_CASE("surveygizmo: other starting times do not make it one") {
    CHECK(opened("Time Started,nps\n2025-01-02,9\n2025-01-03,8\n").recognition.dialect == "plain");
}
