#pragma once

// The scale that an export's own code legend tells (`1 = Täysin eri mieltä` ... `6 = En osaa sanoa`).

#include <optional>

#include <cx/model/answer_scales.hpp>
#include <cx/model/survey_columns.hpp>

namespace cx {

/// The scale of a column whose legend numbers the points: with words only at its ends, or with the labels of a built-in
/// scale, rising or falling. Codes whose label says that there is no answer are not applicable. Nothing for a legend of
/// anything else: groups, and degrees whose order is not known.
[[nodiscard]] std::optional<AnswerScale> legend_scale(const SurveyColumn& column, const AnswerTexts& texts);

} // namespace cx
