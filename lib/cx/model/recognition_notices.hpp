#pragma once

// What was recognised, in a few lines for people.

#include <cx/base/notice.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/model/recognise_items.hpp>
#include <cx/model/recognise_roles.hpp>
#include <cx/model/survey_columns.hpp>

namespace cx {

/// Items by kind with their scale, and scales that are not sure.
void announce_items(const MeasurementModel& model, const SurveyColumns& survey, const ItemFindings& findings,
                    Notices& notices);

/// Roles of columns that are no items.
void announce_roles(const ColumnRoles& roles, const SurveyColumns& survey, Notices& notices);

/// Columns of numbers that are neither items nor anything else: perhaps questions that were not recognised.
/// @param taken  by column: it is something
void announce_numbers(const SurveyColumns& survey, const std::vector<bool>& taken, Notices& notices);

/// `a, b, c and 4 more`, each shortened and made visible.
[[nodiscard]] std::string some_of(const std::vector<std::string>& names, std::size_t most);

} // namespace cx
