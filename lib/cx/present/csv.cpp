// The scores as CSV: RFC 4180, so lines end with CR LF, and one row an estimate.
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include <cx/base/csv_text.hpp>
#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <cx/present/view.hpp>

namespace cx {
namespace {

constexpr std::string_view header =
    "dimension,group,item,metric,n,base,n_effective,value,se,low,high,difference,difference_low,"
    "difference_high,p_raw,p,target,status,note\r\n";

/// Adds a text as one cell; what is no UTF-8 in it is replaced.
void add_text(std::string& out, std::string_view text, bool raw) {
    const Formulas formulas = raw ? Formulas::kept : Formulas::guarded;
    if (is_ascii(text) || is_valid_utf8(text)) return append_csv(out, text, formulas);
    append_csv(out, nfc(text), formulas);
}

void add_count(std::string& out, std::uint64_t count) {
    std::array<char, 20> digits{};
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), count).ptr);
}

void add_row(std::string& out, const ScoreRow& row, bool raw) {
    for (const std::string* text : {&row.dimension, &row.group, &row.item, &row.metric}) {
        add_text(out, *text, raw);
        out += ',';
    }
    if (row.withheld()) {
        out += ",,,,,,,,,,,,";
    } else {
        add_count(out, row.n);
        out += ',';
        append_shortest(out, row.base);
        out += ',';
        if (row.n > 0) append_shortest(out, row.n_effective);
        out += ',';
        for (const auto* figure : {&row.value, &row.se, &row.low, &row.high, &row.difference, &row.difference_low,
                                   &row.difference_high, &row.p_raw, &row.p}) {
            if (*figure) append_shortest(out, **figure);
            out += ',';
        }
    }
    add_text(out, row.target, raw);
    out += ',';
    add_text(out, row.status, raw);
    out += ',';
    add_text(out, row.note, raw);
    out += "\r\n";
}

void add_cell(std::string& out, const ViewTable::Cell& cell, bool raw) {
    if (const auto* text = std::get_if<std::string>(&cell)) add_text(out, *text, raw);
    if (const auto* figure = std::get_if<double>(&cell)) append_shortest(out, *figure);
    if (const auto* count = std::get_if<std::uint64_t>(&cell)) add_count(out, *count);
    if (const auto* flag = std::get_if<bool>(&cell)) out += *flag ? "true" : "false";
}

std::string view_csv(const ViewTable& view, bool raw) {
    std::string out;
    for (const std::string& column : view.columns) out += (out.empty() ? "" : ",") + column;
    out += "\r\n";
    for (const auto& row : view.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            add_cell(out, row[i], raw);
        }
        out += "\r\n";
    }
    return out;
}

} // namespace

std::string write_csv(const Shown& shown, const Look& look) {
    if (shown.view != nullptr) return view_csv(shown.view->table, look.raw);
    constexpr std::size_t usual_row = 144; // bytes, rather too many: what is not written costs nothing
    std::string           out(header);
    out.reserve(header.size() + shown.table.scores.size() * usual_row);
    for (const ScoreRow& row : shown.table.scores) add_row(out, row, look.raw);
    return out;
}

} // namespace cx
