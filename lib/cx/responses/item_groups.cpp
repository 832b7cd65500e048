#include <cx/responses/item_groups.hpp>

#include <algorithm>
#include <utility>

#include <cx/model/made_items.hpp>

namespace cx {

namespace {

/// The ids of the groups that an item belongs to in a dimension of items; empty when it is in none.
std::vector<std::string> item_group_ids(const MeasurementModel& model, const Item& item, const std::string& dimension) {
    const auto one = [](const std::string& id) {
        return id.empty() ? std::vector<std::string>{} : std::vector<std::string>{id};
    };
    if (dimension == "promise") return one(item.promise);
    if (is_made(item)) return {};
    if (dimension == "owner") return owners_of(model, item);
    if (dimension == "touchpoint") return one(item.touchpoint);
    const Touchpoint* touchpoint = find_touchpoint(model, item.touchpoint);
    if (touchpoint == nullptr) return {};
    if (dimension == "stage") return one(touchpoint->stage);
    return dimension == "channel" ? one(touchpoint->channel) : std::vector<std::string>{};
}

std::string name_of_group(const MeasurementModel& model, const std::string& dimension, const std::string& id) {
    std::string name;
    if (dimension == "touchpoint") {
        if (const Touchpoint* touchpoint = find_touchpoint(model, id)) name = touchpoint->name;
    } else if (dimension == "stage") {
        if (const Stage* stage = find_stage(model, id)) name = stage->name;
    } else if (dimension == "promise") {
        if (const Promise* promise = find_promise(model, id)) name = promise->text;
    }
    return name.empty() ? id : name;
}

/// Ids of a dimension's groups in the model's order.
std::vector<std::string> ordered_ids(const MeasurementModel& model, const std::string& dimension) {
    std::vector<std::string> ids;
    const auto               add = [&ids](const std::string& id) {
        if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    if (dimension == "touchpoint")
        std::for_each(model.touchpoints.begin(), model.touchpoints.end(), [&](const auto& t) { add(t.id); });
    if (dimension == "stage")
        std::for_each(model.stages.begin(), model.stages.end(), [&](const auto& s) { add(s.id); });
    if (dimension == "promise")
        std::for_each(model.promises.begin(), model.promises.end(), [&](const auto& p) { add(p.id); });
    for (const Item& item : model.items) {
        for (const std::string& id : item_group_ids(model, item, dimension)) add(id);
    }
    return ids;
}

} // namespace

std::vector<ItemGroup> item_groups(const MeasurementModel& model, const std::string& dimension) {
    std::vector<ItemGroup> groups;
    for (const std::string& id : ordered_ids(model, dimension)) {
        ItemGroup group{id, name_of_group(model, dimension, id), {}};
        for (std::size_t i = 0; i < model.items.size(); ++i) {
            const auto own = item_group_ids(model, model.items[i], dimension);
            if (std::find(own.begin(), own.end(), id) != own.end()) group.items.push_back(i);
        }
        if (!group.items.empty()) groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace cx
