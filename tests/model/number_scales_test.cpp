#include <catch2/catch.hpp>

#include <cx/model/number_scales.hpp>

using namespace cx;

namespace {

NumberCounts each(int low, int high, std::size_t count = 10) {
    NumberCounts counts;
    for (int point = low; point <= high; ++point) counts[point] = count;
    return counts;
}

} // namespace

TEST_CASE("answers that fill a usual scale tell it") {
    for (const Scale scale :
         {Scale{0, 10}, Scale{1, 10}, Scale{1, 7}, Scale{1, 6}, Scale{1, 5}, Scale{0, 5}, Scale{1, 4}, Scale{1, 3}}) {
        const auto found = number_scale(each(scale.low, scale.high), {});
        REQUIRE(found);
        CHECK(found->scale == scale);
        CHECK(found->usual);
        CHECK(found->fills);
    }
}

TEST_CASE("answers that stay off the low end are on the usual scale, which they do not fill") {
    const auto five = number_scale(each(3, 5), {});
    REQUIRE(five);
    CHECK(five->scale == Scale{1, 5});
    CHECK_FALSE(five->fills);
    const auto ten = number_scale(each(5, 10), {});
    REQUIRE(ten);
    CHECK(ten->scale == Scale{1, 10});
    const auto grades = number_scale(each(5, 10), {std::nullopt, true, 0});
    REQUIRE(grades);
    CHECK(grades->scale == Scale{4, 10});
    const auto one = number_scale({{5, 3}}, {});
    REQUIRE(one);
    CHECK(one->scale == Scale{1, 5});
}

TEST_CASE("an unusual range whose every point is used is taken as it is") {
    const auto six = number_scale(each(0, 6), {});
    REQUIRE(six);
    CHECK(six->scale == Scale{0, 6});
    CHECK_FALSE(six->usual);
    const auto four = number_scale(each(0, 4), {});
    REQUIRE(four);
    CHECK(four->scale == Scale{0, 4});
}

TEST_CASE("what is no scale gives none") {
    CHECK_FALSE(number_scale({}, {}));
    CHECK_FALSE(number_scale({{2014, 30}, {2015, 40}}, {}));
    CHECK_FALSE(number_scale({{18, 3}, {35, 4}, {64, 9}}, {}));
    CHECK_FALSE(number_scale(each(0, 18), {}));
    CHECK_FALSE(number_scale({{0, 10}, {1, 10}}, {}));
    CHECK_FALSE(number_scale({{-1, 10}, {0, 10}}, {}));
}

TEST_CASE("codes for no answer are told apart from a filled scale") {
    NumberCounts counts = each(1, 5);
    counts[99] = 10;
    const auto found = number_scale(counts, {});
    REQUIRE(found);
    CHECK(found->scale == Scale{1, 5});
    CHECK(found->missing == std::vector<int>{99});
}

TEST_CASE("one answer in a hundred may be off the scale") {
    NumberCounts counts = each(1, 5, 100);
    counts[55] = 3;
    const auto found = number_scale(counts, {});
    REQUIRE(found);
    CHECK(found->scale == Scale{1, 5});
    counts[55] = 30;
    CHECK_FALSE(number_scale(counts, {}));
}

TEST_CASE("the scale that the question names holds before the answers'") {
    const auto found = number_scale(each(6, 9), {Scale{1, 10}, false, 0});
    REQUIRE(found);
    CHECK(found->scale == Scale{1, 10});
    const auto contradicted = number_scale(each(1, 7), {Scale{1, 5}, false, 0});
    REQUIRE(contradicted);
    CHECK(contradicted->scale == Scale{1, 7});
}

TEST_CASE("a question names its scale in several ways") {
    CHECK(said_scale("How likely (0-10)?") == Scale{0, 10});
    CHECK(said_scale("asteikolla 1–5") == Scale{1, 5});
    CHECK(said_scale("on a scale from 1 to 7") == Scale{1, 7});
    CHECK(said_scale("met?10 - strongly agree, 1 - strongly disagree.") == Scale{1, 10});
    CHECK(said_scale("score between 0 (like least) and 5 (like most)") == Scale{0, 5});
    CHECK(said_scale("1 = huono, 5 = hyvä") == Scale{1, 5});
}

TEST_CASE("other numbers in a question are no scale") {
    CHECK_FALSE(said_scale(""));
    CHECK_FALSE(said_scale("How satisfied were you in 2019-2020?"));
    CHECK_FALSE(said_scale("luokat 1-2"));
    CHECK_FALSE(said_scale("Q1_5 rating"));
    CHECK_FALSE(said_scale("99999999999999999999 - 5"));
    CHECK_FALSE(said_scale("approve (1), neutral (0), disapprove(-1)"));
}

TEST_CASE("share of the answers on a scale") {
    CHECK(share_on({}, {1, 5}) == 1.0);
    CHECK(share_on({{1, 1}, {6, 3}}, {1, 5}) == Approx(0.25));
}
