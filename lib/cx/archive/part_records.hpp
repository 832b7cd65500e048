#pragma once

// Responses of an archive as records: their cells one after the other, as an export would hold them.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <cx/archive/archive.hpp>

namespace cx::detail {

/// Reads stretches of a part's responses. Belongs to one thread.
class PartRecords {
  public:
    /// @param columns  indices into the part's columns, ascending: others are blank
    PartRecords(const ArchivePart& part, std::span<const std::size_t> columns, const Database& archive);

    /// Reads the responses numbered `first` to `last`, of those of the part; stops after `most_bytes`.
    void read(std::int64_t first, std::int64_t last, std::size_t most_bytes = SIZE_MAX);
    /// What read() found, until the next.
    [[nodiscard]] RecordBatch batch() const;
    [[nodiscard]] Sample      sample() const;

  private:
    void add_row(const Statement& row);
    void add_cell(std::string_view text);

    const ArchivePart&         part_;
    std::vector<int>           places_; ///< by column of the part: in the statement's row; -1: blank
    Statement                  rows_;
    std::string                text_;
    std::vector<std::uint32_t> ends_;    ///< of cells
    std::vector<std::int64_t>  numbers_; ///< of responses
    RecordIndex                index_;
};

} // namespace cx::detail
