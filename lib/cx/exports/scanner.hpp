#pragma once

// Where cells and records end: the one place that knows quotes. A quote opens a quoted field only as the field's first
// byte; inside, two quotes are one; after the closing quote the field goes on unquoted until its end. LF, CRLF and CR
// end a record.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <cx/exports/record.hpp>

namespace cx {

/// The complete records of one stretch of bytes, blank lines left out. Kept between stretches, so that its memory is.
class RecordIndex {
  public:
    struct Row {
        std::uint32_t start;      ///< offset of the first byte
        std::uint32_t first_cell; ///< index of its first cell's end
        std::uint32_t cells;
        std::uint32_t line; ///< line breaks before the record, from the stretch's start
    };

    [[nodiscard]] const std::vector<Row>&        rows() const noexcept { return rows_; }
    [[nodiscard]] std::span<const std::uint32_t> cell_ends(const Row& row) const noexcept {
        return {cell_ends_.data() + row.first_cell, row.cells};
    }
    /// Offset after the last record that ended inside the stretch.
    [[nodiscard]] std::uint32_t consumed() const noexcept { return consumed_; }
    /// Line breaks before consumed().
    [[nodiscard]] std::uint32_t lines() const noexcept { return lines_; }
    /// Where the unfinished cell at the end begins: consumed() where no record is unfinished.
    [[nodiscard]] std::uint32_t open_cell() const noexcept { return open_cell_; }
    /// Cells of the unfinished record at the end that are complete.
    [[nodiscard]] std::uint32_t open_cells() const noexcept { return open_cells_; }
    /// Whether the text ended inside quotes.
    [[nodiscard]] bool ends_quoted() const noexcept { return ends_quoted_; }

  private:
    friend class RecordBuilder;
    std::vector<std::uint32_t> cell_ends_; // grown in steps, never shrunk
    std::vector<Row>           rows_;
    std::uint32_t              consumed_ = 0, lines_ = 0, open_cell_ = 0, open_cells_ = 0;
    bool                       ends_quoted_ = false;
};

/// How bytes are scanned: byte by byte, or with the widest vectors that this processor has. Both find the same.
enum class ScanKernel { vector, scalar };

/// Finds the records of `bytes`, which start at a record's start.
/// @param bytes   less than 4 GiB
/// @param at_end  whether `bytes` end the text: the last record then needs no line break
void scan_records(std::string_view bytes, char delimiter, char quote, bool at_end, RecordIndex& index,
                  ScanKernel kernel = ScanKernel::vector);

} // namespace cx
