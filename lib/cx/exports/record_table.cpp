#include <cx/exports/record_table.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include <cx/base/text.hpp>

namespace cx::detail {

RecordTable::RecordTable(std::shared_ptr<const std::string> text, char delimiter, char quote, bool complete)
    : text_(std::move(text)), quote_(quote) {
    scan_records(*text_, delimiter, quote, complete, index_);
}

Record RecordTable::record(std::size_t row) const {
    const RecordIndex::Row& found = index_.rows()[row];
    return {text_->data(), found.start, index_.cell_ends(found), static_cast<std::int64_t>(found.line) + 1};
}

std::uint32_t RecordTable::start(std::size_t row) const {
    return row < size() ? index_.rows()[row].start : index_.consumed();
}

std::uint64_t RecordTable::line(std::size_t row) const {
    return std::uint64_t{row < size() ? index_.rows()[row].line : index_.lines()} + 1;
}

std::string RecordTable::text(std::size_t row, std::size_t column) const {
    std::string scratch;
    return std::string(trim(record(row).text(column, quote_, scratch)));
}

std::size_t RecordTable::filled(std::size_t row) const {
    std::size_t count = 0;
    for (std::size_t column = 0; column < cells(row); ++column) count += text(row, column).empty() ? 0U : 1U;
    return count;
}

std::size_t RecordTable::usual_width() const {
    constexpr std::size_t              looked_at = 1000;
    std::map<std::size_t, std::size_t> records;
    for (std::size_t row = 0; row < std::min(size(), looked_at); ++row) ++records[cells(row)];
    std::size_t width = 0;
    std::size_t most = 0;
    for (const auto& [cells, count] : records) {
        if (count < most) continue;
        most = count;
        width = cells;
    }
    return width;
}

} // namespace cx::detail
