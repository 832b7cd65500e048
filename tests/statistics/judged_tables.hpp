#pragma once

// Models with targets and tables of estimates to judge them by.

#include <string>
#include <utility>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/statistics/score_table.hpp>
#include <support/survey_model.hpp>

namespace cx::test {

inline Target at_least(const std::string& metric, double bound) {
    Target target;
    target.metric = metric;
    target.at_least = bound;
    target.at = {12, 1};
    return target;
}

inline Target on(Target target, const std::string& dimension, const std::string& group) {
    target.dimension = dimension;
    target.group = group;
    return target;
}

inline Target on_segment(Target target, const std::string& column, const std::string& value) {
    target = on(std::move(target), column, value);
    target.is_segment = true;
    return target;
}

inline ScoreRow estimate(const std::string& dimension, const std::string& group, const std::string& item,
                         const std::string& metric, unsigned n, double value, double low, double high) {
    ScoreRow row;
    row.dimension = dimension;
    row.group = group;
    row.group_name = group;
    row.item = item;
    row.item_text = item;
    row.metric = metric;
    row.n = n;
    row.value = value;
    row.low = low;
    row.high = high;
    return row;
}

/// An estimate of the item `nps` in all responses.
inline ScoreRow overall_nps(unsigned n, double value, double low, double high) {
    return estimate("all", "", "nps", "nps", n, value, low, high);
}

inline ScoreRow without_answers(ScoreRow row) {
    row.n = 0;
    row.value = row.low = row.high = std::nullopt;
    row.note = "no answers";
    return row;
}

inline ScoreRow withheld(ScoreRow row) {
    row = without_answers(std::move(row));
    row.note = "withheld";
    return row;
}

/// Feedback rows (`feedback_model`) with an owner of the survey and of one touchpoint, and the targets.
inline MeasurementModel model_with(std::vector<Target> targets) {
    MeasurementModel model = feedback_model();
    model.file = "cx.toml";
    model.survey.owner = "Director";
    model.touchpoints[0].owners = {"Web sales", "Logistics"};
    model.targets = std::move(targets);
    return model;
}

inline ScoreTable table_of(std::vector<ScoreRow> rows) {
    ScoreTable table;
    table.scores = std::move(rows);
    return table;
}

} // namespace cx::test
