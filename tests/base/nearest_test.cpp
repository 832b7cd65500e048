#include <cx/base/nearest.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace {

const std::vector<std::string> metrics = {"nps", "promoters", "passives", "detractors", "csat", "ces", "mean", "top2"};

} // namespace

TEST_CASE("the word that was meant is found") {
    CHECK(cx::nearest("promotors", metrics) == "promoters");
    CHECK(cx::nearest("pasives", metrics) == "passives");
    CHECK(cx::nearest("detractorss", metrics) == "detractors");
    CHECK(cx::nearest("maen", metrics) == "mean"); // swapped neighbours are one slip
    CHECK(cx::nearest("NPS", metrics) == "nps");
    CHECK(cx::nearest("TOP3", metrics) == "top2");
}

TEST_CASE("nothing is proposed that is too far") {
    CHECK_FALSE(cx::nearest("happiness", metrics).has_value());
    CHECK_FALSE(cx::nearest("npsxx", metrics).has_value());
    CHECK_FALSE(cx::nearest("", metrics).has_value());
    CHECK_FALSE(cx::nearest("nps", {}).has_value());
    CHECK_FALSE(cx::nearest("abc", std::vector<std::string>{"", "cab"}).has_value());
}

TEST_CASE("a third of the word may differ, and one letter always") {
    CHECK(cx::nearest("ab", std::vector<std::string>{"ac"}) == "ac");
    CHECK(cx::nearest("abcdef", std::vector<std::string>{"abcdxy"}) == "abcdxy");
    CHECK_FALSE(cx::nearest("abcdef", std::vector<std::string>{"abcxyz"}).has_value());
    CHECK_FALSE(cx::nearest("abcde", std::vector<std::string>{"abcxy"}).has_value());
}

TEST_CASE("the nearest wins, and the first of equals") {
    CHECK(cx::nearest("stage", std::vector<std::string>{"stags", "stage", "stagf"}) == "stage");
    CHECK(cx::nearest("stage", std::vector<std::string>{"stagf", "stags"}) == "stagf");
    CHECK(cx::nearest("journey", std::vector<std::string>{"jorny", "journy"}) == "journy");
}

TEST_CASE("letters are compared, not bytes") {
    CHECK(cx::nearest("p\u00e4\u00e4", std::vector<std::string>{"paa", "P\u00c4\u00c5"}) == "P\u00c4\u00c5");
    CHECK(cx::nearest("\ud55c\uad6d", std::vector<std::string>{"\ud55c\uad70"}) == "\ud55c\uad70");
}

TEST_CASE("absurdly long words are not compared") {
    const std::string              word(1'000'000, 'a');
    const std::vector<std::string> candidates(100, word);
    CHECK_FALSE(cx::nearest(word, candidates).has_value());
    CHECK_FALSE(cx::nearest("abc", candidates).has_value());
}
