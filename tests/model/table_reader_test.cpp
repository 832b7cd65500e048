#include <cx/model/table_reader.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/model/toml_document.hpp>

using Catch::Matchers::Contains;
using cx::detail::parse_toml;
using cx::detail::Problems;
using cx::detail::TableReader;
using cx::detail::TomlNode;

namespace {

/// A table of its own with what is wrong in it.
struct Read {
    explicit Read(const std::string& toml) : node(parse_toml(toml, "t")), problems("t"), table(node, "[t]", problems) {}
    std::string told() const {
        try {
            problems.raise();
        } catch (const cx::Error& error) {
            return error.what();
        }
        return {};
    }
    TomlNode    node;
    Problems    problems;
    TableReader table;
};

} // namespace

TEST_CASE("Keys that are left out are empty and no problem") {
    Read read("");
    CHECK(read.table.text("a").empty());
    CHECK(read.table.texts("a").empty());
    CHECK_FALSE(read.table.number("a").has_value());
    CHECK_FALSE(read.table.whole("a").has_value());
    CHECK_FALSE(read.table.flag("a"));
    CHECK_FALSE(read.table.scale("a").has_value());
    CHECK_FALSE(read.table.date("a").has_value());
    CHECK(read.table.points("a").empty());
    CHECK(read.table.table("a") == nullptr);
    CHECK(read.table.tables("a").empty());
    CHECK_FALSE(read.table.has("a"));
    CHECK_FALSE(read.table.sound("a"));
    read.table.finish();
    CHECK(read.told().empty());
}

TEST_CASE("Values of the right type are read") {
    Read read(
        "a = \"x\"\nb = [\"x\", \"\"]\nc = 1.5\nd = 7\ne = true\nf = [1, 5]\ng = 2026-10-31\nh = { \"Hyvä \" = 3 }\n"
        "i = \" two \\n words \"\nj = \"mdy\"\nk = \"A=b\"\n");
    CHECK(read.table.text("a") == "x");
    CHECK(read.table.texts("b") == std::vector<std::string>{"x", ""});
    CHECK(read.table.number("c") == 1.5);
    CHECK(read.table.number("d") == 7.0);
    CHECK(read.table.whole("d") == 7);
    CHECK(read.table.flag("e"));
    CHECK(read.table.scale("f") == cx::Scale{1, 5});
    CHECK(read.table.date("g") == cx::Day(std::chrono::year(2026) / 10 / 31));
    CHECK(read.table.points("h") == std::map<std::string, int>{{"hyvä", 3}});
    CHECK(read.table.id("i") == "two words");
    CHECK(read.table.word("j", {"ymd", "dmy", "mdy"}) == 2U);
    CHECK(read.table.conditions("k") == std::vector<std::string>{"A=b"});
    read.table.finish();
    CHECK(read.told().empty());
}

TEST_CASE("Every wrong type is told with what was found") {
    Read read(
        "a = 1\nb = [1, 2026-10-31]\nc = \"x\"\nd = 1.0\ne = 0\nf = [1.5, 2]\ng = 2026-10-31T10:00:00\nh = [1]\n");
    CHECK(read.table.text("a").empty());
    CHECK(read.table.texts("b").empty());
    CHECK_FALSE(read.table.number("c").has_value());
    CHECK_FALSE(read.table.whole("d").has_value());
    CHECK_FALSE(read.table.flag("e"));
    CHECK_FALSE(read.table.scale("f").has_value());
    CHECK_FALSE(read.table.date("g").has_value());
    CHECK(read.table.points("h").empty());
    CHECK(read.told() ==
          "t:1:5: 'a' in [t] is the number 1, expected a text in quotes; write \"1\"\n"
          "t:2:6: 'b' in [t] is the number 1, expected a text or a list of texts; write \"1\"\n"
          "t:2:9: 'b' in [t] is the date 2026-10-31, expected a text or a list of texts; write \"2026-10-31\"\n"
          "t:3:5: 'c' in [t] is the text 'x', expected a number\n"
          "t:4:5: 'd' in [t] is the number 1, expected a whole number\n"
          "t:5:5: 'e' in [t] is the number 0, expected true or false\n"
          "t:6:6: 'f' in [t] is the number 1.5, expected a whole number\n"
          "t:7:5: 'g' in [t] is a time, expected a date as in 2026-10-31, without quotes\n"
          "t:8:5: 'h' in [t] is a list, expected a table, as in { \"one\" = 1 }");
    for (const char* key : {"a", "b", "c", "d", "e", "f", "g", "h"}) CHECK_FALSE(read.table.sound(key));
}

TEST_CASE("Labels that fold to the same are told") {
    Read read("h = { \"Yes\" = 1, \" YES\" = 2 }\n");
    CHECK(read.table.points("h").size() == 1);
    CHECK_THAT(read.told(), Contains("in 'h' of [t] is there already"));
}

TEST_CASE("Keys that were never asked for are told with the nearest that was") {
    Read read("owner = \"x\"\nowmer = \"y\"\nzzz = 1\n");
    static_cast<void>(read.table.text("owner"));
    static_cast<void>(read.table.text("name"));
    read.table.finish();
    CHECK(read.told() == "t:2:1: unknown key 'owmer' in [t]; did you mean 'owner'?\n"
                         "t:3:1: unknown key 'zzz' in [t]; known are 'name' and 'owner'");
}

TEST_CASE("A required key is missed where its table stands") {
    Read read("\n\nother = 1\n");
    read.table.require("other", "never told");
    read.table.require("id", "give one");
    CHECK_THAT(read.told(), Contains("'id' is missing in [t]; give one") && !Contains("never told"));
}
