#pragma once

// What the values of a column look like, from one pass over the sample.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

/// How one answer text reads before any item says what it means.
enum class ValueKind {
    missing,        ///< `-`, `NA`, ...
    not_applicable, ///< `N/A`, `En osaa sanoa`, ...
    whole,          ///< `9`, also `9.0`
    numbered,       ///< a whole number with its words: `9 - very likely`, `10 (All my time)`, `Extremely likely - 10`
    decimal,
    text
};

/// One distinct value of a column.
struct ProfiledValue {
    std::string text;   ///< as it stands, trimmed
    std::string folded; ///< as it is compared; empty for a long text
    std::size_t count = 0;
    ValueKind   kind = ValueKind::text;
    int         number = 0;           ///< of `whole` and `numbered`
    bool        number_first = false; ///< of `numbered`: the number stands before its words
    double      value = 0;            ///< of `whole` and `decimal`
};

/// A column's values. Distinct ones are kept up to a bound; beyond it the column is `open`.
struct ColumnProfile {
    static constexpr std::size_t most_values = 256;

    std::size_t                rows = 0;             ///< of the sample
    std::size_t                blank = 0;            ///< empty cells
    std::vector<ProfiledValue> values;               ///< in the order first seen
    bool                       open = false;         ///< more distinct values than are kept
    std::size_t                filled_when_open = 0; ///< cells that were not blank when the bound was reached
    std::size_t                bytes = 0;            ///< of all cells
    std::size_t                longest = 0;          ///< bytes

    [[nodiscard]] std::size_t filled() const noexcept { return rows - blank; }
    /// Values that are an answer: neither blank nor missing nor not applicable. Of an open column: all but the blanks.
    [[nodiscard]] std::size_t answers() const noexcept;
    /// Distinct answers.
    [[nodiscard]] std::size_t distinct() const noexcept;
    [[nodiscard]] std::size_t count(ValueKind kind) const noexcept;
    [[nodiscard]] double      mean_length() const noexcept;
    /// Whether values repeat as those of groups do: each on average at least `times` times.
    [[nodiscard]] bool repeats(double times) const noexcept;
};

/// The profiles of all columns.
[[nodiscard]] std::vector<ColumnProfile> profiles_of(const Export& source, const AnswerTexts& texts);

/// How a single value reads.
[[nodiscard]] ProfiledValue read_value(std::string_view text, const AnswerTexts& texts);

} // namespace cx
