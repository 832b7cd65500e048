#pragma once

// A few records side by side, so that a column of theirs is read in one loop.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <cx/exports/records.hpp>

namespace cx {

/// Cells of records that follow one another. A record that needs to be looked at by itself is marked as odd, and its
/// cells are then those of any other record.
class CellBlock {
  public:
    /// Records of a block: their text stays in the processor's nearest cache while its columns are read.
    static constexpr std::size_t most = 64;

    /// Looks at `size` records from `first` on, at most `most`. Those that have not `width` cells are odd.
    /// @return false where all are odd: then there are no cells to be read
    bool look_at(const RecordBatch& records, std::size_t first, std::size_t size, std::size_t width) noexcept {
        text_ = records.text();
        size_ = size;
        const RecordBatch::Places* like = nullptr;
        for (std::size_t i = 0; i < size; ++i) {
            rows_[i] = records.places(first + i);
            odd_[i] = records.cells(first + i) != width ? 1 : 0;
            if (odd_[i] == 0) like = &rows_[i];
        }
        if (like == nullptr) return false;
        for (std::size_t i = 0; i < size; ++i) {
            if (odd_[i] != 0) rows_[i] = *like;
        }
        return true;
    }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool        is_odd(std::size_t row) const noexcept { return odd_[row] != 0; }
    void                      mark_odd(std::size_t row, bool odd) noexcept {
                             odd_[row] = static_cast<std::uint8_t>(odd_[row] | static_cast<std::uint8_t>(odd));
    }

    /// Hands `take` the raw cell of each record, with `readable_beyond` bytes behind it; it returns whether the record
    /// is odd.
    template <class Take> void each(std::size_t column, Take take) {
        pass(column, [&](std::size_t row, std::string_view raw) { mark_odd(row, take(row, raw)); });
    }
    /// The same where that is seldom: whether any is, none of them marked.
    template <class Take> [[nodiscard]] bool any(std::size_t column, Take take) const {
        bool found = false;
        pass(column, [&](std::size_t row, std::string_view raw) { found |= take(row, raw); });
        return found;
    }

  private:
    template <class Take> void pass(std::size_t column, Take take) const {
        const char* const                text = text_;
        const std::size_t                size = size_;
        const RecordBatch::Places* const rows = rows_.data();
        for (std::size_t i = 0; i < size; ++i) {
            const std::uint32_t* const end = rows[i].ends + column;
            const std::uint32_t        from = column == 0 ? rows[i].start : end[-1] + 1;
            take(i, std::string_view(text + from, *end - from));
        }
    }

    const char*                           text_ = nullptr;
    std::size_t                           size_ = 0;
    std::array<RecordBatch::Places, most> rows_;
    std::array<std::uint8_t, most>        odd_{};
};

} // namespace cx
