#pragma once

// Puts an index together from the ends of cells and records, whoever found them.

#include <cstdint>
#include <span>
#include <string_view>

#include <cx/exports/scanner.hpp>

namespace cx {

/// Where in a field a byte stands.
enum class FieldState : std::uint8_t {
    start,    ///< at its first byte
    unquoted, ///< in text without quotes, or behind a closed quote
    quoted,   ///< inside quotes
    closed,   ///< just after a quote that closes, or is the first of two
};

/// Fills a RecordIndex from left to right.
class RecordBuilder {
  public:
    RecordBuilder(std::string_view bytes, RecordIndex& index) : bytes_(bytes), index_(index) {
        index_.rows_.clear();
        index_.consumed_ = index_.lines_ = index_.open_cell_ = index_.open_cells_ = 0;
        index_.ends_quoted_ = false;
    }

    /// Room for `more` cells, so that end_cell() need not look.
    void reserve(std::uint32_t more) {
        if (cells_ + more > index_.cell_ends_.size()) index_.cell_ends_.resize(2 * index_.cell_ends_.size() + more);
    }
    void end_cell(std::uint32_t offset) { index_.cell_ends_[cells_++] = offset; }
    /// Where ends of cells are written; the caller moves on by added_cells().
    [[nodiscard]] std::uint32_t* next_cell_end() { return index_.cell_ends_.data() + cells_; }
    void                         added_cells(std::uint32_t count) { cells_ += count; }
    [[nodiscard]] std::uint32_t  cells() const { return cells_; }

    /// The record whose last cell's end, the `cells`-th written, is a line break.
    /// @param lines  line breaks up to and with this one
    void end_row(std::uint32_t cells, std::uint32_t lines) {
        std::uint32_t&      end = index_.cell_ends_[cells - 1];
        const std::uint32_t next = end + 1;
        const std::uint32_t last_start = cells - 1 == first_cell_ ? row_start_ : index_.cell_ends_[cells - 2] + 1;
        if (end > last_start && bytes_[end] == '\n' && bytes_[end - 1] == '\r') --end;
        if (!is_blank(cells, end)) index_.rows_.push_back({row_start_, first_cell_, cells - first_cell_, lines_});
        row_start_ = next;
        first_cell_ = cells;
        lines_ = lines;
    }

    /// A record's end: how many ends of cells and line breaks there were up to and with it.
    struct EndedRow {
        std::uint32_t cells, lines;
    };
    /// Several records' ends.
    /// @param has_returns  whether there is any CR among them
    void end_rows(std::span<const EndedRow> rows, bool has_returns) {
        if (has_returns) {
            for (const EndedRow& row : rows) end_row(row.cells, row.lines);
            return;
        }
        const std::uint32_t* const ends = index_.cell_ends_.data();
        for (const EndedRow& row : rows) {
            const std::uint32_t end = ends[row.cells - 1];
            if (!is_blank(row.cells, end))
                index_.rows_.push_back({row_start_, first_cell_, row.cells - first_cell_, lines_});
            row_start_ = end + 1;
            first_cell_ = row.cells;
            lines_ = row.lines;
        }
    }

    /// @param state  that of the byte after the last
    void finish(FieldState state, bool at_end, std::uint32_t lines) {
        const auto size = static_cast<std::uint32_t>(bytes_.size());
        index_.open_cell_ = cells_ == first_cell_ ? row_start_ : index_.cell_ends_[cells_ - 1] + 1;
        index_.open_cells_ = cells_ - first_cell_;
        if (at_end && row_start_ < size) {
            index_.ends_quoted_ = state == FieldState::quoted;
            reserve(1);
            end_cell(size);
            if (!is_blank(cells_, size))
                index_.rows_.push_back({row_start_, first_cell_, cells_ - first_cell_, lines_});
            row_start_ = size;
            lines_ = lines;
        }
        index_.consumed_ = row_start_;
        index_.lines_ = lines_;
    }

  private:
    [[nodiscard]] bool is_blank(std::uint32_t cells, std::uint32_t end) const {
        return cells - first_cell_ == 1 &&
               bytes_.substr(row_start_, end - row_start_).find_first_not_of(" \t\r") == std::string_view::npos;
    }

    std::string_view bytes_;
    RecordIndex&     index_;
    std::uint32_t    cells_ = 0;
    std::uint32_t    row_start_ = 0, first_cell_ = 0, lines_ = 0;
};

/// Scans bytes [from, to) one by one. The definition that every other kernel is held against.
/// @param lines   line breaks before `from`; those found are added
/// @param at_end  whether `bytes` end the text: a CR that is the last byte then ends a record
/// @return state of the byte at `to`
FieldState scan_bytewise(std::string_view bytes, std::uint32_t from, std::uint32_t to, char delimiter, char quote,
                         bool at_end, FieldState state, std::uint32_t& lines, RecordBuilder& builder);

/// Scans all of `bytes` with vectors, in blocks of 64, and blocks whose quotes are odd byte by byte.
void scan_vectorised(std::string_view bytes, char delimiter, char quote, bool at_end, RecordBuilder& builder);

} // namespace cx
