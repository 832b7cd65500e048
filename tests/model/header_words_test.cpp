#include <catch2/catch.hpp>

#include <array>

#include <cx/model/header_words.hpp>

using namespace cx;

namespace {

std::vector<HeaderMatch> matches_of(std::string_view header) {
    const std::array<std::string_view, 1> headers{header};
    return header_matches(headers);
}

bool means(std::string_view header, Meaning meaning) {
    const auto matches = matches_of(header);
    return !matches.empty() && matches.front().meaning == meaning;
}

bool mentions(std::string_view header, Meaning meaning) {
    for (const HeaderMatch& match : matches_of(header))
        if (match.meaning == meaning) return true;
    return false;
}

} // namespace

TEST_CASE("a header's words are folded, without digits, marks, tags and the letters that number questions") {
    using Words = std::vector<std::string>;
    CHECK(header_words("Q12. Kuinka todennäköisesti*?") == Words{"kuinka", "todennäköisesti"});
    CHECK(header_words("  IP-osoite: ") == Words{"ip", "osoite"});
    CHECK(header_words("<b>Sähköposti</b>") == Words{"sähköposti"});
    CHECK(header_words("a < b") == Words{"a", "b"});
    CHECK(header_words("“tervetuloa” – videot") == Words{"tervetuloa", "videot"});
    CHECK(header_words("nps_score") == Words{"nps", "score"});
    CHECK(header_words("").empty());
    CHECK(header_words("123 (4-5)").empty());
}

TEST_CASE("malformed and huge headers give words and never fail") {
    CHECK_NOTHROW(header_words("\xff\xfe\xc3 nps \xe2\x80"));
    CHECK(mentions("\xff nps", Meaning::recommend));
    const std::string huge(1'000'000, 'a');
    CHECK(header_words(huge).size() == 1);
}

TEST_CASE("the longest match wins") {
    CHECK(means("Kuinka todennäköisesti suosittelisit kurssia?", Meaning::recommend));
    CHECK(means("Would you recommend CNCF to other projects, and why?", Meaning::recommend));
    CHECK(means("NPS-ryhmä", Meaning::derived));
    CHECK(means("Q10_NPS_GROUP", Meaning::derived));
    CHECK(means("Vastausaika", Meaning::finished));
    CHECK(means("Vastausaika (s)", Meaning::duration));
    CHECK(means("End Date", Meaning::finished));
    CHECK(means("Start Date", Meaning::started));
    CHECK(means("Hur sannolikt är det att du skulle rekommendera oss?", Meaning::recommend));
}

TEST_CASE("words match whole: false friends do not") {
    CHECK_FALSE(mentions("Muu, mikä", Meaning::segment)); // ikä inside mikä
    CHECK(means("Ikä", Meaning::segment));
    CHECK(mentions("Suosittelija", Meaning::name));
    CHECK(means("Suosittelija", Meaning::name)); // a referrer, not a recommendation
    CHECK_FALSE(mentions("tuotenimi", Meaning::name));
    CHECK_FALSE(mentions("kurssin nimi", Meaning::name));
    CHECK_FALSE(mentions("chetus", Meaning::person)); // hetu
    CHECK_FALSE(mentions("palvelun laatu", Meaning::touchpoint));
    CHECK(means("Palvelu", Meaning::touchpoint));
    CHECK(means("DistributionChannel", Meaning::tool));
    CHECK_FALSE(mentions("DistributionChannel", Meaning::channel));
    CHECK_FALSE(mentions("lost", Meaning::solved)); // löst
}

TEST_CASE("headers in ASCII match longer words without their diacritics") {
    CHECK(means("tyytyvaisyys", Meaning::satisfaction));
    CHECK(means("Sahkoposti", Meaning::person));
    CHECK_FALSE(mentions("forsta gangen", Meaning::friendly));
}

TEST_CASE("a phrase with a gap spans up to three words") {
    CHECK(mentions("Saako sinuun ottaa yhteyttä?", Meaning::contact));
    CHECK_FALSE(mentions("Saako a b c d ottaa yhteyttä?", Meaning::contact));
}

TEST_CASE("the share says how much of the header a match is") {
    const auto whole = matches_of("What is your gender?");
    REQUIRE(!whole.empty());
    CHECK(whole.front().share == Approx(1.0));
    const auto part = matches_of("How would gender equality be advanced in all our departments");
    REQUIRE(!part.empty());
    CHECK(part.front().share < 0.3);
}

TEST_CASE("several headers of a column give one match a meaning, the longest") {
    const std::array<std::string_view, 3> headers{"Q1", "nps", "How likely are you to recommend us?"};
    const auto                            matches = header_matches(headers);
    REQUIRE(!matches.empty());
    CHECK(matches.front().meaning == Meaning::recommend);
    CHECK(matches.front().letters > 10);
    CHECK(std::count_if(matches.begin(), matches.end(),
                        [](const HeaderMatch& match) { return match.meaning == Meaning::recommend; }) == 1);
}

TEST_CASE("what is left of a header without its meaning is its subject") {
    constexpr std::array sides{Meaning::importance, Meaning::performance};
    CHECK(subject_of("Kuinka tärkeää: toimitusaika", sides) == "toimitusaika");
    CHECK(subject_of("Onnistuminen: toimitusaika", sides) == "toimitusaika");
    CHECK(subject_of("importance_price", sides) == "price");
    CHECK(subject_of("Importance", sides).empty());
}
