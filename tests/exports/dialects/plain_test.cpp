#include <catch2/catch.hpp>

#include "exports/export_text.hpp"

using cx::testing::as;
using cx::testing::opened;

TEST_CASE("plain: headers are codes and texts alike") {
    const auto source = opened("id,How likely are\nyou?,\"Other, which\"\n");
    CHECK(source.recognition.columns.size() == 2); // a line break outside quotes ends the record
    const auto quoted = opened("id,\"How likely\nare you?\",id\n1,9,2\n").recognition;
    CHECK(quoted.dialect == "plain");
    CHECK(quoted.columns[1].code == "How likely are you?");
    CHECK(quoted.columns[1].text == "How likely are you?");
    CHECK(quoted.columns[2].code == "id (2)");
    CHECK(quoted.filters.empty());
    CHECK_FALSE(quoted.has_legend);
}

TEST_CASE("plain: any export may be read as a plain table") {
    const auto source = opened("Time Started,Status\n2025-01-02,Partial\n", as("plain"));
    CHECK(source.recognition.dialect == "plain");
    CHECK(source.recognition.filters.empty());
}
