#include <cx/archive/archive_key.hpp>

#include <array>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

#include "made_archive.hpp"

using namespace cx;
using namespace cx::testing;
using Catch::Contains;

namespace {

/// CX_KEY as a test wants it, and as it was afterwards.
class KeyInEnvironment {
  public:
    explicit KeyInEnvironment(const char* value) {
        if (const char* was = std::getenv("CX_KEY")) was_ = was;
        set(value);
    }
    KeyInEnvironment(const KeyInEnvironment&) = delete;
    KeyInEnvironment& operator=(const KeyInEnvironment&) = delete;
    ~KeyInEnvironment() { set(was_ ? was_->c_str() : nullptr); }

  private:
    static void set(const char* value) {
        if (value == nullptr)
            ::unsetenv("CX_KEY");
        else
            ::setenv("CX_KEY", value, 1);
    }
    std::optional<std::string> was_;
};

std::string text_of(const std::string& file) {
    std::ifstream     read(file, std::ios::binary);
    std::stringstream text;
    text << read.rdbuf();
    return text.str();
}

void write_key(const std::string& file, const std::string& text, mode_t mode = 0600) {
    std::ofstream(file, std::ios::binary) << text;
    REQUIRE(::chmod(file.c_str(), mode) == 0);
}

mode_t mode_of(const std::string& file) {
    struct stat found {};
    REQUIRE(::lstat(file.c_str(), &found) == 0);
    return found.st_mode & 07777U;
}

std::size_t files_in(const TemporaryFolder& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.file(""))) count += entry.exists() ? 1 : 0;
    return count;
}

/// The beginning of any archive.
void write_archive(const std::string& file) {
    std::ofstream(file, std::ios::binary) << std::string("SQLite format 3\0", 16) + "...";
}

} // namespace

