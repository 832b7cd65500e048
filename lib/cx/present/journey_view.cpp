// The journey: its map and its table. What it looks like is in journey_sections.cpp and customers_section.cpp.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cx/present/figures.hpp>
#include <cx/present/format.hpp>
#include <cx/present/journey_sections.hpp>
#include <cx/present/view.hpp>
#include <cx/statistics/journey_map.hpp>

namespace cx {
namespace {

using Row = std::vector<ViewTable::Cell>;

/// Where a row of the table stands.
struct Place {
    std::string stage, channel, touchpoint;
};

/// Writes the rows of one map.
class TableWriter {
  public:
    TableWriter(ViewTable& table, const JourneyMap& map) : table_(table), map_(map) {}

    void add(const Place& place, const ScoreRow* score, std::optional<bool> weakest = {}) {
        if (score == nullptr) return;
        const bool shown = !score->withheld();
        const auto unless_withheld = [&](const std::optional<double>& value) {
            return shown ? ViewTable::figure(value) : ViewTable::Cell();
        };
        Row row = start(place, score->item, score->metric);
        row.push_back(shown ? ViewTable::Cell(score->n) : ViewTable::Cell());
        for (const auto& value : {score->value, score->low, score->high}) row.push_back(unless_withheld(value));
        end(std::move(row), score->note, weakest);
    }
    /// A figure that is no row of the scores table.
    void add(const Place& place, const std::string& item, const std::string& metric, const Estimate& estimate,
             bool withheld, const std::string& why_not = {}) {
        std::string note = withheld                      ? "withheld"
                           : !why_not.empty()            ? why_not
                           : estimate.n == 0             ? "no answers"
                           : estimate.n < low_base_below ? "low base"
                                                         : "";
        Row         row = start(place, item, metric);
        const bool  shown = !withheld && why_not.empty();
        row.push_back(shown ? ViewTable::Cell(estimate.n) : ViewTable::Cell());
        for (const auto& value : {estimate.value, estimate.low, estimate.high}) {
            row.push_back(shown ? ViewTable::figure(value) : ViewTable::Cell());
        }
        end(std::move(row), note, {});
    }
    void add(const Place& place, const std::string& metric, const std::optional<double>& value) {
        if (!value) return;
        Row row = start(place, map_.item, metric);
        row.emplace_back();
        row.push_back(ViewTable::figure(value));
        row.resize(row.size() + 2);
        end(std::move(row), "", {});
    }

  private:
    [[nodiscard]] Row start(const Place& place, const std::string& item, const std::string& metric) const {
        return {map_.course.id, place.stage, place.channel, place.touchpoint, item, metric};
    }
    void end(Row row, const std::string& note, std::optional<bool> weakest) {
        row.emplace_back(note);
        row.push_back(weakest ? ViewTable::Cell(*weakest) : ViewTable::Cell());
        table_.rows.push_back(std::move(row));
    }

