#include <cx/archive/archive_writer.hpp>

#include <algorithm>
#include <span>
#include <utility>

#include <fmt/format.h>

#include <cx/archive/archive_schema.hpp>
#include <cx/archive/wave_table.hpp>
#include <cx/base/text.hpp>
#include <cx/base/version.hpp>

namespace cx {

namespace {

constexpr std::size_t shown_clashes = 3;

std::span<const unsigned char> bytes_of(const RowHash& hash) { return hash; }

constexpr const char* make_seen = R"(
CREATE TEMP TABLE IF NOT EXISTS seen(identity BLOB PRIMARY KEY, rows INTEGER NOT NULL) WITHOUT ROWID;
DELETE FROM seen)";

} // namespace

/// A response that the archive has.
struct ArchiveWriter::Found {
    std::int64_t response = 0, wave = 0, import = 0;
    RowHash      content{};
};

ArchiveWriter::ArchiveWriter(const Database& archive, const ImportSource& source, bool update)
    : archive_(archive),
      source_(source),
      update_(update),
      insert_((archive.run(make_seen), archive.statement(R"(
          INSERT INTO response(wave, import, identity, occurrence, content, respondent) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING)"))),
      find_(archive.statement("SELECT response, wave, import, content FROM response "
                              "WHERE identity = ? AND occurrence = ? AND until IS NULL")),
      see_(archive.statement("INSERT INTO seen(identity, rows) VALUES (?, 1) "
                             "ON CONFLICT DO UPDATE SET rows = rows + 1 RETURNING rows")),
      refuse_(archive.statement("INSERT INTO refused(import, line, reason, hash) VALUES (?, ?, ?, ?)")),
      forgotten_(archive.statement("SELECT day FROM forgotten WHERE respondent = ?")),
      any_forgotten_(archive.number("SELECT count(*) FROM forgotten") > 0) {
    begin();
}

ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::begin() {
    archive_
        .statement(R"(INSERT INTO import(at, file, source, sha256, dialect, encoding, model_sha256, cx, rows, added,
                                         updated, already_there, forgotten, rejected, filtered)
                      VALUES (?, ?, ?, '', ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0))")
        .with(std::string_view(source_.at), std::string_view(source_.file), std::string_view(source_.source),
              std::string_view(source_.dialect), std::string_view(source_.encoding),
              std::string_view(source_.model_sha256), std::string_view(version))
        .run();
    receipt_.import = archive_.last_row();
}

void ArchiveWriter::take(const KeptRows& rows) {
    for (std::size_t row = 0; row < rows.rows.size(); ++row) take_row(rows, row);
    for (const RefusedRow& refused : rows.refused)
        refuse_.with(receipt_.import, refused.line, refused.reason, bytes_of(refused.hash)).run();
    receipt_.masked += rows.masked;
}

detail::WaveTable& ArchiveWriter::wave_of(const KeptRow& row) {
    const bool by_month = source_.wave.empty();
    if (last_wave_ != nullptr && !by_month) return *last_wave_;
    const std::optional<Day> month =
        by_month ? std::optional(first_day(period_of(*row.day, PeriodKind::month))) : std::nullopt;
    if (last_wave_ != nullptr && month == last_month_) return *last_wave_;
    const std::string name = by_month ? to_string(period_of(*month, PeriodKind::month)) : source_.wave;
    auto&             wave = waves_[name];
    if (!wave) wave = std::make_unique<detail::WaveTable>(archive_, name, source_, receipt_.import);
    last_wave_ = wave.get();
    last_month_ = month;
    return *wave;
}

void ArchiveWriter::take_row(const KeptRows& rows, std::size_t row) {
    const KeptRow& kept = rows.rows[row];
    if (any_forgotten_ && is_forgotten(kept)) {
        ++receipt_.forgotten;
        return;
    }
    ++(kept.by_content ? receipt_.by_content : receipt_.with_id);
    if (!add(rows, row, 1)) take_again(rows, row);
}

/// A customer who was erased is not brought back by an older export; one who answers again later is.
bool ArchiveWriter::is_forgotten(const KeptRow& row) {
    if (!row.respondent) return false;
    forgotten_.with(bytes_of(*row.respondent));
    const bool found = forgotten_.next();
    const bool forgotten = found && (!row.day || to_string(*row.day) <= forgotten_.text(0));
    forgotten_.rewind();
    return forgotten;
}

/// Writes the response where the archive has none of its identity and occurrence.
bool ArchiveWriter::add(const KeptRows& rows, std::size_t row, std::int64_t occurrence) {
    const KeptRow& kept = rows.rows[row];
    insert_.rewind();
    insert_.bind(1, wave_of(kept).id());
    insert_.bind(2, receipt_.import);
    insert_.bind(3, bytes_of(kept.identity));
    insert_.bind(4, occurrence);
    insert_.bind(5, bytes_of(kept.content));
    if (kept.respondent) {
        insert_.bind(6, bytes_of(*kept.respondent));
    } else {
        insert_.bind_nothing(6);
    }
    insert_.run();
    if (archive_.changed_rows() == 0) return false;
    write_cells(rows, row);
    ++receipt_.added;
    ++receipt_.waves[wave_of(kept).name()].added;
    return true;
}

void ArchiveWriter::write_cells(const KeptRows& rows, std::size_t row) {
    const KeptRow& kept = rows.rows[row];
    wave_of(kept).add(archive_.last_row(), rows, row);
    if (!kept.day) return;
    ImportReceipt::Wave& wave = receipt_.waves[wave_of(kept).name()];
    wave.first_day = wave.first_day ? std::min(*wave.first_day, *kept.day) : *kept.day;
    wave.last_day = wave.last_day ? std::max(*wave.last_day, *kept.day) : *kept.day;
}

/// A row whose identity is in the archive, or was in an earlier row of this export.
void ArchiveWriter::take_again(const KeptRows& rows, std::size_t row) {
    const KeptRow& kept = rows.rows[row];
    Found          found;
    find_.with(bytes_of(kept.identity), std::int64_t{1});
    static_cast<void>(find_.next());
    found.response = find_.number(0);
    found.wave = find_.number(1);
    found.import = find_.number(2);
    const auto content = find_.bytes(3);
    std::copy_n(content.begin(), std::min(content.size(), found.content.size()), found.content.begin());
    find_.rewind();
    if (kept.by_content) {
        take_content_again(rows, row, found);
    } else {
        take_id_again(rows, row, found);
    }
}

/// Rows of this export with the identity so far, this one included.
std::int64_t ArchiveWriter::times_seen(const KeptRow& row) {
    see_.with(bytes_of(row.identity));
    const std::int64_t times = see_.next() ? see_.number(0) : 0;
    see_.rewind();
    return times;
}

/// The k-th of equal rows in this export is the k-th in the archive.
void ArchiveWriter::take_content_again(const KeptRows& rows, std::size_t row, const Found& found) {
    const KeptRow& kept = rows.rows[row];
    // The first of them was not looked up where it was new.
    std::int64_t occurrence = times_seen(kept) + (found.import == receipt_.import ? 1 : 0);
    if (occurrence == 1 || !add(rows, row, occurrence)) ++receipt_.already_there;
}

void ArchiveWriter::take_id_again(const KeptRows& rows, std::size_t row, const Found& found) {
    const KeptRow& kept = rows.rows[row];
    if (found.import == receipt_.import || times_seen(kept) > 1) ++receipt_.repeated;
    if (kept.content == found.content || is_same(rows, row, found)) {
        ++receipt_.already_there;
    } else if (update_) {
        replace(rows, row, found);
    } else {
        ++receipt_.already_there;
        note_clash(kept, found);
    }
}

/// Whether what both were asked was answered alike: columns may have come and gone.
bool ArchiveWriter::is_same(const KeptRows& rows, std::size_t row, const Found& found) {
    std::map<std::pair<std::string, std::string>, std::size_t> asked; // code and text -> column of this export
    for (std::size_t i = 0; i < source_.columns.size(); ++i) {
        const Column& question = source_.columns[i].question;
        if (!source_.columns[i].personal) asked.emplace(std::pair(question.code, question.text), i);
    }
    Statement questions =
        archive_.statement(R"(SELECT "column", code, text FROM question JOIN asked USING (wave, "column")
                                                WHERE wave = ? AND import = ? AND NOT personal)");
    questions.with(found.wave, found.import);
    std::size_t in_common = 0;
    while (questions.next()) {
        const auto column = asked.find({std::string(questions.text(1)), std::string(questions.text(2))});
        if (column == asked.end()) continue;
        ++in_common;
        const std::int64_t number = questions.number(0);
        Statement          cell =
            number <= static_cast<std::int64_t>(detail::most_cell_columns)
                         ? archive_.statement(
                               fmt::format("SELECT q{} FROM {} WHERE response = ?", number, detail::cells_table(found.wave)))
                         : archive_.statement(fmt::format("SELECT text FROM more WHERE response = ? AND question = {}", number));
        const bool             there = cell.with(found.response).next();
        const std::string_view text = there ? cell.text(0) : std::string_view();
        if (trim(text) != trim(rows.cell(row, column->second, source_.columns.size()))) return false;
    }
    return in_common > 0;
}

/// The changed response takes the place of the one before, which is kept for looking back.
void ArchiveWriter::replace(const KeptRows& rows, std::size_t row, const Found& found) {
    archive_.statement("UPDATE response SET until = ? WHERE response = ?").with(receipt_.import, found.response).run();
    archive_.statement(fmt::format("UPDATE {} SET until = ? WHERE response = ?", detail::cells_table(found.wave)))
        .with(receipt_.import, found.response)
        .run();
    archive_.statement("UPDATE held SET responses = responses - 1 WHERE wave = ? AND import = ?")
        .with(found.wave, found.import)
        .run();
    static_cast<void>(add(rows, row, 1));
    --receipt_.added;
    --receipt_.waves[wave_of(rows.rows[row]).name()].added;
    ++receipt_.updated;
    ++receipt_.waves[wave_of(rows.rows[row]).name()].updated;
}

void ArchiveWriter::note_clash(const KeptRow& row, const Found& found) {
    ++receipt_.changed;
    if (receipt_.clashes.size() == shown_clashes) return;
    Statement where = archive_.statement(
        "SELECT wave.name, import.file, import.at FROM wave, import WHERE wave.wave = ? AND import.import = ?");
    if (!where.with(found.wave, found.import).next()) return;
    receipt_.clashes.push_back(
        {row.line, std::string(where.text(0)), std::string(where.text(1)), std::string(where.text(2))});
}

ImportReceipt ArchiveWriter::finish(const ImportedRows& rows) {
    Statement hold = archive_.statement("INSERT INTO held(wave, import, responses) VALUES (?, ?, ?)");
    for (const auto& [name, wave] : receipt_.waves) {
        hold.with(waves_.at(name)->id(), receipt_.import, static_cast<std::int64_t>(wave.added + wave.updated)).run();
    }
    const auto number = [](std::uint64_t count) { return static_cast<std::int64_t>(count); };
    archive_
        .statement("UPDATE import SET sha256 = ?, rows = ?, added = ?, updated = ?, already_there = ?, "
                   "forgotten = ?, rejected = ?, filtered = ? WHERE import = ?")
        .with(std::string_view(rows.sha256), number(rows.rows), number(receipt_.added), number(receipt_.updated),
              number(receipt_.already_there), number(receipt_.forgotten), number(rows.rejected), number(rows.filtered),
              receipt_.import)
        .run();
    return std::move(receipt_);
}

} // namespace cx
