#pragma once

// Judged targets as the statistics would hand them over.

#include <string>
#include <utility>

#include <cx/statistics/score_table.hpp>

namespace cx::sample {

inline JudgedTarget judged(const std::string& group, const std::string& group_name, double bound, unsigned n,
                           double value, double low, double high) {
    JudgedTarget target;
    target.metric = "nps";
    target.unit = Unit::points;
    target.dimension = group.empty() ? "all" : "touchpoint";
    target.group = group;
    target.group_name = group_name;
    target.item = "recommend";
    target.item_text = "How likely are you to recommend us?";
    target.owner = "Web sales";
    target.at_least = bound;
    target.bounds = ">= " + std::to_string(static_cast<int>(bound));
    target.n = n;
    target.value = value;
    target.low = low;
    target.high = high;
    target.distance = value - bound;
    target.status = value < bound ? "missed" : "met";
    target.certain = value < bound ? high < bound : low >= bound;
    target.line = 7;
    return target;
}

inline JudgedTarget with_status(JudgedTarget target, const std::string& status, const std::string& reason) {
    target.status = status;
    target.reason = reason;
    target.certain.reset();
    return target;
}

inline JudgedTarget hidden(JudgedTarget target) {
    target = with_status(std::move(target), "undecided", "withheld: too few answers to show a figure");
    target.withheld = true;
    target.n = 0;
    target.value = target.low = target.high = target.distance = std::nullopt;
    return target;
}

/// One target of each kind: missed and met, certain and within the margin, undecided, withheld, not due.
inline ScoreTable judged_table() {
    ScoreTable table;
    table.model_file = "surveys/cx.toml";
    table.inputs = {InputAccount{}};
    table.inputs[0].file = "survey.csv";
    table.targets = {judged("", "", 30, 4229, 33.62, 31.2, 35.9),
                     judged("phone", "Telephone", 20, 494, -40.28, -46.6, -33.5),
                     judged("chat", "Chat", 40, 388, 37.4, 29.5, 44.7),
                     judged("shop", "Web shop", 45, 715, 47, 41.6, 52),
                     with_status(judged("repair", "Repair", 35, 12, 39.2, 10.7, 67), "undecided",
                                 "12 answers, fewer than the 30 that it needs"),
                     hidden(judged("visit", "Visit", 35, 0, 0, 0, 0)),
                     with_status(judged("store", "Store", 65, 609, 59.3, 53.7, 64.3), "not due", "behind, certain")};
    table.targets.back().by = "2026-12";
    JudgedTarget basics = judged("", "", 80, 1010, 79.96, 77.1, 82.4);
    basics.metric = "basics_met";
    basics.unit = Unit::percent;
    basics.item.clear();
    basics.item_text.clear();
    basics.at_most = 100;
    basics.bounds = "80..100";
    basics.owner = "Director";
    table.targets.push_back(basics);
    return table;
}

/// Names that would act if they were let.
inline ScoreTable hostile_targets() {
    ScoreTable  table;
    std::string everything = "a\r\nb%0A::error::x, y: <&>\"' ]]> \x1b[31m \x01 \u202E \xff ";
    everything += "\xEF\xBF\xBE\xEF\xBF\xBF";
    everything += '\0';
    table.model_file = everything;
    table.filter = everything;
    table.inputs = {InputAccount{}};
    table.inputs[0].file = everything;
    for (const double value : {10.0, 90.0}) {
        JudgedTarget target = judged(everything, everything, 40, 100, value, value - 5, value + 5);
        target.item = target.item_text = target.owner = target.by = everything;
        table.targets.push_back(target);
        table.targets.push_back(with_status(target, "undecided", everything));
        table.targets.push_back(with_status(target, "not due", everything));
    }
    return table;
}

} // namespace cx::sample
