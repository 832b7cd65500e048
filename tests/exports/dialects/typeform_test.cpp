#include <string>

#include <catch2/catch.hpp>

#include "exports/export_text.hpp"

using cx::testing::opened;

TEST_CASE("typeform: known by its own columns; dates are in UTC") {
    const auto found = opened("#,How likely are *you* to recommend us?,Start Date (UTC),Submit Date (UTC),Network ID\n"
                              "abc,9,2025-01-02 10:00:00,2025-01-02 10:05:00,f00\n")
                           .recognition;
    CHECK(found.dialect == "typeform");
    CHECK(found.timezone == "UTC");
    CHECK(found.columns[1].code == "How likely are *you* to recommend us?");
    CHECK(found.columns[1].text == "How likely are you to recommend us?");
}

TEST_CASE("typeform: markdown in headers and a token at the end") {
    const auto found =
        opened("Do you use [our apps](https://example.org/a)?,Which should be _excluded_?,snake_case_name 5 * 4,Token\n"
               "yes,none,20,x1\nno,all,21,x2\n")
            .recognition;
    CHECK(found.dialect == "typeform");
    CHECK(found.columns[0].text == "Do you use our apps?");
    CHECK(found.columns[1].text == "Which should be excluded?");
    CHECK(found.columns[2].text == "snake_case_name 5 * 4");
    CHECK(found.timezone.empty());
}

TEST_CASE("typeform: a token alone does not make it one") {
    CHECK(opened("nps,Token\n9,a\n8,b\n").recognition.dialect == "plain");
    CHECK(opened("Use [brackets,Token\n9,a\n8,b\n").recognition.columns[0].text == "Use [brackets");
}

TEST_CASE("typeform: a header of nothing but brackets takes no time") {
    const std::string brackets(400'000, '[');
    const auto        found = opened(brackets + ",Token\na,b\nc,d\n").recognition;
    CHECK(found.columns[0].text == brackets);
}
