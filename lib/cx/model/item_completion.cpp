#include <cx/model/item_completion.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/model/column_check.hpp>
#include <cx/model/places.hpp>
#include <cx/model/recognise_items.hpp>

namespace cx::detail {

std::optional<Scale> usual_scale_of(ItemKind kind) {
    if (kind == ItemKind::recommend) return Scale{0, 10};
    if (kind == ItemKind::satisfaction) return Scale{1, 5};
    if (kind == ItemKind::effort) return Scale{1, 7};
    return std::nullopt;
}

namespace {

/// Settles what an item leaves open.
class ItemCompletion {
  public:
    ItemCompletion(const MeasurementModel& model, const SurveyColumns& survey, const AnswerScales& scales,
                   Problems& problems, Notices& notices)
        : model_(model), survey_(survey), scales_(scales), problems_(problems), notices_(notices) {}

    void settle(Item& item) {
        const std::vector<std::size_t> columns = columns_of(item);
        if (columns.empty()) return;
        if (item.kind == ItemKind::choice) return check_good(item, columns.front());
        if (!item.scale_stated && !settle_scale(item, columns)) return;
        if (!check_labels(item)) return;
        for (const std::size_t column : columns) add_texts(item, column);
        if (!item.scale_stated && usual_scale_of(item.kind) == item.scale)
            for (const std::size_t column : columns) check_default(item, column);
    }

  private:
    [[nodiscard]] const Recognition& recognition() const { return survey_.source->recognition; }
    /// @param key  of the item, where the message points
    void problem(const Item& item, const std::string& key, const std::string& found, const std::string& advice) {
        problems_.add(place_in(model_, called(item), key), found, advice);
    }
    /// The item and where its answers are: `item 'a' (column Q1 of survey.csv)`.
    [[nodiscard]] std::string answers_of(const Item& item, std::size_t column) const {
        return fmt::format("{} (column {} of {})", called(item), quoted(recognition().columns[column].code),
                           recognition().file);
    }
    [[nodiscard]] static std::string first_key(const Item& item) { return item.is_pair() ? "performance" : "column"; }
    void say(Notice::Level level, std::string text) { notices_.push_back({level, std::move(text)}); }

    [[nodiscard]] std::vector<std::size_t> columns_of(const Item& item) const {
        std::vector<std::size_t> columns;
        for (const std::string* name : {&item.column, &item.performance, &item.importance, &item.expectation}) {
            if (name->empty()) continue;
            if (const auto column = first_column(recognition(), {*name})) columns.push_back(*column);
        }
        return columns;
    }

    void check_good(const Item& item, std::size_t column) {
        const ColumnProfile& profile = survey_.columns[column].profile;
        if (profile.open || profile.answers() == 0) return;
        const bool found = std::any_of(profile.values.begin(), profile.values.end(), [&](const ProfiledValue& value) {
            return std::any_of(item.good.begin(), item.good.end(),
                               [&](const std::string& good) { return folded(good) == value.folded; });
        });
        if (!found)
            say(Notice::Level::warning,
                fmt::format("item '{}': no answer is one of those that its 'good' names", item.id));
    }

    /// Numbers that the column's answers write, less what the item says is no point.
    [[nodiscard]] NumberCounts numbers(const Item& item, std::size_t column) const {
        NumberCounts counts;
        for (const ProfiledValue& value : survey_.columns[column].profile.values) {
            if (value.kind != ValueKind::whole && !(value.kind == ValueKind::numbered && value.number_first)) continue;
            const auto same = [&](const std::string& text) { return folded(text) == value.folded; };
            if (item.labels.contains(value.folded) || std::any_of(item.missing.begin(), item.missing.end(), same) ||
                std::any_of(item.not_applicable.begin(), item.not_applicable.end(), same))
                continue;
            counts[value.number] += value.count;
        }
        return counts;
    }

    /// Whether the item has a scale that can be worked with; else that is told.
    bool settle_scale(Item& item, const std::vector<std::size_t>& columns) {
        const auto told = scales_.scale_of(columns.front());
        const bool by_words = told && told->family && told->source == ScaleSource::labels;
        const bool by_legend = told && told->source == ScaleSource::legend && !item.codes;
        const auto usual = usual_scale_of(item.kind);
        if (item.kind == ItemKind::recommend && !item.codes && !check_recommend(item, columns.front())) return false;
        if (item.kind != ItemKind::recommend && (by_words || by_legend)) {
            item.scale = told->scale;
            if (usual && *usual != item.scale) say_scale(item, "its labels");
        } else if (usual) {
            item.scale = *usual;
        } else if (item.codes) {
            item.scale = *item.codes;
        } else {
            return recognise_scale(item, columns);
        }
        return true;
    }

    bool check_recommend(const Item& item, std::size_t column) {
        try {
            static_cast<void>(recommend_scale(numbers(item, column), {}, {}));
            return true;
        } catch (const Error& error) {
            problem(item, "column", fmt::format("{}: {}", answers_of(item, column), error.what()), {});
            return false;
        }
    }

    /// The file's own labels; on a scale that it states they are looked at when it is read.
    bool check_labels(const Item& item) {
        bool sound = true;
        for (const auto& [label, point] : item.labels) {
            if (item.scale.holds(point)) continue;
            problem(item, "labels",
                    fmt::format("the label {} of {} is {}, outside its scale {}-{}", quoted(label), called(item), point,
                                item.scale.low, item.scale.high),
                    "say the scale, as in scale = [1, 5], or mend the label");
            sound = false;
        }
        return sound;
    }

