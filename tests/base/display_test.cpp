#include <cx/base/text.hpp>

#include <catch2/catch.hpp>

#include <cx/base/code_points.hpp>

#include <random>
#include <string>
#include <vector>

using namespace std::string_literals;

TEST_CASE("what is seen stays as it is") {
    CHECK(cx::visible("") == "");
    CHECK(cx::visible("plain \\ text, 'quoted'") == "plain \\ text, 'quoted'");
    CHECK(cx::visible("Hyv\u00e4\u00e4 p\u00e4iv\u00e4\u00e4 \u00a0\ud55c\uad6d\uc5b4 a\u0308") ==
          "Hyv\u00e4\u00e4 p\u00e4iv\u00e4\u00e4 \u00a0\ud55c\uad6d\uc5b4 a\u0308");
    CHECK(cx::visible("\U0001f469\u200d\U0001f680 \u2764\ufe0f \U0001f44d\U0001f3fd") ==
          "\U0001f469\u200d\U0001f680 \u2764\ufe0f \U0001f44d\U0001f3fd");
}

TEST_CASE("controls are shown") {
    CHECK(cx::visible("a\nb\rc\td") == "a\\nb\\rc\\td");
    CHECK(cx::visible("\x1b[31mred") == "\\x1b[31mred");
    CHECK(cx::visible("\0\x7f"s) == "\\x00\\x7f");
    CHECK(cx::visible("\u009b31m\u0085") == "\\x9b31m\\x85");
    CHECK(cx::visible("\u2028\u2029") == "\\u2028\\u2029");
}

TEST_CASE("characters that reorder or hide text are shown") {
    CHECK(cx::visible("a\u202eb") == "a\\u202eb");
    CHECK(cx::visible("\u202a\u202b\u202c\u202d") == "\\u202a\\u202b\\u202c\\u202d");
    CHECK(cx::visible("\u2066\u2067\u2068\u2069") == "\\u2066\\u2067\\u2068\\u2069");
    CHECK(cx::visible("\u200e\u200f\u061c") == "\\u200e\\u200f\\u061c");
    CHECK(cx::visible("\u200b\ufeff\u2060\u00ad\u3164") == "\\u200b\\ufeff\\u2060\\xad\\u3164");
    CHECK(cx::visible("\U000e0041") == "\\U000e0041");
    CHECK(cx::visible("a\u200db") == "a\\u200db"); // joins nothing
    CHECK(cx::visible("\ufe0fa\ufe0f\ufe0f") == "\\ufe0fa\ufe0f\\ufe0f");
}

TEST_CASE("bytes that are no UTF-8 are replaced") {
    CHECK(cx::visible("a\xff\xe2\x82z") == "a\ufffd\ufffdz");
    CHECK(cx::visible("\x9b") == "\ufffd"); // not the control U+009B
}

TEST_CASE("no character comes out that could act on a terminal") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text = "\n"; // so that the slow way is taken
        cx::detail::append_code_point(text, c);
        const std::string shown = cx::visible(text);
        std::size_t       at = 2;
        const char32_t    first = cx::detail::next_code_point(shown, at);
        const bool        control = first < 0x20 || (first >= 0x7F && first < 0xA0);
        const bool        bidi = (first >= 0x202A && first <= 0x202E) || (first >= 0x2066 && first <= 0x2069) ||
                          first == 0x200E || first == 0x200F || first == 0x061C || first == 0x2028 || first == 0x2029;
        if (control || bidi || !cx::is_valid_utf8(shown) || cx::visible(shown) != shown)
            FAIL("U+" << std::hex << static_cast<unsigned>(c));
    }
    SUCCEED();
}

TEST_CASE("width counts terminal columns") {
    CHECK(cx::display_width("") == 0);
    CHECK(cx::display_width("abc") == 3);
    CHECK(cx::display_width("\u00e4\u00f6") == 2);
    CHECK(cx::display_width("a\u0308") == 1);
    CHECK(cx::display_width("\ud55c\uad6d") == 4);
    CHECK(cx::display_width("\u1112\u1161\u11ab") == 2);
    CHECK(cx::display_width("\uff21\u3042") == 4);
    CHECK(cx::display_width("\u2588\u2500\u2026") == 3);
    CHECK(cx::display_width("\n\x1b\u200b") == 0);
    CHECK(cx::display_width("\xff") == 1);
}

