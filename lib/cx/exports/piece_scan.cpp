#include <cx/exports/piece_scan.hpp>

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace cx::detail {

namespace {

constexpr std::size_t speculation_size = 64U << 10U;

} // namespace

bool ScanText::fill(Input& input, std::size_t size) {
    make_room(size);
    size_ = input.read(bytes_.get(), size);
    std::memset(bytes_.get() + size_, 0, readable_beyond);
    return size_ == size;
}

void ScanText::join(std::string_view first, std::string_view second) {
    make_room(first.size() + second.size());
    size_ = first.copy(bytes_.get(), first.size());
    size_ += second.copy(bytes_.get() + size_, second.size());
    std::memset(bytes_.get() + size_, 0, readable_beyond);
}

void ScanText::make_room(std::size_t size) {
    if (bytes_ && size <= room_) return;
    room_ = std::max(size, room_ + room_ / 2);
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): nor is it set to zero here
    bytes_ = std::make_unique_for_overwrite<char[]>(room_ + readable_beyond);
}

void PieceScan::scan(Found& found, std::string_view text, bool at_end) const {
    found.text = text;
    scan_records(text, recognition_.delimiter, recognition_.quote, at_end, found.index);
}

void PieceScan::guess(const ScanText& text, bool first, bool at_end) {
    text_ = text.view();
    at_end_ = at_end;
    start_ = first ? std::optional<std::size_t>{0} : speculate(text_);
    if (start_) scan(guessed_, text_.substr(*start_), at_end);
}

/// After a line break, followed by records of the header's width; the first line break where there is none. Nothing
/// where no line ends.
std::optional<std::size_t> PieceScan::speculate(std::string_view text) {
    const std::string_view head = text.substr(0, speculation_size);
    std::size_t            first_break = std::string_view::npos;
    for (std::size_t at = head.find('\n'); at != std::string_view::npos; at = head.find('\n', at + 1)) {
        if (first_break == std::string_view::npos) first_break = at;
        if (looks_like_records(head.substr(at + 1, speculation_size / 8))) return at + 1;
    }
    if (first_break == std::string_view::npos) first_break = text.find('\n');
    if (first_break == std::string_view::npos) return std::nullopt;
    return first_break + 1;
}

bool PieceScan::looks_like_records(std::string_view text) {
    constexpr std::size_t wanted = 3;
    scan_records(text, recognition_.delimiter, recognition_.quote, false, trial_);
    const auto& rows = trial_.rows();
    return rows.size() >= wanted && std::all_of(rows.begin(), rows.begin() + wanted, [&](const RecordIndex::Row& row) {
               return row.cells == recognition_.columns.size();
           });
}

void PieceScan::settle(std::string& carry, std::int64_t& line) {
    problem_.reset();
    // The guess was right where the record that was carried over ends there.
    bool right = start_.has_value();
    if (right) {
        joint_.join(carry, text_.substr(0, *start_));
        scan(bridge_, joint_.view(), false);
        right = bridge_.rest().empty();
    }
    if (!right) {
        start_.reset();
        joint_.join(carry, text_);
        scan(bridge_, joint_.view(), at_end_);
    }
    bridge_.line = line;
    guessed_.line = bridge_.end_line();
    const Found& last = right ? guessed_ : bridge_;
    carry.assign(last.rest());
    line = last.end_line();
    try {
        if (at_end_ && !carry.empty()) throw Error(place(line), "the last record could not be read");
        check_unfinished(carry, line);
    } catch (const Error& error) {
        problem_ = error;
    }
}

/// @throws Error when what is left unfinished at the end of `rest`, which starts at a record, is longer than may be
void PieceScan::check_unfinished(std::string_view rest, std::int64_t line) {
    scan_records(rest, recognition_.delimiter, recognition_.quote, false, trial_);
    if (rest.size() - trial_.open_cell() > longest_field_) throw too_long(line + trial_.lines());
    if (rest.size() - trial_.consumed() > 4 * longest_field_) throw too_large(line + trial_.lines());
    if (trial_.open_cells() > widest_record) throw too_wide(line + trial_.lines());
}

std::uint64_t PieceScan::pass_on(RecordSink& sink) const {
    std::uint64_t legend_rows = pass_on(bridge_, sink);
    if (start_) legend_rows += pass_on(guessed_, sink);
    if (problem_) throw Error(*problem_);
    return legend_rows;
}

std::uint64_t PieceScan::pass_on(const Found& found, RecordSink& sink) const {
    const auto& rows = found.index.rows();
    const auto  batch = [&](std::size_t from, std::size_t to) {
        return RecordBatch(found.text.data(), found.index, {rows.data() + from, to - from}, found.line);
    };
    std::uint64_t legend_rows = 0;
    std::size_t   from = 0; // the first row that is not passed on yet
    const auto    pass_up_to = [&](std::size_t to) {
        if (from < to) sink.take(batch(from, to));
        from = to;
    };
    const bool all_fit = found.text.size() <= std::min(longest_field_, widest_record);
    for (std::size_t row = 0; row < rows.size() && !(all_fit && !recognition_.has_legend); ++row) {
        const Record record = batch(row, row + 1)[0];
        if (record.size() > widest_record || record.bytes() > longest_field_) {
            pass_up_to(row);
            check(record);
        }
        if (!recognition_.has_legend || !is_legend(record, recognition_.quote)) continue;
        pass_up_to(row);
        from = row + 1;
        ++legend_rows;
    }
    pass_up_to(rows.size());
    if (found.index.ends_quoted()) {
        const auto opened = rows.empty() ? 0 : rows.back().line;
        throw Error(place(found.line + opened), "a quotation mark is opened in this record and never closed",
                    "close it, or double the quotation marks that are part of the text");
    }
    return legend_rows;
}

void PieceScan::check(const Record& record) const {
    if (record.size() > widest_record) throw too_wide(record.line());
    for (std::size_t cell = 0; cell < record.size(); ++cell) {
        if (record.raw(cell).size() > longest_field_) throw too_long(record.line());
    }
    if (record.bytes() > 4 * longest_field_) throw too_large(record.line());
}

Place PieceScan::place(std::int64_t line) const {
    return {recognition_.file, line > 0 ? static_cast<std::uint64_t>(line) : 0, 0, {}};
}

Error PieceScan::too_long(std::int64_t line) const {
    return {place(line), fmt::format("a field of over {} bytes", longest_field_),
            "a quotation mark may be missing; raise --max-field if the field is meant so"};
}

Error PieceScan::too_wide(std::int64_t line) const {
    return {place(line), fmt::format("a record of over {} cells", widest_record), "is this the right delimiter?"};
}

Error PieceScan::too_large(std::int64_t line) const {
    return {place(line), fmt::format("a record of over {} bytes", 4 * longest_field_),
            "raise --max-field if it is meant so"};
}

} // namespace cx::detail
