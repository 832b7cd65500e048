#pragma once

// A survey with promises, and rows of their figures as the rooms before would hand them over.

#include <optional>
#include <string>

#include <cx/model/measurement_model.hpp>
#include <cx/statistics/score_table.hpp>

namespace cx::sample {

inline ScoreRow kept_row(const std::string& dimension, const std::string& group, std::uint64_t n, double value,
                         double margin) {
    ScoreRow row;
    row.dimension = dimension;
    row.group = group;
    row.metric = "kept";
    row.unit = Unit::percent;
    row.n = n;
    row.base = row.n_effective = static_cast<double>(n);
    row.value = value;
    row.low = value - margin;
    row.high = value + margin;
    row.scale_high = 100;
    if (n < 30) row.note = "low base";
    return row;
}

inline ScoreRow scale_row(const std::string& group, const std::string& item, const std::string& metric, std::uint64_t n,
                          double value, double margin) {
    ScoreRow row = kept_row("promise", group, n, value, margin);
    row.item = item;
    row.metric = metric;
    row.unit = Unit::scale;
    const bool is_gap = metric == "gap";
    row.scale_low = is_gap ? -9 : 1;
    row.scale_high = is_gap ? 9 : 10;
    return row;
}

inline ScoreRow withheld(ScoreRow row) {
    row.n = 0;
    row.base = row.n_effective = 0;
    row.value = row.low = row.high = std::nullopt;
    row.note = "withheld";
    return row;
}

inline Item question(const std::string& id, const std::string& text, const std::string& promise) {
    Item item;
    item.id = id;
    item.text = text;
    item.column = id;
    item.scale = {1, 10};
    item.promise = promise;
    return item;
}

inline Promise promise_of(const std::string& id, const std::string& text, Need need, std::optional<double> minimum,
                          std::optional<double> kept_at = std::nullopt) {
    Promise promise;
    promise.id = id;
    promise.text = text;
    promise.need = need;
    promise.minimum = minimum;
    promise.kept_at = kept_at;
    return promise;
}

/// Three promises: easy (basic, not kept), on time (basic, undecided), ahead (differentiating, kept by its gap).
inline MeasurementModel promises() {
    MeasurementModel model;
    model.survey.proposition = "Ahead of the rest, and easy to deal with";
    model.survey.owner = "Customer Experience";
    model.columns.touchpoint = {"Touchpoint"};
    model.promises = {promise_of("easy", "Dealing with us is easy", Need::basic, 7),
                      promise_of("on-time", "We come when we said", Need::basic, 7, 70),
                      promise_of("ahead", "We are ahead of the industry", Need::differentiating, 7)};
    model.promises[0].owner = "Service";
    model.promises[0].practice = {"We answer within a minute"};
    model.promises[0].excludes = {"Installation at home"};
    model.stages = {{"buy", "Buying"}, {"use", "Using"}};
    model.touchpoints = {{"phone", "Telephone", "use", "", {}, false, {}, {}},
                         {"shop", "Shop", "buy", "", {}, false, {}, {}}};
    model.items = {question("simple", "It was simple", "easy"), question("clear", "It was clear", "easy"),
                   question("in-time", "It was done in time", "on-time")};
    Item pair = question("analytics", "Analytics", "ahead");
    pair.column.clear();
    pair.performance = "P1";
    pair.importance = "I1";
    model.items.push_back(pair);
    return model;
}

inline ScoreTable promise_scores() {
    ScoreTable table;
    table.title = "Promises";
    table.inputs.push_back({});
    table.inputs.front().file = "survey.csv";
    table.inputs.front().rows = table.inputs.front().accepted = 900;
    table.supporting = {kept_row("promise", "easy", 900, 62, 3),
                        kept_row("promise", "on-time", 800, 71, 3),
                        kept_row("promise", "ahead", 700, 75, 3),
                        kept_row("promise:touchpoint", "easy:phone", 300, 40, 5),
                        kept_row("promise:touchpoint", "easy:shop", 590, 82, 1.5),
                        kept_row("promise:touchpoint", "easy:elsewhere", 10, 20, 15),
                        kept_row("promise:touchpoint", "on-time:shop", 500, 69, 4),
                        scale_row("easy", "simple", "mean", 890, 7.1, 0.1),
                        scale_row("easy", "clear", "mean", 880, 6.2, 0.1),
                        scale_row("on-time", "in-time", "mean", 800, 7.6, 0.1),
                        scale_row("ahead", "analytics", "performance", 700, 8.4, 0.1),
                        scale_row("ahead", "analytics", "importance", 690, 7.9, 0.1),
                        scale_row("ahead", "analytics", "gap", 680, 0.5, 0.2)};
    ScoreRow met = kept_row("all", "", 900, 58, 3);
    met.metric = "basics_met";
    table.supporting.push_back(met);
    for (const auto& [id, value] : {std::pair{"phone", 31.0}, {"shop", 74.0}}) {
        ScoreRow at = kept_row("touchpoint", id, 400, value, 4);
        at.metric = "basics_met";
        table.supporting.push_back(at);
    }
    table.basics.counted = 900;
    table.basics.base = 900;
    table.basics.complete = 810;
    table.basics.items = {{"simple", "It was simple", 7, 890, 890, 178, 20, false},
                          {"clear", "It was clear", 7, 880, 880, 352, 90, false},
                          {"in-time", "It was done in time", 7, 800, 800, 232, 120, false}};
    return table;
}

} // namespace cx::sample
