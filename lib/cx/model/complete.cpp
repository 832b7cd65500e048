#include <cx/model/recognise.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/base/text.hpp>
#include <cx/model/answer_scales.hpp>
#include <cx/model/date_findings.hpp>
#include <cx/model/model_items.hpp>
#include <cx/model/recognise_items.hpp>
#include <cx/model/recognition_notices.hpp>
#include <cx/model/survey_columns.hpp>

namespace cx {

namespace {

constexpr std::string_view file_name_as_column = "@file";
constexpr std::size_t      shown_width = 60;

std::string shown(std::string_view text) { return shortened(visible(one_line(text)), shown_width); }

std::optional<std::size_t> first_column(const Recognition& recognition, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        if (const auto column = find_column(recognition, name)) return column;
    return std::nullopt;
}

/// Looks every named column up and lists those that are not there.
class ColumnCheck {
  public:
    explicit ColumnCheck(const Recognition& recognition) : recognition_(recognition) {}

    void item(const Item& item) {
        if (!item.waves.empty()) return; // asked in other waves, perhaps, than this file's
        for (const std::string* name : {&item.column, &item.performance, &item.importance, &item.expectation})
            if (!name->empty()) one_of({*name}, fmt::format("item '{}'", item.id));
    }

    void one_of(const std::vector<std::string>& names, std::string_view whose) {
        if (names.empty() || std::find(names.begin(), names.end(), file_name_as_column) != names.end()) return;
        if (first_column(recognition_, names)) return;
        std::string line = fmt::format("there is no column '{}' ({})", shown(names.front()), whose);
        if (const auto meant = nearest(names.front(), candidates()))
            line += fmt::format("; did you mean '{}'?", shown(*meant));
        lines_ += (lines_.empty() ? "" : "\n") + line;
    }

    void each(const std::vector<std::string>& names, std::string_view whose) {
        for (const std::string& name : names) one_of({name}, whose);
    }

    void fail_if_missing() const {
        if (!lines_.empty())
            throw Error(Place{recognition_.file, 0, 0, {}}, lines_,
                        "name columns by their header or by the export's short code");
    }

  private:
    const std::vector<std::string>& candidates() {
        if (!candidates_.empty()) return candidates_;
        for (const Column& column : recognition_.columns) {
            candidates_.push_back(column.code);
            if (column.text != column.code) candidates_.push_back(column.text);
        }
        return candidates_;
    }

    const Recognition&       recognition_;
    std::vector<std::string> candidates_;
    std::string              lines_;
};

void check_columns(const MeasurementModel& model, const Recognition& recognition) {
    ColumnCheck        check(recognition);
    const ColumnRoles& roles = model.columns;
    for (const Item& item : model.items) check.item(item);
    check.one_of(roles.response, "columns.response");
    check.one_of(roles.respondent, "columns.respondent");
    check.one_of(roles.date, "columns.date");
    check.one_of(roles.weight, "columns.weight");
    check.one_of(roles.touchpoint, "columns.touchpoint");
    check.one_of(roles.stage, "columns.stage");
    check.one_of(roles.channel, "columns.channel");
    check.one_of(roles.contact, "columns.contact");
    check.each(roles.comment, "columns.comment");
    check.each(roles.segments, "columns.segments");
    check.each(roles.personal, "columns.personal");
    check.fail_if_missing();
}

std::optional<Scale> default_scale(ItemKind kind) {
    if (kind == ItemKind::recommend) return Scale{0, 10};
    if (kind == ItemKind::satisfaction) return Scale{1, 5};
    if (kind == ItemKind::effort) return Scale{1, 7};
    return std::nullopt;
}

/// Settles what an item leaves open.
class ItemCompletion {
  public:
    ItemCompletion(const SurveyColumns& survey, const AnswerScales& scales, Notices& notices)
        : survey_(survey), scales_(scales), notices_(notices) {}

    void settle(Item& item) {
        const std::vector<std::size_t> columns = columns_of(item);
        if (columns.empty()) return;
        if (item.kind == ItemKind::choice) return check_good(item, columns.front());
        if (!item.scale_stated) settle_scale(item, columns);
        for (const std::size_t column : columns) add_texts(item, column);
        if (!item.scale_stated && default_scale(item.kind) == item.scale)
            for (const std::size_t column : columns) check_default(item, column);
    }

  private:
    [[nodiscard]] const Recognition& recognition() const { return survey_.source->recognition; }
    [[nodiscard]] Place              place_of(std::size_t column) const {
                     return {recognition().file, 0, 0, recognition().columns[column].code};
    }
    void say(Notice::Level level, std::string text) { notices_.push_back({level, std::move(text)}); }

