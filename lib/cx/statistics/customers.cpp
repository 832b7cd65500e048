#include <cx/statistics/customers.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include <cx/model/made_items.hpp>
#include <cx/statistics/group_order.hpp>
#include <cx/statistics/journey_course.hpp>
#include <cx/statistics/share.hpp>
#include <cx/statistics/withholding.hpp>

namespace cx {

namespace {

/// Touchpoints of a journey in their order, and where each number stands among them.
struct Places {
    std::vector<std::string>                ids;
    std::vector<std::optional<std::size_t>> of; ///< by number of the touchpoint
};

/// Counts of a journey's customers.
struct Counted {
    std::uint64_t              customers = 0, linked = 0, judged = 0, met = 0, linked_judged = 0, linked_met = 0;
    std::uint64_t              ranked = 0;
    std::vector<std::uint64_t> rated, weakest; ///< by place
};

using Visits = std::vector<std::pair<VisitKey, VisitSums>>;

Places places_of(const Customers& customers, const JourneyCourse& course, const Visits& visits) {
    std::uint32_t highest = 0;
    for (const auto& [key, sums] : visits) highest = std::max(highest, key.touchpoint);
    std::vector<std::string> names(visits.empty() ? 0 : highest + std::size_t{1});
    for (const auto& [key, sums] : visits) {
        if (names[key.touchpoint].empty()) names[key.touchpoint] = customers.touchpoint_id(key.touchpoint);
    }
    Places places;
    for (const Touchpoint* touchpoint : course.touchpoints) places.ids.push_back(touchpoint->id);
    if (customers.model().touchpoints.empty()) {
        std::copy_if(names.begin(), names.end(), std::back_inserter(places.ids),
                     [](const auto& n) { return !n.empty(); });
        std::sort(places.ids.begin(), places.ids.end(), natural_less);
    }
    for (const std::string& name : names) {
        const auto found = std::find(places.ids.begin(), places.ids.end(), name);
        places.of.push_back(found == places.ids.end()
                                ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - places.ids.begin())));
    }
    return places;
}

/// The place of the lowest mean; the earlier of two alike. Whole numbers, so that no rounding decides.
std::size_t lowest(const std::vector<VisitSums>& sums) {
    std::size_t low = sums.size();
    for (std::size_t place = 0; place < sums.size(); ++place) {
        if (sums[place].answers == 0) continue;
        if (low == sums.size() || sums[place].points * sums[low].answers < sums[low].points * sums[place].answers)
            low = place;
    }
    return low;
}

/// Adds one customer, by place.
void add(Counted& counted, const std::vector<VisitSums>& sums) {
    std::size_t visited = 0, judged = 0, met = 0, rated = 0;
    for (const VisitSums& at : sums) {
        if (at.visits > 0) ++visited;
        if (at.judged > 0) ++judged;
        if (at.judged > 0 && at.met == at.judged) ++met;
        if (at.answers > 0) ++rated;
    }
    if (visited == 0) return;
    ++counted.customers;
    if (visited > 1) ++counted.linked;
    if (judged > 0) ++counted.judged;
    if (judged > 0 && met == judged) ++counted.met;
    if (judged > 1) ++counted.linked_judged;
    if (judged > 1 && met == judged) ++counted.linked_met;
    if (rated < 2) return;
    ++counted.ranked;
    for (std::size_t place = 0; place < sums.size(); ++place) {
        if (sums[place].answers > 0) ++counted.rated[place];
    }
    ++counted.weakest[lowest(sums)];
}

/// Whether visits of such journeys count on the journey of that index.
class OnJourney {
  public:
    OnJourney(const Customers& customers, std::size_t journey) : customers_(customers), journey_(journey) {}

    bool operator()(GroupCode journeys) {
        if (customers_.model().journeys.empty()) return true;
        const auto [known, is_new] = told_.try_emplace(journeys, false);
        if (!is_new) return known->second;
        const auto all = customers_.journeys_of(journeys);
        known->second = std::find(all.begin(), all.end(), journey_) != all.end();
        return known->second;
    }

  private:
    const Customers&                    customers_;
    std::size_t                         journey_;
    std::unordered_map<GroupCode, bool> told_;
};

Counted count(const Customers& customers, std::size_t journey, const Places& places, const Visits& visits) {
    Counted                counted;
    OnJourney              on_journey(customers, journey);
    std::vector<VisitSums> sums(places.ids.size());
    counted.rated.resize(sums.size());
    counted.weakest.resize(sums.size());
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const VisitKey& key = visits[i].first;
        const auto      place = places.of[key.touchpoint];
        if (place && on_journey(key.journeys)) sums[*place] += visits[i].second;
        if (i + 1 < visits.size() && visits[i + 1].first.customer == key.customer) continue;
        add(counted, sums);
        std::fill(sums.begin(), sums.end(), VisitSums{});
    }
    return counted;
}

Estimate share_of(std::uint64_t part, std::uint64_t all, double confidence) {
    Distribution answers(0, 1);
    const auto   count = [](std::uint64_t n) { return Count{n, static_cast<double>(n), static_cast<double>(n)}; };
    answers.at(1) = count(part);
    answers.at(0) = count(all - part);
    return share(answers, PointSet::range(1, 1), confidence);
}

