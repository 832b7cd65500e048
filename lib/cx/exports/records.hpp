#pragma once

// All data records of an export: in pieces that several threads count.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include <cx/exports/export.hpp>
#include <cx/exports/record.hpp>
#include <cx/exports/scanner.hpp>

namespace cx {

/// Records that follow one another in the file. Valid as long as the text and the index it looks at; behind the last
/// record's text `readable_beyond` bytes may be read.
class RecordBatch {
  public:
    /// @param line  line of the text's first byte in the file
    RecordBatch(const char* bytes, const RecordIndex& index, std::span<const RecordIndex::Row> rows,
                std::int64_t line) noexcept
        : bytes_(bytes), index_(&index), rows_(rows), line_(line) {}

    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    [[nodiscard]] Record      operator[](std::size_t row) const noexcept {
             return {bytes_, rows_[row].start, index_->cell_ends(rows_[row]), line_ + rows_[row].line};
    }

    /// Where a record's cells lie in the text: its first byte, and one past each cell's last byte.
    struct Places {
        const std::uint32_t* ends = nullptr;
        std::uint32_t        start = 0;
    };
    /// The text that places count into.
    [[nodiscard]] const char*   text() const noexcept { return bytes_; }
    [[nodiscard]] std::uint32_t cells(std::size_t row) const noexcept { return rows_[row].cells; }
    [[nodiscard]] Places        places(std::size_t row) const noexcept {
               return {index_->cell_ends(rows_[row]).data(), rows_[row].start};
    }

  private:
    const char*                       bytes_;
    const RecordIndex*                index_;
    std::span<const RecordIndex::Row> rows_;
    std::int64_t                      line_;
};

/// What is made of an export's records. An object belongs to one thread, until it is finished.
///
/// The file is cut into pieces at fixed places, and which records belong to a piece does not depend on the number of
/// threads. A sink takes all records of a piece, in the file's order, and hands the piece over before it takes another.
class RecordSink {
  public:
    virtual ~RecordSink() = default;
    virtual void take(const RecordBatch& records) = 0;
    /// The end of a piece. Where the sink depends on order, pieces are handed over in the order of the file, one at a
    /// time.
    virtual void hand_over() = 0;
    /// Whether what the sinks make together depends on the order in which they hand over.
    [[nodiscard]] virtual bool depends_on_order() const noexcept = 0;
    /// All records of the file are taken, by this sink or another. Sinks finish one after the other, in the thread that
    /// called read_records().
    virtual void finish() = 0;
};

/// Reads every data record of `source`, without blank lines and legend rows, on up to `threads` threads (at least 1).
/// On one thread, records are taken in the order of the file.
/// @param make_sink  called once a thread, in the calling thread
/// @return how many legend rows there are
/// @throws Error with its place for a field longer than the limit, a record of over four times that or of over 65,536
/// cells, or a quote never
///         closed; whatever a sink throws. Of several errors the one that stands first in the file.
std::uint64_t read_records(Export& source, const ReadOptions& options, unsigned threads,
                           const std::function<std::unique_ptr<RecordSink>()>& make_sink);

} // namespace cx
