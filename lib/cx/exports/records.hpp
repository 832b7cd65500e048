#pragma once

// All data records of an export: in pieces that several threads count, or one after the other.

#include <cstdint>
#include <functional>
#include <memory>

#include <cx/exports/export.hpp>
#include <cx/exports/record.hpp>

namespace cx {

/// What is made of an export's records, piece by piece. An object belongs to one thread.
///
/// Pieces are cut at fixed places, and which records belong to a piece does not depend on the number of threads. A sink
/// takes a piece's records, then hands the piece over; pieces are handed over in the order of the file, one at a time.
/// Within a piece a record that began in the piece before comes last.
class RecordSink {
  public:
    virtual ~RecordSink() = default;
    /// A record. Its line is counted from the piece's first record, which has 0; one that began in the piece before is
    /// negative.
    virtual void take(const Record& record) = 0;
    /// Forgets what was taken since the last hand_over(): the piece was cut wrongly, and its records come again.
    virtual void drop() = 0;
    /// The piece is right and whole. `line` is to be added to the lines that take() saw.
    virtual void hand_over(std::int64_t line) = 0;
};

/// Reads every data record of `source`, without blank lines and legend rows, on up to `threads` threads (at least 1).
/// @param make_sink  called once a thread, in the calling thread
/// @throws Error with its place for a field longer than the limit, a record of over four times that or of over 65,536
/// cells, or a quote never
///         closed; whatever a sink throws
void read_records(Export& source, const ReadOptions& options, unsigned threads,
                  const std::function<std::unique_ptr<RecordSink>()>& make_sink);

/// The same for one sink that needs the records in the file's order: on this thread, line by line, lines counted as in
/// the file.
void read_records_in_order(Export& source, const ReadOptions& options, const std::function<void(const Record&)>& take);

} // namespace cx
