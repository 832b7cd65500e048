// Texts of every encoding as UTF-8: encoding.hpp's decoded().
#include <cx/exports/encoding.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include <cx/exports/single_byte.hpp>
#include <cx/exports/utf16.hpp>
#include <cx/exports/utf8_writing.hpp>

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

/// UTF-16 by its definition, character by character, without a mark.
std::string utf16_by_definition(const std::string& bytes, bool big_endian) {
    std::string out;
    std::size_t i = 0;
    const auto  unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char16_t>(big_endian ? first << 8U | second : second << 8U | first);
    };
    while (i + 2 <= bytes.size()) {
        const char16_t first = unit(i);
        i += 2;
        if (cx::detail::is_high_surrogate(first)) {
            if (i + 2 > bytes.size()) return out + '\xFF';
            if (cx::detail::is_low_surrogate(unit(i))) {
                cx::detail::append_utf8(cx::detail::code_point(first, unit(i)), out);
                i += 2;
            } else {
                out += '\xFF';
            }
        } else if (cx::detail::is_low_surrogate(first)) {
            out += '\xFF';
        } else {
            cx::detail::append_utf8(first, out);
        }
    }
    return i < bytes.size() ? out + '\xFF' : out;
}

/// What a decoder makes of `bytes` when it gets the first `cut` of them first and writes `room` bytes at a time.
template <class Decoder>
std::string cut_and_decoded(Decoder decoder, const std::string& bytes, std::size_t cut, std::size_t room) {
    std::string       out;
    std::string       rest;
    const std::string parts[] = {bytes.substr(0, cut), bytes.substr(cut)};
    for (const std::string& part : parts) {
        rest += part;
        while (true) {
            std::string to(room + 1, '#');
            const auto  done = decoder.decode(rest, to.data(), room);
            REQUIRE(done.written <= room);
            CHECK(to.back() == '#'); // nothing beyond the room
            out.append(to, 0, done.written);
            rest.erase(0, done.taken);
            if (done.taken == 0) break;
        }
    }
    return rest.empty() ? out : out + '\xFF';
}

/// A repeatable text of words with `other` in it, now and then.
std::string mixed_text(std::size_t size, const std::array<std::string_view, 4>& other) {
    std::string   text;
    std::uint32_t random = 2463534242U;
    while (text.size() < size) {
        random ^= random << 13U;
        random ^= random >> 17U;
        random ^= random << 5U;
        text.append(random % 61U, static_cast<char>('a' + random % 26U));
        text += other[random / 64U % other.size()];
    }
    return text;
}

/// UTF-16 of a text in UTF-8 without faults.
std::string utf16_of(std::string_view utf8, bool big_endian) {
    std::string out;
    const auto  put = [&](char32_t unit) {
        const auto low = static_cast<char>(unit & 0xFFU);
        const auto high = static_cast<char>(unit >> 8U);
        out += big_endian ? high : low;
        out += big_endian ? low : high;
    };
    for (std::size_t i = 0; i < utf8.size();) {
        const auto        lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t          point = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k)
            point = point << 6U | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        i += length;
        if (point < 0x10000) {
            put(point);
        } else {
            put(0xD800U + ((point - 0x10000U) >> 10U));
            put(0xDC00U + (point & 0x3FFU));
        }
    }
    return out;
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

TEST_CASE("Every byte of a single-byte encoding stands for one character, whatever stands beside it") {
    for (const char* encoding : {"windows-1252", "ISO-8859-1", "ISO-8859-15"}) {
        std::array<std::string, 256> letters;
        for (std::size_t byte = 0; byte < letters.size(); ++byte) {
            letters[byte] = utf8_of(std::string(1, static_cast<char>(byte)), encoding);
            REQUIRE(!letters[byte].empty());
        }
        CHECK(letters['a'] == "a");
        CHECK(letters[0xE4] == "ä");
        const cx::detail::SingleByteDecoder decoder(encoding);
        std::size_t                         wrong = 0;
        for (std::size_t first = 0; first < letters.size(); ++first) {
            for (std::size_t second = 0; second < letters.size(); ++second) {
                const std::string pair{static_cast<char>(first), static_cast<char>(second)};
                std::string       to(64, '#');
                const auto        done = decoder.decode("0123456" + pair + "89abcdefghi", to.data(), to.size());
                const std::string expected = "0123456" + letters[first] + letters[second] + "89abcdefghi";
                wrong += to.substr(0, done.written) == expected ? 0U : 1U;
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("Every unit of UTF-16 before and behind ASCII is what its definition says") {
    for (const bool big_endian : {false, true}) {
        const std::string ascii = utf16_of("0123456789abcdefghij", big_endian);
        std::size_t       wrong = 0;
        for (unsigned unit = 0; unit < 0x10000; ++unit) {
            const auto  low = static_cast<char>(unit & 0xFFU);
            const auto  high = static_cast<char>(unit >> 8U);
            std::string text = ascii;
            text += big_endian ? high : low;
            text += big_endian ? low : high;
            text += ascii;
            const auto found = cut_and_decoded(cx::detail::Utf16Decoder(big_endian), text, text.size(), 128);
            wrong += found == utf16_by_definition(text, big_endian) ? 0U : 1U;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("Where a text is cut, and how much room there is, changes nothing") {
    const std::string text = mixed_text(400, {"ä", "中", "😀", "\r\n"});
    for (const bool big_endian : {false, true}) {
        std::string bytes = utf16_of(text, big_endian);
        REQUIRE(utf16_by_definition(bytes, big_endian) == text);
        bytes.insert(100, big_endian ? "\xD8\x3D" : "\x3D\xD8"); // half a pair
        bytes += 'x';
        const std::string expected = utf16_by_definition(bytes, big_endian);
        for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
            for (const std::size_t room : {4U, 5U, 17U, 33U, 4096U})
                REQUIRE(cut_and_decoded(cx::detail::Utf16Decoder(big_endian), bytes, cut, room) == expected);
        }
    }
    const std::string                   western = mixed_text(400, {"\xE4", "\x80\x93", "\xFF\x81\xA4", "\n"});
    const cx::detail::SingleByteDecoder decoder("windows-1252");
    const std::string                   expected = cut_and_decoded(decoder, western, 0, 4096);
    CHECK(expected.find("ä") != std::string::npos);
    for (std::size_t cut = 0; cut <= western.size(); ++cut) {
        for (const std::size_t room : {4U, 5U, 17U, 33U, 4096U})
            REQUIRE(cut_and_decoded(decoder, western, cut, room) == expected);
    }
}

TEST_CASE("Blocks of a long text join, wherever they are cut") {
    const std::string text = mixed_text(400'000, {"ä", "中", "😀", "\n"});
    for (std::size_t shift = 0; shift < 4; ++shift) {
        const std::string shifted = std::string(shift, 'x') + text;
        for (const bool big_endian : {false, true}) {
            const std::string bytes = utf16_of(shifted, big_endian);
            const std::string name = big_endian ? "UTF-16BE" : "UTF-16LE";
            CHECK(all_of(*cx::decoded(std::make_unique<SteppedInput>(bytes, 1U << 20U), name), 70'001) == shifted);
        }
    }
    const std::string western = mixed_text(400'000, {"\xE4", "\xF6", "\xE5\xE4", "\n"});
    std::string       expected;
    for (const char byte : western) {
        cx::detail::append_utf8(static_cast<unsigned char>(byte), expected);
    }
    CHECK(all_of(*cx::decoded(std::make_unique<SteppedInput>(western, 1U << 20U), "ISO-8859-1"), 70'001) == expected);
}
