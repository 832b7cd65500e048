#pragma once

// Where cells and records end: the one place that knows quotes. A quote opens a quoted field only as the field's first byte;
// inside, two quotes are one; after the closing quote the field goes on unquoted until its end. LF, CRLF and CR end a record.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cx {

/// The records of one stretch of bytes.
struct RecordIndex {
    struct Row {
        std::uint32_t start;      ///< offset of the first byte
        std::uint32_t first_cell; ///< index into cell_ends
        std::uint32_t cells;
        std::uint32_t line;       ///< line breaks before the record, from the stretch's start
    };
    std::vector<std::uint32_t> cell_ends; ///< offset one past each cell
    std::vector<Row>           rows;      ///< blank lines left out
    std::uint32_t              consumed = 0; ///< offset after the last record that ended inside the stretch
    std::uint32_t              lines = 0;    ///< line breaks before `consumed`

    void clear() noexcept;
};

/// How bytes are scanned: the scalar code, or the widest vectors this processor has.
enum class ScanKernel { best, scalar };

/// Finds the records of `bytes`, which start at a record's start.
/// @param at_end  whether `bytes` end the text: the last record then needs no line break
void scan_records(std::string_view bytes, char delimiter, char quote, bool at_end, RecordIndex& index,
                  ScanKernel kernel = ScanKernel::best);

} // namespace cx
