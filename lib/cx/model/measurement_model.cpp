#include <cx/model/measurement_model.hpp>

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

} // namespace

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
