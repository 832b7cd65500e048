#include <cx/statistics/holm.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace cx;

namespace {

using Column = std::vector<std::optional<double>>;

void check(const Column& p, const std::vector<double>& expected) {
    const Column adjusted = holm(p);
    REQUIRE(adjusted.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(*adjusted[i] == Approx(expected[i]).epsilon(1e-12));
    }
}

} // namespace

TEST_CASE("O-26 Holm's correction of Benjamini and Hochberg's fifteen") {
    check({0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
           0.7590, 1.000},
          {0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1});
}

TEST_CASE("O-27 Holm's correction as multtest has it") {
    check({0.002, 0.004, 0.006, 0.008, 0.010, 0.012}, {0.012, 0.02, 0.024, 0.024, 0.024, 0.024});
    check({.001, .002, .003, .004, .005, .05, .06, .07, .08, .09},
          {.01, .018, .024, .028, .03, .25, .25, .25, .25, .25});
}

TEST_CASE("Holm's correction keeps the order given") {
    check({0.03, 0.01, 0.04}, {0.06, 0.03, 0.06});
    check({0.2}, {0.2});
    CHECK(holm({}).empty());
}

TEST_CASE("what has no p-value is no comparison") {
    const Column adjusted = holm({std::nullopt, 0.01, std::numeric_limits<double>::quiet_NaN(), 0.04});
    CHECK_FALSE(adjusted[0]);
    CHECK(*adjusted[1] == Approx(0.02));
    CHECK(std::isnan(*adjusted[2]));
    CHECK(*adjusted[3] == Approx(0.04));
}

TEST_CASE("equal p-values are corrected alike") { check({0.02, 0.02, 0.02}, {0.06, 0.06, 0.06}); }
