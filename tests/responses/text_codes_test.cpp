#include <catch2/catch.hpp>

#include <map>
#include <string>

#include <cx/responses/text_codes.hpp>
#include <support/padded.hpp>

using cx::TextCodes;
using cx::test::Padded;

TEST_CASE("a text is found when it was remembered, and no other", "[responses][codes]") {
    TextCodes codes(1000);
    CHECK(codes.find(Padded("")) == TextCodes::not_known);
    // Of every length, and pairs that differ in one byte: the first, one in the middle, the last.
    std::map<std::string, std::uint32_t> remembered;
    std::uint32_t                        next = 0;
    for (std::size_t size = 0; size < 60; ++size) {
        for (const std::size_t changed : {std::size_t{0}, size / 2, size - 1}) {
            std::string text(size, 'a');
            if (changed < size) text[changed] = 'b';
            if (!remembered.emplace(text, next).second) continue;
            CHECK(codes.find(Padded(text)) == TextCodes::not_known);
            CHECK(codes.remember(Padded(text), next++));
        }
    }
    CHECK(remembered.size() > 150);
    for (const auto& [text, code] : remembered) CHECK(codes.find(Padded(text)) == code);
    for (std::size_t size = 1; size < 60; ++size) {
        CHECK(codes.find(Padded(std::string(size, 'a'))) == TextCodes::not_known);
        CHECK(codes.find(Padded(std::string(size - 1, 'a') + '\0')) == TextCodes::not_known);
    }
}

TEST_CASE("what stands behind a text does not change it", "[responses][codes]") {
    TextCodes         codes(10);
    const std::string first = "nine,0000000000000000", second = "nine;xyzxyzxyzxyzxyzx";
    CHECK(codes.remember(std::string_view(first).substr(0, 4), 7));
    CHECK(codes.find(std::string_view(second).substr(0, 4)) == 7U);
    CHECK(codes.find(std::string_view(second).substr(0, 5)) == TextCodes::not_known);
}

TEST_CASE("no more texts are remembered than may be, and none that is long", "[responses][codes]") {
    TextCodes codes(100);
    for (std::uint32_t i = 0; i < 200; ++i) CHECK(codes.remember(Padded(std::to_string(i)), i) == (i < 100));
    CHECK(codes.find(Padded("99")) == 99U);
    CHECK(codes.find(Padded("100")) == TextCodes::not_known);
    TextCodes long_ones(10);
    CHECK(long_ones.remember(Padded(std::string(256, 'x')), 1));
    CHECK_FALSE(long_ones.remember(Padded(std::string(257, 'x')), 2));
}
