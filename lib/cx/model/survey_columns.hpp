#pragma once

// Everything that recognition knows of an export's columns before it decides: values, header meanings, and which
// columns are rows of one question.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cx/exports/export.hpp>
#include <cx/model/column_profile.hpp>
#include <cx/model/header_words.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

struct SurveyColumn {
    const Column*            column = nullptr;
    ColumnProfile            profile;
    std::vector<HeaderMatch> matches;   ///< of all its headers, longest first
    std::string              question;  ///< what its group asks; the column's text where it stands alone
    std::string              row;       ///< what it asks about within the group; empty where it stands alone
    std::size_t              group = 0; ///< index into SurveyColumns::groups

    /// The match of `meaning`, or null.
    [[nodiscard]] const HeaderMatch* match(Meaning meaning) const noexcept;
    /// Whether the header means `meaning` above all: no other meaning has a longer match, and it is not lost in a long
    /// question.
    [[nodiscard]] bool mainly(Meaning meaning) const noexcept;
    /// What people call the column: its row, else its question.
    [[nodiscard]] const std::string& name() const noexcept { return row.empty() ? question : row; }
};

struct SurveyColumns {
    const Export*                         source = nullptr;
    AnswerTexts                           texts;
    std::vector<SurveyColumn>             columns;
    std::vector<std::vector<std::size_t>> groups; ///< every column is in one

    [[nodiscard]] const std::vector<std::size_t>& group_of(std::size_t column) const {
        return groups[columns[column].group];
    }
};

[[nodiscard]] SurveyColumns survey_columns(const Export& source, const AnswerTexts& texts);

/// A question taken apart into what the group asks and what the column is about; `row` empty where it is not of a
/// group.
struct QuestionParts {
    std::string question;
    std::string row;
};
[[nodiscard]] QuestionParts question_parts(const Column& column);

/// The code less the number of its row: `Q5` of `Q5_3`, `likert2` of `likert2[affRec4]`. Empty where it has none.
[[nodiscard]] std::string_view code_stem(std::string_view code) noexcept;

} // namespace cx
