#include <cx/statistics/quantiles.hpp>

#include <cx/base/error.hpp>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

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

double computed_normal_quantile(double confidence) {
    return boost::math::quantile(boost::math::complement(Normal(), upper_tail(confidence)));
}

double computed_student_quantile(double confidence, double degrees) {
    return boost::math::quantile(boost::math::complement(Student(degrees), upper_tail(confidence)));
}

/// Quantiles that were asked for before. A run asks for those of one confidence, and groups have the same few hundred
/// sizes over and over; what collides is computed anew.
class RememberedQuantiles {
  public:
    double normal(double confidence) {
        if (normal_.confidence != confidence) normal_ = {confidence, 0, computed_normal_quantile(confidence)};
        return normal_.value;
    }
    double student(double confidence, double degrees) {
        Entry& entry = students_[place_of(degrees)];
        if (entry.confidence != confidence || entry.degrees != degrees) {
            entry = {confidence, degrees, computed_student_quantile(confidence, degrees)};
        }
        return entry.value;
    }

  private:
    static constexpr std::size_t entry_bits = 9;
    struct Entry {
        double confidence = 0, degrees = 0, value = 0; // no confidence is 0
    };

    static std::size_t place_of(double degrees) {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
        return static_cast<std::size_t>(std::bit_cast<std::uint64_t>(degrees) * odd >> (64U - entry_bits));
    }

    Entry                                           normal_;
    std::array<Entry, std::size_t{1} << entry_bits> students_{};
};

RememberedQuantiles& remembered() {
    thread_local RememberedQuantiles quantiles;
    return quantiles;
}

} // namespace

double normal_quantile(double confidence) { return remembered().normal(confidence); }

double normal_p(double z) { return std::erfc(std::abs(z) / std::sqrt(2.0)); }

double student_quantile(double confidence, double degrees) {
    (void)upper_tail(confidence);
    require_degrees(degrees);
    return remembered().student(confidence, degrees);
}

double student_p(double t, double degrees) {
    require_degrees(degrees);
    if (std::isinf(t)) {
        return 0;
    }
    return 2 * boost::math::cdf(boost::math::complement(Student(degrees), std::abs(t)));
}

} // namespace cx
