#include <cx/present/target_words.hpp>

#include <vector>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/statistics/targets.hpp>

namespace cx {
namespace {

std::string figure(const JudgedTarget& target, double value) {
    std::vector<double> bounds;
    if (target.at_least) bounds.push_back(*target.at_least);
    if (target.at_most) bounds.push_back(*target.at_most);
    return rounded(value, decimals_of(target.unit), bounds);
}

/// How far a value lies outside, without a sign.
std::string shortfall(const JudgedTarget& target) {
    return rounded(-target.distance.value_or(0), decimals_of(target.unit));
}

bool all_met(const Verdict& verdict) {
    return verdict.targets > 0 && verdict.missed + verdict.undecided + verdict.not_due == 0;
}

std::string open_text(const Verdict& verdict) {
    std::string text;
    if (verdict.undecided > 0) text += fmt::format(", {} undecided", verdict.undecided);
    if (verdict.not_due > 0) text += fmt::format(", {} not due", verdict.not_due);
    return text;
}

} // namespace

std::string target_label(const JudgedTarget& target) {
    std::string       label = metric_title(target.metric);
    const std::string group = target.group_name.empty() ? target.group : target.group_name;
    if (!group.empty()) label += " " + group;
    const bool asked = !target.item.empty() && !target.item_text.empty();
    if (asked) label += ": " + target.item_text;
    return visible(one_line(label));
}

std::string target_value(const JudgedTarget& target) {
    if (target.withheld) return "withheld";
    if (!target.value) return "–";
    return figure(target, *target.value) + (target.unit == Unit::percent ? "%" : "");
}

IntervalEnds target_interval(const JudgedTarget& target) {
    if (target.withheld || !target.low || !target.high) return {};
    return {figure(target, *target.low), figure(target, *target.high)};
}

std::string target_distance(const JudgedTarget& target) {
    if (target.withheld || !target.distance) return "–";
    return rounded_with_sign(*target.distance, decimals_of(target.unit));
}

std::string target_standing(const JudgedTarget& target) {
    std::string text = target.status;
    if (target.status == "missed" && target.distance && *target.distance < 0) text += " by " + shortfall(target);
    if (target.status == "not due") text += " before " + visible(target.by);
    if (target.certain) text += *target.certain ? ", certain" : ", within the margin";
    if (!target.reason.empty()) text += (target.certain ? ", " : ": ") + visible(target.reason);
    return text;
}

std::string target_sentence(const JudgedTarget& target, double confidence) {
    std::vector<std::string> beside;
    const IntervalEnds       ends = target_interval(target);
    if (!ends.low.empty()) {
        beside.push_back(fmt::format("{} interval {} to {}", percent_text(confidence), ends.low, ends.high));
    }
    if (!target.withheld) beside.push_back("n " + count_text(target.n));
    const std::string figures = beside.empty() ? "" : fmt::format(" ({})", fmt::join(beside, ", "));
    const std::string value = target.withheld ? "withheld" : target.value ? target_value(target) : "no value";
    const std::string owner = target.owner.empty() ? "" : "; owner " + visible(target.owner);
    return fmt::format("{}{}, target {}: {}{}", value, figures, target.bounds, target_standing(target), owner);
}

std::string verdict_text(const ScoreTable& table) {
    const Verdict verdict = verdict_of(table);
    if (all_met(verdict)) {
        return verdict.targets == 1 ? "the target is met" : fmt::format("all {} targets are met", verdict.targets);
    }
    return fmt::format("{} of {} {} missed{}", verdict.missed, verdict.targets,
                       verdict.targets == 1 ? "target" : "targets", open_text(verdict));
}

std::string short_verdict(const ScoreTable& table) {
    const Verdict verdict = verdict_of(table);
    if (all_met(verdict)) return fmt::format("all {} met", verdict.targets);
    return fmt::format("{} of {} missed{}", verdict.missed, verdict.targets, open_text(verdict));
}

} // namespace cx
