#include <cx/base/text.hpp>

#include <catch2/catch.hpp>

#include <random>
#include <string>

using namespace std::string_literals;

TEST_CASE("trim takes white space of Unicode from both ends") {
    CHECK(cx::trim("").empty());
    CHECK(cx::trim(" \t\r\n\v\f").empty());
    CHECK(cx::trim("  a b  ") == "a b");
    CHECK(cx::trim("\u00a0\u202f\u3000a\u00a0b\u2003\u2028\u0085") == "a\u00a0b");
    CHECK(cx::trim("\ufeffQ1\ufeff") == "Q1");
    CHECK(cx::trim("\u00a0").empty());
    CHECK(cx::trim("\u20ac") == "\u20ac"); // ends with a byte that also ends a space
    CHECK(cx::trim("\U0001f600 ") == "\U0001f600");
}

TEST_CASE("trim leaves bytes that are no UTF-8 alone") {
    CHECK(cx::trim(" \xa0 ") == "\xa0");
    CHECK(cx::trim("a\xe2\x80") == "a\xe2\x80");
    CHECK(cx::trim("\xff") == "\xff");
    CHECK(cx::trim("\x80\x80\x80\x80") == "\x80\x80\x80\x80");
    CHECK(cx::trim("\xf0\u2003") == "\xf0"); // a space behind a broken start is a space
}

TEST_CASE("trim gives a view into the same text") {
    const std::string text = "  x ";
    CHECK(cx::trim(text).data() == text.data() + 2);
}

TEST_CASE("ASCII and UTF-8 are told from other bytes wherever they stand") {
    for (std::size_t length = 0; length < 40; ++length) {
        std::string text(length, 'a');
        CHECK(cx::is_ascii(text));
        CHECK(cx::is_valid_utf8(text));
        for (std::size_t at = 0; at < length; ++at) {
            std::string other = text;
            other[at] = static_cast<char>(0x80);
            CHECK_FALSE(cx::is_ascii(other));
            CHECK_FALSE(cx::is_valid_utf8(other));
        }
    }
    CHECK(cx::is_ascii("\0\x7f"s));
    CHECK(cx::is_valid_utf8("\u00e4\U0001f600\ufffd"));
    CHECK_FALSE(cx::is_valid_utf8("\xc3"));
    CHECK_FALSE(cx::is_valid_utf8("\xed\xa0\x80"));
}

TEST_CASE("form C composes what was written apart") {
    CHECK(cx::nfc("") == "");
    CHECK(cx::nfc(" As it is ") == " As it is ");
    CHECK(cx::nfc("a\u0308") == "\u00e4");
    CHECK(cx::nfc("\u212b") == "\u00c5");             // the sign of the angstrom is the letter
    CHECK(cx::nfc("\u1112\u1161\u11ab") == "\ud55c"); // Hangul
    CHECK(cx::nfc("a\xff\u0308") == "a\ufffd\u0308");
}

TEST_CASE("one line has single spaces and keeps its case") {
    CHECK(cx::one_line("") == "");
    CHECK(cx::one_line(" \r\n ") == "");
    CHECK(cx::one_line("  Web\r\n  Shop\t2 ") == "Web Shop 2");
    CHECK(cx::one_line("Pa\u0308\u00e4\u00a0 \u2028ty\u00f6") == "P\u00e4\u00e4 ty\u00f6");
    CHECK(cx::one_line("\ufeffa\u3000") == "a");
}

TEST_CASE("folded text compares equal without case") {
    CHECK(cx::folded("  VERY\n Likely ") == "very likely");
    CHECK(cx::folded("TYYTYV\u00c4INEN") == cx::folded("tyytyva\u0308inen"));
    CHECK(cx::folded("Stra\u00dfe") == cx::folded("STRASSE"));
    CHECK(cx::folded("\u03a3\u03c3\u03c2") == "\u03c3\u03c3\u03c3");
    CHECK(cx::folded("\ufb01n") == "fin");
    CHECK(cx::folded("\xff X") == "\ufffd x");
    CHECK(cx::folded("a") != cx::folded("\u00e4"));
}

TEST_CASE("comparing forms do not change when they are made again") {
    std::mt19937                   random(20261031); // NOLINT(cert-msc51-cpp): the same texts every time
    const std::vector<std::string> parts = {"a",      "\u00c4", "\u0308", " ",      "\u00a0",     "\u0130", "\u1e9e",
                                            "\u0345", "\u1f88", "\n",     "\ufeff", "\U0001f600", "\xff",   "\xe2\x82",
                                            "\u0390", "\u1112", "\u1161", "Z",      "\u0301",     "\u01c5"};
    std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
    for (int round = 0; round < 5'000; ++round) {
        std::string text;
        for (std::size_t i = part(random); i > 0; --i) text += parts[part(random)];
        const std::string line = cx::one_line(text);
        const std::string folded = cx::folded(text);
        INFO(text);
        REQUIRE(cx::is_valid_utf8(line));
        REQUIRE(cx::one_line(line) == line);
        REQUIRE(cx::nfc(line) == line);
        REQUIRE(cx::folded(line) == folded);
        REQUIRE(cx::folded(folded) == folded);
    }
}

TEST_CASE("a field of many megabytes is compared in time that grows with it") {
    std::string text;
    while (text.size() < 8'000'000) text += "a\u0308 \xff";
    CHECK(cx::folded(text).size() < 2 * text.size());
    CHECK(cx::trim(std::string(8'000'000, ' ')).empty());
}
