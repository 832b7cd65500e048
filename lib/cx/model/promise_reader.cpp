#include <cx/model/promise_reader.hpp>

#include <array>
#include <map>

#include <fmt/format.h>

#include <cx/base/numbers.hpp>

namespace cx::detail {

namespace {

constexpr double all_percent = 100;

bool has_level(const Item& item, double level) { return level >= item.scale.low && level <= item.scale.high; }

std::string level_off(std::string_view key, std::string_view whose, double level, const Item& item) {
    return fmt::format("'{}' of {} is {}, outside the scale {}-{} of {}", key, whose, shortest(level), item.scale.low,
                       item.scale.high, called(item));
}

} // namespace

std::string read_id(TableReader& table, const std::string& kind, References& references, Problems& problems) {
    std::string id = table.id("id");
    table.require("id", fmt::format("give the {} a short name that other tables refer to", kind));
    references.declare(kind, id, table.at("id"), problems);
    return id;
}

Promise read_promise(TableReader& table, References& references, Problems& problems) {
    Promise promise;
    promise.id = read_id(table, "promise", references, problems);
    promise.text = table.text("text");
    constexpr std::array needs{Need::basic, Need::differentiating};
    if (const auto need = table.word("need", {"basic", "differentiating"})) promise.need = needs.at(*need);
    promise.minimum = table.number("minimum");
    promise.kept_at = table.number("kept_at");
    if (promise.kept_at && (*promise.kept_at < 0 || *promise.kept_at > all_percent))
        table.problem("kept_at", fmt::format("'kept_at' in [[promise]] is {}, expected 0 to 100", *promise.kept_at),
                      "it is the percentage of responses that must reach the minimum");
    else if (table.sound("kept_at") && !table.has("minimum"))
        table.problem("kept_at", "'kept_at' without 'minimum' in [[promise]]",
                      "say which point that many percent of responses must reach, as in minimum = 4");
    promise.owner = table.text("owner");
    promise.excludes = table.names("excludes");
    promise.practice = table.names("practice");
    return promise;
}

void check_levels(const MeasurementModel& model, bool stated, Problems& problems) {
    std::map<std::string_view, const Promise*> promises;
    for (const Promise& promise : model.promises)
        if (promise.minimum) promises.emplace(promise.id, &promise);
    for (const Item& item : model.items) {
        if (item.kind == ItemKind::choice || item.scale_stated != stated || !item.waves.empty()) continue;
        if (!stated && item.threshold && !has_level(item, *item.threshold))
            problems.add(place_in(model, called(item), "threshold"),
                         level_off("threshold", called(item), *item.threshold, item), "give a point of the scale");
        const auto promise = promises.find(item.promise);
        if (promise == promises.end() || has_level(item, *promise->second->minimum)) continue;
        problems.add(place_in(model, called(*promise->second), "minimum"),
                     level_off("minimum", called(*promise->second), *promise->second->minimum, item),
                     "the minimum is a point of the scale of the promise's items");
        promises.erase(promise); // one item of it will do
    }
}

} // namespace cx::detail
