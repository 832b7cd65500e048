#include <cx/tally/counts_records.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

#ifndef __clang__ // the parser cuts a long file name for messages that nobody sees
#pragma GCC diagnostic ignored "-Wstringop-truncation"
#endif
#define CSV_IO_NO_THREAD // its reading ahead in a thread gains nothing here
#include <libfccp/csv.h>

#include <fmt/format.h>

#include <cx/base/text.hpp>

namespace cx {

namespace {

struct Cell {
    enum : std::size_t { period, dimension, group, item, kind, point, paired_point, answers, weight, weight_squared };
};
constexpr std::size_t                         cell_count = 10;
constexpr std::array<const char*, cell_count> cell_names{
    "period", "dimension", "group", "item", "kind", "point", "paired_point", "answers", "weight", "weight_squared"};
constexpr double      largest_sum = 1e250; // of squared weights, with room to add
constexpr const char* half_written =
    "it was cut short, or is still being written; write it again (a table of a warehouse: --allow-no-end)";

std::string quoted_cell(std::string_view text) {
    constexpr std::size_t widest = 40;
    return "'" + shortened(visible(text), widest) + "'";
}

/// What the parser takes: no zero byte, and a line break behind the last line, without which it reads on.
class CheckedBytes : public io::ByteSourceBase {
  public:
    CheckedBytes(std::string file, CountsBytes bytes) : file_(std::move(file)), bytes_(std::move(bytes)) {}

    int read(char* buffer, int size) override {
        if (ended_) return 0;
        const auto  wanted = static_cast<std::size_t>(size);
        std::size_t count = bytes_(buffer, wanted);
        check(buffer, count);
        if (count < wanted) {
            ended_ = true;
            if (last_ != '\n') buffer[count++] = '\n';
        }
        return static_cast<int>(count);
    }

  private:
    void check(const char* buffer, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            if (buffer[i] == '\0') {
                throw Error(Place{file_, line_, 0, {}}, "holds a zero byte, which no counts file does",
                            "it is damaged: write it again");
            }
            if (buffer[i] == '\n') ++line_;
        }
        if (count > 0) last_ = buffer[count - 1];
    }

    std::string   file_;
    CountsBytes   bytes_;
    std::uint64_t line_ = 1;
    char          last_ = '\n';
    bool          ended_ = false;
};

using CsvReader = io::CSVReader<cell_count, io::trim_chars<>, io::double_quote_escape<',', '"'>>;

} // namespace

struct CountsRecords::Parser {
    Parser(const std::string& file, CountsBytes bytes)
        : reader(file, std::make_unique<CheckedBytes>(file, std::move(bytes))) {}

    CsvReader                     reader;
    std::array<char*, cell_count> cell{};

    [[nodiscard]] std::string_view text(std::size_t index) const { return cell[index]; }
};

CountsRecords::CountsRecords(std::string file, CountsBytes bytes, bool allow_no_end)
    : file_(std::move(file)), allow_no_end_(allow_no_end), parser_(std::make_unique<Parser>(file_, std::move(bytes))) {
    try {
        const auto& name = cell_names;
        parser_->reader.read_header(io::ignore_no_column, name[0], name[1], name[2], name[3], name[4], name[5], name[6],
                                    name[7], name[8], name[9]);
    } catch (const io::error::missing_column_in_header& error) {
        refuse_header(fmt::format("lacks the column {}", quoted_cell(error.column_name)));
    } catch (const io::error::extra_column_in_header& error) {
        refuse_changed(error.column_name);
        refuse_header(fmt::format("has a column {}", quoted_cell(error.column_name)));
    } catch (const io::error::duplicated_column_in_header& error) {
        refuse_header(fmt::format("has the column {} twice", quoted_cell(error.column_name)));
    } catch (const io::error::base&) {
        refuse_header("is no header of a counts file");
    }
}

CountsRecords::~CountsRecords() = default;

void CountsRecords::refuse_header(const std::string& found) const {
    throw Error(Place{file_, 1, 0, {}}, found, fmt::format("a counts file starts with {}", counts_header));
}

void CountsRecords::refuse_changed(std::string_view column) const {
    const std::size_t separator = column.find_first_of(";|\t");
    if (separator != std::string_view::npos && is_counts_column(folded(column.substr(0, separator)))) {
        throw Error(Place{file_, 1, 0, {}},
                    fmt::format("has {} between its columns, and a counts file has commas",
                                column[separator] == ';'   ? "semicolons"
                                : column[separator] == '|' ? "bars"
                                                           : "tabs"),
                    "a spreadsheet may have saved it so: take the file that was written, or save it with commas");
    }
    const std::string name = folded(column);
    if (name == column || !is_counts_column(name)) return;
    throw Error(Place{file_, 1, 0, {}}, fmt::format("has a column {}", quoted_cell(column)),
                fmt::format("its name is {}, in small letters and without spaces around", name));
}

