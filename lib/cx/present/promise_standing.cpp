#include <cx/present/promise_standing.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <cx/base/numbers.hpp>
#include <cx/model/made_items.hpp>

namespace cx {
namespace {

constexpr double usual_kept_at = 80;

/// Rows by their names, printed ones first.
class RowsByName {
  public:
    explicit RowsByName(const ScoreTable& table) {
        for (const auto* rows : {&table.scores, &table.supporting}) {
            for (const ScoreRow& row : *rows) rows_.try_emplace({row.dimension, row.group, row.item, row.metric}, &row);
        }
    }

    [[nodiscard]] const ScoreRow* find(const std::string& dimension, const std::string& group, const std::string& item,
                                       const std::string& metric) const {
        const auto found = rows_.find({dimension, group, item, metric});
        return found == rows_.end() ? nullptr : found->second;
    }

    /// Groups of a dimension that begin with `start`, without it.
    [[nodiscard]] std::vector<std::string> groups(const std::string& dimension, const std::string& start) const {
        std::vector<std::string> found;
        for (auto at = rows_.lower_bound({dimension, start, "", ""}); at != rows_.end(); ++at) {
            const auto& [name, group, item, metric] = at->first;
            if (name != dimension || !group.starts_with(start)) break;
            std::string rest = group.substr(start.size());
            if (found.empty() || found.back() != rest) found.push_back(std::move(rest));
        }
        return found;
    }

