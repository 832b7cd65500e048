#include <cx/exports/columns.hpp>

#include <string>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

using Catch::Contains;
using cx::Column;
using cx::find_column;
using cx::detail::numbered_columns;
using cx::detail::settle_codes;

namespace {

std::vector<std::string> settled(const std::vector<std::string>& codes) {
    std::vector<Column> columns;
    for (const std::string& code : codes) columns.push_back({code, "", {}, {}});
    settle_codes(columns);
    std::vector<std::string> result;
    for (const Column& column : columns) result.push_back(column.code);
    return result;
}

} // namespace

TEST_CASE("Codes become unique and are never empty") {
    using Codes = std::vector<std::string>;
    CHECK(settled({"a", "Why?", "Why?", "Why?"}) == Codes{"a", "Why?", "Why? (2)", "Why? (3)"});
    CHECK(settled({"", "a", ""}) == Codes{"column 1", "a", "column 3"});
    CHECK(settled({"a", "a", "a (2)"}) == Codes{"a", "a (3)", "a (2)"});
    CHECK(settled({"column 2", ""}) == Codes{"column 2", "column 2 (2)"});
    CHECK(settled({}).empty());
    std::vector<Column> columns{{"a", "", {}, {}}, {"a", "", {}, {}}};
    CHECK(settle_codes(columns) == 1);
}

TEST_CASE("Columns without headers are numbered") {
    REQUIRE(numbered_columns(12).size() == 12);
    CHECK(numbered_columns(12).back().code == "12");
}

TEST_CASE("A column is found by code, header or text, exactly before nearly") {
    cx::Recognition recognition;
    recognition.file = "survey.csv";
    recognition.columns = {
        {"Q1", "How likely are you to recommend us?", {"Q1", "How likely are you to recommend us?"}, {}},
        {"Q2", "Why?", {"Q2", "Why?"}, {}},
        {"Q3", "Why?", {"Q3", "Why?"}, {}},
        {"q2", "Other", {"q2", "Other"}, {}},
        {"NPS", "", {"", "nps "}, {}}};
    CHECK(find_column(recognition, "Q1") == 0U);
    CHECK(find_column(recognition, "q2") == 3U);
    CHECK(find_column(recognition, "How likely are you to recommend us?") == 0U);
    CHECK(find_column(recognition, "how likely  are you\nto recommend us?") == 0U);
    CHECK(find_column(recognition, "nps") == 4U);
    CHECK_FALSE(find_column(recognition, "Q9"));
    CHECK_FALSE(find_column(recognition, ""));
    CHECK_FALSE(find_column(recognition, " "));
    CHECK_THROWS_WITH(find_column(recognition, "Why?"), Contains("survey.csv") && Contains("'Q2', 'Q3'"));
    CHECK_THROWS_WITH(find_column(recognition, "WHY?"), Contains("2 columns"));
}
