#include <cx/model/recognise_items.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>

namespace cx {

namespace {

constexpr std::size_t shown_width = 60;
constexpr std::size_t rows_of_a_grid = 3;

std::string quoted(const SurveyColumn& column) {
    return fmt::format("\"{}\"", shortened(one_line(visible(column.name())), shown_width));
}

/// `too slow ... too fast`: the best answer is in the middle.
bool is_bipolar(const std::string& text) {
    constexpr std::array<std::string_view, 3> words{"too ", "liian ", "alltför "};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        const std::size_t first = text.find(word);
        if (first == std::string::npos || (first > 0 && text[first - 1] != ' ' && text[first - 1] != '(')) return false;
        return text.find(word, first + word.size()) != std::string::npos;
    });
}

bool any_of(const SurveyColumn& column, std::initializer_list<Meaning> meanings) {
    return std::any_of(meanings.begin(), meanings.end(),
                       [&](Meaning meaning) { return column.match(meaning) != nullptr; });
}

std::size_t letters_of(const SurveyColumn& column, Meaning meaning) {
    const HeaderMatch* match = column.match(meaning);
    return match == nullptr ? 0 : match->letters;
}

class ItemFinder {
  public:
    ItemFinder(const SurveyColumns& survey, const AnswerScales& scales, const std::vector<bool>& taken,
               Notices& notices)
        : survey_(survey),
          scales_(scales),
          taken_(taken),
          notices_(notices),
          boxes_(survey.groups.size()),
          numeric_(survey.groups.size()) {
        found_.used.resize(survey.columns.size());
        for (const SurveyColumn& column : survey.columns) {
            boxes_[column.group] += is_box(column.profile) ? 1U : 0U;
            numeric_[column.group] += is_numeric(column.profile) ? 1U : 0U;
        }
    }

    ItemFindings find() && {
        find_rank_groups();
        for (std::size_t i = 0; i < survey_.columns.size(); ++i)
            if (!taken_[i] && !found_.used[i]) look_at(i);
        follow_the_many();
        say_remarks();
        return std::move(found_);
    }

  private:
    [[nodiscard]] const SurveyColumn& at(std::size_t column) const { return survey_.columns[column]; }
    [[nodiscard]] std::size_t         group_size(std::size_t column) const { return survey_.group_of(column).size(); }

    void say(Notice::Level level, std::string text) { notices_.push_back({level, std::move(text)}); }

    void look_at(std::size_t i) {
        const SurveyColumn& column = at(i);
        const std::string&  code = column.column->code;
        const bool          group_column = code.size() > 10 && folded(code.substr(code.size() - 10)) == "_nps_group";
        if (group_column || column.mainly(Meaning::derived)) {
            found_.used[i] = true;
            ++found_.derived;
            return;
        }
        if (is_option(i)) {
            found_.used[i] = true;
            ++found_.options;
            return;
        }
        if (is_something_else(column)) return;
        if (column.match(Meaning::recommend) != nullptr && look_at_recommend(i)) return;
        if (look_at_choice(i)) return;
        look_at_rating(i);
    }

    /// A box of a multi-select: one value all through, 0 and 1, or yes and no, beside others of its kind.
    [[nodiscard]] bool is_option(std::size_t i) const {
        const std::size_t size = group_size(i);
        const std::size_t boxes = boxes_[at(i).group];
        return size > 1 && boxes >= 2 && boxes * 2 >= size && at(i).profile.answers() > 0 && is_box(at(i).profile);
    }

    static bool is_box(const ColumnProfile& profile) {
        if (profile.open) return false;
        if (profile.distinct() <= 1) return true;
        return std::all_of(profile.values.begin(), profile.values.end(), [](const ProfiledValue& value) {
            if (value.kind == ValueKind::missing || value.kind == ValueKind::not_applicable) return true;
            if (value.kind == ValueKind::whole) return value.number == 0 || value.number == 1;
            return yes_or_no(value.folded).has_value();
        });
    }

    static bool is_something_else(const SurveyColumn& column) {
        constexpr std::array others{Meaning::duration, Meaning::tool,       Meaning::started,
                                    Meaning::finished, Meaning::date,       Meaning::weight,
                                    Meaning::person,   Meaning::respondent, Meaning::response};
        return std::any_of(others.begin(), others.end(), [&](Meaning meaning) { return column.mainly(meaning); });
    }

