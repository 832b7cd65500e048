#pragma once

// The first records of an export, as a dialect looks at them.

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cx/exports/export.hpp>

namespace cx::detail {

/// Records from the one that may be the first header row on; cells trimmed and on one line.
class Opening {
  public:
    using Rows = std::vector<std::vector<std::string>>;
    explicit Opening(Rows rows, char delimiter = ',') : rows_(std::move(rows)), delimiter_(delimiter) {}

    [[nodiscard]] std::size_t rows() const noexcept { return rows_.size(); }
    [[nodiscard]] std::size_t cells(std::size_t row) const { return row < rows_.size() ? rows_[row].size() : 0; }
    /// Empty beyond the last cell or record.
    [[nodiscard]] const std::string& cell(std::size_t row, std::size_t column) const;
    [[nodiscard]] char               delimiter() const noexcept { return delimiter_; }
    /// Cells of the widest of the first `header_rows` records.
    [[nodiscard]] std::size_t width(std::size_t header_rows) const;
    /// Cells of a record that fold to one of `words` (given folded).
    [[nodiscard]] std::size_t count(std::size_t row, std::initializer_list<std::string_view> words) const;
    /// First column whose cell in `row` folds to one of `words` (given folded).
    [[nodiscard]] std::optional<std::size_t> find(std::size_t row, std::initializer_list<std::string_view> words) const;

  private:
    Rows rows_;
    char delimiter_;
};

/// What a dialect makes of an export's headers.
struct Description {
    std::size_t            header_rows = 1;
    std::vector<Column>    columns; ///< codes may repeat or be empty: that is mended for all dialects alike
    std::vector<RowFilter> filters;
    std::string            timezone;
    bool                   has_legend = false;
};

/// Columns for `header_rows` rows of headers: code and text are the first row's cell, `headers` all rows' cells.
[[nodiscard]] std::vector<Column> columns_of(const Opening& opening, std::size_t header_rows);

/// `Group: item`, or one of them where the other is empty.
[[nodiscard]] std::string group_and_item(std::string_view group, std::string_view item);

/// A header `question [row]` taken apart.
struct GridHeader {
    std::string_view question;
    std::string_view row;
};
/// Nothing where the header does not end in brackets.
[[nodiscard]] std::optional<GridHeader> grid_header(std::string_view header) noexcept;

[[nodiscard]] bool is_one_of(std::string_view folded, std::initializer_list<std::string_view> words) noexcept;

} // namespace cx::detail
