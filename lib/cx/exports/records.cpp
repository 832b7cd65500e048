#include <cx/exports/records.hpp>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/exports/scanner.hpp>

namespace cx {

namespace {

constexpr std::size_t window_size =
    256U << 10U; // what is scanned at once stays in the processor's cache until it is counted
constexpr std::size_t widest_record = 65'536;
constexpr std::size_t skipping_size = 64U << 10U;
constexpr std::size_t speculation_size = 64U << 10U;

using Take = std::function<void(const Record&)>;

/// What a stretch of text gave: how far its complete records reach.
struct Stretch {
    std::size_t  consumed = 0;
    std::int64_t lines = 0; ///< line breaks before `consumed`
};

/// Scans text and passes its records on. One a thread: it keeps the index's memory.
class StretchReader {
  public:
    StretchReader(const Recognition& recognition, const ReadOptions& options)
        : recognition_(recognition), longest_field_(options.longest_field) {}

    /// @param text      starts at a record's start
    /// @param line      what the first record's line is called
    /// @param for_error line of the text's first byte in the file, for errors; 0 where it is not known yet
    Stretch read(std::string_view text, bool at_end, std::int64_t line, const Take& take) {
        Stretch     done;
        std::size_t window = window_size;
        while (done.consumed < text.size()) {
            const std::size_t size = std::min(window, text.size() - done.consumed);
            const bool        last = done.consumed + size == text.size();
            const auto        part = text.substr(done.consumed, size);
            scan_records(part, recognition_.delimiter, recognition_.quote, at_end && last, index_);
            if (index_.consumed() == 0 && !last) {
                window *= 2;
                continue;
            }
            pass_on(part, line + done.lines, take);
            done.consumed += index_.consumed();
            done.lines += index_.lines();
            if (last) break;
            window = window_size;
        }
        return done;
    }

    /// Where the first record that can be trusted starts: after a line break, followed by records of the header's
    /// width; the first line break where there is none. Nothing where no line ends.
    [[nodiscard]] std::optional<std::size_t> speculate(std::string_view piece) {
        const std::string_view head = piece.substr(0, speculation_size);
        std::size_t            first_break = std::string_view::npos;
        for (std::size_t at = head.find('\n'); at != std::string_view::npos; at = head.find('\n', at + 1)) {
            if (first_break == std::string_view::npos) first_break = at;
            if (looks_like_records(head.substr(at + 1, speculation_size / 8))) return at + 1;
        }
        if (first_break == std::string_view::npos) first_break = piece.find('\n');
        if (first_break == std::string_view::npos) return std::nullopt;
        return first_break + 1;
    }

    /// @throws Error when what is left unfinished at the end of `rest`, which starts at a record, is longer than may be
    void check_unfinished(std::string_view rest, std::int64_t line) {
        scan_records(rest, recognition_.delimiter, recognition_.quote, false, index_);
        if (rest.size() - index_.open_cell() > longest_field_) throw_too_long(line + index_.lines());
        if (rest.size() - index_.consumed() > 4 * longest_field_) {
            throw Error(place(line + index_.lines()),
                        fmt::format("a record of over {} MiB", (4 * longest_field_) >> 20U),
                        "raise --max-field if it is meant so");
        }
        if (index_.open_cells() > widest_record) throw_too_wide(line + index_.lines());
    }

    [[nodiscard]] Place place(std::int64_t line) const {
        return {recognition_.file, line > 0 ? static_cast<std::uint64_t>(line) : 0, 0, {}};
    }

    /// Line of the first record in the file, so that errors inside read() have their place; 0 where it is not known
    /// yet.
    void set_origin(std::int64_t line) { origin_ = line; }

  private:
    void pass_on(std::string_view part, std::int64_t line, const Take& take) {
        for (const RecordIndex::Row& row : index_.rows()) {
            const Record record(part.data(), row.start, index_.cell_ends(row), line + row.line);
            if (row.cells > widest_record) throw_too_wide(origin_ + record.line());
            check_fields(record);
            if (recognition_.has_legend && is_legend(record, recognition_.quote)) continue;
            take(record);
        }
        if (index_.ends_quoted()) {
            const auto opened = index_.rows().empty() ? 0 : index_.rows().back().line;
            throw Error(place(origin_ + line + opened), "a quotation mark is opened in this record and never closed",
                        "close it, or double the quotation marks that are part of the text");
        }
    }

