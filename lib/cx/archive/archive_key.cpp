#include <cx/archive/archive_key.hpp>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>

namespace cx {

namespace {

constexpr std::size_t shortest_key = 16;
constexpr std::size_t longest_key = 4096; ///< bytes of a key's file

std::string meaning_of(int problem) { return std::system_category().message(problem); }

Error key_error(const std::string& file, const std::string& found, const std::string& advice = {}) {
    return {Place{file, 0, 0, {}}, found, advice};
}

class OpenedKey {
  public:
    explicit OpenedKey(int descriptor) : descriptor_(descriptor) {}
    OpenedKey(const OpenedKey&) = delete;
    OpenedKey(OpenedKey&&) = delete;
    OpenedKey& operator=(const OpenedKey&) = delete;
    OpenedKey& operator=(OpenedKey&&) = delete;
    ~OpenedKey() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

  private:
    int descriptor_;
};

/// @throws Error where it is none
std::string checked_key(std::string_view text, const std::string& file) {
    const std::string_view key = trim(text);
    const std::string      where = file.empty() ? "CX_KEY" : file;
    const char* const      advice = "a key is a secret of 16 characters or more, such as openssl rand -hex 32 writes";
    if (key.empty())
        throw Error(fmt::format("{}: is empty where a key is expected", where),
                    file.empty() ? "unset it, or give it the archive's key"
                                 : "take the key from where you keep a copy");
    if (key.size() < shortest_key)
        throw Error(fmt::format("{}: is no key: it has {} bytes", where, key.size()), advice);
    return std::string(key);
}

/// Contents of a file that is not longer than a key may be.
std::string text_of_key_file(int descriptor, const std::string& file) {
    std::string text(longest_key + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t count = ::read(descriptor, text.data() + size, text.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw key_error(file, "the key cannot be read: " + meaning_of(errno));
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
    }
    if (size > longest_key)
        throw key_error(file, fmt::format("is no key: it has more than {} bytes", longest_key), "name the key's file");
    text.resize(size);
    return text;
}

/// The key in a file; nothing where there is no such file.
/// @param follow  whether its name may be a symbolic link, as secrets are often handed over
std::optional<ArchiveKey> key_in(const std::string& file, bool follow) {
    const int       flags = O_RDONLY | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW | O_NONBLOCK);
    const OpenedKey opened(::open(file.c_str(), flags));
    if (opened.descriptor() < 0) {
        const int problem = errno;
        if (problem == ENOENT) return std::nullopt;
        if (problem == ELOOP && !follow)
            throw key_error(file, "is a symbolic link where the archive's key is expected",
                            "if you made it, name the key itself: --key FILE; if you did not, somebody planted it");
        throw key_error(file, "the key cannot be opened: " + meaning_of(problem));
    }
    struct stat status {};
    if (::fstat(opened.descriptor(), &status) != 0)
        throw key_error(file, "the key cannot be read: " + meaning_of(errno));
    if (S_ISDIR(status.st_mode) || (!follow && !S_ISREG(status.st_mode)))
        throw key_error(file, "is no file, where the archive's key is expected", "name the key's file: --key FILE");
    constexpr unsigned others = S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
    if ((status.st_mode & others) != 0)
        throw key_error(file, fmt::format("others may read the key (mode {:04o})", status.st_mode & 07777U),
                        fmt::format("chmod 600 {}", file));
    return ArchiveKey{checked_key(text_of_key_file(opened.descriptor(), file), file), file, false};
}

/// Whether an archive is there already, and so had a key; a CSV file that is written anew had none.
bool is_keyed_archive(const std::string& archive) {
    const OpenedKey            opened(::open(archive.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    std::array<char, 16>       head{};
    constexpr std::string_view magic("SQLite format 3\0", head.size());
    return opened.descriptor() >= 0 &&
           ::read(opened.descriptor(), head.data(), head.size()) == static_cast<ssize_t>(head.size()) &&
           std::string_view(head.data(), head.size()) == magic;
}

std::string random_key(const std::string& file) {
    std::array<unsigned char, 32> bytes{};
    ssize_t                       count = 0;
    do count = ::getrandom(bytes.data(), bytes.size(), 0);
    while (count < 0 && errno == EINTR);
    if (count != static_cast<ssize_t>(bytes.size()))
        throw key_error(file, "no key can be made: the system gives no random bytes", "make one: --key FILE");
    std::string key;
    for (const unsigned char byte : bytes) key += fmt::format("{:02x}", byte);
    return key;
}

[[noreturn]] void refuse_making(const std::string& file, int problem) {
    throw key_error(file, "the archive's key cannot be made: " + meaning_of(problem),
                    "nothing was changed; check the folder, and who may write to it");
}

/// A file of a name of its own, beside where the key is to be, with the key in it. Taken away at the end.
class KeyBeside {
  public:
    KeyBeside(const std::string& file, const std::string& key) : name_(file + ".new-XXXXXX") {
        const OpenedKey made(::mkostemp(name_.data(), O_CLOEXEC)); // O_EXCL, 0600
        if (made.descriptor() < 0) refuse_making(file, errno);
        const std::string line = key + '\n';
        errno = 0; // a file that could be written in part has none
        const bool written =
            ::fchmod(made.descriptor(), S_IRUSR | S_IWUSR) == 0 &&
            ::write(made.descriptor(), line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
            ::fsync(made.descriptor()) == 0;
        if (written) return;
        const int problem = errno == 0 ? ENOSPC : errno;
        ::unlink(name_.c_str());
        refuse_making(file, problem);
    }
    KeyBeside(const KeyBeside&) = delete;
    KeyBeside(KeyBeside&&) = delete;
    KeyBeside& operator=(const KeyBeside&) = delete;
    KeyBeside& operator=(KeyBeside&&) = delete;
    ~KeyBeside() { ::unlink(name_.c_str()); }

    /// Gives it the key's name where that is not taken. 0, or errno.
    [[nodiscard]] int publish(const std::string& file) const {
        if (::link(name_.c_str(), file.c_str()) == 0) return 0;
        if (errno != EPERM && errno != ENOSYS && errno != EOPNOTSUPP) return errno;
        // a file system without second names
        return ::renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
    }

  private:
    std::string name_;
};

/// Makes the name of the file last.
void sync_folder_of_key(const std::string& file) {
    const std::size_t slash = file.find_last_of('/');
    const std::string folder = slash == std::string::npos ? "." : file.substr(0, slash + 1);
    const OpenedKey   opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.descriptor() < 0) refuse_making(file, errno);
    if (::fsync(opened.descriptor()) != 0 && errno != EINVAL) refuse_making(file, errno); // EINVAL: it need not
}

ArchiveKey made_key(const std::string& file) {
    ArchiveKey key{random_key(file), file, true};
    const int  problem = KeyBeside(file, key.bytes).publish(file);
    if (problem != 0 && problem != EEXIST) refuse_making(file, problem);
    // Also where another process was first: what it does next says nothing of whether its key will last.
    sync_folder_of_key(file);
    if (problem == 0) return key;
    auto winner = key_in(file, false);
    if (!winner) refuse_making(file, ENOENT);
    return std::move(*winner);
}

} // namespace

ArchiveKey archive_key(const std::string& archive, const std::string& key_file) {
    if (const char* const told = std::getenv("CX_KEY")) return {checked_key(told, {}), {}, false};
    if (!key_file.empty()) {
        if (auto key = key_in(key_file, true)) return std::move(*key);
        throw key_error(key_file, "there is no such key file",
                        "check the name; without --key and CX_KEY, a key is made beside a new archive");
    }
    const std::string file = archive + ".key";
    if (auto key = key_in(file, false)) return std::move(*key);
    if (!is_keyed_archive(archive)) return made_key(file);
    // An archive's key is there before the archive: another process may have made both meanwhile.
    if (auto key = key_in(file, false)) return std::move(*key);
    throw key_error(archive, fmt::format("its key is not there: {} does not exist", file),
                    "give the key that it was made with: CX_KEY, or --key FILE");
}

} // namespace cx