TEST_CASE("an emoji is two columns, however many characters it has") {
    CHECK(cx::display_width("\U0001f600") == 2);
    CHECK(cx::display_width("\U0001f44d\U0001f3fd") == 2);
    CHECK(cx::display_width("\u2764\ufe0f") == 2);
    CHECK(cx::display_width("\u231a\ufe0f") == 2);
    CHECK(cx::display_width("\U0001f1eb\U0001f1ee") == 2);
    CHECK(cx::display_width("\U0001f469\u200d\U0001f680") == 2);
    CHECK(cx::display_width("\U0001f469\u200d\U0001f469\u200d\U0001f467") == 2);
    CHECK(cx::display_width("\u2764") == 1);
}

TEST_CASE("a text that fits is not shortened") {
    CHECK(cx::shortened("abc", 3) == "abc");
    CHECK(cx::shortened("", 0) == "");
    CHECK(cx::shortened("\ud55c\uad6d", 4) == "\ud55c\uad6d");
    CHECK(cx::shortened("a\u0308b", 2) == "a\u0308b");
}

TEST_CASE("a longer text ends with an ellipsis in the last column") {
    CHECK(cx::shortened("abcd", 3) == "ab\u2026");
    CHECK(cx::shortened("abcd", 1) == "\u2026");
    CHECK(cx::shortened("abcd", 0) == "");
    CHECK(cx::shortened("\u00e4bcd", 0) == "");
    CHECK(cx::shortened("a\u0308bcd", 3) == "a\u0308b\u2026");
    CHECK(cx::shortened("\ud55c\uad6d\uc5b4", 4) == "\ud55c\u2026"); // two columns do not fit into one
    CHECK(cx::shortened("a\xff"
                        "bcd",
                        3) == "a\ufffd\u2026");
}

TEST_CASE("a grapheme is never cut") {
    const std::string family = "\U0001f469\u200d\U0001f469\u200d\U0001f467";
    CHECK(cx::shortened(family + family, 3) == family + "\u2026");
    CHECK(cx::shortened(family + family, 2) == "\u2026");
    CHECK(cx::shortened("\U0001f1eb\U0001f1ee\U0001f1f8\U0001f1ea", 3) == "\U0001f1eb\U0001f1ee\u2026");
}

TEST_CASE("what comes out is never wider than asked for") {
    const std::string text = "Pa\u0308iva\u0308 \ud55c\uad6d\uc5b4 \U0001f44d\U0001f3fd\u2764\ufe0f x\xff\u202ey";
    for (std::size_t columns = 0; columns < 40; ++columns) {
        const std::string cut = cx::shortened(text, columns);
        CHECK(cx::display_width(cut) <= columns);
        CHECK(cx::is_valid_utf8(cut));
    }
}

TEST_CASE("no mixture of characters comes out wider than asked for") {
    std::mt19937                   random(3); // NOLINT(cert-msc51-cpp): the same texts every time
    const std::vector<std::string> parts = {"a",          "\u0308", "\u200d", "\ufe0f", "\U0001f469", "\U0001f3fd",
                                            "\U0001f1eb", "\ud55c", "\u1112", "\u1161", "\u11ab",     "\xff",
                                            "\xe2\x82",   "\r",     "\n",     "\u0915", "\u094d",     "\u0937",
                                            "\u2764",     "\u202e", "\u3042"};
    std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
    for (int round = 0; round < 5'000; ++round) {
        std::string text;
        for (std::size_t i = part(random); i > 0; --i) text += parts[part(random)];
        const std::size_t columns = part(random);
        const std::string cut = cx::shortened(text, columns);
        INFO(cx::visible(text) << " in " << columns);
        REQUIRE(cx::display_width(cut) <= columns);
        REQUIRE(cx::is_valid_utf8(cut));
        REQUIRE(cx::is_valid_utf8(cx::visible(text)));
        REQUIRE(cx::visible(cx::visible(text)) == cx::visible(text));
    }
}