Place CountsRecords::place(const char* column) const { return {file_, parser_->reader.get_file_line(), 0, column}; }

bool CountsRecords::read_line() {
    auto& c = parser_->cell;
    try {
        return parser_->reader.read_row(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9]);
    } catch (const io::error::too_few_columns&) {
        throw Error(place(), fmt::format("has fewer than {} cells", cell_count), "it is damaged: write it again");
    } catch (const io::error::too_many_columns&) {
        throw Error(place(), fmt::format("has more than {} cells", cell_count),
                    "a comma inside a text wants quotes around it");
    } catch (const io::error::escaped_string_not_closed&) {
        throw Error(place(), "has a quote that is not closed on its line",
                    "no text of a counts file has a line break; group by texts on one line");
    } catch (const io::error::line_length_limit_exceeded&) {
        throw Error(place(), "is longer than 16 MiB", "no line of a counts file is: it is damaged");
    } catch (const io::error::base& error) {
        throw Error(place(), error.what());
    }
}

bool CountsRecords::is_end() const {
    if (parser_->text(Cell::period) != "end") return false;
    constexpr std::array empty{Cell::dimension, Cell::group,        Cell::item,   Cell::kind,
                               Cell::point,     Cell::paired_point, Cell::weight, Cell::weight_squared};
    return std::all_of(empty.begin(), empty.end(), [this](std::size_t cell) { return parser_->text(cell).empty(); });
}

namespace {

/// All of the text as a number. @throws Error naming the place
template <class Number> Number number_in(std::string_view text, const Place& place, const char* what) {
    if (text.empty()) throw Error(place, "is blank", fmt::format("write {}", what));
    Number number{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size())
        throw Error(place, fmt::format("{} is not {}", quoted_cell(text), what));
    return number;
}

std::uint64_t count_in(std::string_view text, const Place& place) {
    const auto number = number_in<std::uint64_t>(text, place, "a whole number from 0 up");
    if (number > most_answers) throw Error(place, fmt::format("{} is more than anybody can have counted", number));
    return number;
}

double sum_in(std::string_view text, const Place& place) {
    const auto number = number_in<double>(text, place, "a number such as 12 or 3.25");
    if (!std::isfinite(number) || std::abs(number) > largest_sum)
        throw Error(place, fmt::format("{} is no sum of weights", quoted_cell(text)));
    return number;
}

} // namespace

void CountsRecords::check_end() {
    const std::uint64_t told = count_in(parser_->text(Cell::answers), place(cell_names[Cell::answers]));
    if (told != records_) {
        throw Error(place(), fmt::format("the end record tells {} records, and there are {}", told, records_),
                    "the file is damaged: write it again");
    }
    if (read_line()) throw Error(place(), "stands behind the end record", "the file is damaged: write it again");
}

bool CountsRecords::next(CountsRecord& record) {
    if (!read_line()) {
        if (allow_no_end_) return false;
        throw Error(place(), "is the last line, and no end record", half_written);
    }
    if (is_end()) {
        check_end();
        return false;
    }
    ++records_;
    for (std::size_t i = 0; i < cell_count; ++i) {
        if (!is_valid_utf8(parser_->text(i)))
            throw Error(place(cell_names[i]), "is no UTF-8", "write the file in UTF-8");
    }
    const auto known = parse_counts_kind(parser_->text(Cell::kind));
    if (!known) {
        throw Error(place(cell_names[Cell::kind]),
                    fmt::format("{} is no kind of count", quoted_cell(parser_->text(Cell::kind))),
                    "it is answer, missing, not_applicable, out_of_scale, unreadable, rows, basics, kept or pooled");
    }
    record.line = parser_->reader.get_file_line();
    record.period = parser_->text(Cell::period);
    record.dimension = detail::unguarded(parser_->text(Cell::dimension));
    record.group = detail::unguarded(parser_->text(Cell::group));
    record.item = detail::unguarded(parser_->text(Cell::item));
    record.kind = *known;
    record.point = parser_->text(Cell::point);
    record.paired_point = parser_->text(Cell::paired_point);
    record.count = {count_in(parser_->text(Cell::answers), place(cell_names[Cell::answers])),
                    sum_in(parser_->text(Cell::weight), place(cell_names[Cell::weight])),
                    sum_in(parser_->text(Cell::weight_squared), place(cell_names[Cell::weight_squared]))};
    return true;
}

} // namespace cx