    /// Groups of three or more whose numbers are an order: each row of answers uses 1 to k once.
    void find_rank_groups() {
        for (const std::vector<std::size_t>& group : survey_.groups) {
            if (group.size() < rows_of_a_grid || !ranks(group)) continue;
            for (const std::size_t column : group) found_.used[column] = true;
            found_.ranks += group.size();
        }
    }

    [[nodiscard]] bool ranks(const std::vector<std::size_t>& group) const {
        const NumberCounts& counts = scales_.group_counts(group.front());
        if (counts.empty() || counts.begin()->first != 1 || counts.rbegin()->first != static_cast<int>(group.size()))
            return false;
        if (any_of(at(group.front()), {Meaning::rank})) return true;
        constexpr std::size_t looked_at = 200;
        std::size_t           complete = 0;
        std::size_t           orders = 0;
        for (std::size_t row = 0; row < std::min(survey_.source->sample.size(), looked_at); ++row) {
            std::set<std::string> different;
            std::string           scratch;
            std::size_t           filled = 0;
            for (const std::size_t column : group) {
                const std::string_view cell = survey_.source->sample.cell(row, column, scratch);
                if (cell.empty()) continue;
                ++filled;
                different.emplace(cell);
            }
            if (filled < group.size()) continue;
            ++complete;
            orders += different.size() == filled ? 1U : 0U;
        }
        return complete >= 10 && orders * 10 >= complete * 9;
    }

    /// Whether it was settled, as an item or not.
    bool look_at_recommend(std::size_t i) {
        const SurveyColumn& column = at(i);
        const std::size_t   letters = letters_of(column, Meaning::recommend);
        if (letters < letters_of(column, Meaning::satisfaction) || letters < letters_of(column, Meaning::effort))
            return false;
        const Place place{survey_.source->recognition.file, 0, 0, column.column->code};
        const auto  words = scales_.unknown_words(i);
        auto        scale = column.column->labels.empty() ? scales_.numbers_of(i) : scales_.scale_of(i);
        if (!words.empty())
            throw Error(
                place,
                fmt::format(
                    "beside numbers the answers of this recommend item have \"{}\", which is no known end of a scale",
                    shortened(visible(words.front()), 40)),
                "say in a model file what it stands for: labels = { \"...\" = 10 }");
        if (!scale || scale->family) return say_unusual(i, scales_.scale_of(i));
        NumberCounts counts = scale->counts;
        for (const auto& [word, point] : scale->labels) ++counts[point];
        ScaleHint hint;
        hint.said = scale->named ? std::optional<Scale>(scale->scale) : std::nullopt;
        const auto points = recommend_scale(counts, hint, place);
        if (!points) return say_unusual(i, scales_.scale_of(i));
        scale->scale = *points;
        scale->usual = scale->fills = true;
        if (points->low == 1) say(Notice::Level::information, fmt::format("{} is on 1-10, not 0-10", quoted(column)));
        if (counts.contains(0) && !counts.contains(10) && counts.rbegin()->first == 9 && scale->answers >= 10)
            say(Notice::Level::warning, fmt::format("{}: nobody answered 10; if the export writes 1-10 as 0-9, say "
                                                    "codes = [0, 9] and scale = [1, 10] in a model file",
                                                    quoted(column)));
        add(i, ItemKind::recommend, std::move(*scale));
        return true;
    }

    /// A question about recommending that gives no NPS: it goes on as a rating.
    bool say_unusual(std::size_t i, const std::optional<AnswerScale>& scale) {
        if (scale)
            say(Notice::Level::information,
                fmt::format("{} asks about recommending on {}-{}: taken as a rating, NPS wants 0-10", quoted(at(i)),
                            scale->scale.low, scale->scale.high));
        return false;
    }

    bool look_at_choice(std::size_t i) {
        const SurveyColumn& column = at(i);
        if (!any_of(column, {Meaning::solved, Meaning::outcome}) || column.profile.open ||
            column.profile.distinct() < 2)
            return false;
        std::vector<std::string> good;
        bool                     no = false;
        const auto&              labels = column.column->labels;
        for (const ProfiledValue& value : column.profile.values) {
            if (value.kind == ValueKind::missing || value.kind == ValueKind::not_applicable) continue;
            const auto label = labels.find(value.text);
            const auto answer = yes_or_no(label == labels.end() ? value.folded : folded(label->second));
            if (!answer) return false;
            if (*answer == YesNo::yes) good.push_back(value.text);
            no = no || *answer == YesNo::no;
        }
        if (good.empty() || !no) return false;
        RecognisedItem item;
        item.column = i;
        item.kind = ItemKind::choice;
        item.good = std::move(good);
        item.scale.answers = column.profile.answers();
        found_.items.push_back(std::move(item));
        found_.used[i] = true;
        return true;
    }

