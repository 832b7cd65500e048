#pragma once

// The file of an archive: opened, or made beside and published so that it never replaces another.

#include <memory>
#include <string>

#include <cx/archive/database.hpp>

namespace cx {

/// Whether a file is there under that name, of whatever kind.
[[nodiscard]] bool is_there(const std::string& file);
/// Whether the bytes that a file starts with are those of an archive. To be given 100 at least, where there are so
/// many.
[[nodiscard]] bool starts_archive(std::string_view head) noexcept;

/// An archive that is to be changed. One that is not there yet is made under another name, and is seen by nobody before
/// it is published; unpublished, it is taken away.
class ArchiveFile {
  public:
    /// @param key_check  what the key makes of a known text: see key_check()
    /// @throws Error where the file is no archive, is one of a newer cx, was made with another key, is a symbolic link,
    /// or cannot be written to
    ArchiveFile(std::string file, const std::string& key_check);
    ArchiveFile(const ArchiveFile&) = delete;
    ArchiveFile& operator=(const ArchiveFile&) = delete;
    ~ArchiveFile();

    [[nodiscard]] const Database& database() const noexcept { return *database_; }
    [[nodiscard]] bool            is_new() const noexcept { return !beside_.empty(); }
    /// Gives a new archive its name. False where another process has published one of that name meanwhile: then nothing
    /// is changed, and what was done is to be done in that one.
    [[nodiscard]] bool publish();

  private:
    void make_beside(const std::string& key_check);
    void open(const std::string& key_check);
    void take_away();

    std::string               file_, beside_; ///< beside_: empty where the archive was there
    std::unique_ptr<Database> database_;
};

/// What a key makes of a text that is known: stored, so that another key is noticed.
[[nodiscard]] std::string key_check(const std::string& key);

} // namespace cx
