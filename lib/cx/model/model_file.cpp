#include <cx/model/model_file.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include <cx/base/calendar.hpp>
#include <cx/base/digest.hpp>
#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/model/column_roles.hpp>
#include <cx/model/item_reader.hpp>
#include <cx/model/journey_reader.hpp>
#include <cx/model/later_tables.hpp>
#include <cx/model/places.hpp>
#include <cx/model/problems.hpp>
#include <cx/model/promise_reader.hpp>
#include <cx/model/references.hpp>
#include <cx/model/source_reader.hpp>
#include <cx/model/table_reader.hpp>
#include <cx/model/target_checks.hpp>
#include <cx/model/target_reader.hpp>
#include <cx/model/toml_document.hpp>

namespace cx {

namespace {

using detail::Problems;
using detail::References;
using detail::TableReader;
using detail::TomlNode;

// Beyond any model, even of as many items as an export can have columns: an export named by mistake stops here.
constexpr std::size_t largest_file = std::size_t{64} << 20U;

void check_timezone(TableReader& table, const std::string& name) {
    if (name.empty()) return;
    try {
        static_cast<void>(TimeZone(name));
    } catch (const Error& error) {
        table.problem("timezone", fmt::format("'timezone' in [survey]: {}", error.what()));
    }
}

SurveySettings read_survey(TableReader& table) {
    SurveySettings survey;
    survey.title = table.text("title");
    survey.proposition = table.text("proposition");
    survey.owner = table.text("owner");
    survey.baseline = table.text("baseline");
    constexpr std::array languages{"fi", "en", "sv"};
    if (const auto language = table.word("language", {"fi", "en", "sv"})) survey.language = languages.at(*language);
    survey.timezone = table.name("timezone");
    check_timezone(table, survey.timezone);
    survey.confidence = table.number("confidence");
    if (survey.confidence && !(*survey.confidence > 0 && *survey.confidence < 1))
        table.problem(
            "confidence",
            fmt::format("'confidence' in [survey] is {}, expected more than 0 and less than 1", *survey.confidence),
            "95 percent is 0.95");
    survey.minimum_n = table.whole("minimum_n");
    if (survey.minimum_n && *survey.minimum_n < 1)
        table.problem("minimum_n", fmt::format("'minimum_n' in [survey] is {}, expected at least 1", *survey.minimum_n),
                      "it is the least number of answers that a figure is shown for");
    return survey;
}

std::vector<std::string> all_folded(const std::vector<std::string>& texts) {
    std::vector<std::string> made;
    made.reserve(texts.size());
    for (const std::string& text : texts) made.push_back(folded(text));
    return made;
}

AnswerTexts read_answers(TableReader& table) {
    AnswerTexts answers = default_answer_texts();
    const auto  missing = table.texts("missing");
    const auto  not_applicable = table.texts("not_applicable");
    if (table.has("missing")) answers.missing = all_folded(missing);
    if (table.has("not_applicable")) answers.not_applicable = all_folded(not_applicable);
    return answers;
}

Stage read_stage(TableReader& table, References& references, Problems& problems) {
    Stage stage;
    stage.id = detail::read_id(table, "stage", references, problems);
    stage.name = table.text("name");
    return stage;
}

Touchpoint read_touchpoint(TableReader& table, References& references, Problems& problems) {
    Touchpoint touchpoint;
    touchpoint.id = detail::read_id(table, "touchpoint", references, problems);
    if (touchpoint.id == detail::critical_touchpoints)
        table.problem("id", "the id 'critical' of a [[touchpoint]] is kept for all critical ones in a [[target]]",
                      "give it another id");
    touchpoint.name = table.text("name");
    touchpoint.stage = table.id("stage");
    references.refer("stage", touchpoint.stage, table.at("stage"), "'stage' in [[touchpoint]]");
    touchpoint.channel = table.text("channel");
    touchpoint.owners = table.names("owner");
    touchpoint.critical = table.flag("critical");
    touchpoint.critical_for = table.conditions("critical_for");
    touchpoint.match = table.names("match");
    return touchpoint;
}

ColumnRoles read_columns(TableReader& table, MeasurementModel& model) {
    ColumnRoles columns = detail::read_columns(table);
    for (const detail::ColumnRole& role : detail::column_roles())
        detail::keep_places(model, fmt::format("columns.{}", role.key), table, role.key, columns.*role.names);
    return columns;
}

/// Reads the one table of that name; as if it were empty where it is left out.
template <typename Read> auto read_one(TableReader& file, const std::string& name, Problems& problems, Read read) {
    const TomlNode  nothing;
    const TomlNode* node = file.table(name);
    TableReader     table(node == nullptr ? nothing : *node, fmt::format("[{}]", name), problems);
    auto            made = read(table);
    table.finish();
    return made;
}

/// Reads every table of that name.
template <typename Read> auto read_each(TableReader& file, const std::string& name, Problems& problems, Read read) {
    std::vector<decltype(read(file))> made;
    for (const TomlNode* node : file.tables(name)) {
        TableReader table(*node, fmt::format("[[{}]]", name), problems);
        made.push_back(read(table));
        table.finish();
    }
    return made;
}

std::string contents(const std::string& file) {
    const auto close = [](std::FILE* opened) { static_cast<void>(std::fclose(opened)); };
    const std::unique_ptr<std::FILE, decltype(close)> opened(std::fopen(file.c_str(), "rb"), close);
    Place                                             place;
    place.file = file;
    const auto reason = [] { return std::generic_category().message(errno); };
    if (!opened) throw Error(place, fmt::format("the model file cannot be opened: {}", reason()), "is the path right?");
    std::string                 bytes;
    std::array<char, 1U << 16U> block{};
    while (bytes.size() <= largest_file) {
        const std::size_t got = std::fread(block.data(), 1, block.size(), opened.get());
        if (std::ferror(opened.get()) != 0)
            throw Error(place, fmt::format("the model file cannot be read: {}", reason()));
        if (got == 0) return bytes;
        bytes.append(block.data(), got);
    }
    throw Error(place, "the model file is over 64 MiB, which no model is", "is it an export?");
}

} // namespace

MeasurementModel read_model(const std::string& file) { return parse_model(contents(file), file); }

MeasurementModel parse_model(std::string_view toml, const std::string& name) {
    const TomlNode   root = detail::parse_toml(toml, name);
    MeasurementModel model;
    model.file = name;
    model.sha256 = sha256(toml);
    model.source = std::make_shared<const std::string>(toml);
    Problems    problems(name, *model.source);
    References  references;
    TableReader file(root, {}, problems);
    model.survey = read_one(file, "survey", problems, read_survey);
    model.columns = read_one(file, "columns", problems, [&](TableReader& table) { return read_columns(table, model); });
    model.answers = read_one(file, "answers", problems, [&](TableReader& table) {
        detail::keep_places(model, "answers", table, {"missing", "not_applicable"});
        return read_answers(table);
    });
    model.promises = read_each(file, "promise", problems, [&](TableReader& table) {
        Promise promise = detail::read_promise(table, references, problems);
        detail::keep_places(model, detail::called(promise), table, {"minimum"});
        return promise;
    });
    model.stages =
        read_each(file, "stage", problems, [&](TableReader& table) { return read_stage(table, references, problems); });
    model.touchpoints = read_each(file, "touchpoint", problems, [&](TableReader& table) {
        Touchpoint touchpoint = read_touchpoint(table, references, problems);
        detail::keep_places(model, detail::called(touchpoint), table, "critical_for", touchpoint.critical_for);
        return touchpoint;
    });
    detail::read_items(file.tables("item"), model, references, problems);
    detail::read_journeys(file.tables("journey"), model, references, problems);
    detail::read_targets(file.tables("target"), model, references, problems);
    detail::read_sources(file.tables("source"), model, problems);
    model.unused_tables = detail::check_later_tables(file, problems);
    file.finish();
    references.check(problems);
    detail::check_levels(model, true, problems);
    detail::check_targets(model, problems);
    problems.raise();
    return model;
}

} // namespace cx
