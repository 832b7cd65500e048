#include <cx/statistics/target_subjects.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/base/text.hpp>
#include <cx/model/dimension_names.hpp>
#include <cx/model/made_items.hpp>
#include <cx/statistics/known_names.hpp>

namespace cx {

namespace {

std::string key_of(std::string_view dimension, std::string_view group, std::string_view item, std::string_view metric) {
    std::string key;
    for (const std::string_view part : {dimension, group, item, metric}) {
        key += fmt::format("{}:", part.size());
        key += part;
    }
    return key;
}

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (!name.empty() && !lists(names, name)) names.push_back(name);
}

/// Says what is wrong with a target, where it stands in the model file.
[[noreturn]] void refuse(const MeasurementModel& model, const Target& target, const std::string& found,
                         const std::string& advice) {
    throw Error(Place{model.file, target.at.line, target.at.character, {}}, found, advice);
}

std::string meant_or_listed(const std::string& name, const std::vector<std::string>& known, const char* none) {
    if (const auto meant = nearest(name, known)) return fmt::format("did you mean '{}'?", *meant);
    if (known.empty()) return none;
    if (known.size() > most_listed_names) return fmt::format("there are {} of them", known.size());
    return fmt::format("there is {}", fmt::join(known, ", "));
}

/// Where a target looks for its estimates.
struct Where {
    std::string       dimension = "all", group;
    const Touchpoint* touchpoint = nullptr;
    const Promise*    promise = nullptr;
    std::string       segment; ///< of a touchpoint that is critical for some: `Plan`
    std::string       value;   ///< and `Enterprise`
};

std::vector<Where> critical_places(const MeasurementModel& model) {
    std::vector<Where> places;
    for (const Touchpoint& touchpoint : model.touchpoints) {
        if (touchpoint.critical) places.push_back({"touchpoint", touchpoint.id, &touchpoint, nullptr, {}, {}});
        for (const std::string& condition : touchpoint.critical_for) {
            const std::size_t equals = std::min(condition.find('='), condition.size());
            Where             where{{}, {}, &touchpoint, nullptr, one_line(condition.substr(0, equals)), {}};
            where.value = one_line(condition.substr(std::min(equals + 1, condition.size())));
            where.dimension = "touchpoint:" + column_dimension(where.segment);
            where.group = touchpoint.id + ":" + where.value;
            places.push_back(std::move(where));
        }
    }
    return places;
}

std::vector<Where> places_of(const MeasurementModel& model, const Target& target) {
    if (target.dimension.empty()) return {Where{}};
    if (target.dimension == "touchpoint" && !target.is_segment && target.group == "critical") {
        std::vector<Where> places = critical_places(model);
        if (places.empty()) {
            refuse(model, target, "the target is on critical touchpoints, and no touchpoint is",
                   "add critical = true to those that are");
        }
        return places;
    }
    Where where;
    where.dimension = target.is_segment ? column_dimension(target.dimension) : target.dimension;
    where.group = one_line(target.group);
    if (!target.is_segment && where.dimension == "touchpoint") where.touchpoint = find_touchpoint(model, where.group);
    if (!target.is_segment && where.dimension == "promise") where.promise = find_promise(model, where.group);
    return {where};
}

const Metric* metric_given(const Item& item, std::string_view name) {
    for (const Metric& metric : metrics()) {
        if (metric.name == name && gives(item, metric)) return &metric;
    }
    return nullptr;
}

using Given = std::vector<std::pair<const Item*, const Metric*>>;

/// Items of the target that give its metric.
Given items_of(const MeasurementModel& model, const Target& target) {
    Given                    given;
    std::vector<std::string> ids, names, of_item;
    for (const Item& item : model.items) {
        const bool wanted = target.item.empty() || (item.id == target.item && !is_made(item));
        if (!is_made(item)) ids.push_back(item.id);
        for (const Metric& metric : metrics()) {
            if (!gives(item, metric)) continue;
            add_once(names, std::string(metric.name));
            if (wanted && !target.item.empty()) add_once(of_item, std::string(metric.name));
        }
        const Metric* metric = wanted ? metric_given(item, target.metric) : nullptr;
        if (metric != nullptr) given.emplace_back(&item, metric);
    }
    if (!given.empty()) return given;
    if (!target.item.empty() && !lists(ids, target.item)) {
        refuse(model, target, fmt::format("the target is on item '{}', which the survey does not have", target.item),
               meant_or_listed(target.item, ids, "it has none"));
    }
    if (!target.item.empty()) {
        refuse(model, target,
               fmt::format("item '{}' does not give the target's metric '{}'", target.item, target.metric),
               meant_or_listed(target.metric, of_item, "it gives none"));
    }
    refuse(model, target, fmt::format("no item of the survey gives the target's metric '{}'", target.metric),
           meant_or_listed(target.metric, names, "there is no metric"));
}

bool any_is(const std::vector<std::string>& list, const std::string& name) { return lists(list, name); }

/// Groups of a dimension that the model names, whether or not a response is in them.
std::vector<std::string> declared_groups(const MeasurementModel& model, const std::string& dimension) {
    std::vector<std::string> names;
    const auto               add_all = [&](const auto& list, auto member) {
        for (const auto& entry : list) add_once(names, entry.*member);
    };
    if (dimension == "touchpoint") add_all(model.touchpoints, &Touchpoint::id);
    if (dimension == "stage") add_all(model.stages, &Stage::id);
    if (dimension == "stage") add_all(model.touchpoints, &Touchpoint::stage);
    if (dimension == "promise") add_all(model.promises, &Promise::id);
    if (dimension == "journey") add_all(model.journeys, &Journey::id);
    if (dimension == "channel") add_all(model.touchpoints, &Touchpoint::channel);
    if (dimension == "owner") {
        for (const Touchpoint& touchpoint : model.touchpoints) {
            for (const std::string& owner : owners_of(model, touchpoint)) add_once(names, owner);
        }
        add_all(model.promises, &Promise::owner);
        add_once(names, model.survey.owner);
    }
    return names;
}

/// The same without making a list: a model may have a touchpoint, and a target, for each of many shops.
bool is_in_model(const MeasurementModel& model, const Where& where) {
    return (where.dimension == "touchpoint" && find_touchpoint(model, where.group) != nullptr) ||
           (where.dimension == "stage" && find_stage(model, where.group) != nullptr) ||
           (where.dimension == "promise" && find_promise(model, where.group) != nullptr);
}

/// That the group exists, in the model or in the data.
void check_group(const MeasurementModel& model, const Target& target, const Where& where, const RowIndex& rows) {
    if (target.dimension.empty() || rows.has(where.dimension, where.group)) return;
    if (where.segment.empty() && !target.is_segment && is_in_model(model, where)) return;
    if (!where.segment.empty()) {
        const std::string end = ":" + where.value;
        const auto&       groups = rows.groups(where.dimension);
        const bool        met =
            std::any_of(groups.begin(), groups.end(), [&](const std::string& group) { return group.ends_with(end); });
        if (met || rows.filtered()) return;
        std::vector<std::string> values;
        for (const std::string& group : groups)
            add_once(values, group.substr(std::min(group.find(':'), group.size() - 1) + 1));
        refuse(model, target,
               fmt::format("touchpoint '{}' is critical for {} '{}', which no response has", where.touchpoint->id,
                           where.segment, where.value),
               meant_or_listed(where.value, values, "no response on a touchpoint has any"));
    }
    std::vector<std::string> known =
        target.is_segment ? std::vector<std::string>() : declared_groups(model, where.dimension);
    if (lists(known, where.group) || rows.filtered()) return;
    for (const std::string& group : rows.groups(where.dimension)) add_once(known, group);
    refuse(model, target, fmt::format("the target is on {} '{}', which no response has", where.dimension, where.group),
           meant_or_listed(where.group, known, "no response has any"));
}

/// Whether answers to the item can be of the group, by what the model says of both.
bool can_be_of(const MeasurementModel& model, const Item& item, const Where& where, bool is_segment) {
    if (is_segment || where.dimension == "all") return true;
    const Touchpoint* touchpoint = find_touchpoint(model, item.touchpoint);
    const bool        by_row = !model.columns.touchpoint.empty();
    if (where.touchpoint != nullptr) return touchpoint != nullptr ? touchpoint == where.touchpoint : by_row;
    if (where.dimension == "promise") return item.promise == where.group;
    if (where.dimension == "stage") {
        return touchpoint != nullptr ? touchpoint->stage == where.group : by_row || !model.columns.stage.empty();
    }
    if (where.dimension == "channel") {
        return touchpoint != nullptr ? touchpoint->channel == where.group : by_row || !model.columns.channel.empty();
    }
    if (where.dimension == "owner")
        return (touchpoint == nullptr && by_row) || any_is(owners_of(model, item), where.group);
    return true;
}

/// Where the rows of an item stand: those of a kept promise are by promise first.
Where where_of(const MeasurementModel& model, const Item& item, Where where) {
    if (item.kind != ItemKind::kept || where.dimension == "promise") return where;
    where.promise = find_promise(model, item.promise);
    const bool all = where.dimension == "all";
    where.dimension = all ? "promise" : "promise:" + where.dimension;
    where.group = all ? item.promise : item.promise + ":" + where.group;
    return where;
}

std::string name_of(const Where& where) {
    if (where.touchpoint != nullptr && !where.touchpoint->name.empty()) {
        return where.segment.empty() ? where.touchpoint->name : where.touchpoint->name + ":" + where.value;
    }
    return where.group;
}

} // namespace

