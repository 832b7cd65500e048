#include <cx/present/figures.hpp>

#include <array>
#include <limits>

#include <catch2/catch.hpp>

using namespace cx;

TEST_CASE("A figure is rounded half away from zero with a true minus", "[present][figures]") {
    CHECK(rounded(77.037, 1) == "77.0");
    CHECK(rounded(-42.86, 1) == "−42.9");
    CHECK(rounded(2.94097, 2) == "2.94");
    CHECK(rounded(0, 1) == "0.0");
    CHECK(rounded(-0.0, 1) == "0.0");
}

TEST_CASE("Rounding never hides a sign", "[present][figures]") {
    CHECK(rounded(-0.04, 1) == "−0.04");
    CHECK(rounded(0.003, 1) == "0.003");
    CHECK(rounded_with_sign(0.04, 1) == "+0.04");
    CHECK(rounded_with_sign(-0.04, 1) == "−0.04");
    SECTION("but the dust of floating arithmetic is 0") {
        CHECK(rounded(-1e-14, 1) == "0.0");
        CHECK(rounded_with_sign(1e-14, 2) == "0.00");
    }
}

TEST_CASE("Rounding never crosses a bound", "[present][figures]") {
    constexpr std::array eighty{80.0};
    CHECK(rounded(79.96, 1, eighty) == "79.96");
    CHECK(rounded(80.04, 1, eighty) == "80.04");
    CHECK(rounded(80.0, 1, eighty) == "80.0");
    CHECK(rounded(79.9, 1, eighty) == "79.9");
    CHECK(rounded(79.99996, 1, eighty) == "79.99996");
}

TEST_CASE("What is no number is a dash", "[present][figures]") {
    CHECK(rounded(std::numeric_limits<double>::quiet_NaN(), 1) == "–");
    CHECK(rounded(std::numeric_limits<double>::infinity(), 1) == "–");
}

TEST_CASE("A value has its unit", "[present][figures]") {
    ScoreRow row;
    CHECK(value_text(row).empty());
    row.value = 62.5;
    row.unit = Unit::percent;
    CHECK(value_text(row) == "62.5%");
    row.unit = Unit::points;
    CHECK(value_text(row) == "62.5");
    row.unit = Unit::scale;
    CHECK(value_text(row) == "62.50");
}

TEST_CASE("Counts have thousands marks", "[present][figures]") {
    CHECK(count_text(0) == "0");
    CHECK(count_text(999) == "999");
    CHECK(count_text(13612) == "13,612");
    CHECK(count_text(std::numeric_limits<std::uint64_t>::max()) == "18,446,744,073,709,551,615");
}

TEST_CASE("A level of confidence is short", "[present][figures]") {
    CHECK(percent_text(0.95) == "95%");
    CHECK(percent_text(0.99) == "99%");
    CHECK(percent_text(0.9) == "90%");
    CHECK(percent_text(0.999) == "99.9%");
}

TEST_CASE("Metrics have names and a good end", "[present][figures]") {
    CHECK(metric_title("nps") == "NPS");
    CHECK(metric_title("top2") == "top 2");
    CHECK(metric_title("gap") == "gap");
    CHECK(metric_title("never-heard-of") == "never-heard-of");
    CHECK(good_end("csat") == GoodEnd::high);
    CHECK(good_end("gap") == GoodEnd::high);
    CHECK(good_end("detractors") == GoodEnd::low);
    CHECK(good_end("importance") == GoodEnd::neither);
}
