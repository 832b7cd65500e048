#include <cx/model/source_reader.hpp>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/model/model_file.hpp>

using namespace cx;
using Catch::Contains;

TEST_CASE("source_reader: a source alone needs no match, and several need one") {
    CHECK(parse_model("[[source]]\nname = \"one\"\nid_scope = \"file\"\n", "cx.toml").sources.at(0).ids_by_file);
    CHECK_FALSE(
        parse_model("[[source]]\nname = \"one\"\nid_scope = \"source\"\n", "cx.toml").sources.at(0).ids_by_file);
    CHECK_THROWS_WITH(
        parse_model("[[source]]\nname = \"one\"\n[[source]]\nname = \"two\"\nmatch = \"b*\"\n", "cx.toml"),
        Contains("cx.toml:1:") && Contains("match"));
}

TEST_CASE("source_reader: a survey's one source needs no name; how many were asked is a number or a file") {
    CHECK(parse_model("[[source]]\ninvited = 1200\n", "cx.toml").sources.at(0).name.empty());
    CHECK(parse_model("[[source]]\ninvited = \"invited.csv\"\n", "cx.toml").sources.size() == 1);
    CHECK_THROWS_WITH(parse_model("[[source]]\ninvited = true\n", "cx.toml"), Contains("invited"));
}

TEST_CASE("source_reader: what is wrong is told with its place") {
    CHECK_THROWS_WITH(parse_model("[[source]]\nmatch = \"a*\"\n[[source]]\nname = \"b\"\nmatch = \"b*\"\n", "cx.toml"),
                      Contains("cx.toml:1:") && Contains("name"));
    CHECK_THROWS_WITH(
        parse_model("[[source]]\nname = \"a\"\nmatch = \"a*\"\n[[source]]\nname = \"a\"\nmatch = \"b*\"\n", "cx.toml"),
        Contains("already"));
    CHECK_THROWS_WITH(parse_model("[[source]]\nname = \"a\"\ncolumns = { dat = \"x\" }\n", "cx.toml"),
                      Contains("dat") && Contains("date"));
    CHECK_THROWS_WITH(parse_model("[[source]]\nname = \"a\"\nid_scope = \"row\"\n", "cx.toml"), Contains("id_scope"));
}
