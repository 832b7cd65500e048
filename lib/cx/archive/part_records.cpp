#include <cx/archive/part_records.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include <cx/archive/archive_schema.hpp>
#include <cx/archive/wave_table.hpp>
#include <cx/exports/record_builder.hpp>

namespace cx {

namespace detail {

namespace {

constexpr char quote_of_parts = '"';

/// The response's own columns first: its number, its import, and the one that replaced it.
constexpr int first_cell_place = 3;

std::string rows_of(const ArchivePart& part, std::span<const std::size_t> columns) {
    std::string cells;
    for (const std::size_t column : columns) {
        const std::int64_t number = part.columns[column];
        cells += number <= static_cast<std::int64_t>(most_cell_columns)
                     ? fmt::format(", q{}", number)
                     : fmt::format(", (SELECT text FROM more WHERE more.response = cells.response AND question = {})",
                                   number);
    }
    return fmt::format("SELECT response, import, until{} FROM {} AS cells WHERE response BETWEEN ? AND ?", cells,
                       cells_table(part.wave));
}

} // namespace

PartRecords::PartRecords(const ArchivePart& part, std::span<const std::size_t> columns, const Database& archive)
    : part_(part), places_(part.columns.size(), -1), rows_(archive.statement(rows_of(part, columns))) {
    int place = first_cell_place;
    for (const std::size_t column : columns) places_[column] = place++;
}

void PartRecords::read(std::int64_t first, std::int64_t last, std::size_t most_bytes) {
    text_.clear();
    ends_.clear();
    numbers_.clear();
    rows_.with(first, last);
    while (text_.size() < most_bytes && rows_.next()) {
        const bool stands = rows_.is_nothing(2) || rows_.number(2) > part_.as_of;
        if (stands && std::binary_search(part_.imports.begin(), part_.imports.end(), rows_.number(1))) add_row(rows_);
    }
    rows_.rewind();
    const auto size = static_cast<std::uint32_t>(text_.size());
    text_.append(readable_beyond, '\0');
    RecordBuilder builder(std::string_view(text_).substr(0, size), index_);
    builder.reserve(static_cast<std::uint32_t>(ends_.size()));
    for (const std::uint32_t end : ends_) builder.end_cell(end);
    const auto width = static_cast<std::uint32_t>(places_.size());
    for (std::uint32_t row = 0; row < numbers_.size(); ++row) {
        const std::int64_t next = row + 1 < numbers_.size() ? numbers_[row + 1] : numbers_[row] + 1;
        builder.end_row((row + 1) * width, static_cast<std::uint32_t>(next - numbers_.front()));
    }
}

void PartRecords::add_row(const Statement& row) {
    for (const int place : places_) add_cell(place < 0 ? std::string_view() : row.text(place));
    numbers_.push_back(row.number(0));
}

/// A cell that begins with a quote would be taken for a quoted one, and so it is made one.
void PartRecords::add_cell(std::string_view text) {
    if (text.starts_with(quote_of_parts)) {
        text_ += quote_of_parts;
        for (const char c : text) text_.append(c == quote_of_parts ? 2 : 1, c);
        text_ += quote_of_parts;
    } else {
        text_ += text;
    }
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    text_ += ',';
}

RecordBatch PartRecords::batch() const {
    return {text_.data(), index_, index_.rows(), numbers_.empty() ? 0 : numbers_.front()};
}

Sample PartRecords::sample() const {
    Sample sample(std::make_shared<const std::string>(text_), quote_of_parts);
    for (const RecordIndex::Row& row : index_.rows()) sample.add(row.start, row.line, index_.cell_ends(row));
    sample.set_complete(true); // nothing after it contradicts what was imported
    return sample;
}

namespace {

/// Responses of a stretch, where all numbers are of the part.
constexpr std::int64_t stretch_responses = 8192;

/// Stretches of a part for several threads: read at once, handed over in order where that matters.
class PartReading {
  public:
    PartReading(const ArchivePart& part, std::span<const std::size_t> columns) : part_(part), columns_(columns) {}

    void run(unsigned threads, const std::function<std::unique_ptr<RecordSink>()>& make_sink) {
        const std::int64_t                       stretches = (part_.last - part_.first) / stretch_responses + 1;
        std::vector<std::unique_ptr<RecordSink>> sinks;
        sinks.push_back(make_sink());
        while (sinks.size() < threads && static_cast<std::int64_t>(sinks.size()) < stretches)
            sinks.push_back(make_sink());
        std::vector<std::thread> workers;
        workers.reserve(sinks.size());
        try {
            for (std::size_t i = 1; i < sinks.size(); ++i) workers.emplace_back([this, &sinks, i] { work(*sinks[i]); });
        } catch (const std::system_error&) {
            // No more threads to be had: those there are do it all.
        }
        work(*sinks.front());
        for (std::thread& worker : workers) worker.join();
        if (failure_) std::rethrow_exception(failure_);
        for (const auto& sink : sinks) sink->finish();
    }

  private:
    void work(RecordSink& sink) {
        std::int64_t number = INT64_MAX;
        try {
            const Database archive(part_.file, Database::Use::reading);
            PartRecords    records(part_, columns_, archive);
            for (number = next_++; !failed_before(number); number = next_++) {
                const std::int64_t first = part_.first + number * stretch_responses;
                if (first > part_.last) return;
                records.read(first, std::min(part_.last, first + stretch_responses - 1));
                if (const RecordBatch batch = records.batch(); batch.size() > 0) sink.take(batch);
                if (!hand_over(number, sink)) return;
            }
        } catch (...) {
            fail(number);
        }
    }

    bool hand_over(std::int64_t number, RecordSink& sink) {
        if (!sink.depends_on_order()) {
            sink.hand_over();
            return true;
        }
        std::unique_lock lock(order_);
        turn_.wait(lock, [&] { return failed_number_ < number || handed_over_ == number; });
        if (failed_number_ < number) return false;
        lock.unlock(); // it is nobody else's turn, and others read on meanwhile
        sink.hand_over();
        lock.lock();
        ++handed_over_;
        turn_.notify_all();
        return true;
    }

    bool failed_before(std::int64_t number) {
        const std::lock_guard lock(order_);
        return failed_number_ < number;
    }

    void fail(std::int64_t number) {
        const std::lock_guard lock(order_);
        if (!failure_ || number < failed_number_) {
            failure_ = std::current_exception();
            failed_number_ = number;
        }
        turn_.notify_all();
    }

    const ArchivePart&           part_;
    std::span<const std::size_t> columns_;
    std::atomic<std::int64_t>    next_ = 0;
    std::mutex                   order_;
    std::condition_variable      turn_;
    std::int64_t                 handed_over_ = 0;
    std::int64_t                 failed_number_ = INT64_MAX;
    std::exception_ptr           failure_;
};

} // namespace

} // namespace detail

void read_records(const ArchivePart& part, std::span<const std::size_t> columns, unsigned threads,
                  const std::function<std::unique_ptr<RecordSink>()>& make_sink) {
    detail::PartReading(part, columns).run(threads, make_sink);
}

} // namespace cx
