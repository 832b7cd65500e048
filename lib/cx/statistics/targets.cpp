#include <cx/statistics/targets.hpp>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/numbers.hpp>
#include <cx/statistics/target_subjects.hpp>

namespace cx {

namespace {

constexpr double most_foreign = 0.02; ///< share of rows on unknown touchpoints up to which known ones are judged
constexpr double closeness = 1e-9;    ///< a figure so near to a bound, relative to it, is at the bound

/// `value` less `bound`, 0 where only the rounding of a double keeps them apart.
double above(double value, double bound) {
    const double difference = value - bound;
    if (!std::isfinite(difference)) return difference;
    return std::abs(difference) <= closeness * std::max(1.0, std::abs(bound)) ? 0 : difference;
}

/// To the nearest bound: 0 and more within the bounds, below 0 outside.
double distance_of(const Target& target, double value) {
    std::optional<double> nearest;
    if (target.at_least) nearest = above(value, *target.at_least);
    if (target.at_most) {
        const double below = -above(value, *target.at_most);
        nearest = nearest ? std::min(*nearest, below) : below;
    }
    return nearest.value_or(0) == 0 ? 0 : *nearest;
}

bool holds(const Target& target, double value) { return distance_of(target, value) >= 0; }

/// How a value or an interval lies to the bounds.
enum class Reach { within, outside, across };

Reach reach_of(const Target& target, double low, double high) {
    if (holds(target, low) && holds(target, high)) return Reach::within;
    const bool below = target.at_least && above(high, *target.at_least) < 0;
    const bool beyond = target.at_most && above(low, *target.at_most) > 0;
    return below || beyond ? Reach::outside : Reach::across;
}

std::string bounds_text(const Target& target) {
    if (target.at_least && target.at_most) {
        return fmt::format("{}..{}", shortest(*target.at_least), shortest(*target.at_most));
    }
    return target.at_least ? ">= " + shortest(*target.at_least) : "<= " + shortest(target.at_most.value_or(0));
}

/// Whether a group is a touchpoint's, or follows from the touchpoints of its rows.
bool rests_on_touchpoints(const MeasurementModel& model, const Target& target) {
    if (target.is_segment) return false;
    return target.dimension == "touchpoint" || target.dimension == "owner" ||
           (target.dimension == "stage" && model.columns.stage.empty()) ||
           (target.dimension == "channel" && model.columns.channel.empty());
}

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

std::string owner_of(const MeasurementModel& model, const Target& target, const TargetSubject& subject) {
    if (!target.owner.empty()) return target.owner;
    if (target.dimension == "owner" && !target.is_segment) return target.group;
    if (subject.touchpoint != nullptr) return joined(owners_of(model, *subject.touchpoint));
    if (subject.promise != nullptr && !subject.promise->owner.empty()) return subject.promise->owner;
    if (subject.promise != nullptr) return model.survey.owner;
    return joined(owners_of(model, *subject.item));
}

/// Names and bounds of a target on one subject, and the figures of its row.
JudgedTarget described(const MeasurementModel& model, const Target& target, const TargetSubject& subject) {
    JudgedTarget judged;
    judged.metric = target.metric;
    judged.dimension = subject.dimension;
    judged.group = subject.group;
    judged.group_name = subject.group_name;
    judged.item = subject.item->id;
    judged.item_text = subject.item->text.empty() ? subject.item->id : subject.item->text;
    judged.by = target.by;
    judged.owner = owner_of(model, target, subject);
    judged.unit = subject.metric->unit;
    judged.at_least = target.at_least;
    judged.at_most = target.at_most;
    judged.bounds = bounds_text(target);
    judged.line = target.at.line;
    if (subject.row == nullptr) return judged;
    judged.withheld = subject.row->withheld();
    if (judged.withheld) return judged;
    judged.n = subject.row->n;
    judged.value = subject.row->value;
    judged.low = subject.row->low;
    judged.high = subject.row->high;
    if (judged.value) judged.distance = distance_of(target, *judged.value);
    return judged;
}

/// Why a target cannot be judged by figures such as these; empty where it can.
std::string obstacle(const MeasurementModel& model, const Target& target, const TargetRequest& request,
                     const JudgedTarget& judged) {
    if (judged.withheld) return "withheld: too few answers to show a figure";
    if (judged.n == 0) return "no answers";
    if (request.foreign_share > most_foreign && rests_on_touchpoints(model, target)) {
        return fmt::format("{}% of rows name a touchpoint that the model does not have, more than {}%",
                           fixed(100 * request.foreign_share, 1), shortest(100 * most_foreign));
    }
    if (judged.n < static_cast<std::uint64_t>(std::max(target.minimum_n, 0))) {
        return fmt::format("{} {}, fewer than the {} that it needs", judged.n, judged.n == 1 ? "answer" : "answers",
                           target.minimum_n);
    }
    return judged.value ? "" : "no value can be estimated";
}

/// Status, certainty and reason as if the target were due.
void judge(const Target& target, JudgedTarget& judged) {
    const bool has_interval = judged.low && judged.high;
    const auto settle = [&](bool met, bool certain) {
        judged.status = met ? "met" : "missed";
        judged.certain = certain;
        if (!has_interval) judged.reason = "no interval to tell how certain it is";
    };
    const bool  met = holds(target, *judged.value);
    const Reach interval = has_interval ? reach_of(target, *judged.low, *judged.high) : Reach::across;
    if (!judged.certain_rule) return settle(met, interval == (met ? Reach::within : Reach::outside));
    if (interval != Reach::across) return settle(interval == Reach::within, true);
    judged.status = "undecided";
    judged.reason = has_interval ? fmt::format("the interval reaches over {}",
                                               target.at_least && target.at_most ? "a bound" : "the bound")
                                 : "no interval, and the rule asks for a certain one";
}

/// Whether the period that the target is a goal for has not begun by the day of the run.
bool is_ahead(const MeasurementModel& model, const Target& target, const TargetRequest& request) {
    if (target.by.empty()) return false;
    const auto period = parse_period(target.by);
    if (!period) {
        throw Error(Place{model.file, target.at.line, target.at.character, {}},
                    fmt::format("the target's 'by' is '{}', which is no period", target.by),
                    "write a year, quarter, month, week or day: 2027, 2026-Q4, 2026-12, 2026-W44, 2026-12-31");
    }
    return request.day && *request.day < first_day(*period);
}

/// A target that is not due says how it stands instead.
void postpone(JudgedTarget& judged) {
    std::string standing = "cannot tell: " + judged.reason;
    if (judged.certain) {
        standing = judged.status == "met" ? "on track" : "behind";
        standing += *judged.certain ? ", certain" : ", within the margin";
    }
    judged.reason = standing;
    judged.status = "not due";
    judged.certain.reset();
}

/// Which of several targets on one row its columns tell: the worst news.
int weight_of(std::string_view status) {
    if (status == "missed") return 4;
    if (status == "undecided") return 3;
    if (status == "met") return 2;
    return status == "not due" ? 1 : 0;
}

} // namespace

void judge_targets(const MeasurementModel& model, const TargetRequest& request, ScoreTable& table) {
    table.targets.clear();
    if (model.targets.empty()) return;                            // an index of all rows is much to make for nothing
    std::unordered_map<const ScoreRow*, std::size_t> judged_rows; // index into table.targets
    const RowIndex                                   rows(model, table);
    for (const Target& target : model.targets) {
        const bool ahead = is_ahead(model, target, request);
        for (const TargetSubject& subject : subjects_of(model, target, rows)) {
            JudgedTarget judged = described(model, target, subject);
            judged.certain_rule = request.certain.value_or(target.certain);
            judged.reason = obstacle(model, target, request, judged);
            judged.status = "undecided";
            if (judged.reason.empty()) judge(target, judged);
            if (ahead) postpone(judged);
            const auto [shown, first] = judged_rows.try_emplace(subject.row, table.targets.size());
            if (!first && weight_of(judged.status) > weight_of(table.targets[shown->second].status)) {
                shown->second = table.targets.size();
            }
            table.targets.push_back(std::move(judged));
        }
    }
    for (ScoreRow& row : table.scores) {
        const auto judged = judged_rows.find(&row);
        if (judged == judged_rows.end()) continue;
        row.target = table.targets[judged->second].bounds;
        row.status = table.targets[judged->second].status;
    }
}

Verdict verdict_of(const ScoreTable& table) {
    Verdict verdict;
    verdict.targets = table.targets.size();
    for (const JudgedTarget& target : table.targets) {
        verdict.missed += target.status == "missed" ? 1U : 0U;
        verdict.undecided += target.status == "undecided" ? 1U : 0U;
        verdict.not_due += target.status == "not due" ? 1U : 0U;
    }
    return verdict;
}

} // namespace cx
