#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

#include <cx/statistics/spread.hpp>

using namespace cx;

namespace {

void check_empty(const Spread& spread) {
    CHECK_FALSE(spread.range);
    CHECK_FALSE(spread.variance);
    CHECK_FALSE(spread.standard_deviation);
    CHECK_FALSE(spread.share_between);
}

} // namespace

TEST_CASE("no unit and one unit have no spread", "[statistics][spread]") {
    const Spread none = spread({});
    CHECK(none.units == 0);
    check_empty(none);
    const Spread one = spread({{4.0, 0.1, 100}});
    CHECK(one.units == 1);
    check_empty(one);
}

// By hand: S2 = ((0)^2 + (0.5)^2 + (-0.5)^2) / 2 = 0.25; mean SE2 = 0.01; one answer varies by 100 x 0.01 = 1.
TEST_CASE("units with as many answers each: the usual variance less the mean squared error", "[statistics][spread]") {
    const Spread found = spread({{4.0, 0.1, 100}, {4.5, 0.1, 100}, {3.5, 0.1, 100}});
    CHECK(found.units == 3);
    CHECK(*found.range == Approx(1.0));
    CHECK(*found.variance == Approx(0.24).epsilon(1e-12));
    CHECK(*found.standard_deviation == Approx(std::sqrt(0.24)).epsilon(1e-12));
    CHECK(*found.share_between == Approx(0.24 / 1.24).epsilon(1e-12));
}

// By hand: shares 0.2, 0.05, 0.75; mean 4.25; S2 = 0.1075 / 0.395; mean SE2 = 0.00396875 / 0.395; within 0.953125.
TEST_CASE("units with more answers weigh more", "[statistics][spread]") {
    const Spread found = spread({{4.0, 0.1, 100}, {3.0, 0.2, 25}, {4.4, 0.05, 375}});
    CHECK(*found.range == Approx(1.4));
    CHECK(*found.variance == Approx(0.10353125 / 0.395).epsilon(1e-12));
    CHECK(*found.standard_deviation == Approx(0.5119613563).epsilon(1e-9));
    CHECK(*found.share_between == Approx(0.2156830832).epsilon(1e-9));
}

TEST_CASE("scores that differ by no more than chance have no spread", "[statistics][spread]") {
    const Spread found = spread({{4.00, 0.1, 100}, {4.05, 0.1, 100}, {3.95, 0.1, 100}});
    CHECK(*found.range == Approx(0.1));
    CHECK(*found.variance == 0);
    CHECK(*found.standard_deviation == 0);
    CHECK(*found.share_between == 0);
}

TEST_CASE("units that are all alike have no spread", "[statistics][spread]") {
    const Spread found = spread({{0.1, 0.2, 10}, {0.1, 0.2, 20}, {0.1, 0.2, 30}});
    CHECK(*found.range == 0);
    CHECK(*found.variance == 0);
    CHECK(*found.share_between == 0);
}

TEST_CASE("answers that are all alike leave no variance to share", "[statistics][spread]") {
    const Spread found = spread({{5.0, 0.0, 10}, {5.0, 0.0, 20}});
    CHECK(*found.range == 0);
    CHECK(*found.standard_deviation == 0);
    CHECK_FALSE(found.share_between);
}

TEST_CASE("units without noise that differ hold all the variance", "[statistics][spread]") {
    const Spread found = spread({{1.0, 0.0, 10}, {5.0, 0.0, 10}});
    CHECK(*found.variance == Approx(8.0)); // (2^2 + 2^2) / 1
    CHECK(*found.share_between == 1);
}

TEST_CASE("units without a standard error or answers are left out", "[statistics][spread]") {
    const Spread found = spread({{4.0, 0.1, 100}, {1.0, {}, 1}, {9.0, 0.1, 0}, {4.5, 0.1, 100}});
    CHECK(found.units == 2);
    CHECK(*found.range == Approx(0.5));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    check_empty(spread({{4.0, 0.1, 100}, {nan, 0.1, 100}, {4.0, nan, 100}}));
}