    ViewTable&        table_;
    const JourneyMap& map_;
};

std::string stage_of(const JourneyMap& map, const MapTouchpoint& at) {
    return at.stage < map.course.stages.size() ? map.course.stages[at.stage].id : std::string();
}

void add_touchpoint(TableWriter& to, const JourneyMap& map, std::size_t index) {
    const MapTouchpoint& at = map.touchpoints[index];
    Place                place{stage_of(map, at), at.touchpoint == nullptr ? "" : at.touchpoint->channel, at.id};
    const bool           is_known = at.score != nullptr && !at.score->withheld();
    to.add(place, at.score, is_known && map.weakest ? std::optional(map.weakest == index) : std::nullopt);
    to.add(place, at.consensus);
    for (const auto& channel : at.channels) to.add({place.stage, channel.id, at.id}, channel.score);
    if (at.spread.units < 2) return;
    place.channel.clear();
    to.add(place, "channel_range", at.spread.range);
    to.add(place, "channel_spread", at.spread.standard_deviation);
    constexpr double percent = 100;
    if (at.spread.share_between) to.add(place, "channel_share", std::optional(percent * *at.spread.share_between));
}

void add_scores(TableWriter& to, const JourneyMap& map) {
    to.add({}, map.whole);
    to.add({}, "touchpoint_mean", map.touchpoint_mean);
    for (std::size_t s = 0; s < map.stages.size(); ++s) to.add({map.course.stages[s].id, "", ""}, map.stages[s]);
    for (const MapChannel& channel : map.channels) {
        to.add({"", channel.id, ""}, channel.score);
        for (std::size_t s = 0; s < channel.stages.size(); ++s) {
            to.add({map.course.stages[s].id, channel.id, ""}, channel.stages[s]);
        }
    }
    for (std::size_t i = 0; i < map.touchpoints.size(); ++i) add_touchpoint(to, map, i);
}

void add_customers(TableWriter& to, const JourneyMap& map, std::size_t journey, const ViewInput& input) {
    const std::string why_not = unmeasured(input);
    if (!why_not.empty() || journey >= input.customers.journeys.size()) {
        to.add({}, "", "all_touchpoints_met", Estimate{}, false, "not measured");
        return;
    }
    const CustomerJourney& known = input.customers.journeys[journey];
    const std::string      no_threshold = input.customers.thresholds ? "" : "no thresholds";
    to.add({}, "", "all_touchpoints_met", known.all_touchpoints_met, known.withheld || known.all_withheld,
           no_threshold);
    if (known.linked_met.n > 0) {
        to.add({}, "", "all_touchpoints_met_of_several", known.linked_met, known.withheld || known.linked_withheld);
    }
    for (const CustomerJourney::Weakest& weakest : known.weakest) {
        const auto        found = std::find_if(map.touchpoints.begin(), map.touchpoints.end(),
                                               [&](const MapTouchpoint& at) { return at.id == weakest.touchpoint; });
        const std::string stage = found == map.touchpoints.end() ? std::string() : stage_of(map, *found);
        to.add({stage, "", weakest.touchpoint}, map.item, "weakest_touchpoint", weakest.share, weakest.withheld);
    }
}

std::vector<std::string> reading_notes(const std::vector<JourneyMap>& maps, const ScoreTable& table) {
    std::vector<std::string> notes;
    const auto               any = [&](auto test) {
        return std::any_of(maps.begin(), maps.end(), [&](const JourneyMap& map) {
            return std::any_of(map.touchpoints.begin(), map.touchpoints.end(),
                                             [&](const MapTouchpoint& at) { return at.score != nullptr && test(at); }) ||
                   std::any_of(map.channels.begin(), map.channels.end(), [&](const MapChannel& channel) {
                       return std::any_of(channel.stages.begin(), channel.stages.end(), [&](const ScoreRow* score) {
                           MapTouchpoint at;
                           at.score = score;
                           return score != nullptr && test(at);
                       });
                   });
        });
    };
    if (any([](const MapTouchpoint& at) { return at.critical; })) {
        notes.emplace_back("★ critical touchpoint");
    }
    if (any([](const MapTouchpoint& at) { return at.score->note == "low base"; })) {
        notes.emplace_back("( ) low base: fewer than 30 answers, a hint rather than a figure");
    }
    if (any([](const MapTouchpoint& at) { return at.score->withheld(); })) {
        notes.push_back(fmt::format(
            "withheld: fewer than {} answers, or needed to keep such a group from being worked out", table.minimum_n));
    }
    if (!table.weights.empty()) notes.emplace_back("n: answers counted, before weighting; customers are not weighted");
    return notes;
}

bool has_dimension(const MeasurementModel& model, const std::vector<std::string>& column,
                   std::string Touchpoint::*key) {
    const bool by_rows = !model.columns.touchpoint.empty();
    if (!column.empty()) return true;
    return std::any_of(model.touchpoints.begin(), model.touchpoints.end(), [&](const Touchpoint& touchpoint) {
        const bool asked = by_rows || std::any_of(model.items.begin(), model.items.end(),
                                                  [&](const Item& item) { return item.touchpoint == touchpoint.id; });
        return asked && !(touchpoint.*key).empty();
    });
}

} // namespace

std::vector<std::string> journey_groupings(const MeasurementModel& model) {
    const ColumnRoles& columns = model.columns;
    const bool         by_rows = !columns.touchpoint.empty();
    const bool         touchpoints = by_rows || std::any_of(model.items.begin(), model.items.end(),
                                                            [](const Item& item) { return !item.touchpoint.empty(); });
    const bool         stages = has_dimension(model, columns.stage, &Touchpoint::stage);
    const bool         channels = has_dimension(model, columns.channel, &Touchpoint::channel);
    // Only rows can be crossed with rows: two dimensions of questions cannot.
    const bool               stage_rows = stages && (by_rows || !columns.stage.empty());
    const bool               channel_rows = channels && (by_rows || !columns.channel.empty());
    const std::string        before = model.journeys.empty() ? "" : "journey:";
    std::vector<std::string> groupings;
    if (!model.journeys.empty()) groupings.emplace_back("journey");
    if (stages) groupings.push_back(before + "stage");
    if (channels) groupings.push_back(before + "channel");
    if (stage_rows && channel_rows) groupings.push_back(before + "stage:channel");
    if (touchpoints) groupings.push_back(before + "touchpoint");
    if (by_rows && !columns.channel.empty()) groupings.push_back(before + "touchpoint:channel");
    return groupings;
}

namespace {

/// Customers are of the same rows as the scores: what these withhold of a journey or a touchpoint, they must not tell.
CustomerScores without_withheld(CustomerScores customers, const std::vector<JourneyMap>& maps, std::size_t questions) {
    for (std::size_t m = 0; m < maps.size(); ++m) {
        if (m / questions >= customers.journeys.size()) continue;
        CustomerJourney& known = customers.journeys[m / questions];
        if (maps[m].whole != nullptr && maps[m].whole->withheld()) withhold(known);
        for (const MapTouchpoint& at : maps[m].touchpoints) {
            if (at.score == nullptr || !at.score->withheld()) continue;
            for (CustomerJourney::Weakest& weakest : known.weakest) {
                weakest.withheld = weakest.withheld || weakest.touchpoint == at.id;
            }
        }
    }
    return customers;
}

} // namespace

ShownView journey_view(const ViewInput& input, const Look& look) {
    const std::vector<JourneyMap> maps = journey_maps(input.model, input.table);
    const std::size_t             questions = !maps.empty() && maps.front().one_of_two ? 2 : 1;
    const CustomerScores          customers = without_withheld(input.customers, maps, questions);
    const ViewInput               guarded{input.model, input.table, customers, input.cut};
    ShownView                     view;
    view.table.name = "journey";
    view.table.columns = {"journey", "stage", "channel", "touchpoint", "item", "metric",
                          "n",       "value", "low",     "high",       "note", "weakest"};
    if (maps.empty()) {
        view.sections.push_back({"Journey",
                                 {},
                                 {"no question is about touchpoints: name the column that says which one a row is "
                                  "about ([columns] touchpoint), or the touchpoint of each item"}});
        return view;
    }
    for (std::size_t m = 0; m < maps.size(); ++m) {
        TableWriter to(view.table, maps[m]);
        add_scores(to, maps[m]);
        for (Section& section : journey_sections(maps[m], guarded, look)) view.sections.push_back(std::move(section));
        if ((m + 1) % questions != 0) continue;
        // Customers are of a journey, whatever it is measured by; touchpoints are named by the first of its maps.
        const JourneyMap& first = maps[m + 1 - questions];
        TableWriter       of_customers(view.table, first);
        add_customers(of_customers, first, m / questions, guarded);
        view.sections.push_back(customers_section(first, m / questions, guarded));
    }
    view.notes = reading_notes(maps, input.table);
    return view;
}

} // namespace cx