    void check_fields(const Record& record) const {
        if (record.bytes() <= longest_field_) return;
        for (std::size_t cell = 0; cell < record.size(); ++cell) {
            if (record.raw(cell).size() > longest_field_) throw_too_long(origin_ + record.line());
        }
    }

    [[noreturn]] void throw_too_long(std::int64_t line) const {
        throw Error(place(line), fmt::format("a field of over {} bytes", longest_field_),
                    "a quotation mark may be missing; raise --max-field if the field is meant so");
    }
    [[noreturn]] void throw_too_wide(std::int64_t line) const {
        throw Error(place(line), fmt::format("a record of over {} cells", widest_record),
                    "is this the right delimiter?");
    }

    bool looks_like_records(std::string_view text) {
        constexpr std::size_t wanted = 3;
        scan_records(text, recognition_.delimiter, recognition_.quote, false, index_);
        const auto& rows = index_.rows();
        return rows.size() >= wanted &&
               std::all_of(rows.begin(), rows.begin() + wanted,
                           [&](const RecordIndex::Row& row) { return row.cells == recognition_.columns.size(); });
    }

    const Recognition& recognition_;
    std::size_t        longest_field_;
    std::int64_t       origin_ = 0;
    RecordIndex        index_;
};

void skip(Input& input, std::uint64_t bytes) {
    std::string scratch(std::min<std::uint64_t>(bytes, skipping_size), '\0');
    while (bytes > 0) {
        const std::size_t read = input.read(scratch.data(), std::min<std::uint64_t>(bytes, scratch.size()));
        if (read == 0) return;
        bytes -= read;
    }
}

/// Pieces of a text for several threads: read one after the other, counted at once, handed over in order.
class PieceReading {
  public:
    PieceReading(Export& source, const ReadOptions& options)
        : source_(source), options_(options), line_(static_cast<std::int64_t>(source.recognition.data_line)) {
        skip(*source.text, source.recognition.data_offset);
    }