TEST_CASE("archive_key: a new archive gets a key of its own, which stays") {
    const KeyInEnvironment none(nullptr);
    const TemporaryFolder  folder;
    const std::string      archive = folder.file("a.cx");
    const ArchiveKey       made = archive_key(archive, "");
    CHECK(made.made);
    CHECK(made.file == archive + ".key");
    CHECK(made.bytes.size() == 64);
    CHECK(made.bytes.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(text_of(made.file) == made.bytes + "\n");
    CHECK(mode_of(made.file) == 0600);
    CHECK(files_in(folder) == 1);
    const ArchiveKey read = archive_key(archive, "");
    CHECK_FALSE(read.made);
    CHECK(read.bytes == made.bytes);
    CHECK(read.file == made.file);
    CHECK(archive_key(folder.file("b.cx"), "").bytes != made.bytes);
    write_archive(archive);
    CHECK(archive_key(archive, "").bytes == made.bytes);
}

TEST_CASE("archive_key: what the user gives goes before what lies beside") {
    const TemporaryFolder folder;
    const std::string     archive = folder.file("a.cx");
    write_key(folder.file("given"), "  the key of the file\r\n");
    write_key(archive + ".key", "the key that lies beside");
    {
        const KeyInEnvironment none(nullptr);
        const ArchiveKey       given = archive_key(archive, folder.file("given"));
        CHECK(given.bytes == "the key of the file");
        CHECK(given.file == folder.file("given"));
        CHECK_FALSE(given.made);
        CHECK(archive_key(archive, "").bytes == "the key that lies beside");
    }
    const KeyInEnvironment told(" the key of CX_KEY\n");
    const ArchiveKey       key_told = archive_key(archive, folder.file("given"));
    CHECK(key_told.bytes == "the key of CX_KEY");
    CHECK(key_told.file.empty());
    CHECK_FALSE(key_told.made);
    CHECK(archive_key(folder.file("other.cx"), "").bytes == "the key of CX_KEY");
    CHECK(files_in(folder) == 2);
}

TEST_CASE("archive_key: a key that is none is refused, and never shown") {
    const TemporaryFolder folder;
    const std::string     archive = folder.file("a.cx");
    {
        const KeyInEnvironment empty("");
        CHECK_THROWS_WITH(archive_key(archive, ""), Contains("CX_KEY: is empty") && Contains("unset"));
    }
    {
        const KeyInEnvironment short_key("0123456789abcde");
        CHECK_THROWS_WITH(archive_key(archive, ""),
                          Contains("CX_KEY: is no key: it has 15 bytes") && !Contains("0123456789abcde"));
    }
    {
        const KeyInEnvironment just_long_enough("0123456789abcdef");
        CHECK(archive_key(archive, "").bytes == "0123456789abcdef");
    }
    const KeyInEnvironment none(nullptr);
    write_key(archive + ".key", "hush hush\n");
    CHECK_THROWS_WITH(archive_key(archive, ""), Contains("a.cx.key: is no key") && !Contains("hush"));
    write_key(archive + ".key", " \n");
    CHECK_THROWS_WITH(archive_key(archive, ""), Contains("a.cx.key: is empty"));
    write_key(archive + ".key", std::string(5000, 'x'));
    CHECK_THROWS_WITH(archive_key(archive, ""), Contains("more than 4096 bytes"));
    CHECK(files_in(folder) == 1);
}

TEST_CASE("archive_key: a key that others may read is refused") {
    const KeyInEnvironment none(nullptr);
    const TemporaryFolder  folder;
    const std::string      archive = folder.file("a.cx");
    for (const mode_t mode : {0640, 0604, 0660, 0602, 0644, 0444}) {
        write_key(archive + ".key", "a key of sixteen and more", mode);
        CHECK_THROWS_WITH(archive_key(archive, ""), Contains("others may read the key") && Contains("chmod 600"));
        CHECK_THROWS_WITH(archive_key(folder.file("b.cx"), archive + ".key"), Contains("chmod 600"));
    }
    write_key(archive + ".key", "a key of sixteen and more", 0400);
    CHECK(archive_key(archive, "").bytes == "a key of sixteen and more");
}

TEST_CASE("archive_key: a key is never made through a link, nor read through one that may be planted") {
    const KeyInEnvironment none(nullptr);
    const TemporaryFolder  folder;
    const std::string      archive = folder.file("a.cx");
    const std::string      target = folder.file("target");
    REQUIRE(::symlink(target.c_str(), (archive + ".key").c_str()) == 0);
    CHECK_THROWS_WITH(archive_key(archive, ""), Contains("a.cx.key: is a symbolic link"));
    CHECK_FALSE(std::filesystem::exists(target));
    write_key(target, "a key of sixteen and more");
    CHECK_THROWS_WITH(archive_key(archive, ""), Contains("is a symbolic link") && Contains("--key"));
    CHECK(archive_key(archive, archive + ".key").bytes == "a key of sixteen and more"); // named: the user's own
    CHECK(text_of(target) == "a key of sixteen and more");
}

TEST_CASE("archive_key: what is no file is refused and not waited for") {
    const KeyInEnvironment none(nullptr);
    const TemporaryFolder  folder;
    REQUIRE(::mkfifo(folder.file("a.cx.key").c_str(), 0600) == 0);
    CHECK_THROWS_WITH(archive_key(folder.file("a.cx"), ""), Contains("is no file"));
    REQUIRE(::mkdir(folder.file("b.cx.key").c_str(), 0700) == 0);
    CHECK_THROWS_WITH(archive_key(folder.file("b.cx"), ""), Contains("is no file"));
    CHECK_THROWS_WITH(archive_key(folder.file("b.cx"), folder.file("b.cx.key")), Contains("is no file"));
}

TEST_CASE("archive_key: a key that is not there is made for a new archive alone") {
    const KeyInEnvironment none(nullptr);
    const TemporaryFolder  folder;
    const std::string      archive = folder.file("a.cx");
    CHECK_THROWS_WITH(archive_key(archive, folder.file("missing")), Contains("there is no such key file"));
    write_archive(archive);
    CHECK_THROWS_WITH(archive_key(archive, ""), Contains("a.cx: its key is not there") && Contains("CX_KEY"));
    CHECK(files_in(folder) == 1);
    std::ofstream(folder.file("clean.csv")) << "a,b\n1,2\n3,4\n5,6\n7,8\n";
    CHECK(archive_key(folder.file("clean.csv"), "").made); // is written anew
}

TEST_CASE("archive_key: where no file can be made it is said") {
    const KeyInEnvironment none(nullptr);
    const TemporaryFolder  folder;
    CHECK_THROWS_WITH(archive_key(folder.file("no/such/a.cx"), ""), Contains("cannot be made"));
    if (::geteuid() == 0) {
        WARN("partly skipped: root may write to every folder");
        return;
    }
    REQUIRE(::chmod(folder.file("").c_str(), 0500) == 0);
    CHECK_THROWS_WITH(archive_key(folder.file("a.cx"), ""), Contains("a.cx.key: the archive's key cannot be made"));
    REQUIRE(::chmod(folder.file("").c_str(), 0700) == 0);
}

TEST_CASE("archive_key: threads that ask at the same time get one key") {
    const KeyInEnvironment none(nullptr);
    for (int round = 0; round < 25; ++round) {
        const TemporaryFolder     folder;
        const std::string         archive = folder.file("a.cx");
        std::array<ArchiveKey, 8> keys;
        std::vector<std::thread>  threads;
        threads.reserve(keys.size());
        for (ArchiveKey& mine : keys) threads.emplace_back([&] { mine = archive_key(archive, ""); });
        for (std::thread& thread : threads) thread.join();
        std::set<std::string> different;
        std::size_t           made = 0;
        for (const ArchiveKey& one : keys) {
            different.insert(one.bytes);
            made += one.made ? 1 : 0;
        }
        CHECK(different == std::set<std::string>{archive_key(archive, "").bytes});
        CHECK(made == 1);
        CHECK(files_in(folder) == 1);
    }
}

TEST_CASE("archive_key: processes that ask at the same time get one key") {
    const KeyInEnvironment none(nullptr);
    const TemporaryFolder  folder;
    const std::string      archive = folder.file("a.cx");
    constexpr int          processes = 8;
    std::array<int, 2>     gate{};
    REQUIRE(::pipe(gate.data()) == 0);
    std::vector<pid_t> children;
    for (int i = 0; i < processes; ++i) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::close(gate[1]);
            char byte = 0;
            static_cast<void>(::read(gate[0], &byte, 1)); // until all are there
            int code = 3;
            try {
                const ArchiveKey mine = archive_key(archive, "");
                std::ofstream(folder.file("seen-" + std::to_string(i))) << mine.bytes;
                code = mine.made ? 1 : 0;
            } catch (const std::exception&) {
                code = 2;
            }
            ::_exit(code);
        }
        children.push_back(child);
    }
    ::close(gate[0]);
    ::close(gate[1]);
    int made = 0;
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) < 2);
        made += WEXITSTATUS(status) == 1 ? 1 : 0;
    }
    CHECK(made == 1);
    const std::string key_beside = archive_key(archive, "").bytes;
    for (int i = 0; i < processes; ++i) CHECK(text_of(folder.file("seen-" + std::to_string(i))) == key_beside);
    CHECK(files_in(folder) == processes + 1);
}
