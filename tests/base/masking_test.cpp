#include <cx/base/masking.hpp>

#include <cx/base/text.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cx;

namespace {

/// The text as it is masked; itself where nothing is.
std::string masked(std::string_view text) {
    std::string out = "untouched";
    if (mask_personal(text, out) > 0) return out;
    REQUIRE(out == "untouched");
    return std::string(text);
}

} // namespace

TEST_CASE("a comment keeps everything but what names a person") {
    std::string out;
    CHECK(mask_personal("Soittakaa Matille, 040 123 4567 tai matti.meikalainen@example.com (hetu 131052-308T), maksu "
                        "tilille FI21 1234 5600 0007 85 ennen 31.10.2026.",
                        out) == 4);
    CHECK(out == "Soittakaa Matille, [phone] tai [e-mail] (hetu [identity code]), maksu tilille [IBAN] ennen "
                 "31.10.2026.");
    CHECK(mask_personal("Ring 070-123 45 67 eller 08-123 456 78!", out) == 2);
    CHECK(out == "Ring [phone] eller [phone]!");
}

TEST_CASE("nothing personal leaves the target as it was") {
    std::string out = "before";
    for (const std::string_view text :
         {"", "Hyvä palvelu", "10/10", "Odotin 45 minuuttia, lasku 1 234 567,50 euroa 31.10.2026 klo 12.30", "a@b",
          "(a) nopea (b) halpa", "Ihan ok… kiitos – hei 👍", "\xff\xfe 123"})
        CHECK(mask_personal(text, out) == 0);
    CHECK(out == "before");
}

TEST_CASE("what hides digits and signs does not hide values") {
    CHECK(masked("０４０ １２３ ４５６７") == "[phone]");
    CHECK(masked("matti＠example．com") == "[e-mail]");
    CHECK(masked("ma\u200Btti\u2060@exa\u00ADmple.com") == "[e-mail]");
    CHECK(masked("x \u200B040\u200B1234567\u200B y") == "x \u200B[phone]\u200B y");
    CHECK(masked("040\u00A0123\u202F4567") == "[phone]");
    CHECK(masked("040\u2013123\u20114567") == "[phone]");
    CHECK(masked("131052\u2212308T") == "[identity code]");
    CHECK(masked("٠٤٠١٢٣٤٥٦٧") == "[phone]");
    CHECK(masked("0\uFE0F\u20E34\uFE0F\u20E30\uFE0F\u20E3 123 4567 👍") == "[phone] 👍");
    CHECK(masked("FI21\u00A01234\u00A05600\u00A00007\u00A085") == "[IBAN]");
}

TEST_CASE("values beside each other are all masked") {
    CHECK(masked("040-1234567/050-7654321") == "[phone]/[phone]");
    CHECK(masked("matti@example.com,040 1234567;131052-308T") == "[e-mail],[phone];[identity code]");
    CHECK(masked("0401234567 131052-308T") == "[phone] [identity code]");
    CHECK(masked("0401234567-811228-9874") == "[phone]-[identity code]");
    CHECK(masked("a@b.fi-0401234567") == "[e-mail]-[phone]");
    CHECK(masked("0401234567@example.com") == "[e-mail]");
    CHECK(masked("(matti@example.com)") == "([e-mail])");
    CHECK(masked("\"matti@example.com\"") == "\"[e-mail]\"");
}

TEST_CASE("identity codes are told by their check characters") {
    CHECK(is_identity_code("131052-308T"));
    CHECK(is_identity_code("811228-9874"));
    CHECK_FALSE(is_identity_code("131052-308U"));
    CHECK_FALSE(is_identity_code("131052-308T "));
    CHECK_FALSE(is_identity_code(" 131052-308T"));
    CHECK_FALSE(is_identity_code(""));
}

namespace {

/// The same numbers everywhere (SplitMix64).
class Draw {
  public:
    explicit Draw(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t bound) {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((z ^ (z >> 31U)) % bound);
    }

