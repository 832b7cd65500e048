// The scores as CSV: RFC 4180, so lines end with CR LF, and one row an estimate.
#include <array>
#include <optional>
#include <string_view>

#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <cx/present/view.hpp>

namespace cx {
namespace {

constexpr std::string_view header =
    "dimension,group,item,metric,n,base,n_effective,value,se,low,high,difference,difference_low,"
    "difference_high,p_raw,p,target,status,note\r\n";

/// A text as one cell. What a spreadsheet would calculate is kept from it by a leading apostrophe, unless `raw`.
std::string text_cell(const std::string& text, bool raw) {
    constexpr std::string_view formula_starts = "=+-@\t\r";
    std::string                cell = is_valid_utf8(text) ? text : nfc(text);
    if (!raw && !cell.empty() && formula_starts.find(cell.front()) != std::string_view::npos) cell.insert(0, 1, '\'');
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

std::string figure_cell(const std::optional<double>& figure) { return figure ? shortest(*figure) : std::string(); }

void add_row(std::string& out, const ScoreRow& row, bool raw) {
    for (const std::string* text : {&row.dimension, &row.group, &row.item, &row.metric}) {
        out += text_cell(*text, raw) + ",";
    }
    if (row.withheld()) {
        out += ",,,,,,,,,,,,";
    } else {
        out += std::to_string(row.n) + "," + shortest(row.base) + ",";
        out += row.n == 0 ? "," : shortest(row.n_effective) + ",";
        for (const auto* figure : {&row.value, &row.se, &row.low, &row.high, &row.difference, &row.difference_low,
                                   &row.difference_high, &row.p_raw, &row.p}) {
            out += figure_cell(*figure) + ",";
        }
    }
    out += text_cell(row.target, raw) + "," + text_cell(row.status, raw) + "," + text_cell(row.note, raw) + "\r\n";
}

std::string view_cell(const ViewTable::Cell& cell, bool raw) {
    if (const auto* text = std::get_if<std::string>(&cell)) return text_cell(*text, raw);
    if (const auto* figure = std::get_if<double>(&cell)) return shortest(*figure);
    if (const auto* count = std::get_if<std::uint64_t>(&cell)) return std::to_string(*count);
    if (const auto* flag = std::get_if<bool>(&cell)) return *flag ? "true" : "false";
    return {};
}

std::string view_csv(const ViewTable& view, bool raw) {
    std::string out;
    for (const std::string& column : view.columns) out += (out.empty() ? "" : ",") + column;
    out += "\r\n";
    for (const auto& row : view.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + view_cell(row[i], raw);
        out += "\r\n";
    }
    return out;
}

} // namespace

std::string write_csv(const Shown& shown, const Look& look) {
    if (shown.view != nullptr) return view_csv(shown.view->table, look.raw);
    std::string out(header);
    for (const ScoreRow& row : shown.table.scores) add_row(out, row, look.raw);
    return out;
}

} // namespace cx
