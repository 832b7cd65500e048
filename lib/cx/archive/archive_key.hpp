#pragma once

#include <string>

namespace cx {

/// What the hashes of an archive are made with.
struct ArchiveKey {
    std::string bytes;
    std::string file;         ///< where it is kept; empty where it came from CX_KEY
    bool        made = false; ///< just now
};

/// The key of an archive: what CX_KEY of the environment holds, else the file `key_file`, else the file `ARCHIVE.key`
/// beside it, which is made where neither it nor the archive is there: 32 bytes of the system's randomness as
/// hexadecimal digits, readable by its owner alone, never through a symbolic link, and once, however many processes ask
/// for it at the same time. White space around a key is no part of it.
/// @param key_file  may be empty; is never made
/// @throws Error for a key of fewer than 16 characters, for a file that is not there, cannot be read, is empty, is no
/// key, or may be read by others, for an archive without its key, and where a key cannot be made
[[nodiscard]] ArchiveKey archive_key(const std::string& archive, const std::string& key_file);

} // namespace cx
