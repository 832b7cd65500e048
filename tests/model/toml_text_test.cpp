#include <cx/model/toml_text.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <cx/model/toml_document.hpp>

using cx::detail::parse_toml;
using cx::detail::toml_comment;
using cx::detail::toml_list;
using cx::detail::toml_number;
using cx::detail::toml_points;
using cx::detail::toml_text;
using cx::detail::TomlBlock;

namespace {

std::string read_back(const std::string& value) { return parse_toml("a = " + value, "f").find("a")->value.text; }

} // namespace

TEST_CASE("Every text reads back") {
    CHECK(toml_text("Hyvä päivä") == "\"Hyvä päivä\"");
    CHECK(toml_text("a\"b\\c\n\r\t") == R"("a\"b\\c\n\r\t")");
    for (const std::string& text :
         {std::string(), std::string("\"\"\""), std::string("'"), std::string("\\"), std::string("a\0b", 3),
          std::string("\x1b[31m\x7f"), std::string("\xe2\x80\xae x \xe2\x80\xa8"), std::string("\xf0\x9f\x98\x80"),
          std::string("\xef\xbb\xbf"), std::string("# [[item]]\nid = 1"), std::string("\xf3\xa0\x80\x81")})
        CHECK(read_back(toml_text(text)) == text);
}

TEST_CASE("What cannot be seen is escaped, what is no UTF-8 replaced") {
    for (const std::string& text : {std::string("a\x1b"), std::string("a\xe2\x80\xae"), std::string("a\xc2\x9b")})
        CHECK(toml_text(text).find("\\u") != std::string::npos);
    CHECK(read_back(toml_text("a\xff")) == "a\xef\xbf\xbd");
}

TEST_CASE("Numbers read back as they were") {
    for (const double value : {0.0, 7.0, 7.5, -1e-7, 1e18, 1e19, 12345678901234567890.0, 1e300, 0.1}) {
        const auto  root = parse_toml("a = " + toml_number(value), "f");
        const auto& node = root.find("a")->value;
        const bool  whole = node.kind == cx::detail::TomlNode::Kind::whole;
        CHECK((whole ? static_cast<double>(node.whole) : node.decimal) == value);
    }
    CHECK(toml_number(7) == "7");
}

TEST_CASE("Lists stay on a line while they are short") {
    CHECK(toml_list({}) == "[]");
    CHECK(toml_list(std::vector<std::string>{"a", "b"}) == R"(["a", "b"])");
    CHECK(toml_list(std::vector<std::string>{std::string(60, 'x'), std::string(60, 'y')}) ==
          "[\n    \"" + std::string(60, 'x') + "\",\n    \"" + std::string(60, 'y') + "\",\n]");
    CHECK(cx::detail::toml_text_or_list(std::vector<std::string>{"a"}) == "\"a\"");
    CHECK(toml_points({{"good", 5}, {"bad", 1}}) == R"({ "bad" = 1, "good" = 5 })");
}

TEST_CASE("A comment is one line whatever it says") {
    CHECK(toml_comment("Why?") == "# Why?\n");
    CHECK(toml_comment(" \n ").empty());
    for (const std::string& text :
         {std::string("a\n[[item]]"), std::string("a\r[[item]]"), std::string("a\x1b[2J\0b", 7),
          std::string("a\xe2\x80\xa8[[item]]"), std::string(100'000, 'x'), std::string("\xff")}) {
        const std::string comment = toml_comment(text);
        CHECK(comment.size() < 1000);
        CHECK(comment.find('\n') == comment.size() - 1);
        CHECK(comment.find('\r') == std::string::npos);
        CHECK(parse_toml(comment, "f").entries.empty());
    }
}

TEST_CASE("A block aligns its keys and comments out what it proposes") {
    TomlBlock block("[survey]");
    CHECK(block.empty());
    block.add_text("title", "T");
    block.add_text("owner", "");
    block.add_texts("match", std::vector<std::string>{});
    block.propose("language", "\"en\"", "of reports");
    CHECK(block.text() == "[survey]\ntitle      = \"T\"\n# language = \"en\"   # of reports\n");
}
