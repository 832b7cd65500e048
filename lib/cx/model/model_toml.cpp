#include <cx/model/model_toml.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/model/column_check.hpp>
#include <cx/model/toml_text.hpp>

namespace cx {

namespace {

using detail::toml_comment;
using detail::toml_list;
using detail::toml_number;
using detail::toml_scale;
using detail::toml_text;
using detail::toml_text_or_list;
using detail::TomlBlock;

std::string heading(const MeasurementModel& model, const Recognition& recognition) {
    const std::string of = recognition.file.empty() ? "a survey" : recognition.file;
    if (!model.recognised) return toml_comment(fmt::format("Measurement model of {}.", of));
    return toml_comment(fmt::format("Measurement model of {}, recognised from its headers and answers.", of)) +
           toml_comment("Read it through, mend what is wrong, and keep it as cx.toml beside the survey.");
}

std::string survey_table(const SurveySettings& survey) {
    TomlBlock  block("[survey]");
    const auto text = [&block](const char* key, const std::string& value, const char* example, const char* remark) {
        if (!value.empty())
            block.add_text(key, value);
        else
            block.propose(key, toml_text(example), remark);
    };
    text("title", survey.title, "Customer survey", "");
    block.add_text("proposition", survey.proposition);
    block.add_text("owner", survey.owner);
    text("language", survey.language, "en", "of reports: fi, en, sv");
    text("timezone", survey.timezone, "Europe/Helsinki", "dates with an offset are moved to it");
    if (survey.confidence)
        block.add("confidence", toml_number(*survey.confidence));
    else
        block.propose("confidence", "0.95", "of intervals");
    if (survey.minimum_n)
        block.add("minimum_n", std::to_string(*survey.minimum_n));
    else
        block.propose("minimum_n", "5", "fewer answers than this are never shown");
    block.add_text("baseline", survey.baseline);
    return block.text();
}

std::string columns_table(const ColumnRoles& columns) {
    TomlBlock  block("[columns]");
    const auto first_of = [&block](const char* key, const std::vector<std::string>& names) {
        if (!names.empty()) block.add(key, toml_text_or_list(names));
    };
    first_of("response", columns.response);
    first_of("respondent", columns.respondent);
    first_of("date", columns.date);
    if (columns.date_order) {
        constexpr std::array<std::string_view, 3> orders{"\"ymd\"", "\"dmy\"", "\"mdy\""};
        block.add("date_order", std::string(orders.at(static_cast<std::size_t>(*columns.date_order))));
    }
    first_of("weight", columns.weight);
    first_of("touchpoint", columns.touchpoint);
    first_of("stage", columns.stage);
    first_of("channel", columns.channel);
    first_of("contact", columns.contact);
    block.add_texts("comment", columns.comment);
    block.add_texts("segments", columns.segments);
    block.add_texts("personal", columns.personal);
    if (block.empty())
        block.propose("date", toml_text("Date"), "the header of the column that has the day of a response");
    return block.text();
}

std::string answers_table(const AnswerTexts& answers) {
    const AnswerTexts usual = default_answer_texts();
    TomlBlock         block("[answers]");
    const auto        texts = [&block](const char* key, const auto& of_model, const auto& of_all) {
        if (of_model != of_all) block.add(key, toml_list(of_model));
    };
    texts("missing", answers.missing, usual.missing);
    texts("not_applicable", answers.not_applicable, usual.not_applicable);
    if (block.empty())
        block.propose("missing", toml_list(usual.missing),
                      "answers that are none; a list here takes the place of this one");
    return block.text();
}

std::string promise_table(const Promise& promise) {
    TomlBlock block("[[promise]]");
    block.add("id", toml_text(promise.id));
    block.add_text("text", promise.text);
    block.add_text("need", std::string(to_string(promise.need)));
    if (promise.minimum) block.add("minimum", toml_number(*promise.minimum));
    if (promise.kept_at) block.add("kept_at", toml_number(*promise.kept_at));
    block.add_texts("excludes", promise.excludes);
    block.add_texts("practice", promise.practice);
    block.add_text("owner", promise.owner);
    return block.text();
}

std::string stage_table(const Stage& stage) {
    TomlBlock block("[[stage]]");
    block.add("id", toml_text(stage.id));
    block.add_text("name", stage.name);
    return block.text();
}

std::string touchpoint_table(const Touchpoint& touchpoint) {
    TomlBlock block("[[touchpoint]]");
    block.add("id", toml_text(touchpoint.id));
    block.add_text("name", touchpoint.name);
    block.add_text("stage", touchpoint.stage);
    block.add_text("channel", touchpoint.channel);
    if (!touchpoint.owners.empty()) block.add("owner", toml_text_or_list(touchpoint.owners));
    if (touchpoint.critical) block.add("critical", "true");
    block.add_texts("critical_for", touchpoint.critical_for);
    block.add_texts("match", touchpoint.match);
    return block.text();
}

/// What the export's columns ask, by the names that items call them.
class Questions {
  public:
    explicit Questions(const Recognition& recognition) {
        for (const Column& column : recognition.columns) texts_.emplace(column.code, column.text);
    }
    [[nodiscard]] std::string of(const std::string& column) const {
        const auto found = texts_.find(column);
        return found == texts_.end() ? std::string() : found->second;
    }

