#include <cx/model/recognise.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <cx/model/answer_scales.hpp>
#include <cx/model/column_check.hpp>
#include <cx/model/column_roles.hpp>
#include <cx/model/date_findings.hpp>
#include <cx/model/item_completion.hpp>
#include <cx/model/model_items.hpp>
#include <cx/model/model_remarks.hpp>
#include <cx/model/places.hpp>
#include <cx/model/promise_reader.hpp>
#include <cx/model/recognise_items.hpp>
#include <cx/model/recognition_notices.hpp>
#include <cx/model/survey_columns.hpp>
#include <cx/model/target_checks.hpp>

namespace cx {

namespace {

using detail::first_column;

void settle_date_order(MeasurementModel& model, const Export& source, detail::Problems& problems) {
    ColumnRoles& roles = model.columns;
    if (roles.date_order || roles.date.empty() || roles.date.front() == detail::file_name_as_column) return;
    const auto column = first_column(source.recognition, roles.date);
    if (!column) return;
    const DateFindings findings = date_findings(source.sample, *column);
    if (findings.matters)
        problems.add(detail::place_in(model, "columns.date", roles.date.front()),
                     fmt::format("the dates of column {} in {} read both as day before month and as month before day",
                                 detail::quoted(source.recognition.columns[*column].code), source.recognition.file),
                     "say date_order = \"dmy\" or \"mdy\" in [columns]");
    roles.date_order = findings.order;
}

void recognise_items_of(MeasurementModel& model, const SurveyColumns& survey, const AnswerScales& scales,
                        Notices& notices) {
    const Recognition& recognition = survey.source->recognition;
    std::vector<bool>  taken(survey.columns.size());
    for (const detail::ColumnRole& role : detail::column_roles())
        for (const std::string& name : model.columns.*role.names)
            if (const auto column = first_column(recognition, {name})) taken[*column] = true;
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
    detail::Problems problems = detail::problems_of(model, source.recognition.file);
    detail::check_columns(model, source.recognition, problems);
    settle_date_order(model, source, problems);
    const SurveyColumns survey = survey_columns(source, model.answers);
    const AnswerScales  scales(survey);
    if (model.items.empty()) {
        problems.raise(); // recognising has questions of its own
        recognise_items_of(model, survey, scales, notices);
        detail::check_targets(model, problems, true);
    } else {
        detail::complete_items(model, survey, scales, problems, notices);
        if (problems.empty()) detail::check_targets(model, problems, true);
    }
    detail::check_levels(model, false, problems);
    problems.raise();
    remark_on(model, notices);
}

} // namespace cx
