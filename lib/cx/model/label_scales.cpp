#include <cx/model/label_scales.hpp>

#include <cx/base/text.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace cx {

namespace {

/// Answers on both sides that tell that a scale has no middle, or no ends beyond those used.
constexpr std::size_t telling_answers = 20;
constexpr std::size_t longest_slip = 80;
constexpr std::size_t shortest_slip = 10;

using Positions = std::vector<int>;

/// The words of a row, one by one.
template <typename Take> void for_each_label(std::string_view labels, Take take) {
    for (std::size_t index = 0; !labels.empty(); ++index) {
        const std::size_t end = std::min(labels.find('|'), labels.size());
        take(index, labels.substr(0, end));
        labels.remove_prefix(std::min(end + 1, labels.size()));
    }
}

using LabelIndex = std::array<std::unordered_map<std::string_view, int>, label_families>;

const LabelIndex& label_index() {
    static const LabelIndex index = [] {
        LabelIndex made;
        for (const LabelRow& row : label_rows())
            for_each_label(row.labels, [&](std::size_t, std::string_view label) {
                made[static_cast<std::size_t>(row.family)].emplace(label, row.position);
            });
        return made;
    }();
    return index;
}

/// Scales of a family, those that are tried first standing first.
const std::vector<Positions>& usual_scales(LabelFamily family) {
    static const std::vector<Positions> both_sides{
        {-3, -1, 1, 3},    {-3, -2, 2, 3},        {-3, -1, 2, 3},          {-3, -2, 1, 3},    {-3, 1, 2, 3},
        {-2, 0, 2},        {-3, -2, 0, 2, 3},     {-3, -1, 0, 1, 3},       {-3, -1, 0, 2, 3}, {-3, -2, 0, 1, 3},
        {-2, -1, 0, 1, 2}, {-3, -2, -1, 1, 2, 3}, {-3, -2, -1, 0, 1, 2, 3}};
    static const std::vector<Positions> grades{{-3, -2, 2, 3},    {-2, 0, 2, 4},           {-3, -2, 0, 2, 3},
                                               {-2, 0, 2, 3, 4},  {-3, -2, 0, 2, 4},       {-3, -1, 0, 1, 3},
                                               {-3, -2, 2, 3, 4}, {-2, -1, 0, 2, 3, 4},    {-3, -2, 0, 2, 3, 4},
                                               {-3, -1, 1, 3},    {-3, -2, -1, 0, 1, 2, 3}};
    static const std::vector<Positions> weights{{-3, -1, 1, 3},    {-3, 0, 2, 3},     {-3, -1, 2, 3},
                                                {-3, -2, 2, 3},    {-3, -2, 0, 2, 3}, {-3, -1, 0, 3, 4},
                                                {-3, -1, 0, 2, 3}, {-3, -1, 0, 1, 3}, {-3, -1, 0, 2, 4},
                                                {-3, -2, 1, 2, 3}, {-3, -2, 0, 1, 3}, {-3, -2, -1, 0, 1, 2, 3}};
    if (family == LabelFamily::quality) return grades;
    return family == LabelFamily::importance ? weights : both_sides;
}

bool holds(const Positions& scale, const std::set<int>& used) {
    return std::includes(scale.begin(), scale.end(), used.begin(), used.end());
}

/// Whether the answers would have used what the scale lacks: its middle, or ends beyond its own.
bool told_by(const LabelUse& use, const Positions& scale) {
    const bool middle = std::find(scale.begin(), scale.end(), 0) != scale.end();
    const bool both_sides = !use.positions.empty() && *use.positions.begin() < 0 && *use.positions.rbegin() > 0;
    const bool all_used = use.positions.size() == scale.size();
    if (scale.front() == -2 && scale.back() == 2) return all_used && use.answers >= telling_answers;
    if (scale.size() > 4 && middle) return true;
    return use.answers >= telling_answers && both_sides;
}

/// Edits between two words, up to 2: letters more, less, other, swapped with their neighbour. Bytes, not characters, so
/// that a slip in a letter beyond ASCII may count twice and then is none.
bool one_slip_apart(std::string_view a, std::string_view b) noexcept {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t start = 0;
    while (start < a.size() && a[start] == b[start]) ++start;
    const std::string_view rest_a = a.substr(start);
    const std::string_view rest_b = b.substr(start);
    if (rest_a.size() < rest_b.size()) return rest_b.substr(1) == rest_a;
    if (rest_a.empty()) return true;
    if (rest_a.substr(1) == rest_b.substr(1)) return true;
    return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
           rest_a.substr(2) == rest_b.substr(2);
}

} // namespace

std::string_view to_string(LabelFamily family) noexcept {
    constexpr std::array<std::string_view, label_families> names{"agreement", "satisfaction", "likelihood", "quality",
                                                                 "ease",      "importance",   "favour"};
    return names[static_cast<std::size_t>(family)];
}

std::optional<int> label_position(LabelFamily family, std::string_view label) {
    const auto& labels = label_index()[static_cast<std::size_t>(family)];
    const auto  found = labels.find(label);
    return found == labels.end() ? std::nullopt : std::optional<int>(found->second);
}

std::optional<std::string> label_meant(LabelFamily family, std::string_view label) {
    if (label.size() < shortest_slip || label.size() > longest_slip) return std::nullopt;
    std::optional<std::string> meant;
    for (const auto& [known, position] : label_index()[static_cast<std::size_t>(family)]) {
        if (known.size() < shortest_slip || !one_slip_apart(label, known)) continue;
        if (meant && label_position(family, *meant) != position) return std::nullopt;
        if (!meant || known < *meant) meant = std::string(known);
    }
    return meant;
}

