#pragma once

// On which scale a column's answers are: told by the export's legend, by labels, by numbers, by words at the ends.

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <cx/model/label_scales.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/model/number_scales.hpp>
#include <cx/model/survey_columns.hpp>

namespace cx {

/// What told a scale.
enum class ScaleSource { numbers, numbered, labels, legend };

/// A column's answers as points of a scale.
struct AnswerScale {
    Scale                      scale;
    ScaleSource                source = ScaleSource::numbers;
    std::map<std::string, int> labels;                  ///< as Item::labels
    std::vector<std::string>   missing, not_applicable; ///< as the Item's
    bool                       reversed = false;        ///< the legend counts from the best answer
    bool                       usual = true;
    bool                       fills = true;       ///< both ends were used, or a question or legend names the scale
    bool                       named = false;      ///< the question or the legend names the scale
    bool                       known_ends = false; ///< words beside a number are those of an end of a scale
    std::optional<LabelFamily> family;
    std::vector<std::string>   remarks; ///< what must be said: slips read, words taken for ends
    NumberCounts               counts;  ///< answers by what they write, of numbers
    std::size_t                answers = 0;
};

/// Reads the scales of a survey's columns. Columns of one question are on one scale, and labels that are used in one
/// question help to tell the scale of another.
class AnswerScales {
  public:
    explicit AnswerScales(const SurveyColumns& survey);

    /// Nothing where the column's answers are no points of a scale.
    [[nodiscard]] std::optional<AnswerScale> scale_of(std::size_t column) const;
    /// The column's answers as numbers, with words in place of ends, on no scale yet: `scale` is the one its question
    /// names, if `named`. Nothing where it has a legend, or words that find no place.
    [[nodiscard]] std::optional<AnswerScale> numbers_of(std::size_t column) const;
    /// Words beside numbers that are neither an end nor the middle of a scale. Empty where that is not the case.
    [[nodiscard]] std::vector<std::string> unknown_words(std::size_t column) const;
    /// Answers by number of the whole group the column is in.
    [[nodiscard]] const NumberCounts& group_counts(std::size_t column) const;

  private:
    struct Group {
        NumberCounts                    counts;
        std::map<LabelFamily, LabelUse> uses;
        std::set<std::string>           seen; ///< labels
    };

    [[nodiscard]] std::optional<AnswerScale> by_labels(std::size_t column) const;
    [[nodiscard]] std::optional<AnswerScale> by_numbers(std::size_t column) const;
    [[nodiscard]] ScaleHint                  hint_of(std::size_t column) const;
    /// A scale that several groups fill and of which the counts leave out no more than the highest point, or two of
    /// ten.
    [[nodiscard]] std::optional<Scale> common_scale_beyond(const NumberCounts& counts) const;

    const SurveyColumns*                       survey_;
    std::vector<Group>                         groups_;
    std::map<LabelFamily, LabelUse>            uses_;   ///< of the whole export
    std::map<std::pair<int, int>, std::size_t> filled_; ///< groups that fill a usual scale, by its ends
    int                                        lowest_of_ten_ = 0;
};

/// Whether a text that is no default answer still says that there is none (`Unfamiliar (N/A)`, `weiß nicht`).
[[nodiscard]] bool says_no_answer(std::string_view folded_text);

} // namespace cx