  private:
    std::map<std::tuple<std::string, std::string, std::string, std::string>, const ScoreRow*> rows_;
};

std::string score_metric(const Item& item) {
    if (item.is_pair()) return "performance";
    if (item.kind == ItemKind::choice) return "share";
    return item.kind == ItemKind::effort ? "ces" : "mean";
}

PromiseItem item_in(const RowsByName& rows, const Promise& promise, const Item& item) {
    const auto row = [&](const std::string& metric) {
        const ScoreRow* in_promise = rows.find("promise", promise.id, item.id, metric);
        return in_promise != nullptr ? in_promise : rows.find("all", "", item.id, metric);
    };
    PromiseItem found{&item, row(score_metric(item)), nullptr, nullptr};
    if (!item.is_pair()) return found;
    found.other = row(item.importance.empty() ? "expectation" : "importance");
    found.gap = row("gap");
    return found;
}

/// The figure of a promise in one group: over its items together, else that of its only pair.
const ScoreRow* pooled(const RowsByName& rows, const std::string& dimension, const std::string& group,
                       const std::vector<PromiseItem>& items, const std::string& metric) {
    if (const ScoreRow* together = rows.find(dimension, group, "", metric)) return together;
    const Item* only = nullptr;
    for (const PromiseItem& each : items) {
        if (!each.item->is_pair()) continue;
        if (only != nullptr) return nullptr;
        only = each.item;
    }
    if (only == nullptr) return nullptr;
    const ScoreRow* row = rows.find(dimension, group, only->id, metric);
    return row == nullptr && dimension == "promise" ? rows.find("all", "", only->id, metric) : row;
}

/// Place of a touchpoint along the journey: by stage, then as the model lists them; what it does not name comes last.
std::pair<std::size_t, std::size_t> journey_place(const MeasurementModel& model, const std::string& id) {
    const auto at = std::find_if(model.touchpoints.begin(), model.touchpoints.end(),
                                 [&](const Touchpoint& touchpoint) { return touchpoint.id == id; });
    const auto index = static_cast<std::size_t>(at - model.touchpoints.begin());
    if (at == model.touchpoints.end()) return {model.stages.size() + 1, index};
    const auto stage =
        std::find_if(model.stages.begin(), model.stages.end(), [&](const Stage& each) { return each.id == at->stage; });
    return {static_cast<std::size_t>(stage - model.stages.begin()), index};
}

std::string touchpoint_name(const MeasurementModel& model, const std::string& id) {
    const Touchpoint* touchpoint = find_touchpoint(model, id);
    return touchpoint == nullptr || touchpoint->name.empty() ? id : touchpoint->name;
}

/// The line that a promise is judged by, along the journey too.
struct Rule {
    bool   by_gap = false;
    double line = 0;
};

/// A target on what is kept, or on the gap, takes the place of the promise's own line.
std::optional<Rule> rule_of(const PromiseStanding& made) {
    for (const JudgedTarget* target : made.targets) {
        if (target->at_least && target->item.empty() && target->metric == "kept") return Rule{false, *target->at_least};
    }
    const Promise& promise = *made.promise;
    if (promise.need == Need::basic && promise.minimum) return Rule{false, kept_at_of(promise)};
    const bool has_gap =
        made.gap != nullptr ||
        std::any_of(made.items.begin(), made.items.end(), [](const PromiseItem& item) { return item.gap != nullptr; });
    if (promise.need == Need::differentiating && has_gap) return Rule{true, 0};
    return std::nullopt;
}

/// The least favourable of several.
Judgement worst_of(const std::vector<Judgement>& judgements) {
    for (const Standing standing : {Standing::not_kept, Standing::undecided, Standing::kept}) {
        const auto found = std::find_if(judgements.begin(), judgements.end(),
                                        [&](const Judgement& each) { return each.standing == standing; });
        if (found != judgements.end()) return *found;
    }
    return {};
}

Judgement by_rule(const PromiseStanding& made, const std::optional<Rule>& rule) {
    if (made.items.empty()) return {Standing::not_assessed, "no question measures it"};
    if (!rule) {
        const bool differs = made.promise->need == Need::differentiating;
        return {Standing::not_assessed, differs ? "no target on it, and no question on how important it is"
                                        : made.promise->need == Need::none
                                            ? "no target on it, and neither basic nor differentiating"
                                            : "no target on it, and no minimum"};
    }
    if (!rule->by_gap) return judged(made.kept, rule->line, fmt::format("{}%", shortest(rule->line)));
    if (made.gap != nullptr) return judged(made.gap, 0, "0");
    std::vector<Judgement> judgements; // pairs on scales that cannot be taken together
    for (const PromiseItem& item : made.items) {
        if (item.gap != nullptr) judgements.push_back(judged(item.gap, 0, "0"));
    }
    return worst_of(judgements);
}

Judgement judged(const JudgedTarget& target) {
    const std::string name = fmt::format("{} {}", target.metric, target.bounds);
    if (target.withheld) return {Standing::undecided, "the answers are withheld"};
    if (target.n < low_base) return {Standing::undecided, fmt::format("fewer than {} answers", low_base)};
    if (target.status == "undecided") {
        return {Standing::undecided, target.reason.empty() ? "target " + name + " is undecided" : target.reason};
    }
    if (!target.certain.value_or(false)) return {Standing::undecided, "the interval reaches over target " + name};
    return {target.status == "met" ? Standing::kept : Standing::not_kept, {}};
}

/// By the targets on it that are due; nothing where there is none.
std::optional<Judgement> by_targets(const std::vector<const JudgedTarget*>& targets) {
    std::vector<Judgement> judgements;
    for (const JudgedTarget* target : targets) {
        if (target->status != "not due") judgements.push_back(judged(*target));
    }
    if (judgements.empty()) return std::nullopt;
    return worst_of(judgements);
}

std::string line_of(const std::optional<Rule>& rule) {
    if (!rule) return {};
    return rule->by_gap ? "gap >= 0" : "kept >= " + shortest(rule->line);
}

std::string aim_of(const PromiseStanding& made, const std::optional<Rule>& rule) {
    std::string aim;
    for (const JudgedTarget* target : made.targets) {
        aim += (aim.empty() ? "" : "; ") + target->metric + " " + target->bounds;
    }
    return aim.empty() ? line_of(rule) : aim;
}

std::vector<PromiseTouchpoint> touchpoints_of(const MeasurementModel& model, const RowsByName& rows,
                                              const PromiseStanding& made, const std::optional<Rule>& rule) {
    const std::string              dimension = "promise:touchpoint";
    std::vector<PromiseTouchpoint> found;
    for (const std::string& id : rows.groups(dimension, made.promise->id + ":")) {
        const std::string group = made.promise->id + ":" + id;
        PromiseTouchpoint at{id,
                             touchpoint_name(model, id),
                             rows.find(dimension, group, "", "kept"),
                             pooled(rows, dimension, group, made.items, "gap"),
                             {}};
        const ScoreRow*   deciding = rule && rule->by_gap ? at.gap : at.kept;
        if (rule) at.judgement = judged(deciding, rule->line, rule->by_gap ? "0" : shortest(rule->line) + "%");
        const ScoreRow* any = at.kept != nullptr ? at.kept : at.gap;
        if (any != nullptr && (any->n > 0 || any->withheld())) found.push_back(std::move(at));
    }
    std::stable_sort(found.begin(), found.end(), [&](const PromiseTouchpoint& a, const PromiseTouchpoint& b) {
        return journey_place(model, a.id) < journey_place(model, b.id);
    });
    return found;
}

/// Below its line, of those with enough answers the lowest; else of all.
std::optional<Break> lowest_of(const std::vector<Break>& places) {
    const Break* lowest = nullptr;
    for (const bool enough : {true, false}) {
        for (const Break& place : places) {
            if (!has_figure(place.row) || (enough && place.row->n < low_base)) continue;
            const double below = *place.row->value - place.line;
            if (below < 0 && (lowest == nullptr || below < *lowest->row->value - lowest->line)) lowest = &place;
        }
        if (lowest != nullptr) return *lowest;
    }
    return std::nullopt;
}

std::optional<Break> break_of(const MeasurementModel& model, const PromiseStanding& made, const Rule& rule) {
    std::vector<Break> places;
    for (const PromiseTouchpoint& at : made.touchpoints)
        places.push_back({at.name, rule.by_gap ? at.gap : at.kept, rule.line});
    if (places.empty()) {
        std::vector<std::pair<std::pair<std::size_t, std::size_t>, Break>> items;
        for (const PromiseItem& item : made.items) {
            if (item.item->touchpoint.empty()) continue;
            const auto needed = threshold_of(model, *item.item);
            if (!rule.by_gap && (!needed || item.item->kind == ItemKind::choice)) continue;
            items.push_back({journey_place(model, item.item->touchpoint),
                             {touchpoint_name(model, item.item->touchpoint), rule.by_gap ? item.gap : item.score,
                              rule.by_gap ? 0 : *needed}});
        }
        std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [place, made_break] : items) places.push_back(made_break);
    }
    return lowest_of(places);
}

PromiseStanding standing_of(const MeasurementModel& model, const ScoreTable& table, const RowsByName& rows,
                            const Promise& promise) {
    PromiseStanding made;
    made.promise = &promise;
    made.owner = promise.owner.empty() ? model.survey.owner : promise.owner;
    for (const Item& item : model.items) {
        if (item.promise == promise.id && !is_made(item)) made.items.push_back(item_in(rows, promise, item));
    }
    made.kept = rows.find("promise", promise.id, "", "kept");
    made.performance = pooled(rows, "promise", promise.id, made.items, "performance");
    made.gap = pooled(rows, "promise", promise.id, made.items, "gap");
    for (const JudgedTarget& target : table.targets) {
        if (target.dimension == "promise" && target.group == promise.id) made.targets.push_back(&target);
    }
    const std::optional<Rule> rule = rule_of(made);
    made.judgement = by_targets(made.targets).value_or(by_rule(made, rule));
    made.aim = aim_of(made, rule);
    made.line = line_of(rule);
    made.by_gap = rule && rule->by_gap;
    made.line_value = rule ? rule->line : 0;
    made.touchpoints = touchpoints_of(model, rows, made, rule);
    if (rule) made.breaks = break_of(model, made, *rule);
    return made;
}

} // namespace

