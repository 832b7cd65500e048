#pragma once

// An opened export made of literals: columns and rows as a test writes them down.

#include <algorithm>
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

/// Bytes in memory, read once as a file is.
class TextInput : public Input {
  public:
    explicit TextInput(std::string text) : text_(std::move(text)) {}

    std::size_t read(char* to, std::size_t size) override {
        const std::size_t count = text_.copy(to, size, at_);
        at_ += count;
        return count;
    }

  private:
    std::string text_;
    std::size_t at_ = 0;
};

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

    ExportBuilder& row(const std::vector<std::string>& cells) { return rows(1, cells); }

    /// `times` rows of the same cells.
    ExportBuilder& rows(std::size_t times, const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < times; ++i) rows_.push_back({cells, written(cells)});
        return *this;
    }

    /// A record as its bytes stand in the file, line end included, for cells that no tool would write so; of the
    /// sample it is one cell.
    ExportBuilder& bytes(const std::string& record) {
        rows_.push_back({{record}, record});
        return *this;
    }

    /// Rows that the tool marks so that they are left out.
    ExportBuilder& filter(RowFilter filter) {
        filters_.push_back(std::move(filter));
        return *this;
    }

    [[nodiscard]] Export opened(const std::string& file = "survey.csv") const {
        std::string header;
        for (const Column& column : columns_) {
            header += header.empty() ? "" : ",";
            write_cell(header, column.code);
        }
        header += '\n';
        auto                text = std::make_shared<std::string>();
        Sample              sample(text, '"');
        const std::uint64_t first_line = 1 + lines_of(header);
        for (const Row& written_row : rows_) {
            const auto                 start = static_cast<std::uint32_t>(text->size());
            std::vector<std::uint32_t> ends;
            for (const std::uint32_t end : ends_of(written_row.cells)) ends.push_back(start + end);
            sample.add(start, first_line + lines_of(*text), ends);
            *text += written_row.text;
        }
        Export opened{Recognition{}, std::move(sample), std::make_unique<TextInput>(header + *text)};
        opened.recognition.file = file;
        opened.recognition.dialect = "plain";
        opened.recognition.encoding = "UTF-8";
        opened.recognition.columns = columns_;
        opened.recognition.filters = filters_;
        opened.recognition.data_offset = header.size();
        opened.recognition.data_line = first_line;
        opened.sample.set_complete(true);
        return opened;
    }

  private:
    struct Row {
        std::vector<std::string> cells;
        std::string              text;
    };

    static std::string written(const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) text += ',';
            write_cell(text, cells[i]);
        }
        return text + '\n';
    }

    /// Where the cells of a written record end, counted from its start.
    static std::vector<std::uint32_t> ends_of(const std::vector<std::string>& cells) {
        std::vector<std::uint32_t> ends;
        std::string                text;
        for (const std::string& cell : cells) {
            if (!ends.empty()) text += ',';
            write_cell(text, cell);
            ends.push_back(static_cast<std::uint32_t>(text.size()));
        }
        return ends;
    }

    static std::uint64_t lines_of(const std::string& text) {
        return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    }

    std::vector<Column>    columns_;
    std::vector<RowFilter> filters_;
    std::vector<Row>       rows_;
};

} // namespace cx::test
