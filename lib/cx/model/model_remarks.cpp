#include <cx/model/model_remarks.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/model/metrics.hpp>
#include <cx/model/places.hpp>
#include <cx/model/recognition_notices.hpp>

namespace cx {

namespace {

constexpr std::size_t items_named = 4;

/// The message behind its place in the model file.
std::string placed(const MeasurementModel& model, detail::Mark at, const std::string& text) {
    if (at.line == 0) return text;
    return fmt::format("{}: {}", to_string(Place{model.file, at.line, at.character, {}}), text);
}

bool has_scale(const Item& item) { return item.kind != ItemKind::choice && item.waves.empty(); }

bool is_point(const Item& item, std::string_view text) {
    text = trim(text);
    int point = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), point);
    if (error != std::errc{} || end != text.data() + text.size()) return false;
    return item.codes.value_or(item.scale).holds(point);
}

/// `5 is read as missing ...`: of the lists of the whole model, or of the items' own.
void remark_codes(const MeasurementModel& model, const char* key, const std::vector<std::string>& of_all,
                  std::vector<std::string> Item::*of_item, Notices& notices) {
    using Where = std::pair<detail::Mark, std::string>; // place and code
    std::map<Where, std::vector<std::string>> found;
    for (const Item& item : model.items) {
        if (!has_scale(item)) continue;
        for (const std::string& text : of_all)
            if (is_point(item, text)) found[{detail::place_in(model, "answers", key), text}].push_back(item.id);
        for (const std::string& text : item.*of_item)
            if (is_point(item, text))
                found[{detail::place_in(model, detail::called(item), key), text}].push_back(item.id);
    }
    for (const auto& [where, items] : found)
        notices.push_back(
            {Notice::Level::warning,
             placed(model, where.first,
                    fmt::format("'{}' has {}, which is a point of the scale of {}: such answers do not count", key,
                                detail::quoted(trim(where.second)), some_of(items, items_named)))});
}

void remark_needs(const MeasurementModel& model, Notices& notices) {
    std::vector<std::string> without;
    for (const Item& item : model.items)
        if (item.waves.empty() && need_of(model, item) == Need::basic && !threshold_of(model, item))
            without.push_back(item.id);
    if (without.empty()) return;
    notices.push_back({Notice::Level::information,
                       fmt::format("basic needs without a level to reach, in no basics_met: {}; give the promise a "
                                   "minimum, or the item a threshold",
                                   some_of(without, items_named))});
}

void remark_minimums(const MeasurementModel& model, Notices& notices) {
    std::map<std::string_view, std::set<std::pair<int, int>>> scales;
    for (const Item& item : model.items)
        if (has_scale(item)) scales[item.promise].emplace(item.scale.low, item.scale.high);
    for (const Promise& promise : model.promises) {
        const auto& found = scales[promise.id];
        if (!promise.minimum || found.size() < 2) continue;
        std::vector<std::string> names;
        for (const auto& [low, high] : found) names.push_back(fmt::format("{}-{}", low, high));
        notices.push_back(
            {Notice::Level::warning,
             placed(model, detail::place_in(model, detail::called(promise), "minimum"),
                    fmt::format("{} has one minimum, {}, and items on the scales {}", detail::called(promise),
                                shortest(*promise.minimum), some_of(names, items_named)))});
    }
}

std::vector<std::string> owners(const MeasurementModel& model) {
    std::vector<std::string> names{model.survey.owner};
    for (const Promise& promise : model.promises) names.push_back(promise.owner);
    for (const Touchpoint& touchpoint : model.touchpoints)
        names.insert(names.end(), touchpoint.owners.begin(), touchpoint.owners.end());
    std::erase(names, std::string());
    return names;
}

void remark_owner(const MeasurementModel& model, std::size_t index, const std::vector<std::string>& known,
                  Notices& notices) {
    const std::string& owner = model.targets[index].owner;
    if (owner.empty() || std::find(known.begin(), known.end(), owner) != known.end()) return;
    const auto meant = nearest(owner, known);
    if (!meant) return; // somebody who owns nothing else
    notices.push_back(
        {Notice::Level::warning, placed(model, detail::place_in(model, detail::called_target(index), "owner"),
                                        fmt::format("nothing else is owned by {}; did you mean {}?",
                                                    detail::quoted(owner), detail::quoted(*meant)))});
}

void remark_fraction(const MeasurementModel& model, std::size_t index, const char* key, std::optional<double> bound,
                     Notices& notices) {
    if (!bound || *bound <= 0 || *bound > 1) return;
    const auto known = metrics();
    const bool percent = std::any_of(known.begin(), known.end(), [&](const Metric& metric) {
        return metric.name == model.targets[index].metric && metric.unit == Unit::percent;
    });
    if (!percent) return;
    constexpr double all_percent = 100;
    notices.push_back({Notice::Level::warning,
                       placed(model, detail::place_in(model, detail::called_target(index), key),
                              fmt::format("'{}' is {} percent; {} percent is written {}", key, shortest(*bound),
                                          shortest(*bound * all_percent), shortest(*bound * all_percent)))});
}

} // namespace

void remark_on(const MeasurementModel& model, Notices& notices) {
    remark_codes(model, "missing", model.answers.missing, &Item::missing, notices);
    remark_codes(model, "not_applicable", model.answers.not_applicable, &Item::not_applicable, notices);
    remark_needs(model, notices);
    remark_minimums(model, notices);
    const auto known = owners(model);
    for (std::size_t i = 0; i < model.targets.size(); ++i) {
        remark_owner(model, i, known, notices);
        remark_fraction(model, i, "at_least", model.targets[i].at_least, notices);
        remark_fraction(model, i, "at_most", model.targets[i].at_most, notices);
    }
}

} // namespace cx
