#include <cx/present/score_page.hpp>

#include <algorithm>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <present/sample_tables.hpp>

using namespace cx;

namespace {

bool says(const Page& page, const std::string& words) {
    return std::any_of(page.notes.begin(), page.notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("A page begins with the survey and what was read of it", "[present][score_page]") {
    const Page page = score_page(sample::feedback(), {});
    CHECK(page.title == "Asiakaspalaute 2026");
    CHECK(page.lead == "palaute.csv · 3,412 of 3,415 rows counted · only channel=Verkko");
    CHECK(score_page(sample::relationship(), {}).lead == "2 files · 2,302 rows counted · weighted by weight");
    const Page one = score_page(sample::one_answer(), {});
    CHECK(one.title == "survey.csv");
    CHECK(one.lead == "1 row counted");
    CHECK(score_page(ScoreTable{}, {}).title == "Scores");
}

TEST_CASE("A page explains the signs it uses and no others", "[present][score_page]") {
    const Page page = score_page(sample::feedback(), {});
    CHECK(says(page, "▲ above, ▼ below the rest"));
    CHECK(says(page, "p < 0.05"));
    CHECK(says(page, "low base: fewer than 30 answers"));
    CHECK(says(page, "withheld: fewer than 5 answers"));
    CHECK_FALSE(says(page, "weighting"));
    CHECK(says(score_page(sample::relationship(), {}), "before weighting"));
    ScoreTable plain;
    plain.scores = {sample::nps_row("all", "", 100, 3), sample::nps_row("stage", "a", 50, 3)};
    CHECK(score_page(plain, {}).notes.empty());
    plain.scores[1].p = 0.5;
    plain.scores[1].difference = 1;
    CHECK(says(score_page(plain, {}), "no group differs from the rest by more than chance"));
}

TEST_CASE("A share says which points it counts, once", "[present][score_page]") {
    ScoreTable table = sample::feedback();
    for (ScoreRow& row : table.scores) {
        if (row.metric == "csat") row.counted = "4-5 of 1-5";
    }
    const Page page = score_page(table, {});
    CHECK(says(page, "CSAT: share of answers 4-5 of 1-5"));
    CHECK(std::count(page.notes.begin(), page.notes.end(), page.notes.front()) == 1);
}

TEST_CASE("A table without rows says so", "[present][score_page]") {
    const Page page = score_page(sample::empty(), {});
    REQUIRE(page.sections.size() == 1);
    CHECK(page.sections[0].notes.front() == "no scores: no question was answered");
}

TEST_CASE("A column that does not exist cannot be sorted by, even without rows", "[present][score_page]") {
    Look look;
    look.sort = "vaule";
    CHECK_THROWS_AS(score_page(sample::empty(), look), Error);
}