bool has_figure(const ScoreRow* row) { return row != nullptr && !row->withheld() && row->value; }

std::string_view to_string(Standing standing) noexcept {
    switch (standing) {
    case Standing::kept:
        return "kept";
    case Standing::not_kept:
        return "not kept";
    case Standing::undecided:
        return "undecided";
    case Standing::not_assessed:
        return "not assessed";
    }
    return {};
}

double kept_at_of(const Promise& promise) { return promise.kept_at.value_or(usual_kept_at); }

Judgement judged(const ScoreRow* row, double line, const std::string& line_text) {
    if (row == nullptr) return {Standing::undecided, "there is no figure to decide by"};
    if (row->withheld()) return {Standing::undecided, "the answers are withheld"};
    if (row->n == 0 || !row->value) return {Standing::undecided, "nobody has answered"};
    if (row->n < low_base) return {Standing::undecided, fmt::format("fewer than {} answers", low_base)};
    if (!row->low || !row->high) return {Standing::undecided, "there is no interval"};
    if (*row->low >= line) return {Standing::kept, {}};
    if (*row->high < line) return {Standing::not_kept, {}};
    return {Standing::undecided, "the interval reaches over " + line_text};
}

std::vector<PromiseStanding> promises_in(const MeasurementModel& model, const ScoreTable& table) {
    const RowsByName             rows(table);
    std::vector<PromiseStanding> promises;
    for (const Promise& promise : model.promises) promises.push_back(standing_of(model, table, rows, promise));
    return promises;
}

} // namespace cx
