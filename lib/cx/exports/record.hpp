#pragma once

// One record of an export as it lies in memory: cells found, nothing decoded.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cx {

/// Cells that a record may have.
inline constexpr std::size_t widest_record = 65'536;
/// Bytes behind the text of records that may be read, so that short cells are loaded at once: they mean nothing.
inline constexpr std::size_t readable_beyond = 16;

/// A view of one record's cells. Valid as long as the bytes and the index it looks at.
class Record {
  public:
    /// @param bytes  what the offsets count into
    /// @param start  offset of the record's first byte
    /// @param ends   offset one past each cell's last byte: that of its delimiter or line end
    /// @param line   line of the record's first byte in the file
    Record(const char* bytes, std::uint32_t start, std::span<const std::uint32_t> ends, std::int64_t line) noexcept
        : bytes_(bytes), start_(start), ends_(ends), line_(line) {}

    [[nodiscard]] std::size_t  size() const noexcept { return ends_.size(); }
    [[nodiscard]] std::int64_t line() const noexcept { return line_; }

    /// Length of the whole record, delimiters included.
    [[nodiscard]] std::size_t bytes() const noexcept { return ends_.empty() ? 0 : ends_.back() - start_; }

    /// The cell's bytes as they stand, quotes included. `cell` must be below size().
    [[nodiscard]] std::string_view raw(std::size_t cell) const noexcept {
        const std::uint32_t from = cell == 0 ? start_ : ends_[cell - 1] + 1;
        return {bytes_ + from, ends_[cell] - from};
    }

    /// The cell's text: quotes removed, doubled quotes single. Uses `scratch` only where bytes must move.
    /// A cell beyond the record's last one is empty.
    [[nodiscard]] std::string_view text(std::size_t cell, char quote, std::string& scratch) const;

  private:
    const char*                    bytes_;
    std::uint32_t                  start_;
    std::span<const std::uint32_t> ends_;
    std::int64_t                   line_;
};

/// The text of a raw cell: see Record::text.
[[nodiscard]] std::string_view unquoted(std::string_view raw, char quote, std::string& scratch);

} // namespace cx
