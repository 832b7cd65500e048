#include <cx/statistics/quantiles.hpp>

#include <cx/base/error.hpp>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace cx {

namespace {

// Doubles all the way: widening to long double costs several times as much and differs in the last digit or two.
using InDoubles = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Normal = boost::math::normal_distribution<double, InDoubles>;
using Student = boost::math::students_t_distribution<double, InDoubles>;

/// The tail above the upper end of a two-sided interval.
double upper_tail(double confidence) {
    if (std::isnan(confidence) || confidence <= 0 || confidence >= 1) {
        throw Error("the confidence is not between 0 and 1", "give a share such as 0.95");
    }
    return (1 - confidence) / 2;
}

void require_degrees(double degrees) {
    if (!(degrees > 0)) {
        throw Error("Student's t has no degrees of freedom", "give two answers or more");
    }
}

} // namespace

double normal_quantile(double confidence) {
    return boost::math::quantile(boost::math::complement(Normal(), upper_tail(confidence)));
}

double normal_p(double z) { return std::erfc(std::abs(z) / std::sqrt(2.0)); }

double student_quantile(double confidence, double degrees) {
    const double tail = upper_tail(confidence);
    require_degrees(degrees);
    return boost::math::quantile(boost::math::complement(Student(degrees), tail));
}

double student_p(double t, double degrees) {
    require_degrees(degrees);
    if (std::isinf(t)) {
        return 0;
    }
    return 2 * boost::math::cdf(boost::math::complement(Student(degrees), std::abs(t)));
}

} // namespace cx
