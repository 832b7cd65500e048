#include <cx/model/stated_model.hpp>

#include <fmt/format.h>

#include <cx/model/item_completion.hpp>
#include <cx/model/made_items.hpp>
#include <cx/model/model_remarks.hpp>
#include <cx/model/places.hpp>
#include <cx/model/promise_reader.hpp>
#include <cx/model/target_checks.hpp>

namespace cx {

namespace {

bool has_scale_to_state(const Item& item) {
    return !is_made(item) && item.kind != ItemKind::choice && !item.scale_stated;
}

} // namespace

void complete_without_export(MeasurementModel& model, Notices& notices) {
    detail::Problems problems = detail::problems_of(model, model.file);
    if (model.items.empty())
        problems.add({}, "has no item, and counts files do not tell what was asked",
                     "name each question in an [[item]]; cx model EXPORT > cx.toml writes them");
    for (Item& item : model.items) {
        if (!has_scale_to_state(item)) continue;
        if (const auto scale = detail::usual_scale_of(item.kind)) {
            item.scale = *scale;
        } else {
            problems.add(detail::place_in(model, detail::called(item), item.is_pair() ? "performance" : "column"),
                         fmt::format("{} has no scale, and counts files do not tell it", detail::called(item)),
                         "say its scale, as in scale = [1, 5]");
        }
    }
    if (problems.empty()) detail::check_targets(model, problems, true);
    detail::check_levels(model, false, problems);
    problems.raise();
    remark_on(model, notices);
}

std::vector<std::string> items_with_told_scales(const MeasurementModel& model) {
    std::vector<std::string> ids;
    for (const Item& item : model.items) {
        if (has_scale_to_state(item) && detail::usual_scale_of(item.kind) != item.scale) ids.push_back(item.id);
    }
    return ids;
}

} // namespace cx
