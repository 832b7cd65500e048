#include <cx/model/model_items.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include <cx/base/text.hpp>

namespace cx {

namespace {

constexpr std::size_t longest_code = 24;
constexpr std::size_t longest_id = 32;

/// A basic need: customers expect it, and nobody thanks for it.
struct BasicNeed {
    Meaning          meaning;
    std::string_view id;
};

constexpr std::array basic_needs{BasicNeed{Meaning::understood, "understood"}, BasicNeed{Meaning::solved, "solved"},
                                 BasicNeed{Meaning::friendly, "friendly"}, BasicNeed{Meaning::on_time, "on-time"},
                                 BasicNeed{Meaning::effort, "easy"}};

/// What the item says it measures of the pair.
enum class PairSide { none, importance, expectation, performance };

PairSide side_of(std::string_view text) {
    const std::array<std::string_view, 1> header{text};
    for (const HeaderMatch& match : header_matches(header)) {
        if (match.meaning == Meaning::importance) return PairSide::importance;
        if (match.meaning == Meaning::expectation) return PairSide::expectation;
        if (match.meaning == Meaning::performance || match.meaning == Meaning::satisfaction ||
            match.meaning == Meaning::rating)
            return PairSide::performance;
    }
    return PairSide::none;
}

/// Words that turn a statement round: an id without them would say the opposite.
bool is_negation(std::string_view word) {
    constexpr auto negations = std::to_array<std::string_view>(
        {"ei", "eikä", "eivät", "ej", "en", "inte", "kein", "keine", "never", "nicht", "no", "not"});
    return std::find(negations.begin(), negations.end(), word) != negations.end();
}

/// The words an id is made of: those of the code if it is short, else the telling words of the question.
std::string short_id(const SurveyColumn& column) {
    const std::string& code = column.column->code;
    if (display_width(code) <= longest_code) {
        std::string id = slug(code);
        if (!id.empty()) return id;
    }
    constexpr std::size_t most_words = 5;
    std::string           id;
    std::size_t           words = 0;
    for (const std::string& word : header_words(column.name())) {
        if ((is_filler(word) && !is_negation(word)) || words == most_words) continue;
        const std::string part = slug(word);
        if (part.empty() || id.size() + part.size() + 1 > longest_id) continue;
        id += (id.empty() ? "" : "-") + part;
        ++words;
    }
    return id.empty() ? "item" : id;
}

class ModelItemsMaker {
  public:
    ModelItemsMaker(const SurveyColumns& survey, const ItemFindings& findings) : survey_(survey), findings_(findings) {}

    ModelItems make() && {
        for (const RecognisedItem& item : findings_.items) ++of_kind_[item.kind];
        find_pairs();
        for (std::size_t i = 0; i < findings_.items.size(); ++i)
            if (!partner_.contains(i) || partner_.at(i).leads) made_.items.push_back(item_of(i));
        return std::move(made_);
    }

  private:
    struct Partner {
        std::size_t other = 0;
        bool        leads = false;         ///< this one is the performance
        PairSide    side = PairSide::none; ///< of the other
    };

    [[nodiscard]] const SurveyColumn& column_of(std::size_t item) const {
        return survey_.columns[findings_.items[item].column];
    }

    /// What an item of a grid is about, and which side its question is of; by words alone where it stands alone.
    [[nodiscard]] std::pair<std::string, PairSide> subject(std::size_t item) const {
        const SurveyColumn& column = column_of(item);
        const bool          grid = !column.row.empty() && survey_.group_of(findings_.items[item].column).size() > 1;
        if (grid && side_of(column.question) != PairSide::none) return {folded(column.row), side_of(column.question)};
        constexpr std::array sides{Meaning::importance, Meaning::expectation, Meaning::performance,
                                   Meaning::satisfaction, Meaning::rating};
        const std::string&   header = column.column->text;
        std::string          rest = subject_of(header, sides);
        if (rest.empty()) rest = subject_of(column.column->code, sides);
        const std::string& code = column.column->code;
        if (const std::string_view stem = code_stem(code); rest.empty() && !stem.empty()) // imp_3 and perf_3
            rest = code.substr(stem.size());
        const PairSide side = side_of(header);
        if (grid && side == PairSide::none) return {folded(column.row), PairSide::none};
        return {std::move(rest), side};
    }

    void find_pairs() {
        std::map<std::string, std::vector<std::pair<std::size_t, PairSide>>> subjects;
        for (std::size_t i = 0; i < findings_.items.size(); ++i) {
            const ItemKind kind = findings_.items[i].kind;
            if (kind == ItemKind::choice || kind == ItemKind::recommend) continue;
            auto [words, side] = subject(i);
            if (!words.empty()) subjects[std::move(words)].emplace_back(i, side);
        }
        for (const auto& [words, items] : subjects) {
            if (items.size() != 2) continue;
            const auto wanted = [](PairSide side) {
                return side == PairSide::importance || side == PairSide::expectation;
            };
            const auto [first, second] = std::pair{items[0], items[1]};
            if (wanted(first.second) == wanted(second.second)) continue;
            const auto [asked, got] = wanted(first.second) ? std::pair{first, second} : std::pair{second, first};
            if (!same_scale(asked.first, got.first)) continue;
            partner_[got.first] = {asked.first, true, asked.second};
            partner_[asked.first] = {got.first, false, PairSide::performance};
        }
    }

