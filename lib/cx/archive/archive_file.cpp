#include <cx/archive/archive_file.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <random>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <cx/archive/archive_schema.hpp>
#include <cx/base/error.hpp>
#include <cx/base/keyed_hash.hpp>

namespace cx {

namespace {

[[noreturn]] void refuse_file(const std::string& file, int problem) {
    throw Error(Place{file, 0, 0, {}},
                fmt::format("the archive cannot be made: {}", std::generic_category().message(problem)),
                "nothing was changed; check the folder, and who may write to it");
}

std::string folder_of(const std::string& file) {
    const std::size_t slash = file.find_last_of('/');
    return slash == std::string::npos ? "." : file.substr(0, slash + 1);
}

/// Makes the folder's list of names last. False where that cannot be done.
bool sync_folder(const std::string& file) {
    const int folder = ::open(folder_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return false;
    const bool synced = ::fsync(folder) == 0 || errno == EINVAL; // some file systems cannot, and need not
    ::close(folder);
    return synced;
}

/// Gives a file a second name, or where the file system has no such thing another name; never one that is taken.
int name_too(const std::string& from, const std::string& to) {
    if (::link(from.c_str(), to.c_str()) == 0) return 0;
    if (errno != EPERM && errno != ENOSYS && errno != EOPNOTSUPP) return errno;
    return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
}

} // namespace

bool is_there(const std::string& file) {
    struct stat found {};
    return lstat(file.c_str(), &found) == 0;
}

bool starts_archive(std::string_view head) noexcept {
    using namespace std::string_view_literals;
    constexpr std::size_t application_id_at = 68; // SQLite's file format, "Database Header"
    return head.starts_with("SQLite format 3\0"sv) && head.size() > application_id_at + 4 &&
           head.substr(application_id_at, 4) == "cxAr";
}

std::string key_check(const std::string& key) {
    KeyedHash hash(key);
    hash.add("the key of this archive");
    return hexadecimal(hash.finish());
}

ArchiveFile::ArchiveFile(std::string file, const std::string& key_check) : file_(std::move(file)) {
    if (is_there(file_)) {
        open(key_check);
    } else {
        make_beside(key_check);
    }
}

ArchiveFile::~ArchiveFile() { take_away(); }

void ArchiveFile::open(const std::string& key_check) {
    database_ = std::make_unique<Database>(file_, Database::Use::writing);
    detail::check_tables(*database_);
    Statement about = database_->statement("SELECT key_check FROM about");
    if (about.next() && about.text(0) == key_check) return;
    throw Error(Place{file_, 0, 0, {}}, "was made with another key",
                "give that key (CX_KEY, or --key FILE): with another one, every response would be taken for a new one");
}

void ArchiveFile::make_beside(const std::string& key_check) {
    std::random_device chance;
    constexpr int      tries = 16;
    for (int i = 0; i < tries; ++i) {
        beside_ = fmt::format("{}.new-{:08x}", file_, chance());
        const int made = ::open(beside_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (made < 0 && errno == EEXIST) continue;
        if (made < 0) {
            beside_.clear();
            refuse_file(file_, errno);
        }
        ::close(made);
        break;
    }
    try {
        database_ = std::make_unique<Database>(beside_, Database::Use::writing, file_);
        Transaction tables(*database_);
        detail::make_tables(*database_, key_check);
        tables.keep();
    } catch (...) {
        take_away();
        throw;
    }
}

bool ArchiveFile::publish() {
    database_.reset(); // whoever opens it next finds a file at rest
    const int problem = name_too(beside_, file_);
    if (problem != 0 && problem != EEXIST) refuse_file(file_, problem);
    take_away();
    if (problem == EEXIST) return false;
    if (!sync_folder(file_)) { // others may be using it already: it is not taken back
        throw Error(Place{file_, 0, 0, {}},
                    fmt::format("the archive was made, but its name may not outlast a loss of power: {}",
                                std::generic_category().message(errno)),
                    "check the disk and import again: what is there is not added twice");
    }
    return true;
}

/// The name beside; what was published keeps its own.
void ArchiveFile::take_away() {
    database_.reset();
    if (beside_.empty()) return;
    ::unlink(beside_.c_str());
    ::unlink((beside_ + "-journal").c_str());
    beside_.clear();
}

} // namespace cx
