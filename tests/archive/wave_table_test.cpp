#include <cx/archive/wave_table.hpp>

#include <catch2/catch.hpp>

#include "made_archive.hpp"

using namespace cx;
using namespace cx::testing;

TEST_CASE("wave_table: a view has each code once, and no column of personal data") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    ImportSource          source = source_of({"Why?", "why?", "response", "day", "Email", "say \"hi\""});
    source.columns[4].personal = true;
    import(file, source, {{ "r1", "2026-10-01", { "a", "b", "c", "d", "", "f" } }});
    const Database archive(file, Database::Use::reading);
    std::string    names;
    Statement      columns = archive.statement("SELECT name FROM pragma_table_info('wave 2026-10')");
    while (columns.next()) names += std::string(columns.text(0)) + "|";
    CHECK(names == "response|import|day|Why?|why? (2)|response (2)|day (2)|say \"hi\"|");
    CHECK(text_in(archive, "SELECT \"why? (2)\" || \"response (2)\" FROM \"wave 2026-10\"") == "bc");
    CHECK(archive.number("SELECT count(*) FROM question WHERE personal") == 1);
}

TEST_CASE("wave_table: a question keeps its column, whatever the order, and each source has its own") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    import(file, source_of({"A", "B"}), {{ "r1", "2026-10-01", { "a1", "b1" } }});
    import(file, source_of({"B", "C", "A"}), {{ "r2", "2026-10-02", { "b2", "c2", "a2" } }});
    ImportSource other = source_of({"A"});
    other.source = "other";
    import(file, other, {{ "r3", "2026-10-03", { "other" } }});
    const Database archive(file, Database::Use::reading);
    CHECK(text_in(archive, "SELECT group_concat(q1 || q2 || coalesce(q3, '-')) FROM cells_1 WHERE response < 3") ==
          "a1b1-,a2b2c2");
    CHECK(text_in(archive, "SELECT q4 FROM cells_1 WHERE response = 3") == "other");
    CHECK(archive.number("SELECT count(*) FROM cells_1 WHERE q1 IS NULL") == 1);
}

TEST_CASE("wave_table: a wave's name can be anything") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    ImportSource          source = source_of({"A"});
    source.wave = "'; DROP TABLE response; -- \"x\" ../..";
    import(file, source, {{ "r1", "", { "a" } }});
    const Database archive(file, Database::Use::reading);
    CHECK(archive.number("SELECT count(*) FROM response") == 1);
    CHECK(text_in(archive, "SELECT A FROM " + sql_name("wave " + source.wave)) == "a");
}
