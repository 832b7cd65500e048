#include <cx/statistics/quantiles.hpp>

#include <cx/base/error.hpp>

#include <catch2/catch.hpp>

#include <cstddef>
#include <limits>
#include <thread>
#include <vector>

using namespace cx;

TEST_CASE("normal quantiles are those of the tables") {
    CHECK(normal_quantile(0.95) == Approx(1.959963984540054).epsilon(1e-15));
    CHECK(normal_quantile(0.90) == Approx(1.6448536269514715).epsilon(1e-15));
}

TEST_CASE("a normal p and its quantile are inverse") {
    for (const double alpha : {0.5, 0.1, 0.05, 1e-3, 1e-8}) {
        CHECK(normal_p(normal_quantile(1 - alpha)) == Approx(alpha).epsilon(1e-7));
    }
    CHECK(normal_p(0) == 1);
    CHECK(normal_p(-1.7541160) == Approx(0.0794106).margin(1e-7));
    CHECK(normal_p(100) == 0);
}

TEST_CASE("Student's quantiles are those of the tables") {
    CHECK(student_quantile(0.95, 1) == Approx(12.706204736).epsilon(1e-9));
    CHECK(student_quantile(0.95, 9) == Approx(2.262157163).epsilon(1e-9));
    CHECK(student_quantile(0.95, 1e9) == Approx(1.959963987).epsilon(1e-8));
}

TEST_CASE("Student's p and its quantile are inverse, also between whole degrees of freedom") {
    for (const double degrees : {1.0, 2.5, 9.0, 1234.5}) {
        CHECK(student_p(-student_quantile(0.95, degrees), degrees) == Approx(0.05).epsilon(1e-10));
    }
    CHECK(student_p(0, 3) == Approx(1));
    CHECK(student_p(std::numeric_limits<double>::infinity(), 3) == 0);
}

TEST_CASE("a confidence outside (0, 1) and missing degrees of freedom are errors") {
    for (const double confidence : {0.0, 1.0, -0.5, 95.0, std::numeric_limits<double>::quiet_NaN()}) {
        CHECK_THROWS_AS(normal_quantile(confidence), Error);
        CHECK_THROWS_AS(student_quantile(confidence, 5), Error);
    }
    CHECK_THROWS_AS(student_quantile(0.95, 0), Error);
    CHECK_THROWS_AS(student_p(1, std::numeric_limits<double>::quiet_NaN()), Error);
}

TEST_CASE("a quantile asked for again, between others, is the one that was computed first") {
    // More than are remembered at once; every thread remembers for itself.
    std::vector<double> whole, between;
    for (int degrees = 1; degrees <= 1500; ++degrees) {
        whole.push_back(student_quantile(0.95, degrees));
        between.push_back(student_quantile(0.9, degrees + 0.37));
    }
    const double middle = normal_quantile(0.95);
    std::size_t  same = 0;
    std::thread([&] {
        for (int degrees = 1500; degrees >= 1; --degrees) {
            const auto at = static_cast<std::size_t>(degrees - 1);
            same += student_quantile(0.9, degrees + 0.37) == between[at] ? 1U : 0U;
            same += student_quantile(0.95, degrees) == whole[at] ? 1U : 0U;
            same += student_quantile(0.95, degrees) == whole[at] ? 1U : 0U;
        }
    }).join();
    CHECK(same == 3 * whole.size());
    CHECK(student_quantile(0.9, 7) != student_quantile(0.95, 7));
    CHECK(student_quantile(0.95, 7) == whole[6]);
    CHECK(normal_quantile(0.9) != middle);
    CHECK(normal_quantile(0.95) == middle);
}
