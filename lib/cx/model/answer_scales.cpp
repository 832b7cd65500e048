#include <cx/model/answer_scales.hpp>

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/model/legend_scale.hpp>

namespace cx {

namespace {

/// Answers of which no more than one in a hundred may be something else.
bool nearly_all(std::size_t part, std::size_t all) noexcept { return all > 0 && part * 100 >= all * 99; }

bool is_answer(const ProfiledValue& value) {
    if (value.kind == ValueKind::missing || value.kind == ValueKind::not_applicable) return false;
    return value.kind != ValueKind::text || !says_no_answer(value.folded);
}

/// Texts that say there is no answer, beside the default ones.
std::vector<std::string> no_answers_of(const ColumnProfile& profile) {
    std::vector<std::string> texts;
    for (const ProfiledValue& value : profile.values)
        if (value.kind == ValueKind::text && says_no_answer(value.folded)) texts.push_back(value.text);
    return texts;
}

/// A column's answers that are labels of one family.
struct FamilyLabels {
    LabelFamily                        family{};
    LabelUse                           use;
    std::set<std::string>              seen;
    std::map<std::string, std::string> slips; ///< as written -> as meant
};

std::optional<FamilyLabels> labels_in(const ColumnProfile& profile, LabelFamily family) {
    FamilyLabels               found{family, {}, {}, {}};
    std::map<int, std::string> said; // two words for one position that differ in more than wording are two scales
    std::size_t                answers = 0;
    for (const ProfiledValue& value : profile.values) {
        if (!is_answer(value)) continue;
        answers += value.count;
        if (value.folded.empty()) continue;
        auto        position = label_position(family, value.folded);
        std::string label = value.folded;
        if (!position) {
            const auto meant = label_meant(family, value.folded);
            if (!meant) continue;
            label = *meant;
            position = label_position(family, label);
            found.slips.emplace(value.folded, label);
        }
        const auto [other, first] = said.emplace(*position, label);
        if (!first && other->second != label) return std::nullopt;
        found.seen.insert(label);
        found.use.positions.insert(*position);
        found.use.answers += value.count;
    }
    if (profile.open || !nearly_all(found.use.answers, answers)) return std::nullopt;
    return found;
}

std::optional<FamilyLabels> labels_in(const ColumnProfile& profile) {
    std::optional<FamilyLabels> best;
    for (int i = 0; i < label_families; ++i) {
        auto found = labels_in(profile, static_cast<LabelFamily>(i));
        if (found && (!best || found->slips.size() < best->slips.size())) best = std::move(found);
    }
    return best;
}

NumberCounts numbers_in(const ColumnProfile& profile) {
    NumberCounts counts;
    for (const ProfiledValue& value : profile.values)
        if (value.kind == ValueKind::whole || value.kind == ValueKind::numbered) counts[value.number] += value.count;
    return counts;
}

/// Texts beside numbers, with their counts.
std::vector<const ProfiledValue*> words_beside(const ColumnProfile& profile) {
    std::vector<const ProfiledValue*> words;
    for (const ProfiledValue& value : profile.values)
        if (is_answer(value) && value.kind == ValueKind::text) words.push_back(&value);
    return words;
}

/// The words that stand beside a value's number.
std::string words_of(const ProfiledValue& value) {
    constexpr std::string_view marks = " -=:.()0123456789";
    const std::size_t          start = value.folded.find_first_not_of(marks);
    if (start == std::string::npos) return {};
    return value.folded.substr(start, value.folded.find_last_not_of(marks) + 1 - start);
}

/// Whether the column is numbers, but for a few words that may stand for points.
bool is_numbers(const ColumnProfile& profile) {
    constexpr std::size_t most_words = 3;
    if (profile.open || profile.count(ValueKind::decimal) * 100 > profile.answers()) return false;
    const std::size_t numbers = profile.count(ValueKind::whole) + profile.count(ValueKind::numbered);
    std::size_t       words = 0;
    std::size_t       kinds = 0;
    for (const ProfiledValue* word : words_beside(profile)) {
        words += word->count;
        ++kinds;
    }
    if (words * 100 <= numbers) return numbers > 0;
    return kinds <= most_words && numbers >= words;
}

/// Scales that most items are on; answers to an item on one of them can leave its highest point out.
bool is_common(Scale scale) noexcept { return scale.high == 5 || scale.high == 7 || scale.high == 10; }

/// The words of a column as points that its numbers leave free: the top, the bottom, the middle.
struct EndWords {
    std::map<std::string, int> points;
    std::vector<std::string>   remarks;
    bool                       all = true; ///< each word has found its point
};

std::string remark_of(const ProfiledValue& word, int point) {
    return fmt::format("\"{}\" ({} answers) is read as {}", shortened(visible(word.text), 40), word.count, point);
}

EndWords end_words(const ColumnProfile& profile, const NumberCounts& counts, const std::optional<Scale>& said) {
    EndWords found;
    if (counts.empty()) return found;
    const int highest = counts.rbegin()->first;
    const int lowest = counts.begin()->first;
    for (const ProfiledValue* word : words_beside(profile)) {
        const auto         end = end_of_scale(word->folded);
        std::optional<int> point;
        const int          top = said ? said->high : highest + 1;
        const int          bottom = said ? said->low : (lowest == 2 ? 1 : lowest - 1);
        const bool         high_end = top == 10 || top == 7 || top == 5;
        if (end == 1 && highest < top && (said || high_end)) point = top;
        if (end == -1 && lowest > bottom && bottom >= 0) point = bottom;
        if (end == 0 && highest >= 6 && !counts.contains(5) && (highest >= 9 || top == 10)) point = 5;
        if (!point) {
            found.all = found.all && word->count * 100 <= profile.answers();
            continue;
        }
        found.points.emplace(word->folded, *point);
        found.remarks.push_back(remark_of(*word, *point));
    }
    return found;
}

} // namespace

bool says_no_answer(std::string_view folded_text) {
    constexpr std::array<std::string_view, 24> texts{"don't know / no opinion",
                                                     "no opinion",
                                                     "can't say",
                                                     "cannot say",
                                                     "unsure",
                                                     "not sure",
                                                     "does not apply",
                                                     "en tiedä",
                                                     "ei mielipidettä",
                                                     "ei vastausta",
                                                     "en ole käyttänyt",
                                                     "ei koske",
                                                     "ingen åsikt",
                                                     "ingen uppfattning",
                                                     "ingen erfarenhet",
                                                     "kan ej svara",
                                                     "vet inte",
                                                     "weiss nicht",
                                                     "keine angabe",
                                                     "keine antwort",
                                                     "kann ich nicht beurteilen",
                                                     "nicht zutreffend",
                                                     "en osaa vastata",
                                                     "have not used"};
    if (std::find(texts.begin(), texts.end(), folded_text) != texts.end()) return true;
    return folded_text.find("(n/a)") != std::string_view::npos ||
           folded_text.find("not applicable") != std::string_view::npos;
}

AnswerScales::AnswerScales(const SurveyColumns& survey) : survey_(&survey), groups_(survey.groups.size()) {
    for (const SurveyColumn& column : survey.columns) {
        Group& group = groups_[column.group];
        if (column.profile.open || column.profile.answers() == 0) continue;
        if (is_numbers(column.profile))
            for (const auto& [number, count] : numbers_in(column.profile)) group.counts[number] += count;
        else if (const auto labels = labels_in(column.profile)) {
            group.uses[labels->family].add(labels->use);
            group.seen.insert(labels->seen.begin(), labels->seen.end());
            uses_[labels->family].add(labels->use);
        }
    }
    for (const Group& group : groups_) {
        const auto scale = number_scale(group.counts, {});
        if (!scale || !scale->usual || !scale->missing.empty()) continue;
        if (scale->fills) ++filled_[{scale->scale.low, scale->scale.high}];
        if (scale->scale.high != 10 || group.counts.begin()->first < 0) continue;
        const int lowest = std::max(1, group.counts.begin()->first);
        lowest_of_ten_ = lowest_of_ten_ == 0 ? lowest : std::min(lowest_of_ten_, lowest);
    }
}

const NumberCounts& AnswerScales::group_counts(std::size_t column) const {
    return groups_[survey_->columns[column].group].counts;
}

std::optional<Scale> AnswerScales::common_scale_beyond(const NumberCounts& counts) const {
    constexpr std::size_t several = 3;
    if (counts.empty()) return std::nullopt;
    for (const auto& [ends, groups] : filled_) {
        const Scale scale{ends.first, ends.second};
        const int   unused = scale.high - counts.rbegin()->first;
        if (groups < several || !is_common(scale) || counts.begin()->first < scale.low) continue;
        if (unused > 0 && unused <= (scale.high == 10 ? 2 : 1)) return scale;
    }
    return std::nullopt;
}

ScaleHint AnswerScales::hint_of(std::size_t column) const {
    const SurveyColumn& asked = survey_->columns[column];
    ScaleHint           hint;
    hint.said = said_scale(asked.column->text);
    for (const std::string& header : asked.column->headers)
        if (!hint.said) hint.said = said_scale(header);
    const std::string text = folded(asked.column->text);
    hint.grades = text.find("arvosana") != std::string::npos || text.find("skolbetyg") != std::string::npos;
    hint.lowest = lowest_of_ten_;
    return hint;
}

std::optional<AnswerScale> AnswerScales::scale_of(std::size_t column) const {
    const ColumnProfile& profile = survey_->columns[column].profile;
    if (profile.open || profile.answers() == 0) return std::nullopt;
    std::optional<AnswerScale> found;
    if (!survey_->columns[column].column->labels.empty())
        found = legend_scale(survey_->columns[column], survey_->texts);
    else if (is_numbers(profile))
        found = by_numbers(column);
    else
        found = by_labels(column);
    if (found) found->answers = profile.answers();
    return found;
}

std::vector<std::string> AnswerScales::unknown_words(std::size_t column) const {
    const SurveyColumn& asked = survey_->columns[column];
    if (!is_numbers(asked.profile) || !asked.column->labels.empty()) return {};
    const NumberCounts       counts = numbers_in(asked.profile);
    const EndWords           ends = end_words(asked.profile, counts, hint_of(column).said);
    std::vector<std::string> words;
    if (ends.all) return words;
    for (const ProfiledValue* word : words_beside(asked.profile))
        if (!ends.points.contains(word->folded)) words.push_back(word->text);
    return words;
}

std::optional<AnswerScale> AnswerScales::by_labels(std::size_t column) const {
    const SurveyColumn& asked = survey_->columns[column];
    const auto          labels = labels_in(asked.profile);
    if (!labels) return std::nullopt;
    const Group& group = groups_[asked.group];
    const auto   in_group = group.uses.find(labels->family);
    if (in_group == group.uses.end()) return std::nullopt;
    if (in_group->second.positions.size() < 2) return std::nullopt;
    auto scale = label_scale(labels->family, in_group->second);
    if (!scale || !scale->certain) {
        const auto wider = label_scale(labels->family, uses_.at(labels->family));
        if (wider && (!scale || wider->certain)) scale = wider;
    }
    if (!scale) return std::nullopt;
    AnswerScale found;
    found.source = ScaleSource::labels;
    found.scale = scale->scale();
    found.family = labels->family;
    found.labels = labels_of(labels->family, *scale, group.seen);
    for (const auto& [written, meant] : labels->slips) {
        found.labels.emplace(written, found.labels.at(meant));
        found.remarks.push_back(fmt::format("\"{}\" is read as \"{}\"", visible(written), meant));
    }
    found.not_applicable = no_answers_of(asked.profile);
    found.named = scale->certain;
    found.fills = scale->certain;
    return found;
}

std::optional<AnswerScale> AnswerScales::numbers_of(std::size_t column) const {
    const SurveyColumn&  asked = survey_->columns[column];
    const ColumnProfile& profile = asked.profile;
    if (!asked.column->labels.empty() || profile.answers() == 0 || !is_numbers(profile)) return std::nullopt;
    const ScaleHint hint = hint_of(column);
    AnswerScale     found;
    found.counts = numbers_in(profile);
    const EndWords ends = end_words(profile, found.counts, hint.said);
    if (!ends.all) return std::nullopt;
    found.named = hint.said.has_value();
    if (hint.said) found.scale = *hint.said;
    found.labels = ends.points;
    found.remarks = ends.remarks;
    found.answers = profile.answers();
    found.not_applicable = no_answers_of(profile);
    for (const ProfiledValue& value : profile.values) {
        if (value.kind != ValueKind::numbered) continue;
        found.source = ScaleSource::numbered;
        found.known_ends = found.known_ends || end_of_scale(words_of(value)).has_value();
        if (!value.number_first) found.labels.emplace(value.folded, value.number);
    }
    return found;
}

std::optional<AnswerScale> AnswerScales::by_numbers(std::size_t column) const {
    const SurveyColumn& asked = survey_->columns[column];
    auto                found = numbers_of(column);
    if (!found) return std::nullopt;
    const ScaleHint hint = hint_of(column);
    NumberCounts    counts = groups_[asked.group].counts;
    for (const auto& [word, point] : found->labels) ++counts[point];
    auto scale = number_scale(counts, hint);
    if (const auto wider = common_scale_beyond(counts); wider && (!scale || !is_common(scale->scale)))
        scale = NumberScale{*wider, true, false, {}};
    if (!scale) return std::nullopt;
    if (share_on(found->counts, scale->scale) < 0.99 && scale->missing.empty()) return std::nullopt;
    found->named = hint.said.has_value() && *hint.said == scale->scale;
    found->scale = scale->scale;
    found->usual = scale->usual;
    found->fills = scale->fills || found->named;
    for (const ProfiledValue& value : asked.profile.values) {
        const bool code = std::find(scale->missing.begin(), scale->missing.end(), value.number) != scale->missing.end();
        if (value.kind != ValueKind::whole || !code) continue;
        found->missing.push_back(value.text);
        found->remarks.push_back(fmt::format("{} ({} answers) is read as missing", value.text, value.count));
    }
    return found;
}

} // namespace cx
