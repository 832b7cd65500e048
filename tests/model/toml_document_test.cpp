#include <cx/model/toml_document.hpp>

#include <string>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using cx::detail::Mark;
using cx::detail::parse_toml;
using Kind = cx::detail::TomlNode::Kind;

TEST_CASE("A document becomes values that know their places") {
    const auto root =
        parse_toml("\xef\xbb\xbf[t]\r\n  a = \"x\\u0000y\"\r\nb = [1, 2.5, true, 2026-10-31, 10:30:00]\r\n", "f");
    CHECK(root.kind == Kind::table);
    REQUIRE(root.find("t") != nullptr);
    CHECK(root.find("u") == nullptr);
    const auto& table = root.find("t")->value;
    CHECK(root.find("t")->at == Mark{1, 2});
    CHECK(table.at == Mark{1, 1});
    REQUIRE(table.find("a") != nullptr);
    CHECK(table.find("a")->at == Mark{2, 3});
    CHECK(table.find("a")->value.at == Mark{2, 7});
    CHECK(table.find("a")->value.text == std::string("x\0y", 3));
    const auto& list = table.find("b")->value;
    REQUIRE(list.list.size() == 5);
    CHECK(list.list[0].whole == 1);
    CHECK(list.list[1].decimal == 2.5);
    CHECK(list.list[2].flag);
    CHECK(list.list[3].kind == Kind::date);
    CHECK(list.list[3].date == cx::Day(std::chrono::year(2026) / 10 / 31));
    CHECK(list.list[4].kind == Kind::time);
    CHECK(list.list[1].at == Mark{3, 9});
}

TEST_CASE("Broken syntax is told with its place") {
    CHECK_THROWS_WITH(parse_toml("a = 1\nb = \n", "f.toml"), StartsWith("f.toml:2:"));
    CHECK_THROWS_WITH(parse_toml("[a]\n[a]\n", "f.toml"), StartsWith("f.toml:2:"));
    CHECK_THROWS_WITH(parse_toml("a = \"x\n", "f.toml"), StartsWith("f.toml:1:"));
    for (const char* header :
         {"[&", "[[&", "[[[1]]]", "[[[a]]]", "[[=", "[", "[[", "[ ", "[]", "[.a]", "[a.]", "[a..b]"})
        CHECK_THROWS_WITH(parse_toml(header, "f.toml"), StartsWith("f.toml:1:"));
    CHECK_THROWS_AS(parse_toml("a = 99999999999999999999", "f.toml"), cx::Error);
    CHECK_THROWS_AS(parse_toml("a = 2026-02-30", "f.toml"), cx::Error);
}

TEST_CASE("Letters outside of ASCII are letters in texts, and faults outside of quotes") {
    const auto root = parse_toml("a = \"\"\"x \\\n  äy\"\"\"\n\"päivä\" = 'ö'\n", "f");
    CHECK(root.find("a")->value.text == "x äy");
    CHECK(root.find("päivä")->value.text == "ö");
    for (const char* faulty :
         {"päivä = 1", "ä", "[ä]", "a = ä", "a = 1 ä", "a = \"\"\"\\ä\"\"\"", "a\xc2\xa0= 1", "{ä"})
        CHECK_THROWS_WITH(parse_toml(faulty, "f"), StartsWith("f:1:"));
}

TEST_CASE("Bytes that are no UTF-8 are told with the way out") {
    CHECK_THROWS_WITH(parse_toml("a = \"p\xe4iv\xe4\"\n", "f"), StartsWith("f:1:") && Contains("encoding UTF-8"));
    CHECK_THROWS_AS(parse_toml("a = \"\xed\xa0\x80\"\n", "f"), cx::Error);              // a surrogate
    CHECK_THROWS_AS(parse_toml(std::string_view("\xff\xfe[\0a\0", 6), "f"), cx::Error); // UTF-16
    CHECK_THROWS_AS(parse_toml(std::string_view("a = \0", 5), "f"), cx::Error);
}

TEST_CASE("Nesting that no model has is refused, not followed") {
    std::string dots;
    for (int i = 0; i < 1'000'000; ++i) dots += "a.";
    CHECK_THROWS_WITH(parse_toml("x = 1\n" + dots + "a = 1\n", "f"), StartsWith("f:2:1: a key with more than 32 dots"));
    CHECK_THROWS_WITH(parse_toml("[" + dots + "a]\n", "f"), StartsWith("f:1:1: a key"));
    CHECK_THROWS_WITH(parse_toml("a = " + std::string(1'000'000, '['), "f"), StartsWith("f:1:"));
    std::string tables = "a = ";
    for (int i = 0; i < 100'000; ++i) tables += "{a=";
    CHECK_THROWS_WITH(parse_toml(tables, "f"), StartsWith("f:1:"));
}
