#include <cx/model/made_items.hpp>

#include <algorithm>

namespace cx {

namespace {

Item made_item(ItemKind kind, const std::string& text, const std::string& promise) {
    Item item;
    item.kind = kind;
    item.text = text;
    item.scale = {0, 1};
    item.scale_stated = true;
    item.promise = promise;
    return item;
}

} // namespace

bool is_made(const Item& item) noexcept { return item.kind == ItemKind::basics || item.kind == ItemKind::kept; }

std::vector<std::size_t> made_from(const MeasurementModel& model, const Item& made) {
    std::vector<std::size_t> items;
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const Item& item = model.items[i];
        if (is_made(item)) continue;
        const bool part = made.kind == ItemKind::basics
                              ? need_of(model, item) == Need::basic && threshold_of(model, item).has_value()
                              : item.promise == made.promise;
        if (part) items.push_back(i);
    }
    return items;
}

double needed_point(const MeasurementModel& model, const Item& made, const Item& item) {
    if (made.kind == ItemKind::basics || item.kind == ItemKind::choice) return threshold_of(model, item).value_or(1);
    return find_promise(model, made.promise)->minimum.value_or(item.scale.low);
}

void add_made_items(MeasurementModel& model) {
    std::vector<Item> made{made_item(ItemKind::basics, "basic needs met", {})};
    for (const Promise& promise : model.promises) {
        if (promise.minimum) made.push_back(made_item(ItemKind::kept, promise.text, promise.id));
    }
    std::erase_if(made, [&](const Item& item) { return made_from(model, item).empty(); });
    model.items.insert(model.items.end(), made.begin(), made.end());
}

} // namespace cx
