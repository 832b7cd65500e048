#pragma once

// The form of a counts file: counts of answers as CSV, one record a line. What docs/counts.md says.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/responses/schema.hpp>
#include <cx/tally/layout.hpp>

namespace cx {

inline constexpr std::string_view counts_header =
    "period,dimension,group,item,kind,point,paired_point,answers,weight,weight_squared";

/// Whether the header of a counts file has a column of that name.
[[nodiscard]] bool is_counts_column(std::string_view name) noexcept;
/// Whether a file that starts with `head` (its first line, or more) is a counts file, whole or damaged: also one whose
/// columns were reordered, or have other separators or letters since.
[[nodiscard]] bool starts_counts(std::string_view head);

/// What is counted of a group, as the column `kind` names it.
enum class CountsKind : std::uint8_t {
    answer,
    missing,
    not_applicable,
    out_of_scale,
    unreadable,
    rows,
    basics,
    kept,
    pooled
};
[[nodiscard]] std::string_view          to_string(CountsKind kind) noexcept;
[[nodiscard]] std::optional<CountsKind> parse_counts_kind(std::string_view text) noexcept;

/// No count, and no sum of counts, is larger: up to here doubles hold whole numbers.
inline constexpr std::uint64_t most_answers = std::uint64_t{1} << 53U;

namespace detail {

/// What a cell `dimension` names a crossing of dimensions: `all`, `touchpoint`, `stage:channel`. In a crossing `\`
/// stands before `:`, `|` and `\` that are part of a name.
[[nodiscard]] std::string dimension_text(const Schema& schema, const std::vector<std::size_t>& dimensions);

/// A cell `group`, of the ids of a group in each of the dimensions: `store`, `purchase:web`, and where groups overlap
/// their set, `Sales|Stores`.
[[nodiscard]] std::string group_text(const Schema& schema, const std::vector<std::size_t>& dimensions,
                                     const std::vector<std::string>& ids);
/// One part of a cell `group` that has several: with `\` before `:`, `|` and `\`.
[[nodiscard]] std::string escaped_part(std::string_view text);
/// What it was before.
[[nodiscard]] std::string unescaped_part(std::string_view text);

/// Guards a text that a spreadsheet would take for a formula with a `'`, so that unguarded() gives it back exactly.
[[nodiscard]] std::string      guarded(std::string_view text);
[[nodiscard]] std::string_view unguarded(std::string_view text) noexcept;

/// What is pooled: `net`, `point`, `performance`, `performance_top_two`, `gap`, ...
[[nodiscard]] std::string pool_text(const Pool& pool);
/// A side of a pair: `performance`, `importance` or `expectation`; empty for a single item.
[[nodiscard]] std::string_view side_text(const Item& item, AnswerColumn::Part part) noexcept;

} // namespace detail

} // namespace cx
