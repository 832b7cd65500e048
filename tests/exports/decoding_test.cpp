// Texts of every encoding as UTF-8: encoding.hpp's decoded().
#include <cx/exports/encoding.hpp>

#include <string>

#include <catch2/catch.hpp>

#include "export_text.hpp"

using cx::testing::all_of;
using cx::testing::SteppedInput;
using namespace std::string_literals;

namespace {

/// Decodes with every small size of reads, so that characters are cut at every place; all must agree.
std::string utf8_of(const std::string& bytes, const std::string& encoding) {
    const std::string whole = all_of(*cx::decoded(std::make_unique<SteppedInput>(bytes, bytes.size() + 1), encoding));
    for (std::size_t step = 1; step <= 7; ++step) {
        CHECK(all_of(*cx::decoded(std::make_unique<SteppedInput>(bytes, step), encoding), step) == whole);
    }
    return whole;
}

} // namespace

TEST_CASE("UTF-8 passes as it is, without its mark") {
    CHECK(utf8_of("hyvää\r\n中\n", "UTF-8") == "hyvää\r\n中\n");
    CHECK(utf8_of("\xEF\xBB\xBFid\n", "UTF-8 with BOM") == "id\n");
    CHECK(utf8_of("\xEF\xBB\xBFid\n", "UTF-8") == "id\n");
    CHECK(utf8_of("\xEF", "UTF-8") == "\xEF"); // a fault stays one
    CHECK(utf8_of("", "UTF-8").empty());
}

TEST_CASE("windows-1252 is WHATWG's") {
    CHECK(utf8_of("\x80 \x93x\x94 \x96 \xE4\xFF\n", "windows-1252") == "€ “x” – äÿ\n");
    CHECK(utf8_of("\x81\x8D\x8F\x90\x9D", "windows-1252") == "\u0081\u008D\u008F\u0090\u009D");
    CHECK(utf8_of("\x81\xA4\xBD", "ISO-8859-1") == "\u0081¤½");
    CHECK(utf8_of("\xA4\xA6\xA8\xB4\xB8\xBC\xBD\xBE\xA9", "ISO-8859-15") == "€ŠšŽžŒœŸ©");
}

TEST_CASE("ASCII runs of every length pass through single-byte encodings") {
    for (std::size_t length = 0; length < 40; ++length) {
        const std::string run(length, 'x');
        CHECK(utf8_of(run + "\xE4" + run, "windows-1252") == run + "ä" + run);
    }
}

TEST_CASE("UTF-16 of both orders, with marks, pairs and faults") {
    CHECK(utf8_of("i\0d\0\n\0\xE4\0"s, "UTF-16LE") == "id\nä");
    CHECK(utf8_of("\xFF\xFEi\0"s, "UTF-16LE") == "i");
    CHECK(utf8_of("\xFE\xFF\0i"s, "UTF-16LE") == "i"); // the mark says which order it is
    CHECK(utf8_of("\xFE\xFF\0i"s, "UTF-16BE") == "i");
    CHECK(utf8_of("\x3D\xD8\x00\xDE"s, "UTF-16LE") == "😀");
    CHECK(utf8_of("\x3D\xD8x\0"s, "UTF-16LE") == "\xFFx"); // a first half alone
    CHECK(utf8_of("\x00\xDEx\0"s, "UTF-16LE") == "\xFFx"); // a second half alone
    CHECK(utf8_of("\x3D\xD8"s, "UTF-16LE") == "\xFF");     // cut off
    CHECK(utf8_of("x\0y"s, "UTF-16LE") == "x\xFF");        // half a unit
    CHECK(utf8_of("", "UTF-16LE").empty());
}

TEST_CASE("CP949 and Shift_JIS, faults as the byte that no UTF-8 has") {
    CHECK(utf8_of("\xB9\xF8\xC8\xA3,\xB8\xB8\xC1\xB7\xB5\xB5\n", "CP949") == "번호,만족도\n");
    CHECK(utf8_of("\x8C\x63\n", "CP949") == "똠\n"); // of the extension, second byte a letter
    CHECK(utf8_of("a\xB9", "CP949") == "a\xFF");     // cut off at the end
    CHECK(utf8_of("\xFF,1\n", "CP949") == "\xFF,1\n");
    CHECK(utf8_of("\x94\xD4\x8D\x86,\\~\n", "Shift_JIS") == "番号,\\~\n");
    CHECK(utf8_of("\xB1\xB2\n", "Shift_JIS") == "ｱｲ\n"); // half-width
    CHECK(utf8_of("\x81", "Shift_JIS") == "\xFF");
}

TEST_CASE("Texts longer than a block are whole") {
    std::string korean;
    std::string expected;
    for (int i = 0; i < 100'000; ++i) {
        korean += "a\xB9\xF8";
        expected += "a번";
    }
    CHECK(all_of(*cx::decoded(std::make_unique<SteppedInput>(korean, 100'000), "CP949")) == expected);
}
