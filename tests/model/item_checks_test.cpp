#include <cx/model/item_checks.hpp>

#include <string>

#include <catch2/catch.hpp>

#include "model/faults.hpp"

using Catch::Matchers::Contains;
using Catch::Matchers::Equals;
using Catch::Matchers::StartsWith;
using cx::test::faults;

namespace {

std::string item_faults(const std::string& keys) { return faults("[[item]]\n" + keys); }

} // namespace

TEST_CASE("An item has a column, or is a pair") {
    CHECK_THAT(item_faults("id = \"a\"\n"),
               Equals("cx.toml:1:1: 'column' is missing in [[item]]; name the column, or for "
                      "a pair performance and importance"));
    CHECK_THAT(item_faults("importance = \"b\"\n"), Contains("'performance' is missing in a pair"));
    CHECK_THAT(item_faults("performance = \"b\"\n"), Contains("cx.toml:2:1: a pair has 'performance' alone"));
    CHECK_THAT(item_faults("column = \"a\"\nperformance = \"b\"\nimportance = \"c\"\n"),
               Contains("cx.toml:2:1: an [[item]] has 'column' beside the columns of a pair"));
    CHECK_THAT(item_faults("performance = \"b\"\nimportance = \"c\"\nexpectation = \"d\"\n"),
               Contains("cx.toml:4:1: a pair has both 'importance' and 'expectation'"));
    CHECK_THAT(item_faults("kind = \"effort\"\nperformance = \"b\"\nimportance = \"c\"\n"),
               Contains("a pair is of kind 'effort', expected 'rating'"));
    CHECK(item_faults("performance = \"b\"\nexpectation = \"d\"\n").empty());
    CHECK_THAT(item_faults("column = \"\"\n"),
               Equals("cx.toml:2:1: 'column' in [[item]] is empty; write a name or leave "
                      "the key out"));
}

TEST_CASE("Only a choice has good answers, and it must") {
    CHECK_THAT(item_faults("kind = \"choice\"\ncolumn = \"a\"\n"),
               Equals("cx.toml:1:1: 'good' is missing in a choice; list the answers that are the good ones, as in "
                      "[\"Yes\"]"));
    CHECK_THAT(item_faults("kind = \"choice\"\ncolumn = \"a\"\ngood = []\n"), Contains("'good' names no answer"));
    CHECK_THAT(item_faults("column = \"a\"\ngood = [\"Yes\"]\n"), Contains("'good' in an [[item]] that is no choice"));
    CHECK_THAT(item_faults("kind = \"choice\"\ncolumn = \"a\"\ngood = \"Yes\"\nscale = [0, 1]\nlabels = { a = 1 }\n"),
               Contains("'scale' in an [[item]] that is a choice") &&
                   Contains("'labels' in an [[item]] that is a choice"));
}

TEST_CASE("Keys of one kind are refused in another") {
    CHECK_THAT(item_faults("column = \"a\"\nscale = [0, 10]\npromoters = 9\n"),
               Contains("'promoters' in an [[item]] that is not of kind 'recommend'"));
    CHECK_THAT(item_faults("kind = \"recommend\"\ncolumn = \"a\"\ntop = 2\n"), Contains("has no boxes"));
    CHECK_THAT(item_faults("kind = \"rateing\"\ncolumn = \"a\"\n"),
               Contains("'kind' in [[item]] is 'rateing'") && Contains("did you mean 'rating'?"));
}

TEST_CASE("Promoters and detractors are on the scale and apart") {
    const std::string start = "kind = \"recommend\"\ncolumn = \"a\"\n";
    CHECK(item_faults(start + "promoters = 8\n").empty());
    CHECK(item_faults(start + "scale = [1, 10]\n").empty());
    CHECK(item_faults(start + "scale = [1, 5]\npromoters = 5\ndetractors = 3\n").empty());
    CHECK_THAT(item_faults(start + "promoters = 11\n"), Contains("'promoters' is 11, outside the scale 0-10"));
    CHECK_THAT(item_faults(start + "detractors = -1\n"), Contains("'detractors' is -1, outside the scale 0-10"));
    CHECK_THAT(item_faults(start + "promoters = 6\n"),
               Contains("detractors are up to 6 and promoters from 6 up, expected no point in both"));
    CHECK_THAT(item_faults(start + "scale = [1, 5]\n"),
               Contains("a recommend item on the scale 1-5 does not say who is a promoter"));
    CHECK_THAT(item_faults(start + "scale = [1, 5]\npromoters = 5\n"), Contains("does not say who is a promoter"));
}

