#include <cx/base/personal_spans.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace cx::detail;

namespace {

/// The text with what was found between angle brackets.
std::string marked(std::string_view text) {
    PersonalSpans spans;
    find_emails(text, 0, spans);
    std::string out;
    std::size_t at = 0;
    for (const PersonalSpan& span : spans) {
        CHECK(span.kind == PersonalKind::email);
        out += text.substr(at, span.begin - at);
        out += "<" + std::string(text.substr(span.begin, span.end - span.begin)) + ">";
        at = span.end;
    }
    return out + std::string(text.substr(at));
}

bool whole(std::string_view text) { return marked(text) == "<" + std::string(text) + ">"; }
bool none(std::string_view text) { return marked(text) == text; }

} // namespace

TEST_CASE("e-mail addresses as they are written") {
    for (const std::string_view text :
         {"matti@example.com", "Matti.Meikalainen@Example.Co.UK", "a@b.fi", "o'brien+survey@mail.example.org",
          "first_last-99@sub.domain.example", "x%y&z=1@example.com", "matti@xn--mller-kva.example", "1@2.fi",
          "m@example.museum", "a@b_c.fi", "user@example.com1"})
        CHECK(whole(text));
}

TEST_CASE("international addresses") {
    for (const std::string_view text :
         {"mäkinen@example.fi", "matti@hämeenlinna.fi", "用户@例子.广告", "квіточка@пошта.укр", "jürgen@müller.de"})
        CHECK(whole(text));
}

TEST_CASE("what stands around an address stays") {
    CHECK(marked("Kirjoita matti@example.com.") == "Kirjoita <matti@example.com>.");
    CHECK(marked("Kiitos!matti@example.com, hei") == "<Kiitos!matti@example.com>, hei");
    CHECK(marked("<matti@example.com>;") == "<<matti@example.com>>;");
    CHECK(marked("mailto:matti@example.com?subject=x") == "mailto:<matti@example.com>?subject=x");
    CHECK(marked("matti@example.com/maija@example.com") == "<matti@example.com>/<maija@example.com>");
    CHECK(marked("'matti@example.com'") == "'<matti@example.com>'");
    CHECK(marked("...matti@example.com...") == "...<matti@example.com>...");
    CHECK(marked("matti@example.com-x") == "<matti@example.com>-x");
    CHECK(marked("matti@example.fi.040123") == "<matti@example.fi>.040123");
    CHECK(marked("matti@gmail.com.Kiitos paljon") == "<matti@gmail.com>.Kiitos paljon");
    CHECK(marked("\"Matti M\"@example.com") == "<\"Matti M\"@example.com>");
}

TEST_CASE("addresses that are written around the at sign") {
    for (const std::string_view text : {"matti (at) example.com",
                                        "matti(at)example.com",
                                        "matti [at] example.com",
                                        "matti{at}example.com",
                                        "matti(ät)example.fi",
                                        "matti (ÄT) example.fi",
                                        "matti(a)example.fi",
                                        "matti[a]example.fi",
                                        "matti ( at ) example.com",
                                        "matti(AT)example.com",
                                        "matti(@)example.com",
                                        "matti [@] example.com",
                                        "matti(snabel-a)example.se",
                                        "matti (at) example (dot) com",
                                        "matti(at)example(piste)fi",
                                        "matti@example[.]com",
                                        "matti (at) mail.example (punkt) se",
                                        "matti.m @ example.com",
                                        "matti @ example.com",
                                        "matti@ example.com",
                                        "matti.m @example.com"})
        CHECK(whole(text));
}

TEST_CASE("what is no address") {
    for (const std::string_view text : {"",
                                        "@",
                                        "a@",
                                        "@b.fi",
                                        "a@b",
                                        "a@b.",
                                        "a@b.c",
                                        "a@.fi",
                                        "a@-.x",
                                        "a b@ c",
                                        "@example.com",
                                        "Katso @example.com",
                                        "hinta 5 @ 3.50",
                                        "10 kpl @ 2,50e",
                                        "a@1.2",
                                        "a@1.2.3.4",
                                        "tavataan @ klo 12.30",
                                        "me @ work.Thanks a lot",
                                        "vaihtoehto (a) hyvä.Sitten (b)",
                                        "(a) nopea.halpa",
                                        "(at) example.com",
                                        "user at example.com",
                                        "kello (at) 12.30",
                                        "look (at) this",
                                        "nopea (at) hyvä.Sitten",
                                        "a (b) c.fi",
                                        "{a}",
                                        "[",
                                        "()",
                                        "( )",
                                        "@@@"})
        CHECK(none(text));
}

TEST_CASE("the brackets of an at sign") {
    CHECK(typed_at_length("(at)", 0) == 4);
    CHECK(typed_at_length("x[ a ]y", 1) == 5);
    CHECK(typed_at_length("(at]", 0) == 0);
    CHECK(typed_at_length("(at", 0) == 0);
    CHECK(typed_at_length("(", 0) == 0);
    CHECK(typed_at_length("(data)", 0) == 0);
    CHECK(typed_at_length("at", 0) == 0);
}
