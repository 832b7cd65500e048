#pragma once

// All records of an export, in pieces that are read on several threads and handed over in order.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include <cx/exports/export.hpp>
#include <cx/exports/record.hpp>

namespace cx {

/// What is made of one piece of an export. One object a thread; `take` gets records of one piece at a time, then
/// `hand_over` is called with that piece finished, for piece after piece in the order of the file, never two at once.
class RecordSink {
  public:
    virtual ~RecordSink() = default;
    /// A record, its line counted from the piece's start (the piece's first record is on line 0).
    virtual void take(const Record& record) = 0;
    /// Forgets what was taken since the last hand_over: the piece was cut wrongly and is read again.
    virtual void drop() = 0;
    /// The piece is right. `line` is the line of its first record, to be added to those that take() saw.
    virtual void hand_over(std::uint64_t line) = 0;
};

/// Reads every data record of `source` once: after the headers, without blank lines and legend rows. Records are the same, and handed over
/// in the same order, on any number of threads. A field beyond the limit or a record with over 65,536 cells is an Error with its place.
/// @param threads    at least 1
/// @param make_sink  called once a thread
void read_records(Export& source, const ReadOptions& options, unsigned threads,
                  const std::function<std::unique_ptr<RecordSink>()>& make_sink);

} // namespace cx
