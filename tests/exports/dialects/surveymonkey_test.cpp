#include <string>

#include <catch2/catch.hpp>

#include "exports/export_text.hpp"

using cx::testing::opened;
using cx::testing::rows_of;

namespace {

const std::string table = "Respondent ID,Collector ID,Which projects?,,,Would you recommend us?,,Anything else?\n"
                          ",,Alpha,Beta,Other (please specify),Response,Why?,Open-Ended Response\n"
                          "11442956956,254534439,Alpha,,,9,Quick,\n"
                          "11442917572,254534439,,Beta,Gamma,Absolutely,,Thanks\n";

} // namespace

TEST_CASE("surveymonkey: questions and items of two header rows are joined") {
    auto        source = opened(table);
    const auto& columns = source.recognition.columns;
    CHECK(source.recognition.dialect == "surveymonkey");
    REQUIRE(columns.size() == 8);
    CHECK(columns[0].code == "Respondent ID");
    CHECK(columns[3].code == "Beta");
    CHECK(columns[3].text == "Which projects?: Beta");
    CHECK(columns[3].headers == std::vector<std::string>{"", "Beta"});
    CHECK(columns[5].code == "Would you recommend us?");
    CHECK(columns[6].code == "Why?");
    CHECK(columns[6].text == "Would you recommend us?: Why?");
    CHECK(columns[7].text == "Anything else?");
    CHECK(rows_of(source) == 2);
}

TEST_CASE("surveymonkey: names that repeat get numbers") {
    const auto columns = opened("Respondent ID,A?,,B?,\n,Response,Why?,Response,Why?\n1,5,x,4,y\n").recognition.columns;
    CHECK(columns[2].code == "Why?");
    CHECK(columns[4].code == "Why? (2)");
    CHECK(columns[4].text == "B?: Why?");
}

TEST_CASE("surveymonkey: recognised without its ids, where these were taken out") {
    const auto found = opened(",,A?,,B?,C?\n,,Response,Why?,Response,Response\n,,5,x,4,3\n").recognition;
    CHECK(found.dialect == "surveymonkey");
    CHECK(found.columns[0].code == "column 1");
    CHECK(found.columns[3].text == "A?: Why?");
}

TEST_CASE("surveymonkey: a respondent id in a table of one header row does not make it one") {
    CHECK(opened("Respondent ID,nps\n11442956956,9\n11442956957,8\n").recognition.dialect == "plain");
}
