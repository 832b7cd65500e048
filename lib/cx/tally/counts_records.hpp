#pragma once

// The records of a counts file, read one by one.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <cx/base/error.hpp>
#include <cx/tally/counts.hpp>
#include <cx/tally/counts_file.hpp>

namespace cx {

/// A counts file's bytes: up to `size` of them into `to`, fewer only at the end, 0 at the end.
using CountsBytes = std::function<std::size_t(char* to, std::size_t size)>;

/// One record as it stands there. Texts last until the next record is read.
struct CountsRecord {
    std::uint64_t    line = 0;
    std::string_view period, dimension, group, item;
    CountsKind       kind = CountsKind::answer;
    std::string_view point, paired_point;
    Count            count; ///< finite; below 0 only of `pooled`
};

class CountsRecords {
  public:
    /// Reads the header.
    /// @param file          what messages call it
    /// @param allow_no_end  the last record need not be `end`
    /// @throws Error when a column lacks or is too many
    CountsRecords(std::string file, CountsBytes bytes, bool allow_no_end);
    CountsRecords(const CountsRecords&) = delete;
    CountsRecords& operator=(const CountsRecords&) = delete;
    ~CountsRecords();

    /// Reads the next record; false behind the last one, when the file is whole.
    /// @throws Error with its place for what is no record of a counts file: too few or too many cells, a quote that is
    /// not closed, a line over 16 MiB, a zero byte, text that is no UTF-8, an unknown kind, a number that is blank,
    /// none, not finite or too large; where the `end` record lacks, counts otherwise, or something follows it
    bool next(CountsRecord& record);

    /// Where the record read last stands, in a column.
    [[nodiscard]] Place place(const char* column = "") const;

  private:
    struct Parser;
    bool read_line();
    void check_end();
    /// Throws where the name of the column is one in other letters, or several with other separators.
    void               refuse_changed(std::string_view column) const;
    [[noreturn]] void  refuse_header(const std::string& found) const;
    [[nodiscard]] bool is_end() const;

    std::string             file_;
    bool                    allow_no_end_;
    std::unique_ptr<Parser> parser_;
    std::uint64_t           records_ = 0;
};

} // namespace cx
