#include <cx/present/format.hpp>

#include <set>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <present/sample_tables.hpp>

using namespace cx;

TEST_CASE("Every format has a name and an ending of its own, and writes an empty table", "[present][format]") {
    std::set<std::string_view> names;
    std::set<std::string_view> endings;
    for (const Format& format : formats()) {
        names.insert(format.name);
        endings.insert(format.ending);
        CHECK(format.ending.starts_with('.'));
        CHECK_FALSE(format.write(sample::empty(), {}).empty());
        CHECK(&format_named(format.name) == &format);
    }
    CHECK(names == std::set<std::string_view>{"text", "csv", "json", "md", "github"});
    CHECK(endings.size() == names.size());
}

TEST_CASE("A format that is none is answered with the nearest one", "[present][format]") {
    CHECK_THROWS_WITH(format_named("jsn"), Catch::Contains("'jsn'") && Catch::Contains("did you mean 'json'"));
    CHECK_THROWS_WITH(format_named("spreadsheet"), Catch::Contains("text, csv, json, md"));
    CHECK_THROWS_AS(format_named(""), Error);
}
