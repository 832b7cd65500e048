#include <cx/present/strip.hpp>

#include <limits>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>

using namespace cx;

namespace {

constexpr Axis hundred{0, 100};

Dot dot(double value, double low, double high) { return {value, low, high, false, hundred}; }

} // namespace

TEST_CASE("A strip has the value as a dot on its interval", "[present][strip]") {
    CHECK(strip(dot(50, 20, 80), hundred, 11, std::nullopt) == "  ━━━●━━━  ");
    CHECK(strip(dot(0, 0, 10), hundred, 11, std::nullopt) == "●━         ");
    CHECK(strip(dot(100, 100, 100), hundred, 11, std::nullopt) == "          ●");
}

TEST_CASE("A value without an interval is a dot alone, and one of a low base is hollow", "[present][strip]") {
    CHECK(strip({50, {}, {}, false, hundred}, hundred, 5, std::nullopt) == "  ●  ");
    CHECK(strip({50, {}, {}, true, hundred}, hundred, 5, std::nullopt) == "  ○  ");
}

TEST_CASE("A reference is marked where nothing covers it", "[present][strip]") {
    CHECK(strip(dot(0, 0, 20), hundred, 11, 60) == "●━━   │    ");
    CHECK(strip(dot(60, 50, 70), hundred, 11, 60) == "     ━●━   ");
    CHECK(strip(dot(0, 0, 0), hundred, 5, 50, "─") == "●─┼──");
    CHECK(strip(dot(0, 0, 0), hundred, 5, 500) == "●    ");
}

TEST_CASE("What is off the axis is drawn at its end", "[present][strip]") {
    CHECK(strip(dot(-40, -60, 120), hundred, 5, std::nullopt) == "●━━━━");
    CHECK(strip(dot(1e300, -1e300, 1e300), hundred, 5, std::nullopt) == "━━━━●");
    CHECK(strip(dot(3, 3, 3), {3, 3}, 5, std::nullopt) == "  ●  ");
    CHECK(strip(dot(3, 3, 3), hundred, 0, std::nullopt).empty());
    CHECK(display_width(strip(dot(3, 3, 3), hundred, 1, std::nullopt)) == 1);
}

TEST_CASE("An axis ends at round figures and within the metric's range", "[present][strip]") {
    const Axis nps = round_axis(-15.9, 48.2, {-100, 100});
    CHECK(nps.from == -20);
    CHECK(nps.to == 50);
    const Axis cut = round_axis(37, 99, hundred);
    CHECK(cut.from == 30);
    CHECK(cut.to == 100);
    SECTION("nothing to stretch over is the whole range") {
        CHECK(round_axis(5, 5, hundred).to == 100);
        CHECK(round_axis(0, std::numeric_limits<double>::infinity(), hundred).from == 0);
        CHECK(round_axis(std::numeric_limits<double>::quiet_NaN(), 3, hundred).to == 100);
    }
}

TEST_CASE("The ends of an axis stand over its ends", "[present][strip]") {
    CHECK(strip_scale(hundred, 11, std::nullopt, "") == "0       100");
    CHECK(strip_scale(hundred, 13, 50, "all") == "0    all  100");
    CHECK(strip_scale({-0.5, 2.5}, 11, std::nullopt, "") == "−0.5    2.5");
    SECTION("a name that would touch an end is left out") {
        CHECK(strip_scale(hundred, 13, 99, "all") == "0         100");
        CHECK(strip_scale(hundred, 13, 2, "all") == "0         100");
    }
    SECTION("and so are ends without room") { CHECK(strip_scale(hundred, 4, std::nullopt, "") == "    "); }
}

TEST_CASE("Answers are drawn by scale point", "[present][strip]") {
    CHECK(bars({{1, 1}, {2, 0}, {3, 7}}) == "1 ▂▁█ 3");
    CHECK(bars({{0, 5}, {3, 5}}) == "0 █▁▁█ 3");
    CHECK(bars({{-1, 5}}) == "−1 █ −1");
    SECTION("but not without answers, and not beyond forty points") {
        CHECK(bars({}).empty());
        CHECK(bars({{1, 0}, {2, 0}}).empty());
        CHECK(bars({{0, 1}, {100, 1}}).empty());
        CHECK(bars({{std::numeric_limits<int>::min(), 1}, {std::numeric_limits<int>::max(), 1}}).empty());
    }
}
