#pragma once

// Which columns of an export are no items: ids, dates, weights, touchpoints, comments, what is personal.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <cx/base/notice.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/model/survey_columns.hpp>

namespace cx {

/// Roles found so far, and the columns that are spoken for.
struct RoleFindings {
    ColumnRoles       roles;
    std::vector<bool> taken; ///< by column

    void take(std::size_t column) { taken[column] = true; }
};

/// Personal columns, ids, date, weight, contact permission, touchpoint, stage, channel. Doubts go to `notices`.
[[nodiscard]] RoleFindings recognise_roles(const SurveyColumns& survey, Notices& notices);

/// Whether the column's header says that it holds personal data, above all else that it says, and the values do not
/// deny it.
[[nodiscard]] bool says_personal(const SurveyColumns& survey, std::size_t column);

/// Comments and segments among the columns that are neither taken nor `items`.
void recognise_groupings(const SurveyColumns& survey, const std::vector<bool>& items, RoleFindings& findings);

} // namespace cx
