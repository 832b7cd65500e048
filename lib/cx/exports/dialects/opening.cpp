#include <cx/exports/dialects/opening.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <cx/base/text.hpp>

namespace cx::detail {

const std::string& Opening::cell(std::size_t row, std::size_t column) const {
    static const std::string empty;
    return column < cells(row) ? rows_[row][column] : empty;
}

std::size_t Opening::width(std::size_t header_rows) const {
    std::size_t widest = 0;
    for (std::size_t row = 0; row < header_rows; ++row) widest = std::max(widest, cells(row));
    return widest;
}

std::size_t Opening::count(std::size_t row, std::initializer_list<std::string_view> words) const {
    std::size_t found = 0;
    for (std::size_t column = 0; column < cells(row); ++column)
        found += is_one_of(folded(cell(row, column)), words) ? 1U : 0U;
    return found;
}

std::optional<std::size_t> Opening::find(std::size_t row, std::initializer_list<std::string_view> words) const {
    for (std::size_t column = 0; column < cells(row); ++column) {
        if (is_one_of(folded(cell(row, column)), words)) return column;
    }
    return std::nullopt;
}

std::vector<Column> columns_of(const Opening& opening, std::size_t header_rows) {
    std::vector<Column> columns(opening.width(header_rows));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].code = columns[i].text = opening.cell(0, i);
        for (std::size_t row = 0; row < header_rows; ++row) columns[i].headers.push_back(opening.cell(row, i));
    }
    return columns;
}

std::string group_and_item(std::string_view group, std::string_view item) {
    if (group.empty() || item.empty()) return std::string(group.empty() ? item : group);
    const bool marked = group.back() == ':';
    return fmt::format("{}{} {}", group, marked ? "" : ":", item);
}

std::optional<GridHeader> grid_header(std::string_view header) noexcept {
    if (header.empty() || header.back() != ']') return std::nullopt;
    std::size_t depth = 0;
    for (std::size_t i = header.size(); i-- > 0;) {
        if (header[i] == ']') ++depth;
        if (header[i] != '[' || --depth > 0) continue;
        return GridHeader{trim(header.substr(0, i)), trim(header.substr(i + 1, header.size() - i - 2))};
    }
    return std::nullopt;
}

bool is_one_of(std::string_view folded, std::initializer_list<std::string_view> words) noexcept {
    return std::find(words.begin(), words.end(), folded) != words.end();
}

} // namespace cx::detail
