#pragma once

// An export as its tool wrote it: what was recognised, and its records, read once.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cx/base/notice.hpp>
#include <cx/base/text.hpp>
#include <cx/exports/input.hpp>
#include <cx/exports/record.hpp>

namespace cx {

/// What the user settles of what is otherwise recognised.
struct ReadOptions {
    std::string dialect;                    ///< `--as`; empty: recognise
    std::string encoding;                   ///< `--encoding`; empty: recognise
    std::string member;                     ///< `--member`: which file of a zip
    bool        no_header = false;          ///< `--no-header`: columns are called `1`, `2`, ...
    bool        keep_unfinished = false;    ///< `--unfinished keep`
    std::size_t longest_field = 16U << 20U; ///< `--max-field`, bytes
    std::size_t piece_size = 4U << 20U;     ///< bytes of a piece that one thread counts at a time
};

/// One column as the export describes it.
struct Column {
    std::string code; ///< the export's own short code, or the header; made unique (`Why?`, `Why? (2)`); never empty
    std::string text; ///< the whole question: group and item joined (`Group: item`), or the header again
    /// The cells of the header rows, from the first, trimmed, on one line; empty without header. Of a row that is for
    /// the tool alone (Qualtrics' import ids) none.
    std::vector<std::string>           headers;
    std::map<std::string, std::string> labels; ///< code -> label, where the export brings a legend along
};

/// Rows that the tool marks as preview, test or unfinished: dropped when the cell folds to one of `values`.
struct RowFilter {
    std::size_t              column = 0;
    std::vector<std::string> values;              ///< folded
    bool                     drop_others = false; ///< drop when the cell is none of `values` instead
    std::string              reason;              ///< `unfinished`, `preview`, `test`, `disqualified`: as accounted for
};

/// What lies in a file and how, recognised from its first 8 MiB.
struct Recognition {
    std::string            file;     ///< as the user named it
    std::string            dialect;  ///< `qualtrics`, `webropol`, ..., `plain`
    std::string            encoding; ///< see recognise_encoding
    char                   delimiter = ',';
    char                   quote = '"';
    std::vector<Column>    columns;
    std::vector<RowFilter> filters;         ///< empty with `keep_unfinished`
    std::string            timezone;        ///< IANA name or `UTC` in which the export writes dates, where it says so
    std::uint64_t          data_offset = 0; ///< bytes of decoded text before the first data record
    std::uint64_t          data_line = 1;   ///< line of the first data record
    bool                   has_legend = false; ///< ends with a code legend that is no respondents: see is_legend
    Notices                notices;
};

/// The first records after the headers, for recognising a model: all of a file of up to 8 MiB, legend rows left out.
class Sample {
  public:
    Sample(std::shared_ptr<const std::string> text, char quote) : text_(std::move(text)), quote_(quote) {}
    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    /// Whether the sample is the whole file.
    [[nodiscard]] bool complete() const noexcept { return complete_; }
    /// Text of a cell, trimmed; empty beyond the row's last one.
    [[nodiscard]] std::string cell(std::size_t row, std::size_t column) const;
    /// The same without a copy: a view that lasts until `scratch` changes. Uses `scratch` only where bytes must move.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column, std::string& scratch) const {
        const Row& cells = rows_[row];
        if (column >= cells.cells) return {};
        const std::uint32_t* const ends = ends_.data() + cells.first;
        const std::uint32_t        from = column == 0 ? cells.start : ends[column - 1] + 1;
        const std::string_view     raw = std::string_view(*text_).substr(from, ends[column] - from);
        if (raw.empty()) return raw;
        const auto plain = [](char c) { return c > ' ' && c < '\x7f'; }; // no white space, in no script
        if (raw.front() != quote_ && plain(raw.front()) && plain(raw.back())) return raw;
        return trim(unquoted(raw, quote_, scratch));
    }

    /// The text before an offset: preamble and headers, where it is that of the first data record.
    [[nodiscard]] std::string before(std::uint64_t offset) const { return text_->substr(0, offset); }

    /// @param start  offset of the row's first byte
    /// @param ends   offset one past each cell's last byte
    void add(std::uint32_t start, std::uint64_t line, std::span<const std::uint32_t> ends) {
        rows_.push_back({line, ends_.size(), start, static_cast<std::uint32_t>(ends.size())});
        ends_.insert(ends_.end(), ends.begin(), ends.end());
    }
    void reserve(std::size_t row_count, std::size_t cell_count) {
        rows_.reserve(row_count);
        ends_.reserve(cell_count);
    }
    void set_complete(bool complete) noexcept { complete_ = complete; }

  private:
    struct Row {
        std::uint64_t line;
        std::size_t   first; ///< of its cells' ends
        std::uint32_t start;
        std::uint32_t cells;
    };

    std::shared_ptr<const std::string> text_;
    char                               quote_;
    std::vector<Row>                   rows_;
    std::vector<std::uint32_t>         ends_; ///< of all rows' cells
    bool                               complete_ = false;
};

/// An opened export. Move-only; its records can be read once (see records.hpp).
struct Export {
    Recognition            recognition;
    Sample                 sample;
    std::unique_ptr<Input> text; ///< decoded UTF-8 from the first byte on, preamble and headers included
};

/// Opens and recognises.
/// @throws Error when it cannot be read, is no delimited text, is empty, has no header (advice `--no-header`), more
/// than 65,536
///         columns or a field longer than the limit, or is no export of the dialect asked for
[[nodiscard]] Export open_export(const std::string& file, const ReadOptions& options);
/// The same of bytes that are opened already and not read yet.
[[nodiscard]] Export open_export(const std::string& file, std::unique_ptr<Input> bytes, const ReadOptions& options);

/// The column a model or a user means by `name`: a code, else a header or question text, exactly, else folded and with
/// white space on one line. Nothing when there is none. Throws Error when the name fits several columns equally well,
/// listing them.
[[nodiscard]] std::optional<std::size_t> find_column(const Recognition& recognition, std::string_view name);

/// Whether the record is a row of a code legend: `17 = Pohjois-Pohjanmaa` in each cell that has text. The rows without
/// any text that part a legend from the responses are of it too. To be asked only where has_legend is set.
[[nodiscard]] bool is_legend(const Record& record, char quote);

} // namespace cx
