#include <cx/archive/archive_schema.hpp>

#include <fmt/format.h>

#include <cx/base/error.hpp>

namespace cx::detail {

namespace {

constexpr std::int64_t application_id = 0x63784172; // "cxAr"
constexpr std::int64_t newest_version = 1;

// Times are UTC, days ISO 8601, hashes keyed. `until` is the import that replaced a response by a changed one;
// `held` counts what stands.
constexpr const char* tables = R"(
CREATE TABLE about(key_check TEXT NOT NULL) STRICT;
CREATE TABLE import(
    import INTEGER PRIMARY KEY, at TEXT NOT NULL, file TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT NOT NULL,
    dialect TEXT NOT NULL, encoding TEXT NOT NULL, model_sha256 TEXT NOT NULL, cx TEXT NOT NULL,
    rows INTEGER NOT NULL, added INTEGER NOT NULL, updated INTEGER NOT NULL, already_there INTEGER NOT NULL,
    forgotten INTEGER NOT NULL, rejected INTEGER NOT NULL, filtered INTEGER NOT NULL, removed INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE refused(
    import INTEGER NOT NULL REFERENCES import, line INTEGER NOT NULL, reason TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE wave(wave INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE question(
    wave INTEGER NOT NULL REFERENCES wave, "column" INTEGER NOT NULL, source TEXT NOT NULL, code TEXT NOT NULL,
    text TEXT NOT NULL, header TEXT NOT NULL, personal INTEGER NOT NULL, PRIMARY KEY (wave, "column")) STRICT;
CREATE TABLE asked(
    import INTEGER NOT NULL REFERENCES import, wave INTEGER NOT NULL, "column" INTEGER NOT NULL,
    PRIMARY KEY (import, wave, "column")) STRICT, WITHOUT ROWID;
CREATE TABLE label(
    wave INTEGER NOT NULL, "column" INTEGER NOT NULL, value TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (wave, "column", value)) STRICT;
CREATE TABLE response(
    response INTEGER PRIMARY KEY, wave INTEGER NOT NULL REFERENCES wave, import INTEGER NOT NULL REFERENCES import,
    until INTEGER REFERENCES import, identity BLOB NOT NULL, occurrence INTEGER NOT NULL, content BLOB NOT NULL,
    respondent BLOB) STRICT;
CREATE UNIQUE INDEX response_identity ON response(identity, occurrence) WHERE until IS NULL;
CREATE TABLE forgotten(respondent BLOB PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE held(
    wave INTEGER NOT NULL REFERENCES wave, import INTEGER NOT NULL REFERENCES import, responses INTEGER NOT NULL,
    PRIMARY KEY (wave, import)) STRICT, WITHOUT ROWID;
CREATE TABLE more(
    response INTEGER NOT NULL, question INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (response, question)) STRICT;
)";

} // namespace

void make_tables(const Database& archive, const std::string& key_check) {
    archive.run(fmt::format("PRAGMA application_id={}; PRAGMA user_version={};", application_id, newest_version));
    archive.run(tables);
    archive.statement("INSERT INTO about(key_check) VALUES (?)").with(std::string_view(key_check)).run();
}

void check_tables(const Database& archive) {
    const Place place{archive.file(), 0, 0, {}};
    if (archive.number("PRAGMA application_id") != application_id)
        throw Error(place, "is no archive of cx", "name the archive that cx import made");
    const std::int64_t version = archive.number("PRAGMA user_version");
    if (version <= newest_version) return; // there is no older one yet
    throw Error(place,
                fmt::format("is an archive of a newer cx: version {}, and this cx knows {}", version, newest_version),
                "use the newer cx");
}

std::string cells_table(std::int64_t wave) { return fmt::format("cells_{}", wave); }

} // namespace cx::detail
