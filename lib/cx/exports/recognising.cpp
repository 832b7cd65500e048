#include <cx/exports/recognising.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cx/base/calendar.hpp>
#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/exports/columns.hpp>
#include <cx/exports/dialects/catalogue.hpp>
#include <cx/exports/header_start.hpp>
#include <cx/exports/legend.hpp>
#include <cx/exports/record_table.hpp>

namespace cx::detail {

namespace {

constexpr std::size_t opening_records = 12;

/// What lies in the head, being recognised.
class Reading {
  public:
    Reading(Recognition& recognition, const ReadOptions& options, const Head& head, std::size_t declared)
        : recognition_(recognition),
          options_(options),
          head_(head),
          declared_(declared),
          table_(head.text, recognition.delimiter, recognition.quote, head.complete) {}

    void run() {
        check_records();
        data_ = options_.no_header ? without_header() : with_header();
        if (recognition_.columns.size() > widest_record) throw_too_wide(0);
        if (const std::size_t repeated = settle_codes(recognition_.columns); repeated > 0) {
            notice(Notice::Level::detail, fmt::format("{} repeated headers are told apart by numbers", repeated));
        }
        recognition_.data_offset = table_.start(data_);
        recognition_.data_line = table_.line(data_);
        if (options_.keep_unfinished) recognition_.filters.clear();
        if (recognition_.has_legend) label_columns(table_, data_, recognition_.columns);
    }

    [[nodiscard]] Sample sample() const {
        Sample      sample(head_.text, recognition_.quote);
        std::size_t cells = 0;
        for (std::size_t row = data_; row < table_.size(); ++row) cells += table_.cells(row);
        sample.reserve(table_.size() - std::min(data_, table_.size()), cells);
        for (std::size_t row = data_; row < table_.size(); ++row) {
            const Record record = table_.record(row);
            if (recognition_.has_legend && is_legend(record, recognition_.quote)) continue;
            const auto& found = table_.index().rows()[row];
            sample.add(found.start, static_cast<std::uint64_t>(record.line()), table_.index().cell_ends(found));
        }
        sample.set_complete(head_.complete);
        return sample;
    }

  private:
    void check_records() const {
        const RecordIndex& index = table_.index();
        for (std::size_t row = 0; row < table_.size(); ++row) {
            const Record record = table_.record(row);
            if (record.size() > widest_record) throw_too_wide(table_.line(row));
            if (record.bytes() > options_.longest_field) check_fields(record);
        }
        if (index.ends_quoted() && head_.complete) {
            throw Error(place(table_.line(table_.size() - 1)),
                        "a quotation mark is opened in this record and never closed",
                        "close it, or double the quotation marks that are part of the text");
        }
        if (index.open_cells() > widest_record) throw_too_wide(table_.line(table_.size()));
        const bool open = !head_.complete && table_.size() == 0;
        if (open || head_.text->size() - index.open_cell() > options_.longest_field)
            throw_too_long(table_.line(table_.size()));
    }

    void check_fields(const Record& record) const {
        for (std::size_t cell = 0; cell < record.size(); ++cell) {
            if (record.raw(cell).size() > options_.longest_field)
                throw_too_long(static_cast<std::uint64_t>(record.line()));
        }
    }

    /// @return row of the first data record
    std::size_t without_header() {
        std::size_t width = 0;
        for (std::size_t row = declared_; row < table_.size(); ++row) width = std::max(width, table_.cells(row));
        recognition_.dialect = plain.name;
        recognition_.columns = numbered_columns(width);
        return declared_;
    }

    /// @return row of the first data record
    std::size_t with_header() {
        const Dialect*    wanted = options_.dialect.empty() ? nullptr : &dialect_named(options_.dialect);
        const std::size_t first = wanted == nullptr ? recognised_start() : start_of(*wanted);
        describe(wanted == nullptr ? recognised(opening_at(first)) : *wanted, first);
        if (const std::uint64_t lines = table_.line(first) - table_.line(declared_); lines > 0) {
            notice(Notice::Level::information,
                   fmt::format("skipped {} {} before the header", lines, lines == 1 ? "line" : "lines"));
        }
        return std::min(table_.size(), first + header_rows_);
    }

