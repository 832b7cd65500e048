#include <catch2/catch.hpp>

#include "exports/export_text.hpp"

using cx::testing::opened;

TEST_CASE("googleforms: a timestamp first, and rows of grids in brackets") {
    const auto found = opened("Timestamp,How good were we? [Speed],How good were we? [Price],Why?\n"
                              "11/17/2025 18:23:58,5,4,fast\n")
                           .recognition;
    CHECK(found.dialect == "googleforms");
    CHECK(found.columns[1].code == "How good were we? [Speed]");
    CHECK(found.columns[1].text == "How good were we?: Speed");
    CHECK(found.columns[3].text == "Why?");
}

TEST_CASE("googleforms: timestamps of other languages") {
    CHECK(opened("Aikaleima,Suosittelisitko?\n17.11.2025 18.23.58,9\n").recognition.dialect == "googleforms");
    CHECK(opened("타임스탬프,점수\n2025/11/17 6:23:58 오후 GMT+9,9\n").recognition.dialect == "googleforms");
}

TEST_CASE("googleforms: a timestamp that is no date, or not first, is a plain table") {
    CHECK(opened("Timestamp,nps\nnever,9\nsoon,8\n").recognition.dialect == "plain");
    CHECK(opened("id,Timestamp\n1,11/17/2025\n2,11/18/2025\n").recognition.dialect == "plain");
}
