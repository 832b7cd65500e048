#include <cx/archive/wave_table.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cx/archive/archive_schema.hpp>
#include <cx/base/text.hpp>

namespace cx::detail {

namespace {

bool has_cell_column(std::int64_t column) { return column <= static_cast<std::int64_t>(most_cell_columns); }

/// A name that no other of the view has; SQL does not tell capital letters from small ones.
std::string unique_name(const std::string& name, std::set<std::string>& taken) {
    std::string unique = name;
    for (int number = 2; !taken.insert(folded(unique)).second; ++number) unique = fmt::format("{} ({})", name, number);
    return unique;
}

} // namespace

WaveTable::WaveTable(const Database& archive, std::string name, const ImportSource& source, std::int64_t import)
    : archive_(archive), source_(source), name_(std::move(name)), import_(import) {
    find_or_make();
    place_columns();
    std::string names;
    std::string marks;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (source.columns[i].personal || !has_cell_column(columns_[i])) continue;
        names += fmt::format(", q{}", columns_[i]);
        marks += ", ?";
    }
    insert_.emplace(archive, fmt::format("INSERT INTO {}(response, import, day{}) VALUES (?, ?, ?{})",
                                         cells_table(wave_), names, marks));
    insert_more_.emplace(archive, "INSERT INTO more(response, question, text) VALUES (?, ?, ?)");
}

void WaveTable::find_or_make() {
    const std::string_view name = name_;
    Statement              found = archive_.statement("SELECT wave FROM wave WHERE name = ?");
    if (found.with(name).next()) {
        wave_ = found.number(0);
        return;
    }
    archive_.statement("INSERT INTO wave(name) VALUES (?)").with(name).run();
    wave_ = archive_.last_row();
}

/// Finds the columns of the questions that the wave has, and adds those that it has not.
void WaveTable::place_columns() {
    std::map<std::tuple<std::string, std::string>, std::int64_t> known; // code and text -> column
    std::int64_t                                                 last = 0;
    Statement                                                    questions =
        archive_.statement(R"(SELECT "column", source, code, text FROM question WHERE wave = ? ORDER BY "column")");
    questions.with(wave_);
    while (questions.next()) {
        last = questions.number(0);
        if (questions.text(1) != source_.source) continue;
        known.emplace(std::tuple(std::string(questions.text(2)), std::string(questions.text(3))), last);
    }
    const std::int64_t before = last;
    Statement          ask = archive_.statement(R"(INSERT INTO asked(import, wave, "column") VALUES (?, ?, ?))");
    for (const KeptColumn& column : source_.columns) {
        const auto found = known.find({column.question.code, column.question.text});
        columns_.push_back(found != known.end() ? found->second : ++last);
        if (found == known.end()) add_question(column, last);
        add_labels(column.question, columns_.back());
        ask.with(import_, wave_, columns_.back()).run();
    }
    if (last == before) return;
    make_cells(before, last);
    make_view();
}

void WaveTable::add_question(const KeptColumn& column, std::int64_t number) {
    const Column&     question = column.question;
    const std::string header = fmt::format("{}", fmt::join(question.headers, "\n"));
    archive_
        .statement(R"(INSERT INTO question(wave, "column", source, code, text, header, personal)
                      VALUES (?, ?, ?, ?, ?, ?, ?))")
        .with(wave_, number, std::string_view(source_.source), std::string_view(question.code),
              std::string_view(question.text), std::string_view(header), std::int64_t{column.personal ? 1 : 0})
        .run();
}

void WaveTable::add_labels(const Column& question, std::int64_t number) {
    if (question.labels.empty()) return;
    Statement add = archive_.statement(R"(INSERT INTO label(wave, "column", value, text) VALUES (?, ?, ?, ?)
                                          ON CONFLICT DO UPDATE SET text = excluded.text)");
    for (const auto& [value, text] : question.labels)
        add.with(wave_, number, std::string_view(value), std::string_view(text)).run();
}

/// The table of cells with all columns, where there is none yet; else the new ones.
void WaveTable::make_cells(std::int64_t before, std::int64_t last) {
    const std::string table = cells_table(wave_);
    last = std::min(last, static_cast<std::int64_t>(most_cell_columns));
    if (before > 0) {
        for (std::int64_t column = before + 1; column <= last; ++column)
            archive_.run(fmt::format("ALTER TABLE {} ADD COLUMN q{} TEXT", table, column));
        return;
    }
    std::string columns;
    for (std::int64_t column = 1; column <= last; ++column) columns += fmt::format(", q{} TEXT", column);
    archive_.run(fmt::format("CREATE TABLE {}(response INTEGER PRIMARY KEY, import INTEGER NOT NULL, until INTEGER, "
                             "day TEXT{}) STRICT",
                             table, columns));
}

/// What people look at: the responses that stand, by the export's own short codes.
void WaveTable::make_view() {
    const std::string     view = sql_name("wave " + name_);
    std::set<std::string> taken{"response", "import", "day"};
    std::string           columns = "response, import, day";
    Statement             questions =
        archive_.statement(R"(SELECT "column", code FROM question WHERE wave = ? AND NOT personal ORDER BY "column")");
    questions.with(wave_);
    while (questions.next()) {
        if (!has_cell_column(questions.number(0))) break;
        columns += fmt::format(", q{} AS {}", questions.number(0),
                               sql_name(unique_name(std::string(questions.text(1)), taken)));
    }
    archive_.run(fmt::format("DROP VIEW IF EXISTS {}", view));
    archive_.run(
        fmt::format("CREATE VIEW {} AS SELECT {} FROM {} WHERE until IS NULL", view, columns, cells_table(wave_)));
}

void WaveTable::add(std::int64_t response, const KeptRows& rows, std::size_t row) {
    const std::size_t         width = columns_.size();
    const std::optional<Day>& day = rows.rows[row].day;
    if (day && day != day_) {
        day_ = day;
        written_day_ = to_string(*day);
    }
    int        at = 3;
    Statement& insert = *insert_;
    insert.rewind();
    insert.bind(1, response);
    insert.bind(2, import_);
    if (day) {
        insert.bind(3, std::string_view(written_day_));
    } else {
        insert.bind_nothing(3);
    }
    for (std::size_t i = 0; i < width; ++i) {
        if (source_.columns[i].personal) continue;
        const std::string_view text = rows.cell(row, i, width);
        if (!has_cell_column(columns_[i])) {
            if (!text.empty()) insert_more_->with(response, columns_[i], text).run();
        } else if (text.empty()) {
            insert.bind_nothing(++at);
        } else {
            insert.bind(++at, text);
        }
    }
    insert.run();
}

} // namespace cx::detail