  private:
    std::map<std::string, std::string> texts_;
};

std::string question_comment(const Item& item, const Questions& questions) {
    if (!item.is_pair()) {
        const std::string question = questions.of(item.column);
        return toml_comment(question.empty() ? item.text : question);
    }
    std::string made;
    const auto  part = [&](const char* role, const std::string& column) {
        if (column.empty()) return;
        const std::string question = questions.of(column);
        made += toml_comment(fmt::format("{}: {}", role, question.empty() ? column : question));
    };
    part("performance", item.performance);
    part("importance", item.importance);
    part("expectation", item.expectation);
    return made;
}

void add_scale(TomlBlock& block, const Item& item) {
    if (item.kind == ItemKind::choice) return;
    block.add("scale", toml_scale(item.scale));
    if (item.codes) block.add("codes", toml_scale(*item.codes));
    if (item.reversed) block.add("reversed", "true");
    if (item.promoters) block.add("promoters", std::to_string(*item.promoters));
    if (item.detractors) block.add("detractors", std::to_string(*item.detractors));
    if (item.top) block.add("top", std::to_string(*item.top));
    if (!item.labels.empty()) block.add("labels", detail::toml_points(item.labels));
}

std::string item_table(const Item& item) {
    TomlBlock block("[[item]]");
    block.add("id", toml_text(item.id));
    if (item.text != item.id) block.add_text("text", item.text);
    if (item.kind != ItemKind::rating) block.add_text("kind", std::string(to_string(item.kind)));
    block.add_text("column", item.column);
    block.add_text("performance", item.performance);
    block.add_text("importance", item.importance);
    block.add_text("expectation", item.expectation);
    add_scale(block, item);
    if (item.kind == ItemKind::choice) block.add("good", toml_list(item.good));
    block.add_texts("missing", item.missing);
    block.add_texts("not_applicable", item.not_applicable);
    block.add_text("touchpoint", item.touchpoint);
    block.add_text("promise", item.promise);
    block.add_text("need", std::string(to_string(item.need)));
    if (item.threshold) block.add("threshold", toml_number(*item.threshold));
    block.add_texts("waves", item.waves);
    return block.text();
}

/// Columns that are left over, for people to look through.
std::string unused_part(const MeasurementModel& model, const Recognition& recognition) {
    constexpr std::size_t most_listed = 500;
    const auto            unused = unused_columns(model, recognition);
    if (unused.empty()) return {};
    std::string made = "\n# Columns that nothing above uses:\n";
    for (std::size_t i = 0; i < std::min(unused.size(), most_listed); ++i) {
        const Column& column = recognition.columns[unused[i]];
        made += toml_comment(column.text == column.code ? fmt::format("- {}", column.code)
                                                        : fmt::format("- {}: {}", column.code, column.text));
    }
    if (unused.size() > most_listed) made += fmt::format("# and {} more\n", unused.size() - most_listed);
    return made;
}

std::string journey_table(const Journey& journey) {
    TomlBlock block("[[journey]]");
    block.add("id", toml_text(journey.id));
    block.add_text("name", journey.name);
    block.add_texts("stages", journey.stages);
    if (!journey.segment.empty()) block.add("segment", toml_text_or_list(journey.segment));
    return block.text();
}

std::string target_table(const Target& target) {
    TomlBlock block("[[target]]");
    block.add("metric", toml_text(target.metric));
    if (target.is_segment)
        block.add("segment", toml_text(fmt::format("{}={}", target.dimension, target.group)));
    else if (!target.dimension.empty())
        block.add(target.dimension, toml_text(target.group));
    block.add_text("item", target.item);
    if (target.at_least) block.add("at_least", toml_number(*target.at_least));
    if (target.at_most) block.add("at_most", toml_number(*target.at_most));
    block.add_text("by", target.by);
    if (target.certain) block.add("rule", toml_text("certain"));
    if (target.minimum_n != Target{}.minimum_n) block.add("min_n", std::to_string(target.minimum_n));
    block.add_text("owner", target.owner);
    return block.text();
}

} // namespace

std::string to_toml(const MeasurementModel& model, const Recognition& recognition) {
    std::string made = heading(model, recognition);
    made += '\n' + survey_table(model.survey);
    made += '\n' + columns_table(model.columns);
    made += '\n' + answers_table(model.answers);
    if (!model.promises.empty())
        made += "\n# What customers are promised. basic: they expect it; differentiating: they choose you for it.\n";
    for (std::size_t i = 0; i < model.promises.size(); ++i)
        made += (i > 0 ? "\n" : "") + promise_table(model.promises[i]);
    for (const Journey& journey : model.journeys) made += '\n' + journey_table(journey);
    for (const Stage& stage : model.stages) made += '\n' + stage_table(stage);
    for (const Touchpoint& touchpoint : model.touchpoints) made += '\n' + touchpoint_table(touchpoint);
    const Questions questions(recognition);
    for (const Item& item : model.items) made += '\n' + question_comment(item, questions) + item_table(item);
    for (const Target& target : model.targets) made += '\n' + target_table(target);
    return made + unused_part(model, recognition);
}

} // namespace cx