    /// A tool that is recognised settles where its headers begin; a plain table begins below all that may be preamble.
    std::size_t recognised_start() {
        const std::size_t preamble = longest_preamble(table_, declared_);
        for (std::size_t first = declared_; first <= declared_ + preamble; ++first) {
            if (&recognised(opening_at(first)) != &plain) return first;
        }
        return plain_start(preamble);
    }

    std::size_t start_of(const Dialect& wanted) {
        const std::size_t preamble = longest_preamble(table_, declared_);
        if (&wanted == &plain) return plain_start(preamble);
        for (std::size_t first = declared_; first <= declared_ + preamble; ++first) {
            if (wanted.confidence(opening_at(first)) > sure) return first;
        }
        return declared_;
    }

    /// Where a table starts that no tool is recognised by.
    std::size_t plain_start(std::size_t preamble) {
        if (is_surveymonkey_summary(opening_at(declared_))) {
            throw Error(Place{recognition_.file, 0, 0, {}},
                        "is SurveyMonkey's summary and not the responses themselves", "export All responses data");
        }
        const std::size_t below = declared_ + preamble;
        // Where what follows the short lines is a response, the first of them is the header, and only shorter than its
        // table.
        if (!looks_like_data(table_, below)) return below;
        if (preamble > 0 && table_.cells(declared_) > 1 && !looks_like_data(table_, declared_)) return declared_;
        throw Error(place(table_.line(below)), "this row looks like the rows below it and not like headers",
                    "read the file with --no-header, which calls its columns 1, 2, ...");
    }

    void describe(const Dialect& dialect, std::size_t first) {
        const Opening opening = opening_at(first);
        if (dialect.confidence(opening) <= 0) {
            throw Error(place(table_.line(first)),
                        fmt::format("is no export of {}: its header rows are missing", dialect.title),
                        "leave out --as, or name another dialect");
        }
        Description found = dialect.describe(opening);
        header_rows_ = found.header_rows;
        recognition_.dialect = dialect.name;
        recognition_.columns = std::move(found.columns);
        recognition_.filters = std::move(found.filters);
        recognition_.timezone = known_timezone(found.timezone);
        recognition_.has_legend = found.has_legend;
    }

    std::string known_timezone(const std::string& name) {
        if (name.empty()) return name;
        try {
            return TimeZone(name).name();
        } catch (const Error& error) {
            notice(Notice::Level::warning, fmt::format("{}; dates are taken as written", error.what()));
            return {};
        }
    }

    [[nodiscard]] Opening opening_at(std::size_t first) const {
        Opening::Rows rows;
        for (std::size_t row = first; row < std::min(table_.size(), first + opening_records); ++row) {
            std::vector<std::string> cells;
            for (std::size_t column = 0; column < table_.cells(row); ++column)
                cells.push_back(one_line(table_.text(row, column)));
            rows.push_back(std::move(cells));
        }
        return Opening(std::move(rows), recognition_.delimiter);
    }

    [[nodiscard]] Place place(std::uint64_t line) const { return {recognition_.file, line, 0, {}}; }
    [[noreturn]] void   throw_too_wide(std::uint64_t line) const {
          throw Error(place(line), fmt::format("a record of over {} cells", widest_record),
                      "is this the right delimiter?");
    }
    [[noreturn]] void throw_too_long(std::uint64_t line) const {
        throw Error(place(line),
                    fmt::format("a field of over {} bytes", std::min(options_.longest_field, head_.text->size())),
                    "a quotation mark may be missing; raise --max-field if the field is meant so");
    }
    void notice(Notice::Level level, std::string text) { recognition_.notices.push_back({level, std::move(text)}); }

    Recognition&       recognition_;
    const ReadOptions& options_;
    const Head&        head_;
    std::size_t        declared_;
    RecordTable        table_;
    std::size_t        header_rows_ = 0;
    std::size_t        data_ = 0; ///< row of the first data record
};

} // namespace

Sample recognise(Recognition& recognition, const ReadOptions& options, const Head& head, std::size_t declared) {
    Reading reading(recognition, options, head, declared);
    reading.run();
    return reading.sample();
}

} // namespace cx::detail
