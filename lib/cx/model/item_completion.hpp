#pragma once

// What a model file leaves open about its items, settled from the export.

#include <optional>

#include <cx/base/notice.hpp>
#include <cx/model/answer_scales.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/model/problems.hpp>
#include <cx/model/survey_columns.hpp>

namespace cx::detail {

/// The scale of a kind of question where nothing says otherwise; nothing for ratings, which have none.
[[nodiscard]] std::optional<Scale> usual_scale_of(ItemKind kind);

/// Settles scales that are not stated, labels of built-in label scales, and codes that the export's legend says are no
/// answer. An item whose columns the export lacks stays as it is.
void complete_items(MeasurementModel& model, const SurveyColumns& survey, const AnswerScales& scales,
                    Problems& problems, Notices& notices);

} // namespace cx::detail