    void run(unsigned threads, const std::function<std::unique_ptr<RecordSink>()>& make_sink) {
        std::vector<std::thread> workers;
        const auto               first_sink = make_sink();
        Piece                    piece;
        read(piece);
        std::vector<std::unique_ptr<RecordSink>> sinks;
        if (!piece.at_end) {
            for (unsigned i = 1; i < threads; ++i) sinks.push_back(make_sink());
        }
        try {
            for (const auto& sink : sinks) workers.emplace_back([this, &sink] { work(Piece{}, *sink); });
        } catch (const std::system_error&) {
            // No more threads to be had: those there are do it all.
        }
        work(std::move(piece), *first_sink);
        for (std::thread& worker : workers) worker.join();
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    struct Piece {
        std::size_t number = 0;
        std::string text;
        bool        at_end = false;
    };

    /// The next piece; empty and not at the end when there is none.
    bool read(Piece& piece) {
        const std::lock_guard lock(reading_);
        if (all_read_) return false;
        piece.number = next_number_++;
        const std::size_t size = options_.piece_size;
        piece.text.resize(size);
        try {
            piece.text.resize(source_.text->read(piece.text.data(), size));
        } catch (...) {
            all_read_ = true;
            throw;
        }
        piece.at_end = piece.text.size() < size;
        all_read_ = piece.at_end;
        return true;
    }

    void work(Piece piece, RecordSink& sink) {
        try {
            StretchReader reader(source_.recognition, options_);
            if (piece.text.empty() && !piece.at_end && !read(piece)) return;
            do {
                if (!count(piece, reader, sink)) return;
            } while (read(piece));
        } catch (...) {
            fail(piece.number);
        }
    }

    /// Counts a piece and hands it over. False when another thread has failed.
    bool count(const Piece& piece, StretchReader& reader, RecordSink& sink) {
        const std::string_view text = piece.text;
        const Take             take = [&sink](const Record& record) { sink.take(record); };
        const bool             first = piece.number == 0;
        // A piece's first guess is counted at once; whether it was right is known when the piece before is done.
        const auto start = first ? std::optional<std::size_t>{0} : reader.speculate(text);
        Stretch    counted;
        reader.set_origin(first ? line_ : 0);
        std::exception_ptr problem;
        if (start) {
            try {
                counted = reader.read(text.substr(*start), piece.at_end, 0, take);
            } catch (const Error&) {
                if (first) throw;
                problem = std::current_exception(); // perhaps only because the guess was wrong
            }
        }
        std::unique_lock lock(order_);
        turn_.wait(lock, [&] { return has_failed_before(piece) || turn_number_ == piece.number; });
        if (has_failed_before(piece)) return false;
        const bool right = start && !problem && bridge(text.substr(0, *start), reader, counted, take, sink);
        if (right) {
            carry_.assign(text.substr(*start + counted.consumed));
        } else {
            recount(piece, reader, take, sink);
        }
        if (piece.at_end && !carry_.empty()) throw Error(reader.place(line_), "the last record could not be read");
        reader.check_unfinished(carry_, line_);
        ++turn_number_;
        turn_.notify_all();
        return true;
    }

    /// Whether the record that began in the piece before ends where this piece's records were taken to start; if so
    /// takes it.
    bool bridge(std::string_view head, StretchReader& reader, const Stretch& counted, const Take& take,
                RecordSink& sink) {
        const std::string joint = carry_ + std::string(head);
        const Take        ignore = [](const Record&) {};
        reader.set_origin(line_);
        const Stretch whole = reader.read(joint, false, 0, ignore);
        if (whole.consumed != joint.size()) return false;
        reader.read(joint, false, -whole.lines, take);
        sink.hand_over(line_ + whole.lines);
        line_ += whole.lines + counted.lines;
        return true;
    }

    /// Counts a piece again from where the piece before really ended.
    void recount(const Piece& piece, StretchReader& reader, const Take& take, RecordSink& sink) {
        sink.drop();
        const std::string joint = carry_ + piece.text;
        reader.set_origin(line_);
        const Stretch counted = reader.read(joint, piece.at_end, 0, take);
        sink.hand_over(line_);
        line_ += counted.lines;
        carry_ = joint.substr(counted.consumed);
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

    Export&            source_;
    const ReadOptions& options_;

    std::mutex  reading_; // guards the source's text and these two
    std::size_t next_number_ = 0;
    bool        all_read_ = false;

    std::mutex              order_; // guards all below: what is known up to the piece whose turn it is
    std::condition_variable turn_;
    std::size_t             turn_number_ = 0;
    std::string             carry_; ///< bytes after the last record that is complete
    std::int64_t            line_;  ///< line of carry_'s first byte
    std::exception_ptr      failure_;
    std::size_t             failed_number_ = 0;
};

} // namespace

void read_records(Export& source, const ReadOptions& options, unsigned threads,
                  const std::function<std::unique_ptr<RecordSink>()>& make_sink) {
    PieceReading(source, options).run(threads, make_sink);
}

void read_records_in_order(Export& source, const ReadOptions& options, const std::function<void(const Record&)>& take) {
    skip(*source.text, source.recognition.data_offset);
    StretchReader reader(source.recognition, options);
    auto          line = static_cast<std::int64_t>(source.recognition.data_line);
    std::string   text;
    const auto    piece_size = options.piece_size;
    for (bool at_end = false; !at_end;) {
        const std::size_t kept = text.size();
        text.resize(kept + piece_size);
        const std::size_t read = source.text->read(text.data() + kept, piece_size);
        text.resize(kept + read);
        at_end = read < piece_size;
        const Stretch done = reader.read(text, at_end, line, take);
        line += done.lines;
        text.erase(0, done.consumed);
        if (!at_end) reader.check_unfinished(text, line);
    }
}

} // namespace cx
