#include <cx/exports/multibyte.hpp>

#include <string>

#include <catch2/catch.hpp>

using cx::detail::is_well_formed;
using cx::detail::Multibyte;
using cx::detail::MultibyteDecoder;

TEST_CASE("Text is well formed when the encoding has all of it and the language's letters are many") {
    CHECK(is_well_formed("\xB9\xF8\xC8\xA3,1\n", Multibyte::cp949));
    CHECK(is_well_formed("\xB9\xF8\xC8", Multibyte::cp949));         // cut at the end
    CHECK_FALSE(is_well_formed("\xB9\xF8\xC8 x", Multibyte::cp949)); // a half inside
    CHECK_FALSE(is_well_formed("id,name\n", Multibyte::cp949));      // nothing Korean
    CHECK(is_well_formed("\x82\xC6\x82\xC4\n", Multibyte::shift_jis));
    CHECK_FALSE(is_well_formed("hyv\xE4\xE4 yst\xE4v\xE4\n", Multibyte::shift_jis)); // Finnish
    CHECK_FALSE(is_well_formed("", Multibyte::shift_jis));
}

TEST_CASE("A decoder goes on where it was") {
    MultibyteDecoder decoder(Multibyte::cp949);
    std::string      out;
    decoder.decode("\xB9", false, out);
    CHECK(out.empty());
    decoder.decode("\xF8,", false, out);
    CHECK(out == "번,");
    decoder.decode("\xC8", false, out);
    decoder.decode("", true, out);
    CHECK(out == "번,\xFF");
}
