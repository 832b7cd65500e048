#include <cx/base/code_points.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace {

std::vector<char32_t> all(std::string_view text) {
    std::vector<char32_t> characters;
    for (std::size_t at = 0; at < text.size();) characters.push_back(cx::detail::next_code_point(text, at));
    return characters;
}

} // namespace

TEST_CASE("code points of every length are read") {
    CHECK(all("a\u00e4\u20ac\U0001f600") == std::vector<char32_t>{U'a', U'\u00e4', U'\u20ac', U'\U0001f600'});
    CHECK(all("").empty());
}

TEST_CASE("what is no UTF-8 is U+FFFD, and reading goes on behind it") {
    const char32_t bad = cx::detail::replacement_character;
    CHECK(all("a\xff"
              "b") == std::vector<char32_t>{U'a', bad, U'b'});
    CHECK(all("\x80\xbf") == std::vector<char32_t>{bad, bad});
    CHECK(all("\xe2\x82") == std::vector<char32_t>{bad});               // cut short
    CHECK(all("\xe2\x82z") == std::vector<char32_t>{bad, U'z'});        // interrupted
    CHECK(all("\xc0\xaf") == std::vector<char32_t>{bad, bad});          // overlong
    CHECK(all("\xed\xa0\x80") == std::vector<char32_t>{bad, bad, bad}); // surrogate
    CHECK(all("\xf4\x90\x80\x80") == std::vector<char32_t>{bad, bad, bad, bad});
}

TEST_CASE("a replaced byte can be told from a replacement character that was written") {
    bool        valid = true;
    std::size_t at = 0;
    CHECK(cx::detail::next_code_point("\ufffd", at, valid) == cx::detail::replacement_character);
    CHECK(valid);
    at = 0;
    CHECK(cx::detail::next_code_point("\xff", at, valid) == cx::detail::replacement_character);
    CHECK_FALSE(valid);
}

TEST_CASE("every code point is written as it is read") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        cx::detail::append_code_point(text, c);
        bool        valid = true;
        std::size_t at = 0;
        const bool  same = cx::detail::next_code_point(text, at, valid) == c && valid && at == text.size();
        if (!same) FAIL("U+" << std::hex << static_cast<unsigned>(c));
    }
    SUCCEED();
}

TEST_CASE("well-formed text stays, other text is mended") {
    CHECK(cx::detail::well_formed("h\u00e4") == "h\u00e4");
    CHECK(cx::detail::well_formed("h\xe4t") == "h\ufffdt");
}
