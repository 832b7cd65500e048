#include <cx/archive/archive_upkeep.hpp>

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include <cx/archive/archive_schema.hpp>
#include <cx/archive/row_content.hpp>
#include <cx/archive/wave_table.hpp>

namespace cx {

namespace {

using detail::cells_table;

constexpr std::size_t most_problems = 20;

/// Notes by import how many of the chosen responses are taken out.
void note_removed(const Database& archive, const std::string& chosen) {
    archive.run(fmt::format("UPDATE import SET removed = removed + (SELECT count(*) FROM response "
                            "WHERE response.import = import.import AND response.response IN ({}))",
                            chosen));
}

} // namespace

std::optional<std::uint64_t> take_out_wave(const Database& archive, const std::string& wave) {
    Statement found = archive.statement("SELECT wave FROM wave WHERE name = ?");
    if (!found.with(std::string_view(wave)).next()) return std::nullopt;
    const std::int64_t id = found.number(0);
    found.rewind();
    const std::string chosen = fmt::format("SELECT response FROM response WHERE wave = {}", id);
    const auto        responses =
        static_cast<std::uint64_t>(archive.number(fmt::format("SELECT count(*) FROM response WHERE wave = {}", id)));
    note_removed(archive, chosen);
    archive.run(fmt::format(
        "DELETE FROM more WHERE response IN ({}); DELETE FROM response WHERE wave = {}; "
        "DELETE FROM held WHERE wave = {}; DELETE FROM asked WHERE wave = {}; DELETE FROM label WHERE wave = {}; "
        "DELETE FROM question WHERE wave = {}; "
        "DROP VIEW IF EXISTS {}; DROP TABLE {}; DELETE FROM wave WHERE wave = {}",
        chosen, id, id, id, id, id, sql_name("wave " + wave), cells_table(id), id));
    return responses;
}

std::uint64_t forget(const Database& archive, const RowHash& respondent, const std::string& today) {
    archive.run("CREATE TEMP TABLE IF NOT EXISTS leaving(response INTEGER PRIMARY KEY, wave INTEGER); "
                "DELETE FROM temp.leaving");
    archive.statement("INSERT INTO temp.leaving SELECT response, wave FROM response WHERE respondent = ?")
        .with(std::span<const unsigned char>(respondent))
        .run();
    const auto responses = static_cast<std::uint64_t>(archive.number("SELECT count(*) FROM temp.leaving"));
    note_removed(archive, "SELECT response FROM temp.leaving");
    std::vector<std::int64_t> waves;
    Statement                 touched = archive.statement("SELECT DISTINCT wave FROM temp.leaving");
    while (touched.next()) waves.push_back(touched.number(0));
    for (const std::int64_t wave : waves)
        archive.run(
            fmt::format("DELETE FROM {} WHERE response IN (SELECT response FROM temp.leaving)", cells_table(wave)));
    archive.run("UPDATE held SET responses = responses - (SELECT count(*) FROM temp.leaving AS l JOIN response AS r "
                "USING (response) WHERE r.wave = held.wave AND r.import = held.import AND r.until IS NULL)");
    archive.run("DELETE FROM more WHERE response IN (SELECT response FROM temp.leaving); "
                "DELETE FROM response WHERE response IN (SELECT response FROM temp.leaving)");
    archive
        .statement("INSERT INTO forgotten(respondent, day) VALUES (?, ?) ON CONFLICT DO UPDATE SET day = excluded.day")
        .with(std::span<const unsigned char>(respondent), std::string_view(today))
        .run();
    return responses;
}

namespace {

class Check {
  public:
    Check(const Database& archive, const KeyedHash& hash) : archive_(archive), hash_(hash) {}

    ArchiveCheck run() {
        check_file();
        if (result_.problems.empty()) { // what is damaged cannot be read on
            check_accounts();
            check_held();
            Statement waves = archive_.statement("SELECT wave, name FROM wave ORDER BY wave");
            while (waves.next()) check_wave(waves.number(0), std::string(waves.text(1)));
        }
        return std::move(result_);
    }

  private:
    void problem(const std::string& text) {
        if (result_.problems.size() < most_problems) result_.problems.push_back(text);
    }

    void check_file() {
        Statement integrity = archive_.statement("PRAGMA integrity_check(20)");
        while (integrity.next()) {
            if (integrity.text(0) != "ok") problem(fmt::format("the file is damaged: {}", integrity.text(0)));
        }
        Statement references = archive_.statement("PRAGMA foreign_key_check");
        while (references.next())
            problem(fmt::format("row {} of table {} refers to what is not there", references.number(1),
                                references.text(0)));
    }

