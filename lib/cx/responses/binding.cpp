#include <cx/responses/binding.hpp>

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/model/made_items.hpp>

namespace cx {

namespace {

/// Whether a name ends so, in capital letters or small ones.
bool has_ending(std::string_view name, std::string_view ending) {
    name.remove_prefix(name.size() - ending.size());
    return std::equal(name.begin(), name.end(), ending.begin(), [](char written, char small) {
        return written == small || (small != '.' && written == static_cast<char>(small - 'a' + 'A'));
    });
}

/// The file's name without folder and endings: what `@file` means.
std::string stem_of(const std::string& file) {
    const std::size_t slash = file.find_last_of('/');
    std::string       name = slash == std::string::npos ? file : file.substr(slash + 1);
    for (const std::string_view ending : {".gz", ".zst", ".xz", ".zip", ".csv", ".tsv", ".txt"}) {
        if (name.size() > ending.size() && has_ending(name, ending)) name.resize(name.size() - ending.size());
    }
    return name;
}

std::size_t needed_column(const Recognition& recognition, const std::string& name, const std::string& what) {
    if (const auto column = find_column(recognition, name)) return *column;
    std::vector<std::string> codes;
    for (const Column& column : recognition.columns) codes.push_back(column.code);
    const auto meant = nearest(name, codes);
    throw Error(Place{recognition.file, 0, 0, {}}, fmt::format("there is no column '{}' for {}", name, what),
                meant ? fmt::format("did you mean '{}'?", *meant) : "cx model lists the columns");
}

/// The first of the alternatives that exists; nothing when none is named, and for `@file`, which is no column.
std::optional<std::size_t> role_column(const Recognition& recognition, const std::vector<std::string>& alternatives,
                                       const std::string& what) {
    for (const std::string& name : alternatives) {
        if (name == "@file") return std::nullopt;
        if (const auto column = find_column(recognition, name)) return column;
    }
    if (alternatives.empty()) return std::nullopt;
    return needed_column(recognition, alternatives.front(), what);
}

/// The same for what differs from row to row, which a file's name cannot say.
std::optional<std::size_t> row_column(const Recognition& recognition, const std::vector<std::string>& alternatives,
                                      const std::string& what) {
    const auto column = role_column(recognition, alternatives, what);
    if (column || alternatives.empty()) return column;
    throw Error(Place{recognition.file, 0, 0, {}}, fmt::format("the file's name cannot hold the {} of its rows", what),
                "name a column in cx.toml instead of @file");
}

std::optional<std::size_t> dimension_column(const MeasurementModel& model, const Recognition& recognition,
                                            const RowDimension& dimension) {
    switch (dimension.source) {
    case RowDimension::Source::period:
    case RowDimension::Source::file:
    case RowDimension::Source::wave:
    case RowDimension::Source::journey: // follows from other dimensions
        return std::nullopt;
    case RowDimension::Source::touchpoint:
    case RowDimension::Source::owner:
        return role_column(recognition, model.columns.touchpoint, "touchpoints");
    case RowDimension::Source::stage:
        return role_column(recognition, model.columns.stage, "stages");
    case RowDimension::Source::channel:
        return role_column(recognition, model.columns.channel, "channels");
    case RowDimension::Source::column:
        break;
    }
    const std::size_t column = needed_column(recognition, dimension.name.name, "--by or --where");
    if (is_personal(model, recognition, column)) {
        throw Error(fmt::format("column '{}' looks personal and is never shown", dimension.name.name),
                    "break down by another column, or take it out of [columns] personal in cx.toml");
    }
    return column;
}

const std::string& column_name(const Item& item, AnswerColumn::Part part) {
    if (part == AnswerColumn::Part::single) return item.column;
    if (part == AnswerColumn::Part::performance) return item.performance;
    return item.importance.empty() ? item.expectation : item.importance;
}

bool needs_dates(const MeasurementModel& model, const Schema& schema, const ResponseRequest& request) {
    return request.from || request.to || request.dated || (request.last_day && !model.columns.date.empty()) ||
           std::any_of(schema.dimensions.begin(), schema.dimensions.end(),
                       [](const RowDimension& d) { return d.source == RowDimension::Source::period; });
}

void bind_dates(Binding& binding, const MeasurementModel& model, const Recognition& recognition) {
    if (model.columns.date.empty()) {
        throw Error(Place{recognition.file, 0, 0, {}}, "no column with dates was recognised",
                    "name it in cx.toml: [columns] date = \"...\"");
    }
    binding.date = row_column(recognition, model.columns.date, "dates");
    if (!model.columns.date_order) {
        throw Error(Place{recognition.file, 0, 0, model.columns.date.front()},
                    "the values do not tell whether day or month comes first",
                    "say so in cx.toml: [columns] date_order = \"dmy\" (or \"mdy\", \"ymd\")");
    }
    binding.date_order = *model.columns.date_order;
    if (!model.survey.timezone.empty()) binding.zone.emplace(model.survey.timezone);
}

/// Questions come and go between exports; one that has none of them is another survey's.
void bind_answers(Binding& binding, const MeasurementModel& model, const Schema& schema,
                  const Recognition& recognition) {
    for (const AnswerColumn& answer : schema.columns) {
        const Item&        item = model.items[answer.item];
        const std::string& column = is_made(item) ? std::string() : column_name(item, answer.part);
        binding.answers.push_back(column.empty() ? std::nullopt : find_column(recognition, column));
        if (binding.answers.back() || is_made(item)) continue;
        if (binding.absent.empty() || binding.absent.back() != item.id) binding.absent.push_back(item.id);
    }
    const bool any = std::any_of(binding.answers.begin(), binding.answers.end(),
                                 [](const auto& column) { return column.has_value(); });
    if (any || schema.columns.empty()) return;
    const AnswerColumn& first = schema.columns.front();
    const Item&         item = model.items[first.item];
    needed_column(recognition, column_name(item, first.part), fmt::format("item '{}'", item.id));
}

} // namespace

bool is_personal(const MeasurementModel& model, const Recognition& recognition, std::size_t column) {
    return std::any_of(model.columns.personal.begin(), model.columns.personal.end(), [&](const std::string& name) {
        const auto found = find_column(recognition, name);
        return found && *found == column;
    });
}

bool asks_any(const MeasurementModel& model, const Recognition& recognition) {
    return std::any_of(model.items.begin(), model.items.end(), [&](const Item& item) {
        const std::string& column = item.is_pair() ? item.performance : item.column;
        return !column.empty() && find_column(recognition, column).has_value();
    });
}

std::vector<std::size_t> used_columns(const Binding& binding) {
    std::set<std::size_t> columns;
    for (const auto* list : {&binding.answers, &binding.dimensions}) {
        for (const auto& column : *list) {
            if (column) columns.insert(*column);
        }
    }
    for (const auto& column :
         {binding.weight, binding.date, binding.response, binding.respondent, binding.touchpoint}) {
        if (column) columns.insert(*column);
    }
    for (const RowFilter& filter : binding.recognition->filters) columns.insert(filter.column);
    return {columns.begin(), columns.end()};
}

Binding bind(const MeasurementModel& model, const Schema& schema, const ResponseRequest& request,
             const Recognition& recognition) {
    Binding binding;
    binding.model = &model;
    binding.schema = &schema;
    binding.request = &request;
    binding.recognition = &recognition;
    binding.file_stem = stem_of(recognition.file);
    binding.wave = binding.file_stem;
    bind_answers(binding, model, schema, recognition);
    for (const RowDimension& dimension : schema.dimensions) {
        binding.dimensions.push_back(dimension_column(model, recognition, dimension));
    }
    binding.weight = row_column(recognition, model.columns.weight, "weights");
    if (request.unique) {
        binding.response = row_column(recognition, model.columns.response, "response ids");
        if (!binding.response) {
            throw Error(Place{recognition.file, 0, 0, {}},
                        "--unique needs a column that identifies responses, and none is known",
                        "name it in cx.toml: [columns] response = \"...\"");
        }
    }
    if (request.respondents) binding.respondent = row_column(recognition, model.columns.respondent, "customers");
    binding.touchpoint = role_column(recognition, model.columns.touchpoint, "touchpoints");
    if (needs_dates(model, schema, request)) bind_dates(binding, model, recognition);
    return binding;
}

} // namespace cx