RowIndex::RowIndex(const MeasurementModel& model, const ScoreTable& table) : filtered_(!table.filter.empty()) {
    std::unordered_map<std::string, bool> wanted;
    for (const Target& target : model.targets) wanted[target.metric] = true;
    for (const auto* list : {&table.scores, &table.supporting}) {
        for (const ScoreRow& row : *list) {
            if (known_.insert(key_of(row.dimension, row.group, {}, {})).second) {
                groups_[row.dimension].push_back(row.group);
            }
            if (wanted.contains(row.metric))
                rows_.emplace(key_of(row.dimension, row.group, row.item, row.metric), &row);
        }
    }
}

const ScoreRow* RowIndex::find(std::string_view dimension, std::string_view group, std::string_view item,
                               std::string_view metric) const {
    const auto found = rows_.find(key_of(dimension, group, item, metric));
    return found == rows_.end() ? nullptr : found->second;
}

bool RowIndex::has(std::string_view dimension, std::string_view group) const {
    return known_.contains(key_of(dimension, group, {}, {}));
}

const std::vector<std::string>& RowIndex::groups(const std::string& dimension) const {
    static const std::vector<std::string> none;
    const auto                            found = groups_.find(dimension);
    return found == groups_.end() ? none : found->second;
}

std::vector<TargetSubject> subjects_of(const MeasurementModel& model, const Target& target, const RowIndex& rows) {
    const Given                given = items_of(model, target);
    std::vector<TargetSubject> subjects;
    for (const Where& asked : places_of(model, target)) {
        check_group(model, target, asked, rows);
        for (const auto& [item, metric] : given) {
            const bool      possible = can_be_of(model, *item, asked, target.is_segment || !asked.segment.empty());
            const Where     where = where_of(model, *item, asked);
            const ScoreRow* row = rows.find(where.dimension, where.group, item->id, metric->name);
            const bool      answered = row != nullptr && (row->n > 0 || row->withheld());
            // All promises share the rows without an item: a promise is judged by its own.
            if (!possible && (!answered || asked.dimension == "promise")) continue;
            subjects.push_back({item, metric, where.dimension, where.group,
                                row != nullptr ? row->group_name : name_of(where), where.touchpoint, where.promise,
                                row});
        }
    }
    if (subjects.empty()) {
        refuse(model, target,
               fmt::format("nothing measures the target: no item that gives '{}' is about {} '{}'", target.metric,
                           target.dimension, target.group),
               "cx model says what each item is about");
    }
    return subjects;
}

} // namespace cx
