#include <cx/base/text.hpp>

#include <catch2/catch.hpp>

TEST_CASE("a slug has letters and digits, and dashes between words") {
    CHECK(cx::slug("Web shop") == "web-shop");
    CHECK(cx::slug("  --Web / Shop (2)!  ") == "web-shop-2");
    CHECK(cx::slug("How likely are you?\nReally") == "how-likely-are-you-really");
    CHECK(cx::slug("Don't know") == "dont-know");
    CHECK(cx::slug("Q7_1") == "q7-1");
}

TEST_CASE("Latin letters are folded to ASCII") {
    CHECK(cx::slug("P\u00e4\u00e4ty\u00f6") == "paatyo");
    CHECK(cx::slug("Pa\u0308a\u0308tyo\u0308") == "paatyo");
    CHECK(cx::slug("\u00c5NGSTR\u00d6M") == "angstrom");
    CHECK(cx::slug("Stra\u00dfe \u00d8re \u00e6ble \u0141\u00f3d\u017a") == "strasse-ore-aeble-lodz");
    CHECK(cx::slug("d\u00e9j\u00e0\u2013vu \u201cx\u201d") == "deja-vu-x");
}

TEST_CASE("compatible forms are folded too") {
    CHECK(cx::slug("\uff31\uff11") == "q1"); // full width
    CHECK(cx::slug("o\ufb03ce \u2122") == "office-tm");
    CHECK(cx::slug("\u00bd price") == "1-2-price");
}

TEST_CASE("letters without an ASCII form stay") {
    CHECK(cx::slug("\ud55c\uad6d \uc5b4") == "\ud55c\uad6d-\uc5b4");
    CHECK(cx::slug("\u041e\u0442\u0437\u044b\u0432") == "\u043e\u0442\u0437\u044b\u0432");
    CHECK(cx::slug("\u0419\u043e\u0434") == "\u0439\u043e\u0434"); // and keep their marks
}

TEST_CASE("nothing is left of text without letters") {
    CHECK(cx::slug("").empty());
    CHECK(cx::slug(" ?!- ").empty());
    CHECK(cx::slug("\U0001f600").empty());
    CHECK(cx::slug("\xff\xfe").empty());
}

TEST_CASE("a slug of a slug is itself") {
    for (const char* text : {"Web shop", "Stra\u00dfe \u00d8re", "\ud55c\uad6d \uc5b4", "\u00bd price", "\u0130stanbul",
                             "\u0419\u043e\u0434", "\u1f88", "\u0301"})
        CHECK(cx::slug(cx::slug(text)) == cx::slug(text));
}