TEST_CASE("Top boxes fit the scale, and few points must say them") {
    CHECK_THAT(item_faults("kind = \"satisfaction\"\ncolumn = \"a\"\nscale = [1, 4]\n"),
               Contains("cx.toml:4:1: a satisfaction item on 4 points does not say which are the satisfied"));
    CHECK(item_faults("kind = \"satisfaction\"\ncolumn = \"a\"\nscale = [1, 4]\ntop = 1\n").empty());
    CHECK(item_faults("kind = \"satisfaction\"\ncolumn = \"a\"\n").empty());
    CHECK_THAT(item_faults("kind = \"satisfaction\"\ncolumn = \"a\"\ntop = 6\n"),
               Contains("'top' is 6 on a scale of 5 points"));
    CHECK_THAT(item_faults("column = \"a\"\ntop = 0\n"), Contains("'top' is 0, expected at least 1"));
}

TEST_CASE("A scale has its lower point first and at most 101") {
    CHECK_THAT(item_faults("column = \"a\"\nscale = [10, 0]\n"),
               Contains("'scale' in [[item]] is [10, 0], expected the lower point first"));
    CHECK_THAT(item_faults("column = \"a\"\nscale = [5, 5]\n"), Contains("expected the lower point first"));
    CHECK(item_faults("column = \"a\"\nscale = [0, 100]\n").empty());
    CHECK_THAT(item_faults("column = \"a\"\nscale = [0, 101]\n"), Contains("has 102 points, expected at most 101"));
    CHECK_THAT(item_faults("column = \"a\"\nscale = [1, 2, 3]\n"),
               Contains("is a list of 3, expected two whole numbers"));
    CHECK_THAT(item_faults("column = \"a\"\nscale = \"0-10\"\n"), Contains("is the text '0-10', expected two whole"));
    CHECK_THAT(item_faults("column = \"a\"\nscale = [-9223372036854775808, 9223372036854775807]\n"),
               Contains("expected one between -1,000,000 and 1,000,000"));
}

TEST_CASE("Codes have as many points as the scale") {
    CHECK(item_faults("column = \"a\"\nscale = [1, 5]\ncodes = [0, 4]\n").empty());
    CHECK(item_faults("kind = \"recommend\"\ncolumn = \"a\"\ncodes = [1, 11]\n").empty());
    CHECK_THAT(item_faults("column = \"a\"\nscale = [1, 5]\ncodes = [0, 5]\n"),
               Contains("'codes' has 6 points and the scale 1-5 has 5, expected as many"));
    CHECK_THAT(item_faults("column = \"a\"\ncodes = [0, 5]\n"), Contains("'codes' without 'scale'"));
}

TEST_CASE("Labels and thresholds are points of the scale") {
    CHECK_THAT(
        item_faults("kind = \"satisfaction\"\ncolumn = \"a\"\nlabels = { \"Good\" = 6, \"Poor\" = 1 }\n"),
        StartsWith("cx.toml:4:1: the label 'good' is 6, outside the scale 1-5; a label means a point of the scale"));
    CHECK_THAT(item_faults("column = \"a\"\nscale = [1, 5]\nthreshold = 5.5\n"),
               Contains("'threshold' is 5.5, outside the scale 1-5"));
    // The scale of a rating may be left to recognition: nothing to compare with yet.
    CHECK(item_faults("column = \"a\"\nthreshold = 5.5\nlabels = { \"Good\" = 6 }\n").empty());
}

TEST_CASE("One fault is told once, without what follows from it") {
    CHECK_THAT(
        item_faults("kind = \"recommend\"\ncolumn = \"a\"\nscale = [10, 0]\npromoters = 9\nlabels = { a = 30 }\n"),
        Equals("cx.toml:4:1: 'scale' in [[item]] is [10, 0], expected the lower point first; where a low answer is "
               "the good one, say so with reversed = true"));
    CHECK_THAT(
        item_faults("kind = \"wish\"\ncolumn = \"a\"\ngood = [\"x\"]\n"),
        Equals("cx.toml:2:1: 'kind' in [[item]] is 'wish', expected one of 'recommend', 'satisfaction', 'effort', "
               "'rating' and 'choice'"));
}