void LabelUse::add(const LabelUse& other) {
    positions.insert(other.positions.begin(), other.positions.end());
    answers += other.answers;
}

std::optional<int> LabelScale::point(int position) const {
    const auto found = std::find(positions.begin(), positions.end(), position);
    if (found == positions.end()) return std::nullopt;
    return static_cast<int>(found - positions.begin()) + 1;
}

std::optional<LabelScale> label_scale(LabelFamily family, const LabelUse& use) {
    for (const Positions& scale : usual_scales(family)) {
        if (!holds(scale, use.positions) || !told_by(use, scale)) continue;
        const bool both_ends =
            (use.positions.contains(scale.front()) && use.positions.contains(scale.back())) || scale.size() < 5;
        return LabelScale{scale, both_ends || use.answers >= telling_answers};
    }
    return std::nullopt;
}

std::optional<LabelScale> label_scale(LabelFamily family, const LabelUse& use, int points) {
    for (const Positions& scale : usual_scales(family))
        if (static_cast<int>(scale.size()) == points && holds(scale, use.positions)) return LabelScale{scale, true};
    return std::nullopt;
}

std::map<std::string, int> labels_of(LabelFamily family, const LabelScale& scale, const std::set<std::string>& seen) {
    struct Wording {
        std::string_view language;
        int              position;
        std::size_t      index;
    };
    std::map<std::string, int> labels;
    std::vector<Wording>       used;
    std::set<int>              points_seen;
    for (const LabelRow& row : label_rows()) {
        if (row.family != family) continue;
        for_each_label(row.labels, [&](std::size_t index, std::string_view label) {
            const auto point = scale.point(row.position);
            if (!point || !seen.contains(std::string(label))) return;
            labels.emplace(label, *point);
            points_seen.insert(row.position);
            used.push_back({row.language, row.position, index});
        });
    }
    for (const LabelRow& row : label_rows()) {
        const auto point = scale.point(row.position);
        if (row.family != family || !point || points_seen.contains(row.position)) continue;
        for_each_label(row.labels, [&](std::size_t index, std::string_view label) {
            const bool same_words = std::any_of(used.begin(), used.end(), [&](const Wording& wording) {
                return wording.language == row.language &&
                       ((wording.position == -row.position && wording.index == index) || row.position == 0 ||
                        (row.position == scale.positions.front() && wording.position == scale.positions.back() &&
                         wording.position != -row.position));
            });
            if (same_words) labels.emplace(label, *point);
        });
    }
    return labels;
}

std::optional<int> end_of_scale(std::string_view label) {
    constexpr std::array<std::string_view, 27> best{
        "absolutely",     "definitely",      "certainly",       "fantastic",    "excellent",
        "amazing",        "completely",      "totally",         "always",       "extremely",
        "perfect",        "yes, absolutely", "yes, definitely", "ehdottomasti", "varmasti",
        "täysin",         "erinomainen",     "loistava",        "aina",         "absolut",
        "definitivt",     "helt och hållet", "fantastiskt",     "utmärkt",      "alltid",
        "auf jeden fall", "unbedingt"};
    constexpr std::array<std::string_view, 22> worst{"not at all",
                                                     "never",
                                                     "definitely not",
                                                     "absolutely not",
                                                     "certainly not",
                                                     "terrible",
                                                     "horrible",
                                                     "awful",
                                                     "no, never",
                                                     "ei lainkaan",
                                                     "en lainkaan",
                                                     "en koskaan",
                                                     "ei koskaan",
                                                     "ei missään tapauksessa",
                                                     "en missään tapauksessa",
                                                     "surkea",
                                                     "inte alls",
                                                     "aldrig",
                                                     "absolut inte",
                                                     "under inga omständigheter",
                                                     "auf keinen fall",
                                                     "gar nicht"};
    if (std::find(best.begin(), best.end(), label) != best.end()) return 1;
    if (std::find(worst.begin(), worst.end(), label) != worst.end()) return -1;
    for (int family = 0; family < label_families; ++family) {
        const auto position = label_position(static_cast<LabelFamily>(family), label);
        if (!position) continue;
        if (*position >= 3) return 1;
        if (*position <= -3) return -1;
        if (*position == 0) return 0;
    }
    return std::nullopt;
}

std::optional<YesNo> yes_or_no(std::string_view label) {
    constexpr std::array<std::string_view, 9>  yes{"kyllä", "joo",     "ja",     "yes",   "y",
                                                  "true",  "ratkesi", "hoitui", "löstes"};
    constexpr std::array<std::string_view, 10> no{"ei", "en",    "nej",          "no",          "nein",
                                                  "n",  "false", "ei ratkennut", "ei hoitunut", "löstes inte"};
    constexpr std::array<std::string_view, 7>  partly{"osittain",  "osin",      "delvis",  "partly",
                                                     "partially", "teilweise", "somewhat"};
    if (std::find(yes.begin(), yes.end(), label) != yes.end()) return YesNo::yes;
    if (std::find(no.begin(), no.end(), label) != no.end()) return YesNo::no;
    if (std::find(partly.begin(), partly.end(), label) != partly.end()) return YesNo::partly;
    return std::nullopt;
}

} // namespace cx
