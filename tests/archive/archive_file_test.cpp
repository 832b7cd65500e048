#include <cx/archive/archive_file.hpp>

#include <fstream>

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

#include "made_archive.hpp"

using namespace cx;
using namespace cx::testing;
using Catch::Contains;

TEST_CASE("archive_file: a new archive is seen once it is published, readable by its owner alone") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    {
        const ArchiveFile unpublished(file, key_check(key));
        CHECK(unpublished.is_new());
        CHECK_FALSE(is_there(file));
    }
    CHECK(std::filesystem::is_empty(folder.file("")));
    ArchiveFile archive(file, key_check(key));
    CHECK(archive.publish());
    struct stat found {};
    REQUIRE(::stat(file.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);
    CHECK(found.st_nlink == 1);
    std::ifstream read(file, std::ios::binary);
    std::string   head(100, '\0');
    read.read(head.data(), 100);
    CHECK(starts_archive(head));
    CHECK_FALSE(starts_archive(head.substr(0, 60)));
    CHECK_FALSE(
        starts_archive("SQLite format 3, or so it says, and then goes on with anything at all, up to here and on"));
}

TEST_CASE("archive_file: of two that make the same archive one goes on in the other's") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    ArchiveFile           first(file, key_check(key));
    ArchiveFile           second(file, key_check(key));
    import(first.database(), source_of({"NPS"}), {{ "r1", "2026-10-01", { "9" } }});
    CHECK(first.publish());
    CHECK_FALSE(second.publish());
    CHECK_FALSE(second.is_new());
    const ArchiveFile again(file, key_check(key));
    CHECK_FALSE(again.is_new());
    CHECK(again.database().number("SELECT count(*) FROM response") == 1);
}

TEST_CASE("archive_file: what is no archive of this cx and key is refused") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    import(file, source_of({"NPS"}), {{ "r1", "2026-10-01", { "9" } }});
    CHECK_THROWS_WITH(ArchiveFile(file, key_check("another key altogether")), Contains("another key"));
    std::ofstream(folder.file("b.cx")) << "a,b\n1,2\n";
    CHECK_THROWS_WITH(ArchiveFile(folder.file("b.cx"), key_check(key)), Contains("is no archive of cx"));
    std::ofstream(folder.file("empty.cx")).flush();
    CHECK_THROWS_WITH(ArchiveFile(folder.file("empty.cx"), key_check(key)), Contains("is no archive of cx"));
    std::filesystem::create_symlink(file, folder.file("link.cx"));
    CHECK_THROWS_WITH(ArchiveFile(folder.file("link.cx"), key_check(key)), Contains("symbolic link"));
    std::filesystem::create_symlink(folder.file("nowhere"), folder.file("planted.cx"));
    CHECK_THROWS_WITH(ArchiveFile(folder.file("planted.cx"), key_check(key)), Contains("symbolic link"));
    CHECK_FALSE(is_there(folder.file("nowhere")));
    CHECK_THROWS_WITH(ArchiveFile(folder.file("no/folder/a.cx"), key_check(key)), Contains("cannot be made"));
    Database(file, Database::Use::writing).run("PRAGMA user_version=99");
    CHECK_THROWS_WITH(ArchiveFile(file, key_check(key)), Contains("newer cx"));
}