    void look_at_rating(std::size_t i) {
        const SurveyColumn& column = at(i);
        auto                scale = scales_.scale_of(i);
        if (!scale) {
            const auto words = scales_.unknown_words(i);
            if (!words.empty() && any_of(column, {Meaning::satisfaction, Meaning::effort, Meaning::rating}))
                say(Notice::Level::warning,
                    fmt::format("{} has numbers and \"{}\": not taken as a rating; say its labels in a model file",
                                quoted(column), shortened(visible(words.front()), 40)));
            return;
        }
        if (!is_rating(i, *scale)) return;
        if (scale->reversed)
            say(Notice::Level::information,
                fmt::format("{}: the legend counts from the best answer; the scale is turned", quoted(column)));
        const ItemKind kind = kind_of(i, *scale);
        add(i, kind, std::move(*scale));
    }

    [[nodiscard]] bool is_rating(std::size_t i, const AnswerScale& scale) const {
        const SurveyColumn&  column = at(i);
        const ColumnProfile& profile = column.profile;
        if (scale.source == ScaleSource::labels) return profile.distinct() > 1 || group_size(i) >= rows_of_a_grid;
        if (is_bipolar(folded(column.column->text))) return false;
        const std::size_t wanted =
            std::max({letters_of(column, Meaning::satisfaction), letters_of(column, Meaning::recommend),
                      letters_of(column, Meaning::effort)});
        if (letters_of(column, Meaning::rank) > wanted || (wanted == 0 && column.match(Meaning::amount) != nullptr))
            return false;
        if (scale.source == ScaleSource::legend) return profile.distinct() > 1;
        if (profile.distinct() < 2 && group_size(i) < rows_of_a_grid) return false;
        const bool strong = any_of(column, {Meaning::recommend, Meaning::satisfaction, Meaning::effort, Meaning::rating,
                                            Meaning::importance, Meaning::performance});
        const bool weak = any_of(column, {Meaning::expectation, Meaning::understood, Meaning::friendly,
                                          Meaning::on_time, Meaning::solved, Meaning::outcome, Meaning::emotion});
        const bool grid = group_size(i) >= rows_of_a_grid && numeric_[column.group] >= rows_of_a_grid;
        if (scale.scale.high == 100) return strong && !grid;
        if (!scale.usual) return strong || grid;
        if (strong || grid || scale.named || scale.known_ends) return true;
        if (scale.scale.size() < 5) return false;
        for (const Meaning meaning : {Meaning::segment, Meaning::touchpoint, Meaning::stage, Meaning::channel,
                                      Meaning::place, Meaning::contact})
            if (column.mainly(meaning)) return false;
        return weak || fills_every_point(scale) || follows(scale);
    }

    /// Whether many columns that fill every point of its scale make it likely that this one, which does not, is on it
    /// too.
    [[nodiscard]] bool follows(const AnswerScale& scale) const {
        constexpr std::size_t many = 5;
        constexpr std::size_t different = 4;
        const auto            filled = filled_.find({scale.scale.low, scale.scale.high});
        return filled != filled_.end() && filled->second >= many && scale.counts.size() >= different;
    }

    /// A second look at what was left, once it is known which scale most columns are on.
    void follow_the_many() {
        for (const RecognisedItem& item : found_.items)
            if (fills_every_point(item.scale)) ++filled_[{item.scale.scale.low, item.scale.scale.high}];
        for (std::size_t i = 0; i < survey_.columns.size() && !filled_.empty(); ++i)
            if (!taken_[i] && !found_.used[i] && !is_something_else(at(i))) look_at_rating(i);
        std::sort(found_.items.begin(), found_.items.end(),
                  [](const RecognisedItem& a, const RecognisedItem& b) { return a.column < b.column; });
    }

    static bool is_numeric(const ColumnProfile& profile) {
        return !profile.open && profile.answers() > 0 && profile.count(ValueKind::whole) * 10 >= profile.answers() * 9;
    }

