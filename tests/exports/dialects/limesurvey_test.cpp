#include <catch2/catch.hpp>

#include "exports/export_text.hpp"

using cx::testing::opened;

TEST_CASE("limesurvey: codes with texts are parted") {
    const auto found =
        opened("id,q1. How likely?,q2[SQ001]. How good were we? [Speed],q3[1][2]. Rank it []\n1,9,5,4\n").recognition;
    CHECK(found.dialect == "limesurvey");
    CHECK(found.columns[1].code == "q1");
    CHECK(found.columns[1].text == "How likely?");
    CHECK(found.columns[2].code == "q2[SQ001]");
    CHECK(found.columns[2].text == "How good were we?: Speed");
    CHECK(found.columns[3].code == "q3[1][2]");
    CHECK(found.columns[3].text == "Rank it");
    CHECK(find_column(found, "q2[SQ001]. How good were we? [Speed]") == 2U);
}

TEST_CASE("limesurvey: full texts with semicolons") {
    const auto found =
        opened("Antwort ID;Wie gut? [Preis];Warum?\n\"1\";\"Ja\";\"\"\n\"2\";\"Nein\";\"x\"\n").recognition;
    CHECK(found.dialect == "limesurvey");
    CHECK(found.columns[1].code == "Wie gut? [Preis]");
    CHECK(found.columns[1].text == "Wie gut?: Preis");
    CHECK(found.filters.empty());
}

TEST_CASE("limesurvey: responses without a date of submission are unfinished") {
    const auto found = opened("id,submitdate,lastpage,startlanguage,q1,q2[SQ001]\n"
                              "1,2025-01-02 10:00:00,3,fi,9,5\n2,,1,fi,,\n")
                           .recognition;
    CHECK(found.dialect == "limesurvey");
    CHECK(found.columns[5].text == "q2[SQ001]");
    REQUIRE(found.filters.size() == 1);
    CHECK(found.filters[0].column == 1);
    CHECK(found.filters[0].values == std::vector<std::string>{""});
    CHECK(found.filters[0].reason == "unfinished");
}

TEST_CASE("limesurvey: a response id alone does not make it one") {
    CHECK(opened("Response ID,nps\n1,9\n2,8\n").recognition.dialect == "plain");
    CHECK(opened("id,no. of visits,e.g. shop\n1,9,2\n").recognition.dialect == "plain");
}
