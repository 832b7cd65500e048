#include <cx/exports/encoding.hpp>

#include <string>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

using Catch::Contains;
using cx::encoding_named;
using cx::recognise_encoding;
using namespace std::string_literals;

namespace {

std::string many(const std::string& line) {
    std::string text = "id;comment\n";
    for (int i = 0; i < 40; ++i) text += line;
    return text;
}

} // namespace

TEST_CASE("Byte-order marks settle the encoding") {
    CHECK(recognise_encoding("\xEF\xBB\xBFid,name\n") == "UTF-8 with BOM");
    CHECK(recognise_encoding("\xFF\xFEi\0d\0"s) == "UTF-16LE");
    CHECK(recognise_encoding("\xFE\xFF\0i\0d"s) == "UTF-16BE");
}

TEST_CASE("UTF-16 without a mark is known by its zero bytes") {
    CHECK(recognise_encoding("i\0d\0,\0n\0\n\0"s) == "UTF-16LE");
    CHECK(recognise_encoding("\0i\0d\0,\0n\0\n"s) == "UTF-16BE");
    CHECK(recognise_encoding("binary\0\0\0\1\2junk\0\0\0\0"s) == "UTF-8"); // refused later: it is no text
}

TEST_CASE("Plain ASCII and nothing at all are UTF-8") {
    CHECK(recognise_encoding("") == "UTF-8");
    CHECK(recognise_encoding("id,name\n1,x\n") == "UTF-8");
}

TEST_CASE("UTF-8 is strict: a cut at the end is no fault, an overlong form is one") {
    CHECK(recognise_encoding("hyvää, 中国, 😀") == "UTF-8");
    const std::string cut = "id;name\n1;中";
    CHECK(recognise_encoding(std::string_view(cut).substr(0, cut.size() - 1)) == "UTF-8");
    CHECK(recognise_encoding("id;name\n1;\xC0\xAF\n") != "UTF-8");
    CHECK(recognise_encoding("id;name\n1;\xED\xA0\x80\n") != "UTF-8");
}

TEST_CASE("A fault here and there does not make UTF-8 another encoding") {
    CHECK(recognise_encoding(many("1;Palvelu oli hyvää\n") + "2;\xE4\n") == "UTF-8");
}

TEST_CASE("Western encodings are told apart by the bytes in which they differ") {
    CHECK(recognise_encoding(many("1;Palvelu oli hyv\xE4\xE4 ja yst\xE4v\xE4llist\xE4\n")) == "windows-1252");
    CHECK(recognise_encoding(many("1;Palvelu oli \x93hyv\xE4\xE4\x94 \x96 5 \x80\n")) == "windows-1252");
    CHECK(recognise_encoding(many("1;Hinta oli 5 \xA4 ja \xA6"
                                  "akki on hyv\xE4\xE4\n")) == "ISO-8859-15");
    CHECK(recognise_encoding(many("1;hyv\xE4\xE4 ja \x81 yst\xE4v\xE4llist\xE4\n")) == "ISO-8859-1");
    CHECK(recognise_encoding("id,name\n1,english\n2,\xA9\n") == "windows-1252");
    CHECK(recognise_encoding(many("1;Odotus oli 1\xBD tuntia\n")) == "windows-1252");
}

TEST_CASE("Korean and Japanese are recognised, also in short texts") {
    CHECK(recognise_encoding("\xB9\xF8\xC8\xA3,\xB8\xB8\xC1\xB7\xB5\xB5\n1,5\n") == "CP949");
    std::string japanese = "\x94\xD4\x8D\x86,\x8A\xB4\x91\x7A\n";
    for (int i = 0; i < 20; ++i) japanese += "1,\x82\xC6\x82\xC4\x82\xE0\x97\xC7\x82\xA2\x82\xC5\x82\xB5\x82\xBD\n";
    CHECK(recognise_encoding(japanese) == "Shift_JIS");
    CHECK(recognise_encoding(japanese.substr(0, japanese.size() - 2)) == "Shift_JIS"); // cut inside a character
}

TEST_CASE("Text in an encoding that is not read is refused and not garbled") {
    std::string chinese = "\xB1\xE0\xBA\xC5,\xC6\xC0\xC2\xDB\n";
    for (int i = 0; i < 20; ++i)
        chinese += "1,\xB7\xFE\xCE\xF1\xB7\xC7\xB3\xA3\xBA\xC3\xCE\xD2\xBB\xE1\xCD\xC6\xBC\xF6\n";
    CHECK_THROWS_WITH(recognise_encoding(chinese), Contains("looks like GB18030") && Contains("UTF-8"));
}

TEST_CASE("Encodings are named in many ways") {
    CHECK(encoding_named("cp1252") == "windows-1252");
    CHECK(encoding_named("Windows-1252") == "windows-1252");
    CHECK(encoding_named("latin1") == "ISO-8859-1");
    CHECK(encoding_named("ISO_8859-15") == "ISO-8859-15");
    CHECK(encoding_named("utf8") == "UTF-8");
    CHECK(encoding_named("UTF-16") == "UTF-16LE");
    CHECK(encoding_named("euc-kr") == "CP949");
    CHECK(encoding_named("SJIS") == "Shift_JIS");
    CHECK_THROWS_WITH(encoding_named("windows-1253"), Contains("windows-1252"));
    CHECK_THROWS_WITH(encoding_named("ebcdic"), Contains("not known") && Contains("ISO-8859-15"));
    CHECK_THROWS_AS(encoding_named(""), cx::Error);
}
