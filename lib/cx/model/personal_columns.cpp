#include <cx/model/personal_columns.hpp>

#include <optional>
#include <string_view>
#include <utility>

#include <cx/model/column_check.hpp>
#include <cx/model/column_roles.hpp>
#include <cx/model/personal_values.hpp>
#include <cx/model/recognise_roles.hpp>
#include <cx/model/survey_columns.hpp>

namespace cx {

namespace {

/// Columns that the model looks at but for those that it calls personal. Where it names several of which the first one
/// counts, the others are not looked at.
std::vector<bool> columns_used(const MeasurementModel& model, const Recognition& recognition) {
    MeasurementModel looked_at = model;
    for (const detail::ColumnRole& role : detail::column_roles()) {
        auto& names = looked_at.columns.*role.names;
        if (role.each) continue;
        const auto first = detail::first_column(recognition, names);
        names.clear();
        if (first) names.push_back(recognition.columns[*first].code);
    }
    looked_at.columns.personal.clear();
    std::vector<bool> used(recognition.columns.size(), true);
    for (const std::size_t column : unused_columns(looked_at, recognition)) used[column] = false;
    return used;
}

std::vector<bool> columns_called_personal(const MeasurementModel& model, const Recognition& recognition) {
    std::vector<bool> called(recognition.columns.size());
    if (model.recognised) return called; // from headers and values, which are looked at here
    for (const std::string& name : model.columns.personal)
        if (const auto column = detail::first_column(recognition, {name})) called[*column] = true;
    return called;
}

/// Whether any row of its headers says so, by itself or all of them together.
bool header_is_personal(SurveyColumns& survey, std::size_t i) {
    if (says_personal(survey, i)) return true;
    SurveyColumn& column = survey.columns[i];
    if (column.column->headers.size() < 2) return false;
    const std::vector<HeaderMatch> all = column.matches;
    bool                           personal = false;
    for (const std::string_view header : column.column->headers) {
        column.matches = header_matches({&header, 1});
        personal = personal || says_personal(survey, i);
    }
    column.matches = all;
    return personal;
}

bool names_people(PersonalValues values) {
    return values != PersonalValues::none && values != PersonalValues::ip_addresses;
}

} // namespace

std::vector<PersonalColumn> personal_columns(const MeasurementModel& model, const Export& source) {
    using Why = PersonalColumn::Why;
    const Recognition&          recognition = source.recognition;
    const auto                  respondent = detail::first_column(recognition, model.columns.respondent);
    const std::vector<bool>     called = columns_called_personal(model, recognition);
    const std::vector<bool>     used = columns_used(model, recognition);
    SurveyColumns               survey = survey_columns(source, model.answers);
    std::vector<PersonalColumn> found;
    for (std::size_t i = 0; i < survey.columns.size(); ++i) {
        if (i == respondent) continue;
        const PersonalValues values = personal_values(survey.columns[i].profile);
        if (called[i])
            found.push_back({i, Why::model});
        else if (used[i] ? names_people(values) : values != PersonalValues::none)
            found.push_back({i, Why::values});
        else if (!used[i] && header_is_personal(survey, i))
            found.push_back({i, Why::header});
    }
    return found;
}

} // namespace cx
