#pragma once

// What is known of whole customers: their answers across touchpoints. Customers are counted, not answers, and not
// weighted.

#include <cstdint>
#include <string>
#include <vector>

#include <cx/statistics/estimate.hpp>
#include <cx/tally/customers.hpp>

namespace cx {

/// One journey, seen by the customers who took it.
struct CustomerJourney {
    /// How often a touchpoint is the weakest that a customer met.
    struct Weakest {
        std::string   touchpoint;
        std::uint64_t met = 0;          ///< customers who rated it, of those who rated two touchpoints or more
        std::uint64_t customers = 0;    ///< of them: rated no touchpoint lower, nor an earlier one as low
        Estimate      share;            ///< percent of all who rated two or more
        bool          withheld = false; ///< then no figure counts
    };
    std::string   journey;             ///< id; empty where the model names none
    bool          withheld = false;    ///< fewer customers than the minimum: no figure counts
    std::uint64_t customers = 0;       ///< known, and met one of the journey's touchpoints
    std::uint64_t linked = 0;          ///< of them: met two or more
    Estimate      all_touchpoints_met; ///< percent of customers; `n` are those with an answer that has a threshold
    Estimate      linked_met;          ///< the same of those who were judged at two touchpoints or more
    bool          all_withheld = false, linked_withheld = false;
    std::uint64_t ranked = 0; ///< customers who rated two touchpoints or more by the question they are compared by
    bool          ranked_withheld = false;
    std::vector<Weakest> weakest; ///< the journey's touchpoints in order, those that nobody ranked left out
};

struct CustomerScores {
    bool                         measured = false;   ///< somebody is known
    std::uint64_t                unidentified = 0;   ///< responses that name no customer
    bool                         thresholds = false; ///< an item that is asked along the journey has one
    std::vector<CustomerJourney> journeys;           ///< as journey_courses(); empty unless measured
};

/// Withholds all figures of a journey's customers.
void withhold(CustomerJourney& journey);

/// A customer meets all touchpoints where every visit at every touchpoint reached the threshold of each item answered
/// that has one. Shares have Wilson intervals. Figures over fewer than `minimum_n` customers are withheld, and those
/// of a part whose rest would have fewer.
[[nodiscard]] CustomerScores customer_scores(const Customers& customers, double confidence, int minimum_n);

} // namespace cx
