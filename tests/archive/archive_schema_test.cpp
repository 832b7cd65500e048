#include <cx/archive/archive_schema.hpp>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

#include "made_archive.hpp"

using namespace cx;
using namespace cx::testing;

TEST_CASE("archive_schema: every table is strict, and the file says what it is") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    import(file, source_of({"NPS"}), {{ "r1", "2026-10-01", { "9" } }});
    const Database archive(file, Database::Use::reading);
    CHECK_NOTHROW(detail::check_tables(archive));
    CHECK(archive.number("PRAGMA application_id") == 0x63784172);
    CHECK(archive.number("PRAGMA user_version") == 1);
    CHECK(
        archive.number("SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND NOT strict "
                       "AND name NOT LIKE 'sqlite%'") == 0);
    CHECK(archive.number("SELECT count(*) FROM pragma_table_list WHERE strict") >= 9);
    CHECK_THROWS_AS(archive.run("INSERT INTO cells_1(response, import, q1) VALUES (7, 'x', 'y')"), Error);
}
