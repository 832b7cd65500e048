#include "clean_csv.hpp"

#include <fmt/format.h>

#include <cx/base/csv_text.hpp>
#include <cx/base/error.hpp>
#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>

namespace cx {

void CleanCsv::begin(const std::string& file, const std::vector<KeptColumn>& columns) {
    std::vector<std::string> header;
    left_out_.clear();
    for (const KeptColumn& column : columns) {
        left_out_.push_back(column.personal);
        if (!column.personal) header.push_back(column.question.code);
    }
    if (!header_.empty() && header != header_) {
        throw Error(Place{file, 0, 0, {}}, "has other columns than the export before it, and one CSV has one header",
                    "write it to a CSV of its own; an archive takes both");
    }
    if (!header_.empty()) return;
    header_ = std::move(header);
    bool first = true;
    for (const std::string& code : header_) {
        add_cell(code, first);
        first = false;
    }
    text_ += "\r\n";
}

void CleanCsv::take(const KeptRows& rows) {
    for (std::size_t row = 0; row < rows.rows.size(); ++row) {
        bool first = true;
        for (std::size_t column = 0; column < left_out_.size(); ++column) {
            if (left_out_[column]) continue;
            add_cell(rows.cell(row, column, left_out_.size()), first);
            first = false;
        }
        text_ += "\r\n";
    }
    file_.write(text_);
    text_.clear();
}

void CleanCsv::add_cell(std::string_view text, bool first) {
    if (!first) text_ += ',';
    const bool is_number = parse_number(trim(text)).has_value();
    append_csv(text_, text, raw_ || is_number ? Formulas::kept : Formulas::guarded);
}

} // namespace cx
