#include <cx/model/column_roles.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "model/faults.hpp"

using Catch::Matchers::Contains;
using cx::parse_model;
using cx::test::faults;

TEST_CASE("A column's name alone is a list of one") {
    const auto columns =
        parse_model("[columns]\ndate = \"End\"\ncomment = [\"Why?\", \"Else\"]\ndate_order = \"dmy\"\n", "cx.toml")
            .columns;
    CHECK(columns.date == std::vector<std::string>{"End"});
    CHECK(columns.comment == std::vector<std::string>{"Why?", "Else"});
    CHECK(columns.date_order == cx::DateOrder::dmy);
    CHECK(columns.weight.empty());
}

TEST_CASE("What is no column's name is told") {
    CHECK_THAT(
        faults("[columns]\ndate = 3\n"),
        Contains("cx.toml:2:8: 'date' in [columns] is the number 3, expected a text or a list of texts; write \"3\""));
    CHECK_THAT(faults("[columns]\ncomment = [\"a\", \" \"]\n"),
               Contains("cx.toml:2:17: an empty name in 'comment' of [columns]"));
    CHECK_THAT(faults("[columns]\ncomment = [\"a\", [\"b\"]]\n"), Contains("is a list, expected a text"));
    CHECK_THAT(faults("[columns]\ndate_order = \"DMY\"\n"),
               Contains("expected one of 'ymd', 'dmy' and 'mdy'; did you mean 'dmy'?"));
    CHECK_THAT(faults("[columns]\nsegment = \"x\"\n"), Contains("did you mean 'segments'?"));
}
