#include <string>

#include <catch2/catch.hpp>

#include "exports/export_text.hpp"

using cx::testing::as;
using cx::testing::opened;
using cx::testing::rows_of;

namespace {

const std::string codes = "StartDate,EndDate,Status,Finished,ResponseId,Q1,Q1_NPS_GROUP\n";
const std::string texts =
    "Start Date,End Date,Response Type,Finished,Response ID,\"How likely are you\nto recommend us?\",Group\n";
const std::string ids =
    R"("{""ImportId"":""startDate"",""timeZone"":""Europe/Helsinki""}","{""ImportId"":""endDate""}",)"
    R"("{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}",)"
    R"("{""ImportId"":""QID1""}","{""ImportId"":""QID1_NPS_GROUP""}")"
    "\n";
const std::string rows = "2025-01-02 10:00:00,2025-01-02 10:05:00,IP Address,True,R_1,9,Promoter\n"
                         "2025-01-02 11:00:00,2025-01-02 11:05:00,Survey Preview,True,R_2,3,Detractor\n";

} // namespace

TEST_CASE("qualtrics: three header rows, code, text and import id") {
    auto        source = opened(codes + texts + ids + rows);
    const auto& found = source.recognition;
    CHECK(found.dialect == "qualtrics");
    CHECK(found.columns[5].code == "Q1");
    CHECK(found.columns[5].text == "How likely are you to recommend us?");
    CHECK(found.columns[5].headers == std::vector<std::string>{"Q1", "How likely are you to recommend us?"});
    CHECK(found.timezone == "Europe/Helsinki");
    CHECK(found.data_line == 5);
    CHECK(rows_of(source) == 2);
}

TEST_CASE("qualtrics: previews, tests and unfinished responses are filtered") {
    const auto filters = opened(codes + texts + ids + rows).recognition.filters;
    REQUIRE(filters.size() == 3);
    CHECK(filters[0].column == 2);
    CHECK(filters[0].reason == "preview");
    CHECK(std::count(filters[0].values.begin(), filters[0].values.end(), "survey preview") == 1);
    CHECK(std::count(filters[0].values.begin(), filters[0].values.end(), "4") == 0); // imported: a respondent's
    CHECK(filters[1].reason == "test");
    CHECK(filters[2].column == 3);
    CHECK(filters[2].reason == "unfinished");
    CHECK(std::count(filters[2].values.begin(), filters[2].values.end(), "0") == 1);
}

TEST_CASE("qualtrics: a time zone that nobody knows is said and left out") {
    std::string strange = ids;
    strange.replace(strange.find("Europe/Helsinki"), 15, "Atlantis/Centre");
    const auto found = opened(codes + texts + strange + rows).recognition;
    CHECK(found.timezone.empty());
    REQUIRE(found.notices.size() == 1);
    CHECK(found.notices[0].level == cx::Notice::Level::warning);
}

TEST_CASE("qualtrics: with the third row taken out, and with codes alone") {
    const auto two = opened(codes + texts + rows).recognition;
    CHECK(two.dialect == "qualtrics");
    CHECK(two.columns[5].text == "How likely are you to recommend us?");
    CHECK(two.data_line == 4);
    const auto one = opened(codes + rows).recognition;
    CHECK(one.dialect == "qualtrics");
    CHECK(one.data_line == 2);
    CHECK(one.filters.size() == 3);
}

TEST_CASE("qualtrics: the older form names its own columns in the second row") {
    const auto found =
        opened("V1,V2,V7,V10,Q1\nResponseID,ResponseSet,Status,Finished,How likely?\nR_1,Default,0,1,9\n").recognition;
    CHECK(found.dialect == "qualtrics");
    CHECK(found.columns[0].code == "V1");
    CHECK(found.columns[0].text == "ResponseID");
    REQUIRE(found.filters.size() == 3);
    CHECK(found.filters[0].column == 2);
    CHECK(found.filters[2].column == 3);
}

TEST_CASE("qualtrics: columns of the same names alone do not make it one") {
    CHECK(opened("Status,Finished,nps\nopen,yes,9\n").recognition.dialect == "plain");
}
