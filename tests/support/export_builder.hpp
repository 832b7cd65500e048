#pragma once

// An opened export made of literals: columns and rows as a test writes them down.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <cx/exports/export.hpp>

namespace cx::test {

/// Appends one cell to a record the way a tool would write it: quoted where it holds a quote, comma or line break.
inline void write_cell(std::string& text, const std::string& cell) {
    if (cell.find_first_of(",\"\n") == std::string::npos) {
        text += cell;
        return;
    }
    text += '"';
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    text += '"';
}

/// Columns first, then rows; `opened()` makes the export that a dialect would have made.
class ExportBuilder {
  public:
    /// A column whose code, question and only header are `header`.
    ExportBuilder& column(const std::string& header) { return column(header, header, {header}); }

    ExportBuilder& column(std::string code, std::string text, std::vector<std::string> headers,
                          std::map<std::string, std::string> labels = {}) {
        columns_.push_back(Column{std::move(code), std::move(text), std::move(headers), std::move(labels)});
        return *this;
    }

    ExportBuilder& row(std::vector<std::string> cells) {
        rows_.push_back(std::move(cells));
        return *this;
    }

    /// `times` rows of the same cells.
    ExportBuilder& rows(std::size_t times, const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < times; ++i) rows_.push_back(cells);
        return *this;
    }

    [[nodiscard]] Export opened(const std::string& file = "survey.csv") const {
        auto                     text = std::make_shared<std::string>();
        std::vector<Sample::Row> index;
        std::uint64_t            line = 2;
        for (const auto& cells : rows_) {
            Sample::Row row;
            row.start = static_cast<std::uint32_t>(text->size());
            row.line = line++;
            for (const std::string& cell : cells) {
                write_cell(*text, cell);
                row.ends.push_back(static_cast<std::uint32_t>(text->size()));
                *text += ',';
            }
            text->back() = '\n';
            index.push_back(std::move(row));
        }
        Export opened{Recognition{}, Sample(text, '"'), nullptr};
        opened.recognition.file = file;
        opened.recognition.dialect = "plain";
        opened.recognition.encoding = "UTF-8";
        opened.recognition.columns = columns_;
        for (Sample::Row& row : index) opened.sample.add(std::move(row));
        opened.sample.set_complete(true);
        return opened;
    }

  private:
    std::vector<Column>                   columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace cx::test