    void check_accounts() {
        Statement imports = archive_.statement(
            "SELECT import, file, rows, added + updated + already_there + forgotten + rejected + filtered, "
            "added + updated - removed, (SELECT count(*) FROM response WHERE response.import = i.import), "
            "rejected, (SELECT count(*) FROM refused WHERE refused.import = i.import) FROM import AS i ORDER BY "
            "import");
        while (imports.next()) {
            ++result_.imports;
            const std::string which = fmt::format("import {} ({})", imports.number(0), imports.text(1));
            if (imports.number(2) != imports.number(3))
                problem(fmt::format("{}: {} rows were read, and {} are accounted for", which, imports.number(2),
                                    imports.number(3)));
            if (imports.number(4) != imports.number(5))
                problem(fmt::format("{}: {} responses are to be there, and {} are", which, imports.number(4),
                                    imports.number(5)));
            if (imports.number(6) != imports.number(7))
                problem(fmt::format("{}: {} rows were rejected, and {} are listed", which, imports.number(6),
                                    imports.number(7)));
        }
    }

    void check_held() {
        Statement wrong = archive_.statement(
            "SELECT name, import, responses, there FROM (SELECT wave, import, responses, (SELECT count(*) FROM "
            "response AS r "
            "WHERE r.wave = h.wave AND r.import = h.import AND r.until IS NULL) AS there FROM held AS h) "
            "JOIN wave USING (wave) WHERE responses <> there");
        while (wrong.next())
            problem(fmt::format("wave {}: {} responses of import {} are counted, and {} stand", wrong.text(0),
                                wrong.number(2), wrong.number(1), wrong.number(3)));
    }

    struct Question {
        std::int64_t column = 0;
        RowHash      mark{};
    };

    /// The questions of a wave, by source; personal ones have no cells.
    [[nodiscard]] std::map<std::string, std::vector<Question>> questions_of(std::int64_t wave) const {
        std::map<std::string, std::vector<Question>> questions;
        Statement found = archive_.statement(R"(SELECT "column", source, code, text FROM question WHERE wave = ?)");
        found.with(wave);
        while (found.next())
            questions[std::string(found.text(1))].push_back(
                {found.number(0), RowContent::mark_of(hash_, found.text(2), found.text(3))});
        for (auto& [source, asked] : questions)
            std::sort(asked.begin(), asked.end(), [](const Question& a, const Question& b) { return a.mark < b.mark; });
        return questions;
    }

    void check_wave(std::int64_t wave, const std::string& name) {
        for (const auto& [source, questions] : questions_of(wave)) check_cells(wave, name, source, questions);
        const std::int64_t responses =
            archive_.number(fmt::format("SELECT count(*) FROM response WHERE wave = {}", wave));
        const std::int64_t cells =
            archive_.number(fmt::format("SELECT count(*) FROM {} AS c JOIN response AS r USING (response) WHERE r.wave "
                                        "= {} AND c.import = r.import AND "
                                        "c.until IS r.until",
                                        cells_table(wave), wave));
        if (responses != cells)
            problem(fmt::format("wave {}: {} responses, and the cells of {}", name, responses, cells));
        result_.responses += static_cast<std::uint64_t>(responses);
    }

    void check_cells(std::int64_t wave, const std::string& name, const std::string& source,
                     const std::vector<Question>& questions) {
        std::string columns;
        for (const Question& question : questions) {
            columns += question.column <= static_cast<std::int64_t>(detail::most_cell_columns)
                           ? fmt::format(", q{}", question.column)
                           : fmt::format(", (SELECT text FROM more WHERE more.response = c.response AND question = {})",
                                         question.column);
        }
        Statement rows = archive_.statement(
            fmt::format("SELECT response, r.content{} FROM {} AS c JOIN response AS r USING (response) "
                        "JOIN import AS i ON i.import = r.import WHERE i.source = ?",
                        columns, cells_table(wave)));
        rows.with(std::string_view(source));
        RowContent content(hash_);
        while (rows.next()) {
            content.begin();
            for (std::size_t i = 0; i < questions.size(); ++i)
                content.add(questions[i].mark, rows.text(static_cast<int>(i) + 2));
            const RowHash made = content.finish(source);
            const auto    kept = rows.bytes(1);
            if (!std::equal(kept.begin(), kept.end(), made.begin(), made.end()))
                problem(fmt::format("wave {}: response {} is not what was imported", name, rows.number(0)));
        }
    }

    const Database&  archive_;
    const KeyedHash& hash_;
    ArchiveCheck     result_;
};

} // namespace

ArchiveCheck check_archive(const Database& archive, const KeyedHash& hash) { return Check(archive, hash).run(); }

} // namespace cx
