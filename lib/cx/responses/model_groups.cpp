#include <cx/responses/model_groups.hpp>

#include <algorithm>

#include <cx/base/calendar.hpp>
#include <cx/base/text.hpp>

namespace cx {

namespace {

using Source = RowDimension::Source;

constexpr std::int64_t order_of_foreign = 1'000'000; // behind every group that the model names

NamedGroup plain_group(const std::string& text, std::int64_t order = 0) { return {{text, text, order}, false}; }

template <class List> const auto* meant_by_id_or_name(const List& list, const std::string& wanted) {
    for (const auto& entry : list) {
        if (folded(entry.id) == wanted) return &entry;
    }
    for (const auto& entry : list) {
        if (!entry.name.empty() && folded(entry.name) == wanted) return &entry;
    }
    return static_cast<decltype(&list.front())>(nullptr);
}

template <class List, class Entry> std::int64_t place_in_list(const List& list, const Entry* entry) {
    return entry - list.data();
}

const Touchpoint* touchpoint_meant(const MeasurementModel& model, const std::string& wanted) {
    if (const auto* found = meant_by_id_or_name(model.touchpoints, wanted)) return found;
    for (const Touchpoint& touchpoint : model.touchpoints) {
        const bool matched = std::any_of(touchpoint.match.begin(), touchpoint.match.end(),
                                         [&](const std::string& value) { return folded(value) == wanted; });
        if (matched) return &touchpoint;
    }
    return nullptr;
}

NamedGroup touchpoint_group(const MeasurementModel& model, const std::string& text) {
    if (const Touchpoint* touchpoint = touchpoint_meant(model, folded(text))) {
        const std::string& name = touchpoint->name.empty() ? touchpoint->id : touchpoint->name;
        return {{touchpoint->id, name, place_in_list(model.touchpoints, touchpoint)}, false};
    }
    NamedGroup group = plain_group(text, model.touchpoints.empty() ? 0 : order_of_foreign);
    group.foreign = !model.touchpoints.empty();
    return group;
}

/// Of stages that stand in a column of their own.
NamedGroup stage_group(const MeasurementModel& model, const std::string& text) {
    if (const auto* stage = meant_by_id_or_name(model.stages, folded(text))) {
        return {{stage->id, stage->name.empty() ? stage->id : stage->name, place_in_list(model.stages, stage)}, false};
    }
    return plain_group(text, model.stages.empty() ? 0 : order_of_foreign);
}

/// Of stages and channels that follow from the touchpoint.
std::optional<NamedGroup> group_of_touchpoints(const MeasurementModel& model, std::string Touchpoint::*key,
                                               const std::string& text) {
    const auto first = std::find_if(model.touchpoints.begin(), model.touchpoints.end(),
                                    [&](const Touchpoint& touchpoint) { return touchpoint.*key == text; });
    if (first == model.touchpoints.end()) return std::nullopt;
    NamedGroup group = plain_group(text, first - model.touchpoints.begin());
    if (key != &Touchpoint::stage) return group;
    group.group.order += static_cast<std::int64_t>(model.stages.size());
    if (const Stage* stage = find_stage(model, text)) {
        group.group.order = place_in_list(model.stages, stage);
        if (!stage->name.empty()) group.group.name = stage->name;
    }
    return group;
}

} // namespace

std::optional<NamedGroup> group_named(const MeasurementModel& model, const RowDimension& dimension,
                                      const std::string& text) {
    if (text.empty()) return std::nullopt;
    switch (dimension.source) {
    case Source::touchpoint:
        return touchpoint_group(model, text);
    case Source::stage:
        return model.columns.stage.empty() ? group_of_touchpoints(model, &Touchpoint::stage, text)
                                           : stage_group(model, text);
    case Source::channel:
        if (model.columns.channel.empty()) return group_of_touchpoints(model, &Touchpoint::channel, text);
        break;
    case Source::period: {
        const auto period = parse_period(text);
        if (!period || period->kind != dimension.period) return std::nullopt;
        return plain_group(text, period->ordinal);
    }
    case Source::owner:
    case Source::journey:
        return set_of_groups(model, dimension, {text});
    case Source::column:
    case Source::file:
    case Source::wave:
        break;
    }
    return plain_group(text);
}

std::optional<NamedGroup> set_of_groups(const MeasurementModel& model, const RowDimension& dimension,
                                        const std::vector<std::string>& members) {
    std::vector<std::string> ids;
    for (const GroupName& known : dimension.members) {
        if (std::find(members.begin(), members.end(), known.id) != members.end()) ids.push_back(known.id);
    }
    if (ids.empty() || ids.size() != members.size()) return std::nullopt;
    // A touchpoint lists its owners in its own order, and the set's id goes by that.
    for (const Touchpoint& touchpoint : model.touchpoints) {
        if (dimension.source != Source::owner) break;
        std::vector<std::string> owners = owners_of(model, touchpoint);
        if (std::is_permutation(owners.begin(), owners.end(), ids.begin(), ids.end())) {
            ids = std::move(owners);
            break;
        }
    }
    return plain_group(set_id(ids));
}

} // namespace cx
