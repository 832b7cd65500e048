#pragma once

// What is done with an archive beside importing: it is checked, and what must go is taken out.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <cx/archive/database.hpp>
#include <cx/archive/kept_rows.hpp>
#include <cx/base/keyed_hash.hpp>

namespace cx {

/// Takes a wave out, within a transaction of the caller's: its responses, their cells and its questions; overwritten,
/// so that the file does not hold them any more.
/// @return how many responses it had, changed ones' earlier forms included; nothing where there is no such wave
[[nodiscard]] std::optional<std::uint64_t> take_out_wave(const Database& archive, const std::string& wave);

/// Erases every response of a customer, likewise, and keeps the hash: exports of that day and before, imported again,
/// do not bring them back.
/// @param today  `2026-11-01`
/// @return how many responses there were
[[nodiscard]] std::uint64_t forget(const Database& archive, const RowHash& respondent, const std::string& today);

/// What an archive's check found, in words.
struct ArchiveCheck {
    std::uint64_t            responses = 0, imports = 0;
    std::vector<std::string> problems; ///< none: the archive is whole
};

/// Checks the file's structure, that every import's account adds up and its responses are there, and that every
/// response's cells are those that were imported.
[[nodiscard]] ArchiveCheck check_archive(const Database& archive, const KeyedHash& hash);

} // namespace cx
