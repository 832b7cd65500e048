#pragma once

// The records of a text in memory, by number: what recognition looks at.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <cx/exports/record.hpp>
#include <cx/exports/scanner.hpp>

namespace cx::detail {

class RecordTable {
  public:
    /// @param complete  whether the text is all there is: its last record then needs no line break
    RecordTable(std::shared_ptr<const std::string> text, char delimiter, char quote, bool complete);

    [[nodiscard]] std::size_t size() const noexcept { return index_.rows().size(); }
    [[nodiscard]] std::size_t cells(std::size_t row) const { return index_.rows()[row].cells; }
    /// The record, its line counted from 1.
    [[nodiscard]] Record record(std::size_t row) const;
    /// Offset of the record's first byte; beyond the last record the offset after all complete ones.
    [[nodiscard]] std::uint32_t start(std::size_t row) const;
    /// Line of the record, counted from 1; beyond the last one that of the next.
    [[nodiscard]] std::uint64_t line(std::size_t row) const;
    /// Text of a cell, trimmed; empty beyond the record's last one.
    [[nodiscard]] std::string text(std::size_t row, std::size_t column) const;
    /// Cells of a record that have text.
    [[nodiscard]] std::size_t filled(std::size_t row) const;
    /// The number of cells that most of the first thousand records have: of equally frequent numbers the largest.
    [[nodiscard]] std::size_t usual_width() const;

    [[nodiscard]] const RecordIndex& index() const noexcept { return index_; }
    [[nodiscard]] char               quote() const noexcept { return quote_; }

  private:
    std::shared_ptr<const std::string> text_;
    char                               quote_;
    RecordIndex                        index_;
};

} // namespace cx::detail