  private:
    std::uint64_t state_;
};

constexpr std::array parts = std::to_array<std::string_view>({"0",
                                                              "1",
                                                              "7",
                                                              "04",
                                                              "08",
                                                              "00",
                                                              "12",
                                                              "040",
                                                              "0401234567",
                                                              "050 765 4321",
                                                              "358",
                                                              "35840",
                                                              "4670",
                                                              "+358",
                                                              "+",
                                                              "(0)",
                                                              "(",
                                                              ")",
                                                              "[",
                                                              "]",
                                                              "{",
                                                              "}",
                                                              " ",
                                                              "  ",
                                                              " ",
                                                              "-",
                                                              "-",
                                                              ".",
                                                              ".",
                                                              "/",
                                                              ",",
                                                              ":",
                                                              "_",
                                                              "@",
                                                              "@",
                                                              "(at)",
                                                              " (at) ",
                                                              "(a)",
                                                              "[ät]",
                                                              " [dot] ",
                                                              "(piste)",
                                                              "a",
                                                              "x",
                                                              "fi",
                                                              "com",
                                                              "matti",
                                                              "example",
                                                              "Example",
                                                              "b.fi",
                                                              "a@b.fi",
                                                              "matti@example.com",
                                                              "\"",
                                                              "'",
                                                              "131052-308T",
                                                              "131052",
                                                              "308T",
                                                              "811228-9874",
                                                              "8112289874",
                                                              "19811228",
                                                              "9874",
                                                              "701063-2391",
                                                              "FI2112345600000785",
                                                              "FI21 1234 5600 0007 85",
                                                              "FI21",
                                                              "1234",
                                                              "SE45",
                                                              "31.10.2026",
                                                              "01.10.2026",
                                                              "2026-10-31",
                                                              "01-10-2026",
                                                              "10/31/2026",
                                                              "12:30",
                                                              "192.168.1.1",
                                                              "010.020.030.040",
                                                              "555-234-5678",
                                                              "(555) 234-5678",
                                                              "0800-1600",
                                                              "[e-mail]",
                                                              "[phone]",
                                                              "\n",
                                                              "\u200B",
                                                              "\u00AD",
                                                              "\uFEFF",
                                                              "\u2013",
                                                              "\u00A0",
                                                              "０",
                                                              "４",
                                                              "＠",
                                                              "．",
                                                              "ä",
                                                              "漢",
                                                              "👍",
                                                              "\u0301",
                                                              "xn--",
                                                              "%",
                                                              "#",
                                                              "=",
                                                              "?",
                                                              "\t",
                                                              "Ä",
                                                              "é"});

std::string drawn(Draw& draw) {
    std::string       text;
    const std::size_t count = 1 + draw.below(14);
    for (std::size_t i = 0; i < count; ++i) text += parts[draw.below(parts.size())];
    return text;
}

std::size_t masks_in(std::string_view text) {
    std::size_t count = 0;
    for (const std::string_view mask : {"[e-mail]", "[phone]", "[identity code]", "[IBAN]"})
        for (std::size_t at = text.find(mask); at != std::string_view::npos; at = text.find(mask, at + 1)) ++count;
    return count;
}

} // namespace

TEST_CASE("whatever the text, masked twice is masked once, and UTF-8 stays UTF-8") {
    Draw        draw(20261031);
    std::size_t found = 0;
    for (int i = 0; i < 200'000; ++i) {
        const std::string text = drawn(draw);
        std::string       once;
        const std::size_t count = mask_personal(text, once);
        if (count == 0) continue;
        ++found;
        std::string       twice;
        const std::size_t again = mask_personal(once, twice);
        if (again != 0 || !is_valid_utf8(once) || masks_in(once) < count) {
            CAPTURE(text, once, twice);
            CHECK(again == 0);
            CHECK(is_valid_utf8(once));
            CHECK(masks_in(once) >= count);
        }
    }
    CHECK(found > 50'000);
}

TEST_CASE("any bytes are masked or left, and never read beyond") {
    Draw draw(4);
    for (int i = 0; i < 20'000; ++i) {
        std::string       text = drawn(draw);
        const std::size_t changes = 1 + draw.below(4);
        for (std::size_t change = 0; change < changes; ++change) {
            const std::size_t at = draw.below(text.size());
            if (draw.below(2) == 0)
                text[at] = static_cast<char>(draw.below(256));
            else
                text.resize(at + 1); // cuts characters
        }
        const std::vector<char> exact(text.begin(), text.end()); // so that a sanitizer sees the end
        std::string             once;
        std::string             twice;
        if (mask_personal({exact.data(), exact.size()}, once) == 0) continue;
        CAPTURE(text);
        CHECK(mask_personal(once, twice) == 0);
    }
}

// A time that grows with the square of the length would not end here.
TEST_CASE("hostile texts take linear time") {
    constexpr std::size_t size = 1U << 19U;
    for (const std::string_view part :
         {"a",   "0",       "@",      "a@",        "a.",    "(",           "(at)",   "a(at)",       "\"@",
          "0 ",  "04 ",     "0-",     "+",         "+3",    "(0",          "FI21 ",  "FI21",        "1.",
          " ",   "01.",     "a@b.",   "a (at) b ", "(dot)", "a@b(dot)",    "０",     "\u200B",      "é",
          "x@y", "040 12 ", "131052", "[",         "\"",    "0401234567 ", "a@b.fi", "131052-308T "}) {
        std::string text;
        while (text.size() < size) text += part;
        std::string out;
        CAPTURE(part);
        CHECK(mask_personal(text, out) <= text.size() / 6);
        std::string       other = "040 123 4567 " + text + " matti@example.com";
        const std::size_t count = mask_personal(other, out);
        CHECK(count >= 1);
        CHECK(out.find("040 123 4567 ") == std::string::npos);
    }
}
