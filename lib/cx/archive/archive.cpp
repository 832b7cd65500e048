#include <cx/archive/archive.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <cx/archive/archive_schema.hpp>
#include <cx/archive/part_records.hpp>

namespace cx {

namespace {

std::uint64_t count_in(const Statement& row, int column) { return static_cast<std::uint64_t>(row.number(column)); }

constexpr std::size_t  sample_bytes = 8U << 20U;
constexpr std::int64_t sample_responses = 50'000;

} // namespace

Archive::Archive(std::string file) : file_(std::move(file)), database_(file_, Database::Use::reading) {
    detail::check_tables(database_);
    database_.run("BEGIN");
    static_cast<void>(database_.number("SELECT count(*) FROM wave")); // from here on it stays as it is
}

Day Archive::last_import() const {
    Statement last = database_.statement("SELECT max(at) FROM import");
    static_cast<void>(last.next());
    return parse_iso_day(last.text(0).substr(0, 10)).value_or(Day{});
}

std::vector<ArchivedWave> Archive::waves() const {
    const Day                 last = last_import();
    std::vector<ArchivedWave> waves;
    Statement found = database_.statement("SELECT wave, name, (SELECT coalesce(sum(responses), 0) FROM held WHERE "
                                          "held.wave = w.wave) FROM wave AS w ORDER BY wave");
    while (found.next()) {
        ArchivedWave wave{found.number(0), std::string(found.text(1)), count_in(found, 2), true};
        if (const auto period = parse_period(wave.name)) wave.complete = last_day(*period) < last;
        waves.push_back(std::move(wave));
    }
    const auto is_period = [](const ArchivedWave& wave) { return parse_period(wave.name).has_value(); };
    if (!std::all_of(waves.begin(), waves.end(), is_period)) return waves;
    std::stable_sort(waves.begin(), waves.end(), [](const ArchivedWave& a, const ArchivedWave& b) {
        return first_day(*parse_period(a.name)) < first_day(*parse_period(b.name));
    });
    return waves;
}

std::vector<ArchivedImport> Archive::imports() const {
    std::vector<ArchivedImport> imports;
    Statement                   found =
        database_.statement("SELECT import, at, file, source, dialect, encoding, sha256, rows, added, "
                            "updated, already_there, rejected, filtered, removed FROM import ORDER BY import");
    while (found.next()) {
        const auto text = [&](int column) { return std::string(found.text(column)); };
        imports.push_back({found.number(0), text(1), text(2), text(3), text(4), text(5), text(6), count_in(found, 7),
                           count_in(found, 8), count_in(found, 9), count_in(found, 10), count_in(found, 11),
                           count_in(found, 12), count_in(found, 13)});
    }
    return imports;
}

std::vector<ArchivePart> Archive::parts(std::span<const ArchivedWave> waves, bool by_file,
                                        std::optional<std::int64_t> as_of) const {
    std::vector<ArchivePart> parts;
    for (const ArchivedWave& wave : waves) {
        std::map<std::pair<std::string, std::string>, ArchivePart> found; // source and file
        Statement                                                  imports = database_.statement(
                                                             "SELECT import, source, file FROM import JOIN held USING (import) WHERE wave = ? ORDER BY import");
        imports.with(wave.id);
        while (imports.next()) {
            if (as_of && imports.number(0) > *as_of) continue;
            const std::string source(imports.text(1));
            const std::string file(imports.text(2));
            ArchivePart&      part = found[{source, by_file ? file : std::string()}];
            part.source = source;
            part.recognition.file = by_file ? file : file_;
            part.imports.push_back(imports.number(0));
        }
        for (auto& [key, part] : found) {
            part.file = file_;
            part.wave = wave.id;
            part.wave_name = wave.name;
            if (as_of) part.as_of = *as_of;
            read_columns(part);
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

void Archive::read_columns(ArchivePart& part) const {
    part.recognition.dialect = "archive";
    part.recognition.encoding = "UTF-8";
    Statement questions = database_.statement(
        R"(SELECT "column", code, text, header FROM question WHERE wave = ? AND source = ? AND NOT personal
           ORDER BY "column")");
    questions.with(part.wave, std::string_view(part.source));
    while (questions.next()) {
        part.columns.push_back(questions.number(0));
        Column           column{std::string(questions.text(1)), std::string(questions.text(2)), {}, {}};
        std::string_view header = questions.text(3);
        while (!header.empty()) {
            const std::string_view line = header.substr(0, header.find('\n'));
            column.headers.emplace_back(line);
            header.remove_prefix(std::min(header.size(), line.size() + 1));
        }
        part.recognition.columns.push_back(std::move(column));
    }
    Statement labels = database_.statement(R"(SELECT "column", value, text FROM label WHERE wave = ?)");
    labels.with(part.wave);
    while (labels.next()) {
        const auto at = std::find(part.columns.begin(), part.columns.end(), labels.number(0));
        if (at == part.columns.end()) continue;
        part.recognition.columns[static_cast<std::size_t>(at - part.columns.begin())].labels.emplace(labels.text(1),
                                                                                                     labels.text(2));
    }
    Statement ends =
        database_.statement(fmt::format("SELECT min(response), max(response) FROM {}", detail::cells_table(part.wave)));
    if (!ends.next() || ends.is_nothing(0)) return;
    part.first = ends.number(0);
    part.last = ends.number(1);
}

Export Archive::opening_of(const ArchivePart& part) const {
    std::vector<std::size_t> all(part.recognition.columns.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    detail::PartRecords records(part, all, database_);
    records.read(part.first, std::min(part.last, part.first + sample_responses), sample_bytes);
    return {part.recognition, records.sample(), nullptr};
}

} // namespace cx
