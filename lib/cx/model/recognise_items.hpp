#pragma once

// Which columns of an export are questions, of which kind, on which scale.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <cx/base/error.hpp>
#include <cx/base/notice.hpp>
#include <cx/model/answer_scales.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/model/survey_columns.hpp>

namespace cx {

/// A column that is recognised as a question, before ids are given.
struct RecognisedItem {
    std::size_t              column = 0;
    ItemKind                 kind = ItemKind::rating;
    AnswerScale              scale;
    std::vector<std::string> good; ///< of a choice
};

struct ItemFindings {
    std::vector<RecognisedItem> items;       ///< by column
    std::size_t                 options = 0; ///< columns of multi-selects
    std::size_t                 ranks = 0;
    std::size_t                 derived = 0;
    std::vector<bool>           used; ///< by column: an item, an option, a rank or derived
};

/// @param taken  columns that have another role
/// @throws Error for a recommend item that has an 11 and no 0, and for one with words beside its numbers that cannot be
/// placed
[[nodiscard]] ItemFindings recognise_items(const SurveyColumns& survey, const AnswerScales& scales,
                                           const std::vector<bool>& taken, Notices& notices);

/// The scale of a recommend item: the one its question names, 0-10, or 1-10 where five or more gave a 1 and nobody a 0.
/// Nothing where the answers are plainly on another scale.
/// @throws Error for an 11 without a 0
[[nodiscard]] std::optional<Scale> recommend_scale(const NumberCounts& counts, const ScaleHint& hint,
                                                   const Place& place);

} // namespace cx
