#include <cx/exports/legend.hpp>

#include <algorithm>
#include <map>
#include <string>

#include <cx/base/text.hpp>

namespace cx {

namespace detail {

namespace {

/// Whether the column belongs to the merged cell of a column on its left.
bool continues_group(const Column& column) { return column.headers.size() > 1 && column.headers.front().empty(); }

/// Whether responses hold codes of `labels` in the column, and nothing else.
bool holds_only(const RecordTable& table, std::size_t first, std::size_t column,
                const std::map<std::string, std::string>& labels) {
    bool any = false;
    for (std::size_t row = first; row < table.size(); ++row) {
        const std::string cell = table.text(row, column);
        if (cell.empty() || is_legend(table.record(row), table.quote())) continue;
        if (labels.find(cell) == labels.end()) return false;
        any = true;
    }
    return any;
}

} // namespace

std::optional<LegendEntry> legend_entry(std::string_view text) noexcept {
    text = trim(text);
    const std::size_t sign = text.find('=');
    if (sign == std::string_view::npos) return std::nullopt;
    const std::string_view code = trim(text.substr(0, sign));
    const std::string_view label = trim(text.substr(sign + 1));
    const bool             digits = !code.empty() && code.find_first_not_of("0123456789") == std::string_view::npos;
    return digits && !label.empty() ? std::optional(LegendEntry{code, label}) : std::nullopt;
}

void label_columns(const RecordTable& table, std::size_t first, std::vector<Column>& columns) {
    for (std::size_t row = first; row < table.size(); ++row) {
        if (!is_legend(table.record(row), table.quote())) continue;
        for (std::size_t i = 0; i < std::min(columns.size(), table.cells(row)); ++i) {
            const std::string text = table.text(row, i);
            if (const auto entry = legend_entry(text)) columns[i].labels.emplace(entry->code, one_line(entry->label));
        }
    }
    const std::map<std::string, std::string>* group = nullptr;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].labels.empty() || !continues_group(columns[i])) {
            group = &columns[i].labels;
        } else if (group != nullptr && !group->empty() && holds_only(table, first, i, *group)) {
            columns[i].labels = *group;
        }
    }
}

} // namespace detail

bool is_legend(const Record& record, char quote) {
    std::string scratch;
    for (std::size_t cell = 0; cell < record.size(); ++cell) {
        const std::string_view raw = record.raw(cell);
        if (raw.empty()) continue;
        const std::string_view text = trim(unquoted(raw, quote, scratch));
        if (!text.empty() && !detail::legend_entry(text)) return false;
    }
    return true;
}

} // namespace cx
