#include <cx/base/plain_form.hpp>

#include <catch2/catch.hpp>

#include <string>

using cx::detail::PlainForm;

namespace {

std::string form_of(std::string_view text) { return std::string(PlainForm(text).text()); }

/// What stands in the text for the bytes [begin, end) of its form.
std::string original(std::string_view text, std::size_t begin, std::size_t end) {
    const PlainForm   form(text);
    const std::size_t from = form.beginning(begin);
    return std::string(text.substr(from, form.ending(end) - from));
}

} // namespace

TEST_CASE("letters of all scripts and ASCII stay") {
    for (const std::string_view text : {"", "a-1 @\n", "Äiti ja isä", "Привет", "漢字", "e\u0301"})
        CHECK(form_of(text) == text);
}

TEST_CASE("digits, dashes, spaces and full-width characters are ASCII") {
    CHECK(form_of("０１٢३") == "0123");
    CHECK(form_of("ａ＠ｂ．ｃ") == "a@b.c");
    CHECK(form_of("\uFE6B\uFE52\uFF61") == "@..");
    CHECK(form_of("a\u2010\u2011\u2013\u2014\u2212\uFF0Db") == "a------b");
    CHECK(form_of("a\u00A0\u202F\u3000b\u2028c\u0085") == "a   b\nc\n");
}

TEST_CASE("invisible characters are left out, other signs mean nothing") {
    CHECK(form_of("a\u200B\u00AD\u2060\uFEFF\u200D\uFE0Fb") == "ab");
    CHECK(form_of("4\uFE0F\u20E3") == "4");
    CHECK(form_of("a“b”c€👍") == "a\x01"
                                "b\x01"
                                "c\x01\x01");
    CHECK(form_of("a\xff"
                  "b\xe2\x80") == "a\x01"
                                  "b\x01");
}

TEST_CASE("every place has its place in the text") {
    CHECK(original("ab", 0, 2) == "ab");
    CHECK(original("x１２y", 1, 3) == "１２");
    CHECK(original("x\u200B１\u200B２\u200By", 1, 3) == "１\u200B２");
    CHECK(original("\u200B\u200Bab\u200B\u200B", 0, 2) == "ab");
    CHECK(original("a\u200B\u200B\u200Bb", 0, 1) == "a");
    CHECK(original("a\u200B\u200B\u200Bb", 1, 2) == "b");
    CHECK(original("ä–ö", 2, 3) == "–");
    CHECK(original("ä–ö", 3, 5) == "ö");
    CHECK(original("１\u200B", 0, 1) == "１");
    CHECK(original("\xff１", 1, 2) == "１");
}
