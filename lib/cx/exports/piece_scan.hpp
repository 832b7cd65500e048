#pragma once

// The records of one piece of a text: found by a guess of where the first one starts, and settled when it is known
// where those of the piece before end.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <cx/base/error.hpp>
#include <cx/exports/export.hpp>
#include <cx/exports/records.hpp>
#include <cx/exports/scanner.hpp>

namespace cx::detail {

/// Text with `readable_beyond` bytes behind it. It keeps its memory.
class ScanText {
  public:
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.get(), size_}; }
    /// The next `size` bytes of `input`; false at its end, when they are fewer.
    bool fill(Input& input, std::size_t size);
    void join(std::string_view first, std::string_view second);

  private:
    void make_room(std::size_t size);

    // NOLINTNEXTLINE(modernize-avoid-c-arrays): a vector would set all of it to zero
    std::unique_ptr<char[]> bytes_; ///< not set to zero: of a small file most is never touched
    std::size_t             room_ = 0;
    std::size_t             size_ = 0;
};

/// Finds records piece by piece. Belongs to one thread: it keeps the memory of its indices.
class PieceScan {
  public:
    PieceScan(const Recognition& recognition, const ReadOptions& options)
        : recognition_(recognition), longest_field_(options.longest_field) {}

    /// Finds the records of `text`, which must last, from where the first one seems to start.
    /// @param first   nothing is before it: it starts at a record
    /// @param at_end  nothing follows
    void guess(const ScanText& text, bool first, bool at_end);

    /// Makes the records right.
    /// @param carry  what stands before the text and is not of a complete record; becomes what is left at its end
    /// @param line   line of `carry`'s first byte in the file; likewise
    void settle(std::string& carry, std::int64_t& line);

    /// The number of legend rows, which are not passed on.
    /// @throws Error where the file cannot be read on, after the records that stand before; what the sink throws
    std::uint64_t pass_on(RecordSink& sink) const;

  private:
    /// Records found, and where the text that they were found in starts in the file.
    struct Found {
        std::string_view text;
        std::int64_t     line = 0;
        RecordIndex      index;

        [[nodiscard]] std::string_view rest() const { return text.substr(index.consumed()); }
        [[nodiscard]] std::int64_t     end_line() const { return line + index.lines(); }
    };

    void                       scan(Found& found, std::string_view text, bool at_end) const;
    std::optional<std::size_t> speculate(std::string_view text);
    bool                       looks_like_records(std::string_view text);
    void                       check_unfinished(std::string_view rest, std::int64_t line);
    std::uint64_t              pass_on(const Found& found, RecordSink& sink) const;
    void                       check(const Record& record) const;
    [[nodiscard]] Place        place(std::int64_t line) const;
    [[nodiscard]] Error        too_long(std::int64_t line) const;
    [[nodiscard]] Error        too_wide(std::int64_t line) const;
    [[nodiscard]] Error        too_large(std::int64_t line) const;

    const Recognition&         recognition_;
    std::size_t                longest_field_;
    std::string_view           text_;
    bool                       at_end_ = false;
    std::optional<std::size_t> start_;   ///< where the first record was guessed to start
    ScanText                   joint_;   ///< what was carried over, and what it goes on with
    Found                      bridge_;  ///< the records of joint_
    Found                      guessed_; ///< those from start_ on
    RecordIndex                trial_;
    std::optional<Error>       problem_; ///< behind the records
};

} // namespace cx::detail
