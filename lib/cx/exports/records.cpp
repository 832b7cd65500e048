#include <cx/exports/records.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/exports/piece_scan.hpp>

namespace cx {

namespace {

constexpr std::size_t skipping_size = 64U << 10U;

void skip(Input& input, std::uint64_t bytes) {
    std::string scratch(std::min<std::uint64_t>(bytes, skipping_size), '\0');
    while (bytes > 0) {
        const std::size_t read = input.read(scratch.data(), std::min<std::uint64_t>(bytes, scratch.size()));
        if (read == 0) return;
        bytes -= read;
    }
}

/// Pieces of a text for several threads: read one after the other; their records found at once, by a guess of where the
/// first one starts; the guesses confirmed in order; and only then counted.
class PieceReading {
  public:
    PieceReading(Export& source, const ReadOptions& options)
        : source_(source), options_(options), line_(static_cast<std::int64_t>(source.recognition.data_line)) {
        skip(*source.text, source.recognition.data_offset);
    }

    std::uint64_t run(unsigned threads, const std::function<std::unique_ptr<RecordSink>()>& make_sink) {
        std::vector<std::unique_ptr<RecordSink>> sinks;
        sinks.push_back(make_sink());
        Piece first;
        read(first);
        for (unsigned i = 1; i < threads && !first.at_end; ++i) sinks.push_back(make_sink());
        std::vector<std::thread> workers;
        workers.reserve(sinks.size());
        try {
            for (std::size_t i = 1; i < sinks.size(); ++i) workers.emplace_back([this, &sinks, i] { work(*sinks[i]); });
        } catch (const std::system_error&) {
            // No more threads to be had: those there are do it all.
        }
        work(*sinks.front(), std::move(first));
        for (std::thread& worker : workers) worker.join();
        if (failure_) std::rethrow_exception(failure_);
        for (const auto& sink : sinks) sink->finish();
        return legend_rows_;
    }

  private:
    struct Piece {
        std::size_t      number = 0;
        bool             at_end = false;
        detail::ScanText text;
    };

    /// The next piece; false when there is none.
    bool read(Piece& piece) {
        const std::lock_guard lock(reading_);
        if (all_read_) return false;
        piece.number = next_number_++;
        try {
            piece.at_end = !piece.text.fill(*source_.text, options_.piece_size);
        } catch (...) {
            all_read_ = true;
            throw;
        }
        all_read_ = piece.at_end;
        return true;
    }

    void work(RecordSink& sink) {
        Piece piece;
        try {
            if (!read(piece)) return;
        } catch (...) {
            fail(piece.number);
            return;
        }
        work(sink, std::move(piece));
    }

    void work(RecordSink& sink, Piece piece) {
        try {
            detail::PieceScan scan(source_.recognition, options_);
            do {
                scan.guess(piece.text, piece.number == 0, piece.at_end);
                if (!settle(piece, scan)) return;
                legend_rows_ += scan.pass_on(sink);
                if (!hand_over(piece, sink)) return;
            } while (read(piece));
        } catch (...) {
            fail(piece.number);
        }
    }

    /// Settles where the piece's records start, when it is known where those of the piece before end. False when an
    /// earlier piece has failed.
    bool settle(const Piece& piece, detail::PieceScan& scan) {
        std::unique_lock lock(order_);
        turn_.wait(lock, [&] { return has_failed_before(piece) || settled_ == piece.number; });
        if (has_failed_before(piece)) return false;
        scan.settle(carry_, line_);
        ++settled_;
        turn_.notify_all();
        return true;
    }

    /// Hands over in order, where that matters. False when an earlier piece has failed.
    bool hand_over(const Piece& piece, RecordSink& sink) {
        if (!sink.depends_on_order()) {
            sink.hand_over();
            return true;
        }
        std::unique_lock lock(order_);
        turn_.wait(lock, [&] { return has_failed_before(piece) || handed_over_ == piece.number; });
        if (has_failed_before(piece)) return false;
        lock.unlock(); // it is nobody else's turn, and others read on meanwhile
        sink.hand_over();
        lock.lock();
        ++handed_over_;
        turn_.notify_all();
        return true;
    }

    /// Earlier pieces go on after a failure: theirs would be the first in the file.
    [[nodiscard]] bool has_failed_before(const Piece& piece) const { return failure_ && failed_number_ < piece.number; }

    void fail(std::size_t number) {
        const std::lock_guard lock(order_);
        if (!failure_ || number < failed_number_) {
            failure_ = std::current_exception();
            failed_number_ = number;
        }
        turn_.notify_all();
    }

    Export&                    source_;
    const ReadOptions&         options_;
    std::atomic<std::uint64_t> legend_rows_ = 0;

    std::mutex  reading_; // guards the source's text and these two
    std::size_t next_number_ = 0;
    bool        all_read_ = false;

    std::mutex              order_; // guards all below
    std::condition_variable turn_;
    std::size_t             settled_ = 0;     ///< pieces whose records are known
    std::size_t             handed_over_ = 0; ///< pieces, where their order matters
    std::string             carry_;           ///< bytes behind the last record that is known
    std::int64_t            line_;            ///< line of carry_'s first byte
    std::exception_ptr      failure_;
    std::size_t             failed_number_ = 0;
};

} // namespace

std::uint64_t read_records(Export& source, const ReadOptions& options, unsigned threads,
                           const std::function<std::unique_ptr<RecordSink>()>& make_sink) {
    return PieceReading(source, options).run(threads, make_sink);
}

} // namespace cx
