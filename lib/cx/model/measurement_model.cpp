#include <cx/model/measurement_model.hpp>

#include <algorithm>
#include <array>

#include <cx/base/text.hpp>

namespace cx {

namespace {

constexpr Scale zero_to_ten{0, 10};
constexpr Scale one_to_ten{1, 10};
constexpr int   usual_promoters = 9;
constexpr int   usual_detractors = 6;

constexpr std::array missing_answers{"", "-", "NA", "#N/A", "NULL"};

// English, Finnish, Swedish. Texts are UTF-8.
constexpr std::array not_applicable_answers{
    "N/A",    "don't know",         "don\u2019t know", "not applicable",  "no experience",        "prefer not to say",
    "EOS",    "en osaa sanoa",      "ei koske minua",  "ei kokemusta",    "ei mielipidett\u00e4", "en halua vastata",
    "vet ej", "kan inte s\u00e4ga", "ej aktuellt",     "vill inte svara",
};

/// The entry of that id; null for an empty one.
template <class Entry> const Entry* with_id(const std::vector<Entry>& entries, std::string_view id) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
    return id.empty() || found == entries.end() ? nullptr : &*found;
}

std::vector<std::string> survey_owner(const MeasurementModel& model) {
    if (model.survey.owner.empty()) return {};
    return {model.survey.owner};
}

} // namespace

const Touchpoint* find_touchpoint(const MeasurementModel& model, std::string_view id) {
    return with_id(model.touchpoints, id);
}

const Promise* find_promise(const MeasurementModel& model, std::string_view id) { return with_id(model.promises, id); }

const Stage* find_stage(const MeasurementModel& model, std::string_view id) { return with_id(model.stages, id); }

Need need_of(const MeasurementModel& model, const Item& item) {
    if (item.need != Need::none) return item.need;
    const Promise* promise = find_promise(model, item.promise);
    return promise == nullptr ? Need::none : promise->need;
}

std::optional<double> threshold_of(const MeasurementModel& model, const Item& item) {
    if (item.kind == ItemKind::choice) return 1;
    if (item.threshold) return item.threshold;
    const Promise* promise = find_promise(model, item.promise);
    return promise == nullptr ? std::nullopt : promise->minimum;
}

std::vector<std::string> owners_of(const MeasurementModel& model, const Touchpoint& touchpoint) {
    if (!touchpoint.owners.empty()) return touchpoint.owners;
    const Promise* promise = nullptr;
    bool           several = false;
    for (const Item& item : model.items) {
        if (item.touchpoint != touchpoint.id || item.promise.empty()) continue;
        const Promise* made = find_promise(model, item.promise);
        several = several || (promise != nullptr && made != promise);
        promise = made;
    }
    if (promise != nullptr && !several && !promise->owner.empty()) return {promise->owner};
    return survey_owner(model);
}

std::vector<std::string> owners_of(const MeasurementModel& model, const Item& item) {
    if (const Touchpoint* touchpoint = find_touchpoint(model, item.touchpoint)) return owners_of(model, *touchpoint);
    const Promise* promise = find_promise(model, item.promise);
    if (promise != nullptr && !promise->owner.empty()) return {promise->owner};
    return survey_owner(model);
}

AnswerTexts default_answer_texts() {
    AnswerTexts texts;
    for (const char* answer : missing_answers) texts.missing.push_back(folded(answer));
    for (const char* answer : not_applicable_answers) texts.not_applicable.push_back(folded(answer));
    return texts;
}

std::optional<std::pair<int, int>> recommend_cuts(const Item& item) {
    if (item.promoters && item.detractors) return std::pair{*item.promoters, *item.detractors};
    if (item.scale != zero_to_ten && item.scale != one_to_ten) return std::nullopt;
    return std::pair{item.promoters.value_or(usual_promoters), item.detractors.value_or(usual_detractors)};
}

std::string_view to_string(ItemKind kind) noexcept {
    switch (kind) {
    case ItemKind::recommend:
        return "recommend";
    case ItemKind::satisfaction:
        return "satisfaction";
    case ItemKind::effort:
        return "effort";
    case ItemKind::rating:
        return "rating";
    case ItemKind::choice:
        return "choice";
    case ItemKind::basics:
        return "basics";
    case ItemKind::kept:
        return "kept";
    }
    return {};
}

std::string_view to_string(Need need) noexcept {
    switch (need) {
    case Need::none:
        return "";
    case Need::basic:
        return "basic";
    case Need::differentiating:
        return "differentiating";
    }
    return {};
}

} // namespace cx