bool below(std::uint64_t n, int minimum_n) { return n > 0 && n < static_cast<std::uint64_t>(std::max(minimum_n, 0)); }

void rank(CustomerJourney& journey, const Counted& counted, const Places& places, double confidence, int minimum_n) {
    journey.ranked = counted.ranked;
    journey.ranked_withheld = below(counted.ranked, minimum_n);
    WithholdingRule rule;
    rule.minimum_n = static_cast<std::uint64_t>(std::max(minimum_n, 0));
    const std::vector<bool> hidden = withheld_groups(counted.rated, rule);
    for (std::size_t place = 0; place < places.ids.size(); ++place) {
        if (counted.rated[place] == 0) continue;
        CustomerJourney::Weakest weakest{places.ids[place], counted.rated[place], counted.weakest[place],
                                         share_of(counted.weakest[place], counted.ranked, confidence),
                                         journey.ranked_withheld || hidden[place]};
        journey.weakest.push_back(std::move(weakest));
    }
}

CustomerJourney estimated(const Counted& counted, const Places& places, double confidence, int minimum_n) {
    CustomerJourney journey;
    journey.customers = counted.customers;
    journey.linked = counted.linked;
    journey.withheld = below(counted.customers, minimum_n);
    if (journey.withheld) return journey;
    journey.all_touchpoints_met = share_of(counted.met, counted.judged, confidence);
    journey.all_withheld = below(counted.judged, minimum_n);
    journey.linked_met = share_of(counted.linked_met, counted.linked_judged, confidence);
    journey.linked_withheld = journey.all_withheld || below(counted.linked_judged, minimum_n) ||
                              below(counted.judged - counted.linked_judged, minimum_n);
    rank(journey, counted, places, confidence, minimum_n);
    return journey;
}

/// Journeys overlap: the customers of one less those of another can be a few. So sets of journeys are secrets where
/// they are small, and the journeys are totals of them.
std::vector<bool> withheld_journeys(const Customers& customers, const std::vector<Places>& places, const Visits& visits,
                                    int minimum_n) {
    std::vector<OnJourney> on_journey;
    for (std::size_t j = 0; j < places.size(); ++j) on_journey.emplace_back(customers, j);
    std::map<std::vector<bool>, std::uint64_t> sets;
    std::vector<bool>                          own(places.size());
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const VisitKey& key = visits[i].first;
        for (std::size_t j = 0; j < places.size(); ++j) {
            if (places[j].of[key.touchpoint] && on_journey[j](key.journeys)) own[j] = true;
        }
        if (i + 1 < visits.size() && visits[i + 1].first.customer == key.customer) continue;
        ++sets[own];
        own.assign(places.size(), false);
    }
    PrintedCells                          cells;
    std::vector<std::vector<std::size_t>> parts(places.size());
    std::vector<std::uint64_t>            totals(places.size());
    for (const auto& [set, count] : sets) {
        const std::size_t cell = cells.add(count, below(count, minimum_n));
        for (std::size_t j = 0; j < places.size(); ++j) {
            if (!set[j]) continue;
            parts[j].push_back(cell);
            totals[j] += count;
        }
    }
    const std::size_t first = cells.cells.size();
    for (std::size_t j = 0; j < places.size(); ++j) cells.add_total(cells.add(totals[j]), std::move(parts[j]));
    WithholdingRule rule;
    rule.minimum_n = static_cast<std::uint64_t>(std::max(minimum_n, 0));
    const std::vector<bool> hidden = withheld_cells(cells, rule);
    return {hidden.begin() + static_cast<std::ptrdiff_t>(first), hidden.end()};
}

} // namespace

void withhold(CustomerJourney& journey) {
    journey.withheld = journey.all_withheld = journey.linked_withheld = journey.ranked_withheld = true;
    for (CustomerJourney::Weakest& weakest : journey.weakest) weakest.withheld = true;
}

CustomerScores customer_scores(const Customers& customers, double confidence, int minimum_n) {
    CustomerScores          scores;
    const MeasurementModel& model = customers.model();
    scores.measured = customers.identified() > 0;
    scores.unidentified = customers.unidentified();
    scores.thresholds = std::any_of(model.items.begin(), model.items.end(), [&](const Item& item) {
        return !is_made(item) && threshold_of(model, item) && customers.is_asked_along(item);
    });
    if (!scores.measured) return scores;
    const Visits        visits = customers.visits();
    const auto          courses = journey_courses(model);
    std::vector<Places> places;
    for (const JourneyCourse& course : courses) places.push_back(places_of(customers, course, visits));
    const std::vector<bool> hidden = withheld_journeys(customers, places, visits, minimum_n);
    for (std::size_t j = 0; j < courses.size(); ++j) {
        scores.journeys.push_back(estimated(count(customers, j, places[j], visits), places[j], confidence, minimum_n));
        scores.journeys.back().journey = courses[j].id;
        if (hidden[j]) withhold(scores.journeys.back());
    }
    return scores;
}

} // namespace cx
