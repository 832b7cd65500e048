#include <cx/model/source_lines.hpp>

#include <string>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>

using cx::detail::SourceLines;

TEST_CASE("A line is shown with a caret under the place") {
    SourceLines lines("\xef\xbb\xbf"
                      "one = 1\r\n\ttwo = \"\xc3\xa4\xe6\xbc\xa2x\"\n");
    CHECK(lines.shown({1, 1}) == "\n    one = 1\n    ^");
    CHECK(lines.shown({2, 2}) == "\n     two = \"\xc3\xa4\xe6\xbc\xa2x\"\n     ^");
    CHECK(lines.shown({2, 11}) ==
          "\n     two = \"\xc3\xa4\xe6\xbc\xa2x\"\n               ^"); // a wide character before it
    CHECK(lines.shown({1, 7}) == "\n    one = 1\n          ^");        // back again
    CHECK(lines.shown({1, 30}) == "\n    one = 1\n           ^");
}

TEST_CASE("What is not there is not shown") {
    SourceLines lines("a\n   \nc");
    CHECK(lines.shown({0, 0}).empty());
    CHECK(lines.shown({2, 2}).empty());
    CHECK(lines.shown({4, 1}).empty());
    CHECK(lines.shown({40, 1}).empty());
    CHECK(lines.shown({3, 1}) == "\n    c\n    ^");
    CHECK(lines.shown({3, 20'000}).empty());
    CHECK(SourceLines("").shown({1, 1}).empty());
}

TEST_CASE("A long line is cut on both sides of the place") {
    const std::string text = std::string(500, 'a') + "X" + std::string(500, 'b');
    const std::string shown = SourceLines(text).shown({1, 501});
    const std::size_t second = shown.find('\n', 1);
    const auto        line = shown.substr(5, second - 5);
    CHECK(cx::display_width(line) <= 100);
    CHECK_THAT(line, Catch::StartsWith("\xe2\x80\xa6"
                                       "aaa") &&
                         Catch::EndsWith("b\xe2\x80\xa6"));
    const std::size_t caret = shown.size() - 1 - (second + 5);
    CHECK(cx::display_width(line.substr(0, line.find('X'))) == caret);
}

TEST_CASE("Nothing that is shown can act on a terminal") {
    const std::string override_mark{'\xe2', '\x80', '\xae'};
    const std::string line = "a\x1b[31m" + override_mark + " = \"\xff\x01\"";
    const std::string shown = SourceLines(line).shown({1, 8});
    CHECK(shown.find('\x1b') == std::string::npos);
    CHECK(shown.find(override_mark) == std::string::npos);
    CHECK(cx::is_valid_utf8(shown));
    std::string hostile;
    for (int i = 0; i < 2000; ++i) hostile += override_mark;
    CHECK(SourceLines(hostile).shown({1, 1000}).size() < 1000);
}