    [[nodiscard]] std::vector<std::size_t> columns_of(const Item& item) const {
        std::vector<std::size_t> columns;
        for (const std::string* name : {&item.column, &item.performance, &item.importance, &item.expectation}) {
            if (name->empty()) continue;
            if (const auto column = find_column(recognition(), *name)) columns.push_back(*column);
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

    void settle_scale(Item& item, const std::vector<std::size_t>& columns) {
        const auto told = scales_.scale_of(columns.front());
        const bool by_words = told && told->family && told->source == ScaleSource::labels;
        const bool by_legend = told && told->source == ScaleSource::legend && !item.codes;
        const auto usual = default_scale(item.kind);
        if (item.kind == ItemKind::recommend && !item.codes)
            (void)recommend_scale(numbers(item, columns.front()), {}, place_of(columns.front()));
        if (item.kind != ItemKind::recommend && (by_words || by_legend)) {
            item.scale = told->scale;
            if (usual && *usual != item.scale) say_scale(item, "its labels");
        } else if (usual) {
            item.scale = *usual;
        } else if (item.codes) {
            item.scale = *item.codes;
        } else {
            recognise_scale(item, columns);
        }
    }

    void say_scale(const Item& item, std::string_view by) {
        say(Notice::Level::information,
            fmt::format("item '{}': scale {}-{}, told by {}", item.id, item.scale.low, item.scale.high, by));
    }

    /// The one scale that holds the answers of all the item's columns.
    void recognise_scale(Item& item, const std::vector<std::size_t>& columns) {
        std::optional<AnswerScale> told;
        for (const std::size_t column : columns) {
            const auto scale = scales_.scale_of(column);
            if (scale && (!told || scale->scale.size() > told->scale.size())) told = scale;
        }
        const bool answered = std::any_of(columns.begin(), columns.end(), [&](std::size_t column) {
            return survey_.columns[column].profile.answers() > 0;
        });
        if (!told && answered)
            throw Error(place_of(columns.front()),
                        fmt::format("the answers do not tell the scale of item '{}'", item.id),
                        "say its scale, as in scale = [1, 5], or its labels");
        if (!told) return;
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
                throw Error(place_of(column),
                            fmt::format("the labels of item '{}' are {} points, its scale {}-{} has {}", item.id,
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
        throw Error(place_of(column),
                    fmt::format("{:.0f} % of the answers to item '{}' are off {}-{}, the scale of a {} item that says "
                                "none (they go from {} to {})",
                                std::ceil(off * 100), item.id, codes.low, codes.high, to_string(item.kind),
                                counts.begin()->first, counts.rbegin()->first),
                    advice);
    }

    const SurveyColumns& survey_;
    const AnswerScales&  scales_;
    Notices&             notices_;
};

void settle_date_order(MeasurementModel& model, const Export& source) {
    ColumnRoles& roles = model.columns;
    if (roles.date_order || roles.date.empty() || roles.date.front() == file_name_as_column) return;
    const auto column = first_column(source.recognition, roles.date);
    if (!column) return;
    const DateFindings findings = date_findings(source.sample, *column);
    if (findings.matters)
        throw Error(Place{source.recognition.file, 0, 0, source.recognition.columns[*column].code},
                    "the dates read both as day before month and as month before day",
                    "say date_order = \"dmy\" or \"mdy\" in [columns]");
    roles.date_order = findings.order;
}

void recognise_items_of(MeasurementModel& model, const SurveyColumns& survey, const AnswerScales& scales,
                        Notices& notices) {
    const Recognition& recognition = survey.source->recognition;
    std::vector<bool>  taken(survey.columns.size());
    const ColumnRoles& roles = model.columns;
    for (const auto* names :
         {&roles.response, &roles.respondent, &roles.date, &roles.weight, &roles.touchpoint, &roles.stage,
          &roles.channel, &roles.contact, &roles.comment, &roles.segments, &roles.personal})
        for (const std::string& name : *names)
            if (const auto column = find_column(recognition, name)) taken[*column] = true;
    const ItemFindings findings = recognise_items(survey, scales, taken, notices);
    ModelItems         items = model_items(survey, findings);
    model.items = std::move(items.items);
    for (Item& item : model.items) { // promises are the file's own to make
        const bool made = std::any_of(model.promises.begin(), model.promises.end(),
                                      [&](const Promise& promise) { return promise.id == item.promise; });
        if (!made) item.promise.clear();
    }
    announce_items(model, survey, findings, notices);
}

} // namespace

void complete_model(MeasurementModel& model, const Export& source, Notices& notices) {
    check_columns(model, source.recognition);
    settle_date_order(model, source);
    const SurveyColumns survey = survey_columns(source, model.answers);
    const AnswerScales  scales(survey);
    if (model.items.empty()) return recognise_items_of(model, survey, scales, notices);
    ItemCompletion completion(survey, scales, notices);
    for (Item& item : model.items) completion.settle(item);
}

} // namespace cx
