#include <cx/exports/header_start.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/base/calendar.hpp>
#include <cx/base/numbers.hpp>

namespace cx::detail {

namespace {

constexpr std::size_t most_preamble_lines = 50;
constexpr std::size_t records_below = 200;

bool is_preamble(const RecordTable& table, std::size_t row, std::size_t width) {
    constexpr std::size_t wide = 5;        // columns that a table has at least beside a title of two cells
    constexpr std::size_t title_cells = 2; // text and perhaps a date or number
    constexpr std::size_t denser = 3;      // so many times as many cells of the next record have text
    if (table.cells(row) < width) return true;
    const std::size_t filled = table.filled(row);
    if (filled == 0 || (filled == 1 && width > 2)) return true;
    return filled <= title_cells && width >= wide && table.filled(row + 1) >= denser * filled;
}

bool is_date(const std::string& text) {
    // `12.5` and `20261031` may be anything; dates have two marks, or a mark and a time.
    constexpr std::size_t shortest_date = 6;
    if (text.size() < shortest_date || parse_number(text)) return false;
    return parse_moment(text, DateOrder::dmy) || parse_moment(text, DateOrder::mdy);
}

/// Years head columns as often as they fill them.
bool is_year(double number) { return number >= 1900 && number <= 2100 && number == std::floor(number); }

/// `1, 2, 3, ...`: numbers that somebody gave to columns.
bool are_column_numbers(const std::vector<double>& numbers) {
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        if (numbers[i] != numbers[i - 1] + 1) return false;
    }
    return numbers.size() > 2;
}

/// What the cells below a first cell are.
struct Below {
    std::size_t filled = 0;
    std::size_t dates = 0;
    std::size_t numbers = 0;
    std::size_t same = 0;  ///< as the first cell
    std::size_t other = 0; ///< than the first cell
};

std::string_view bytes(const RecordTable& table, std::size_t row) {
    const Record record = table.record(row);
    return {record.raw(0).data(), record.bytes()};
}

/// Records below `row`, without those that are the same: headers are repeated where exports were put together.
std::vector<std::size_t> others_below(const RecordTable& table, std::size_t row) {
    std::vector<std::size_t> rows;
    for (std::size_t i = row + 1; i < std::min(table.size(), row + 1 + records_below); ++i) {
        if (bytes(table, i) != bytes(table, row)) rows.push_back(i);
    }
    return rows;
}

Below below(const RecordTable& table, const std::vector<std::size_t>& rows, std::size_t column,
            const std::string& first) {
    Below      found;
    const bool as_date = is_date(first);
    const bool as_number = parse_number(first).has_value();
    for (const std::size_t row : rows) {
        const std::string cell = table.text(row, column);
        if (cell.empty()) continue;
        ++found.filled;
        ++(cell == first ? found.same : found.other);
        if (as_date && is_date(cell)) ++found.dates;
        if (as_number && parse_number(cell)) ++found.numbers;
    }
    return found;
}

bool is_most(std::size_t part, std::size_t whole) {
    constexpr std::size_t of_ten = 8;
    return part > 0 && part * 10 >= whole * of_ten;
}

/// `name@example.org`: what a person wrote, and no question.
bool is_address(std::string_view text) {
    const std::size_t sign = text.find('@');
    if (sign == 0 || sign == std::string_view::npos || text.find('@', sign + 1) != std::string_view::npos) return false;
    const std::string_view host = text.substr(sign + 1);
    const std::size_t      dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == host.size()) return false;
    return text.find_first_of(" \t\r\n,;:()<>/?") == std::string_view::npos;
}

} // namespace

std::size_t longest_preamble(const RecordTable& table, std::size_t first) {
    const std::size_t width = table.usual_width();
    std::size_t       row = first;
    while (row + 1 < table.size() && row - first < most_preamble_lines && is_preamble(table, row, width)) ++row;
    return row - first;
}

bool looks_like_data(const RecordTable& table, std::size_t row) {
    const auto          rows = others_below(table, row);
    std::size_t         filled = 0;
    std::size_t         repeated = 0;
    std::size_t         dates = 0;
    std::vector<double> numbers;
    for (std::size_t column = 0; column < table.cells(row); ++column) {
        const std::string first = table.text(row, column);
        if (first.empty()) continue;
        if (is_address(first)) return true;
        ++filled;
        const Below found = below(table, rows, column, first);
        const auto  number = parse_number(first);
        if (is_most(found.dates, found.filled)) {
            ++dates;
        } else if (number && is_most(found.numbers, found.filled) && !is_year(*number)) {
            numbers.push_back(*number);
        } else if (found.same > 0 && found.other > 0) {
            ++repeated; // a column of nothing but its header's text is an option that was ticked
        }
    }
    if (dates > 0 || filled == 0) return true; // names nothing
    if (are_column_numbers(numbers) && repeated == 0) return false;
    const std::size_t like_data = numbers.size() + repeated;
    const bool        no_accident = !numbers.empty() || repeated > 1 || filled == 1; // one word may well be said again
    return no_accident && like_data > 0 && 2 * like_data >= filled;
}

} // namespace cx::detail
