#include <cx/archive/archive_upkeep.hpp>

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "made_archive.hpp"

using namespace cx;
using namespace cx::testing;
using Catch::Contains;

namespace {

std::string bytes_of_file(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void fill(const std::string& file) {
    const ImportSource source = source_of({"NPS", "Why?"});
    import(file, source,
           {{"r1", "2026-10-01", {"9", "remarkable words"}, "c1"},
            {"r2", "2026-10-02", {"3", "slow"}, "c2"},
            { "r3",
              "2026-11-02",
              {"4", "remarkable again"},
              "c1" }});
    import(file, source, {{ "r2", "2026-10-02", {"5", "slow"}, "c2" }}, true);
}

std::vector<std::string> problems_after(const std::string& file, const std::string& sql) {
    const ArchiveFile archive(file, key_check(key));
    archive.database().run("PRAGMA foreign_keys=OFF");
    archive.database().run(sql);
    return check_archive(archive.database(), KeyedHash(key)).problems;
}

} // namespace

TEST_CASE("archive_upkeep: a wave that is taken out is in the file no more") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    fill(file);
    REQUIRE_THAT(bytes_of_file(file), Contains("remarkable words"));
    {
        const ArchiveFile archive(file, key_check(key));
        Transaction       change(archive.database());
        CHECK(take_out_wave(archive.database(), "2026-10") == 3U); // the changed response in both its forms
        CHECK_FALSE(take_out_wave(archive.database(), "2026-10"));
        change.keep();
        const ArchiveCheck check = check_archive(archive.database(), KeyedHash(key));
        CHECK(check.problems == std::vector<std::string>{});
        CHECK(check.responses == 1);
        CHECK(archive.database().number("SELECT count(*) FROM question WHERE wave = 1") == 0);
    }
    CHECK_THAT(bytes_of_file(file), !Contains("remarkable words"));
    CHECK_THAT(bytes_of_file(file), Contains("remarkable again"));
    CHECK(import(file, source_of({"NPS", "Why?"}), {{"r1", "2026-10-01", {"9", "back"}}}).added == 1);
}

TEST_CASE("archive_upkeep: an erased customer is in the file no more") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    fill(file);
    {
        const ArchiveFile archive(file, key_check(key));
        KeyedHash         hash(key);
        Transaction       change(archive.database());
        CHECK(forget(archive.database(), respondent_hash(hash, "c1"), "2026-11-03") == 2);
        CHECK(forget(archive.database(), respondent_hash(hash, "nobody"), "2026-11-03") == 0);
        change.keep();
        CHECK(check_archive(archive.database(), KeyedHash(key)).problems == std::vector<std::string>{});
    }
    CHECK_THAT(bytes_of_file(file), !Contains("remarkable"));
    CHECK_THAT(bytes_of_file(file), Contains("slow"));
}

TEST_CASE("archive_upkeep: a whole archive is found whole, and each damage is found") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    fill(file);
    CHECK(problems_after(file, "SELECT 1").empty());
    for (const auto& [damage, found] : std::vector<std::pair<std::string, std::string>>{
             {"UPDATE cells_1 SET q1 = '10' WHERE q1 = '9'", "response 1 is not what was imported"},
             {"DELETE FROM cells_1 WHERE response = 1", "3 responses, and the cells of 2"},
             {"DELETE FROM response WHERE response = 3", "3 responses are to be there, and 2 are"},
             {"UPDATE import SET rows = rows + 1 WHERE import = 1", "4 rows were read, and 3 are accounted for"},
             {"UPDATE import SET rejected = 1, already_there = already_there - 1 WHERE import = 2",
              "1 rows were rejected, and 0 are listed"},
             {"UPDATE held SET responses = 9 WHERE wave = 2", "9 responses of import 1 are counted, and 1 stand"},
             {"UPDATE response SET wave = 77 WHERE response = 3", "refers to what is not there"}}) {
        CAPTURE(damage);
        const std::string copy = folder.file("copy.cx");
        std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
        const auto problems = problems_after(copy, damage);
        REQUIRE_FALSE(problems.empty());
        std::string all;
        for (const std::string& problem : problems) all += problem + "\n";
        CHECK_THAT(all, Contains(found));
    }
}
