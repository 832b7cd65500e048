#include <cx/archive/archive_writer.hpp>

#include <catch2/catch.hpp>

#include "made_archive.hpp"

using namespace cx;
using namespace cx::testing;

namespace {

const std::vector<MadeRow> october{{"r1", "2026-10-01", {"9", "good"}}, {"r2", "2026-10-31", {"3", ""}}};

} // namespace

TEST_CASE("archive_writer: rows go to the wave of their month, and again add nothing") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    const ImportSource    source = source_of({"NPS", "Why?"});
    std::vector<MadeRow>  rows = october;
    rows.push_back({"r3", "2026-11-01", {"10", "fine"}});
    const ImportReceipt first = import(file, source, rows);
    CHECK(first.added == 3);
    REQUIRE(first.waves.size() == 2);
    CHECK(first.waves.at("2026-10").added == 2);
    CHECK(first.waves.at("2026-10").last_day == parse_iso_day("2026-10-31"));
    CHECK(first.waves.at("2026-11").added == 1);
    const ImportReceipt again = import(file, source, rows);
    CHECK(again.added == 0);
    CHECK(again.already_there == 3);
    CHECK(again.changed == 0);
    const Database archive(file, Database::Use::reading);
    CHECK(archive.number("SELECT count(*) FROM response") == 3);
    CHECK(text_in(archive, "SELECT \"Why?\" FROM \"wave 2026-10\" WHERE NPS = '9'") == "good");
    CHECK(archive.number("SELECT \"Why?\" IS NULL FROM \"wave 2026-10\" WHERE NPS = '3'") == 1);
}

TEST_CASE("archive_writer: a changed answer is reported, and replaced only where that is asked for") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    const ImportSource    source = source_of({"NPS", "Why?"});
    import(file, source, october);
    std::vector<MadeRow> changed = october;
    changed[1].cells[0] = "8";
    const ImportReceipt left = import(file, source, changed);
    CHECK(left.already_there == 2);
    CHECK(left.changed == 1);
    REQUIRE(left.clashes.size() == 1);
    CHECK(left.clashes[0].line == 3);
    CHECK(left.clashes[0].wave == "2026-10");
    CHECK(left.ids_clash());
    const ImportReceipt updated = import(file, source, changed, true);
    CHECK(updated.updated == 1);
    CHECK(updated.added == 0);
    CHECK(updated.already_there == 1);
    const Database archive(file, Database::Use::reading);
    CHECK(text_in(archive, "SELECT group_concat(NPS) FROM (SELECT NPS FROM \"wave 2026-10\" ORDER BY NPS)") == "8,9");
    CHECK(archive.number("SELECT count(*) FROM response WHERE until IS NOT NULL") == 1);
}

TEST_CASE("archive_writer: columns that come and go do not make another answer of the same one") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    import(file, source_of({"NPS", "Why?"}), october);
    const ImportReceipt more = import(file, source_of({"Device", "NPS", "Why?"}),
                                      {{"r1", "2026-10-01", {"phone", "9", "good"}},
                                       {"r2", "2026-10-31", {"web", "3", ""}},
                                       {"r4", "2026-10-07", {"web", "5", "so"}}});
    CHECK(more.already_there == 2);
    CHECK(more.changed == 0);
    CHECK(more.added == 1);
    const Database archive(file, Database::Use::reading);
    CHECK(text_in(archive, "SELECT Device || NPS FROM \"wave 2026-10\" WHERE NPS = '5'") == "web5");
    CHECK(archive.number("SELECT count(*) FROM \"wave 2026-10\" WHERE Device IS NULL") == 2);
}

TEST_CASE("archive_writer: equal rows without an id are matched one by one") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    const ImportSource    source = source_of({"NPS"});
    const MadeRow         row{"", "2026-10-01", {"9"}};
    CHECK(import(file, source, {row, row, row}).added == 3);
    const ImportReceipt again = import(file, source, {row, row, row});
    CHECK(again.added == 0);
    CHECK(again.already_there == 3);
    CHECK(again.by_content == 3);
    const ImportReceipt overlapping = import(file, source, {row, row, row, row, {"", "2026-10-02", {"8"}}});
    CHECK(overlapping.already_there == 3);
    CHECK(overlapping.added == 2);
    CHECK(import(file, source, {row}).already_there == 1);
}

TEST_CASE("archive_writer: ids that repeat within an export are told") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    const ImportSource    source = source_of({"NPS"});
    std::vector<MadeRow>  rows;
    for (int i = 0; i < 198; ++i) rows.push_back({"r" + std::to_string(i), "2026-10-01", {"9"}});
    rows.push_back({"r1", "2026-10-01", {"9"}});
    rows.push_back({"r2", "2026-10-01", {"9"}});
    const ImportReceipt once = import(file, source, rows);
    CHECK(once.added == 198);
    CHECK(once.repeated == 2);
    CHECK_FALSE(once.ids_repeat()); // 1 percent is not over it
    rows.push_back({"r2", "2026-10-01", {"9"}});
    const ImportReceipt again = import(file, source, rows);
    CHECK(again.repeated == 3);
    CHECK(again.ids_repeat());
}

TEST_CASE("archive_writer: a customer who was erased does not come back by an older export") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    const ImportSource    source = source_of({"NPS"});
    import(file, source, {{ "r1", "2026-10-01", {"9"}, "c7" }});
    {
        const ArchiveFile archive(file, key_check(key));
        archive.database().run("INSERT INTO forgotten SELECT respondent, '2026-10-05' FROM response");
    }
    const ImportReceipt receipt = import(file, source,
                                         {{"r1", "2026-10-01", {"9"}, "c7"},
                                          {"r2", "2026-10-05", {"1"}, "c7"},
                                          {"r3", "2026-10-06", {"5"}, "c7"},
                                          {"r4", "2026-10-05", {"2"}, "c8"}});
    CHECK(receipt.forgotten == 2);
    CHECK(receipt.added == 2);
}