    [[nodiscard]] bool same_scale(std::size_t a, std::size_t b) const {
        const AnswerScale& one = findings_.items[a].scale;
        const AnswerScale& other = findings_.items[b].scale;
        return one.scale == other.scale && one.reversed == other.reversed &&
               (one.labels.empty() == other.labels.empty());
    }

    std::string unique(std::string id) {
        if (ids_.insert(id).second) return id;
        for (int& number = next_.emplace(id, 2).first->second;; ++number) {
            std::string next = fmt::format("{}-{}", id, number);
            if (ids_.insert(next).second) return next;
        }
    }

    std::string id_of(std::size_t i) {
        const ItemKind kind = findings_.items[i].kind;
        const bool     only = kind != ItemKind::rating && kind != ItemKind::choice && of_kind_[kind] == 1;
        return unique(only ? std::string(to_string(kind)) : short_id(column_of(i)));
    }

    static void copy_scale(const AnswerScale& scale, Item& item) {
        item.scale = scale.scale;
        item.reversed = scale.reversed;
        item.labels.insert(scale.labels.begin(), scale.labels.end());
        item.missing.insert(item.missing.end(), scale.missing.begin(), scale.missing.end());
        item.not_applicable.insert(item.not_applicable.end(), scale.not_applicable.begin(), scale.not_applicable.end());
    }

    /// Whether a row of a grid is called as one of another grid.
    [[nodiscard]] bool is_ambiguous(const SurveyColumn& column) const {
        if (column.row.empty()) return false;
        const auto same =
            std::count_if(findings_.items.begin(), findings_.items.end(), [&](const RecognisedItem& item) {
                return survey_.columns[item.column].name() == column.name();
            });
        return same > 1;
    }

    Item item_of(std::size_t i) {
        const RecognisedItem& found = findings_.items[i];
        const SurveyColumn&   column = column_of(i);
        Item                  item;
        item.text =
            one_line(is_ambiguous(column) ? fmt::format("{} ({})", column.row, column.question) : column.name());
        item.kind = found.kind;
        item.good = found.good;
        copy_scale(found.scale, item);
        const auto partner = partner_.find(i);
        if (partner == partner_.end()) {
            item.id = id_of(i);
            item.column = column.column->code;
        } else {
            item.id = unique(pair_id(i));
            item.kind = ItemKind::rating;
            item.performance = column.column->code;
            const RecognisedItem& other = findings_.items[partner->second.other];
            (partner->second.side == PairSide::importance ? item.importance : item.expectation) =
                survey_.columns[other.column].column->code;
            copy_scale(other.scale, item);
            item.missing.erase(std::unique(item.missing.begin(), item.missing.end()), item.missing.end());
            item.not_applicable.erase(std::unique(item.not_applicable.begin(), item.not_applicable.end()),
                                      item.not_applicable.end());
        }
        if (item.kind != ItemKind::recommend) propose_promise(column, item);
        return item;
    }

    [[nodiscard]] std::string pair_id(std::size_t i) const {
        constexpr std::array sides{Meaning::importance, Meaning::expectation, Meaning::performance,
                                   Meaning::satisfaction, Meaning::rating};
        const SurveyColumn&  column = column_of(i);
        std::string          id = slug(subject_of(column.name(), sides));
        if (id.empty()) return short_id(column);
        if (id.size() > longest_id) id = short_id(column);
        return id;
    }

    void propose_promise(const SurveyColumn& column, Item& item) {
        const std::array<std::string_view, 1> header{column.name()};
        for (const HeaderMatch& match : header_matches(header)) {
            const auto       need = std::find_if(basic_needs.begin(), basic_needs.end(),
                                                 [&](const BasicNeed& basic) { return basic.meaning == match.meaning; });
            constexpr double least_share = 0.2; // a word in a long question is about something else
            if (need == basic_needs.end() || match.share < least_share) continue;
            item.promise = need->id;
            const bool known = std::any_of(made_.promises.begin(), made_.promises.end(),
                                           [&](const Promise& promise) { return promise.id == need->id; });
            if (known) return;
            Promise promise;
            promise.id = need->id;
            promise.need = Need::basic;
            made_.promises.push_back(std::move(promise));
            return;
        }
    }

    const SurveyColumns&            survey_;
    const ItemFindings&             findings_;
    std::map<std::size_t, Partner>  partner_;
    std::set<std::string>           ids_;
    std::map<std::string, int>      next_; ///< number of the next item that would bear the id
    std::map<ItemKind, std::size_t> of_kind_;
    ModelItems                      made_;
};

} // namespace

ModelItems model_items(const SurveyColumns& survey, const ItemFindings& findings) {
    return ModelItemsMaker(survey, findings).make();
}

} // namespace cx
