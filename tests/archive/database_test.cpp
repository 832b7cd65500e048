#include <cx/archive/database.hpp>

#include <fstream>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

#include "made_archive.hpp"

using namespace cx;
using namespace cx::testing;
using Catch::Contains;

namespace {

std::string empty_file(const TemporaryFolder& folder, const std::string& name) {
    std::ofstream(folder.file(name)).flush();
    return folder.file(name);
}

} // namespace

TEST_CASE("database: values come back as they were bound") {
    const TemporaryFolder folder;
    const Database        database(empty_file(folder, "d"), Database::Use::writing);
    database.run("CREATE TABLE t(a INTEGER, b TEXT, c BLOB) STRICT");
    const std::array<unsigned char, 3> bytes{0, 255, 7};
    Statement                          insert = database.statement("INSERT INTO t VALUES (?, ?, ?)");
    insert.with(std::int64_t{-5}, std::string_view("ä\0b", 4), std::span<const unsigned char>(bytes)).run();
    CHECK(database.last_row() == 1);
    CHECK(database.changed_rows() == 1);
    insert.rewind();
    insert.bind(1, std::int64_t{1});
    insert.bind_nothing(2);
    insert.bind_nothing(3);
    insert.run();
    Statement all = database.statement("SELECT a, b, c FROM t ORDER BY rowid");
    REQUIRE(all.next());
    CHECK(all.number(0) == -5);
    CHECK(all.text(1) == std::string_view("ä\0b", 4));
    CHECK(std::equal(all.bytes(2).begin(), all.bytes(2).end(), bytes.begin(), bytes.end()));
    REQUIRE(all.next());
    CHECK(all.is_nothing(1));
    CHECK(all.text(1).empty());
    CHECK_FALSE(all.next());
}

TEST_CASE("database: a change that is not kept is undone") {
    const TemporaryFolder folder;
    const std::string     file = empty_file(folder, "d");
    const Database        database(file, Database::Use::writing);
    database.run("CREATE TABLE t(a INTEGER) STRICT");
    {
        const Transaction change(database);
        database.run("INSERT INTO t VALUES (1)");
        CHECK(Database(file, Database::Use::reading).number("SELECT count(*) FROM t") == 0);
    }
    CHECK(database.number("SELECT count(*) FROM t") == 0);
    Transaction change(database);
    database.run("INSERT INTO t VALUES (1)");
    change.keep();
    CHECK(database.number("SELECT count(*) FROM t") == 1);
}

TEST_CASE("database: errors name the file and say what to do") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(Database(folder.file("nowhere"), Database::Use::reading),
                      Contains("nowhere") && Contains("cannot be opened"));
    CHECK_FALSE(std::filesystem::exists(folder.file("nowhere")));
    std::ofstream(folder.file("text")) << std::string(4096, 'x');
    CHECK_THROWS_WITH(
        Database(folder.file("text"), Database::Use::reading).number("SELECT count(*) FROM sqlite_schema"),
        Contains("is no archive of cx"));
    CHECK_THROWS_WITH(
        Database(folder.file("text"), Database::Use::reading, "shown.cx").number("SELECT count(*) FROM sqlite_schema"),
        Contains("shown.cx"));
    const Database database(empty_file(folder, "d"), Database::Use::writing);
    CHECK_THROWS_WITH(database.run("nonsense"), Contains("SQLite says"));
    CHECK_THROWS_AS(database.statement("SELECT * FROM nothing"), Error);
}

TEST_CASE("database: a full file is told, and what was there stays") {
    const TemporaryFolder folder;
    const std::string     file = empty_file(folder, "d");
    const Database        database(file, Database::Use::writing);
    database.run("CREATE TABLE t(a TEXT) STRICT; PRAGMA max_page_count=10");
    database.run("INSERT INTO t VALUES ('kept')");
    const std::string long_text(100'000, 'x');
    {
        const Transaction change(database);
        CHECK_THROWS_WITH(database.statement("INSERT INTO t VALUES (?)").with(std::string_view(long_text)).run(),
                          Contains("no room left"));
    }
    CHECK(database.number("SELECT count(*) FROM t") == 1);
}

TEST_CASE("database: names are quoted") {
    CHECK(sql_name("2026-10") == "\"2026-10\"");
    CHECK(sql_name("a\"; DROP TABLE t; --") == "\"a\"\"; DROP TABLE t; --\"");
}
