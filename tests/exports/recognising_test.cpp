#include <cx/exports/recognising.hpp>

#include <string>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

#include "export_text.hpp"

using Catch::Contains;
using cx::testing::as;
using cx::testing::opened;
using cx::testing::rows_of;

namespace {

cx::ReadOptions without_header() {
    cx::ReadOptions options;
    options.no_header = true;
    return options;
}

} // namespace

TEST_CASE("A plain table has its first row for headers") {
    auto source = opened("id,nps\n1,9\n2,3\n");
    CHECK(source.recognition.dialect == "plain");
    REQUIRE(source.recognition.columns.size() == 2);
    CHECK(source.recognition.columns[1].code == "nps");
    CHECK(source.recognition.columns[1].headers == std::vector<std::string>{"nps"});
    CHECK(source.recognition.data_offset == 7);
    CHECK(source.recognition.data_line == 2);
    CHECK(rows_of(source) == 2);
}

TEST_CASE("A preamble is skipped and said") {
    auto source = opened("# made on Monday\nSurvey 2025\n\nid,nps,why\n1,9,x\n2,3,y\n");
    CHECK(source.recognition.columns[0].code == "id");
    CHECK(source.recognition.data_line == 5);
    REQUIRE(source.recognition.notices.size() == 1);
    CHECK(source.recognition.notices[0].text == "skipped 3 lines before the header");
    CHECK(source.sample.cell(0, 1) == "9");
    CHECK(rows_of(source) == 2);
}

TEST_CASE("A tool's headers are found below a preamble") {
    auto source = opened("Exported by someone\nTimestamp,How?\n1/2/2025 10:00:00,well\n");
    CHECK(source.recognition.dialect == "googleforms");
    CHECK(source.recognition.columns[1].code == "How?");
}

TEST_CASE("A header shorter than its table is a header still") {
    auto source = opened("a,b\n5,2,3\n4,5,6\n7,8,9\n");
    CHECK(source.recognition.columns.size() == 2);
    CHECK(rows_of(source) == 3);
}

TEST_CASE("A first row like those below it is refused, and read with numbers for names") {
    const std::string table = "2025-01-02,web,9\n2025-01-03,shop,8\n2025-01-03,web,8\n";
    CHECK_THROWS_WITH(opened(table), Contains(":1: ") && Contains("--no-header"));
    auto source = opened(table, without_header());
    REQUIRE(source.recognition.columns.size() == 3);
    CHECK(source.recognition.columns[2].code == "3");
    CHECK(source.recognition.data_offset == 0);
    CHECK(rows_of(source, without_header()) == 3);
}

TEST_CASE("Without header the widest record counts") {
    CHECK(opened("1,2\n1,2,3\n", without_header()).recognition.columns.size() == 3);
}

TEST_CASE("Headers alone are an export of no rows") {
    auto source = opened("id,nps\n");
    CHECK(source.sample.size() == 0);
    CHECK(source.sample.complete());
    CHECK(source.recognition.data_offset == 7);
    CHECK(rows_of(source) == 0);
    CHECK(rows_of(*std::make_unique<cx::Export>(opened("id,nps"))) == 0);
}

TEST_CASE("The line that declares a delimiter is no header") {
    auto source = opened("sep=;\nid;nps\n1;9\n");
    CHECK(source.recognition.delimiter == ';');
    CHECK(source.recognition.columns[1].code == "nps");
    CHECK(source.recognition.notices.empty());
    CHECK(rows_of(source) == 1);
}

TEST_CASE("A dialect may be asked for") {
    auto source = opened("Group,\nFirst,Second\n5,4\n", as("surveymonkey"));
    CHECK(source.recognition.dialect == "surveymonkey");
    CHECK(source.recognition.columns[1].text == "Group: Second");
    CHECK(opened("Timestamp,a\n1/2/2025 10:00,b\n", as("plain")).recognition.dialect == "plain");
    CHECK_THROWS_WITH(opened("only,headers\n", as("webropol")), Contains("no export of Webropol"));
    CHECK_THROWS_WITH(opened("a,b\n", as("qualtrix")), Contains("qualtrics"));
}

TEST_CASE("Limits are refused with their place") {
    cx::ReadOptions options;
    options.longest_field = 10;
    CHECK_THROWS_WITH(opened("id,why\n1,short\n2,much too long a text\n", options),
                      Contains(":3: a field of over 10 bytes") && Contains("--max-field"));
    std::string wide = "a";
    for (int i = 0; i < 70'000; ++i) wide += ",a";
    CHECK_THROWS_WITH(opened(wide + "\n1\n"), Contains("over 65536 cells"));
    CHECK_THROWS_WITH(opened("id,why\n1,\"never closed\n2,x\n"), Contains(":2: ") && Contains("never closed"));
}

TEST_CASE("A field that fills the whole head is refused in bounded memory") {
    std::string open = "id,why\n1,\"";
    open.append(9U << 20U, 'x');
    cx::ReadOptions options;
    options.longest_field = 4U << 20U;
    CHECK_THROWS_WITH(opened(open, options), Contains(":2: a field of over"));
    CHECK_THROWS_WITH(opened(std::string(9U << 20U, 'x')), Contains(":1: a field of over"));
}

TEST_CASE("SurveyMonkey's summary is no export") {
    CHECK_THROWS_WITH(opened("My survey,,\n,,\nQ1. Name,,\nAnswered,97,\nSkipped,0,\n"), Contains("summary"));
}
