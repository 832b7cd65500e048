#include <cx/model/places.hpp>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/model/model_file.hpp>

using cx::detail::Mark;
using cx::detail::place_in;

TEST_CASE("Values are found again where they stand, else where their table does") {
    const auto model = cx::parse_model("[columns]\n"
                                       "segments = [\"Plan\",\n  \"Region\"]\n"
                                       "[[item]]\n"
                                       "id = \"a\"\n"
                                       "column = \"Q1\"\n"
                                       "[[item]]\n"
                                       "id = \"a\"\n"
                                       "column = \"Q7\"\n"
                                       "waves = \"2024\"\n",
                                       "cx.toml");
    CHECK(place_in(model, "columns.segments", "Region") == Mark{3, 3});
    CHECK(place_in(model, "item 'a'", "column") == Mark{6, 10});
    CHECK(place_in(model, "item 'a'", "threshold") == Mark{4, 1});
    CHECK(place_in(model, "item 'b'", "column") == Mark{});
}

TEST_CASE("Problems of a model without a file are the export's") {
    auto in_file = cx::parse_model("[survey]\ntitle = \"x\"\n", "my.toml");
    auto problems = cx::detail::problems_of(in_file, "survey.csv");
    problems.add({2, 1}, "x");
    CHECK_THROWS_WITH(problems.raise(), "my.toml:2:1: x\n    title = \"x\"\n    ^");
    auto of_export = cx::detail::problems_of(cx::MeasurementModel{}, "survey.csv");
    of_export.add({}, "x");
    CHECK_THROWS_WITH(of_export.raise(), "survey.csv: x");
}