    void say_scale(const Item& item, std::string_view by) {
        say(Notice::Level::information,
            fmt::format("item '{}': scale {}-{}, told by {}", item.id, item.scale.low, item.scale.high, by));
    }

    /// The one scale that holds the answers of all the item's columns.
    bool recognise_scale(Item& item, const std::vector<std::size_t>& columns) {
        std::optional<AnswerScale> told;
        for (const std::size_t column : columns) {
            const auto scale = scales_.scale_of(column);
            if (scale && (!told || scale->scale.size() > told->scale.size())) told = scale;
        }
        const bool answered = std::any_of(columns.begin(), columns.end(), [&](std::size_t column) {
            return survey_.columns[column].profile.answers() > 0;
        });
        if (!told && answered)
            problem(item, first_key(item),
                    fmt::format("the answers do not tell the scale of {}", answers_of(item, columns.front())),
                    "say its scale, as in scale = [1, 5], or its labels");
        if (!told) return false;
        item.scale = told->scale;
        say_scale(item, "its answers");
        if (!told->usual)
            say(Notice::Level::warning,
                fmt::format("item '{}': {}-{} is no usual scale; state it", item.id, item.scale.low, item.scale.high));
        if (told->usual && !told->fills)
            say(Notice::Level::warning,
                fmt::format("item '{}': the answers do not reach both ends of {}-{}; state the scale", item.id,
                            item.scale.low, item.scale.high));
        for (const std::string& code : told->missing) {
            item.missing.push_back(code);
            say(Notice::Level::information, fmt::format("item '{}': {} is read as missing", item.id, visible(code)));
        }
        return true;
    }

    /// Labels, and codes that say there is no answer.
    void add_texts(Item& item, std::size_t column) {
        const auto told = scales_.scale_of(column);
        if (!told) return;
        const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& more) {
            for (const std::string& text : more)
                if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
        };
        add(item.not_applicable, told->not_applicable);
        if (told->source == ScaleSource::legend && told->reversed && !item.reversed)
            say(Notice::Level::warning, fmt::format("item '{}': the export's legend counts from the best answer; say "
                                                    "reversed = true if a low answer is the good one",
                                                    item.id));
        for (const std::string& remark : told->remarks)
            if (told->source != ScaleSource::numbers || !told->labels.empty())
                say(Notice::Level::information, fmt::format("item '{}': {}", item.id, remark));
        if (told->source == ScaleSource::labels) return add_labels(item, column, *told);
        for (const auto& [label, point] : told->labels)
            if (item.scale.holds(point)) item.labels.emplace(label, point);
    }

    void add_labels(Item& item, std::size_t column, const AnswerScale& told) {
        std::map<std::string, int> labels = told.labels;
        if (told.scale.size() != item.scale.size()) {
            LabelUse              use;
            std::set<std::string> seen;
            for (const ProfiledValue& value : survey_.columns[column].profile.values) {
                const auto position = label_position(*told.family, value.folded);
                if (position) use.positions.insert(*position);
                if (position) seen.insert(value.folded);
            }
            const auto scale = label_scale(*told.family, use, item.scale.size());
            const bool stated = std::all_of(seen.begin(), seen.end(),
                                            [&](const std::string& label) { return item.labels.contains(label); });
            if (!scale && !stated)
                problem(item, item.scale_stated ? "scale" : first_key(item),
                        fmt::format("the labels of {} are {} points, its scale {}-{} has {}", answers_of(item, column),
                                    told.scale.size(), item.scale.low, item.scale.high, item.scale.size()),
                        "say what each stands for: labels = { \"...\" = 1 }");
            if (!scale) return;
            labels = labels_of(*told.family, *scale, seen);
        }
        for (const auto& [label, point] : labels) item.labels.emplace(label, point - 1 + item.scale.low);
    }

    void check_default(const Item& item, std::size_t column) {
        const NumberCounts counts = numbers(item, column);
        const Scale        codes = item.codes.value_or(item.scale);
        const double       off = 1 - share_on(counts, codes);
        if (off <= 0.01) return;
        const auto  told = number_scale(counts, {});
        std::string advice = "say its scale in the model file";
        if (told) advice = fmt::format("say scale = [{}, {}]", told->scale.low, told->scale.high);
        problem(
            item, first_key(item),
            fmt::format("{:.0f} % of the answers to {} are off {}-{}, the scale of a {} item that says none (they go "
                        "from {} to {})",
                        std::ceil(off * 100), answers_of(item, column), codes.low, codes.high, to_string(item.kind),
                        counts.begin()->first, counts.rbegin()->first),
            advice);
    }

    const MeasurementModel& model_;
    const SurveyColumns&    survey_;
    const AnswerScales&     scales_;
    Problems&               problems_;
    Notices&                notices_;
};

} // namespace

void complete_items(MeasurementModel& model, const SurveyColumns& survey, const AnswerScales& scales,
                    Problems& problems, Notices& notices) {
    ItemCompletion completion(model, survey, scales, problems, notices);
    for (Item& item : model.items) completion.settle(item);
}

} // namespace cx::detail