    /// Numbers that no header explains are a rating where 30 answers use each point of a scale of 5, 7, 10 or 11.
    static bool fills_every_point(const AnswerScale& scale) {
        constexpr std::size_t enough = 30;
        const int             size = scale.scale.size();
        if (scale.answers < enough || (size != 5 && size != 7 && size != 10 && size != 11)) return false;
        for (int point = scale.scale.low; point <= scale.scale.high; ++point)
            if (!scale.counts.contains(point)) return false;
        return true;
    }

    [[nodiscard]] ItemKind kind_of(std::size_t i, const AnswerScale& scale) const {
        if (scale.family == LabelFamily::satisfaction) return ItemKind::satisfaction;
        if (scale.family == LabelFamily::ease) return ItemKind::effort;
        const SurveyColumn& column = at(i);
        const bool          grid = group_size(i) >= rows_of_a_grid;
        if (grid && scale.family) return ItemKind::rating;
        if (scale.family && *scale.family != LabelFamily::agreement) return ItemKind::rating;
        std::size_t satisfaction = letters_of(column, Meaning::satisfaction);
        std::size_t effort = letters_of(column, Meaning::effort);
        if (grid) { // what the whole grid asks, not what a row of it is about
            const std::array<std::string_view, 1> question{column.question};
            satisfaction = effort = 0;
            for (const HeaderMatch& match : header_matches(question)) {
                if (match.meaning == Meaning::satisfaction) satisfaction = match.letters;
                if (match.meaning == Meaning::effort) effort = match.letters;
            }
        }
        const std::size_t other =
            std::max(letters_of(column, Meaning::importance), letters_of(column, Meaning::expectation));
        if (satisfaction > effort && satisfaction >= other) return ItemKind::satisfaction;
        return effort > satisfaction && effort >= other ? ItemKind::effort : ItemKind::rating;
    }

    void add(std::size_t i, ItemKind kind, AnswerScale scale) {
        for (const std::string& remark : scale.remarks) remarks_[remark].push_back(i);
        found_.used[i] = true;
        found_.items.push_back({i, kind, std::move(scale), {}});
    }

    /// What must be said of how answers are read; once, where it is the same for several columns.
    void say_remarks() {
        for (const auto& [remark, columns] : remarks_) {
            const std::string more = columns.size() == 1 ? "" : fmt::format(" and {} more", columns.size() - 1);
            say(Notice::Level::information, fmt::format("{}{}: {}", quoted(at(columns.front())), more, remark));
        }
    }

    const SurveyColumns&                            survey_;
    const AnswerScales&                             scales_;
    const std::vector<bool>&                        taken_;
    Notices&                                        notices_;
    std::vector<std::size_t>                        boxes_, numeric_; ///< columns of a group that are boxes, numbers
    ItemFindings                                    found_;
    std::map<std::pair<int, int>, std::size_t>      filled_;  ///< columns that fill every point, by their scale's ends
    std::map<std::string, std::vector<std::size_t>> remarks_; ///< columns by what must be said of them
};

} // namespace

std::optional<Scale> recommend_scale(const NumberCounts& counts, const ScaleHint& hint, const Place& place) {
    constexpr Scale       zero_to_ten{0, 10};
    constexpr Scale       one_to_ten{1, 10};
    constexpr std::size_t plenty = 20;
    constexpr std::size_t several = 5;
    const bool            zero = counts.contains(0);
    if (counts.contains(11) && !zero && counts.rbegin()->first == 11)
        throw Error(place, "a recommend item is on 0-10, but its answers go up to 11 and none is 0",
                    "if the export writes 0-10 as 1-11, say codes = [1, 11] for it in a model file");
    if (hint.said && hint.said->high != 10) return std::nullopt;
    if (share_on(counts, zero_to_ten) < 0.99) return std::nullopt;
    if (hint.said && hint.said->low == 1 && !zero) return one_to_ten;
    std::size_t answers = 0;
    for (const auto& [number, count] : counts) answers += count;
    const int highest = counts.empty() ? 10 : counts.rbegin()->first;
    if (highest <= 7 && answers >= plenty) return std::nullopt;
    const auto ones = counts.find(1);
    return !zero && ones != counts.end() && ones->second >= several ? one_to_ten : zero_to_ten;
}

ItemFindings recognise_items(const SurveyColumns& survey, const AnswerScales& scales, const std::vector<bool>& taken,
                             Notices& notices) {
    return ItemFinder(survey, scales, taken, notices).find();
}

} // namespace cx
