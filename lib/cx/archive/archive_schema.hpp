#pragma once

// The tables of an archive, and which versions of them there have been.

#include <string>

#include <cx/archive/database.hpp>

namespace cx::detail {

/// Makes the tables of a new archive.
/// @param key_check  what the archive's key makes of a text that is known: another key is told by it
void make_tables(const Database& archive, const std::string& key_check);

/// @throws Error where the file is no archive, or one of a newer cx; one of an older cx is brought up to date where it
/// may be written to
void check_tables(const Database& archive);

/// The table that a wave's cells are in.
[[nodiscard]] std::string cells_table(std::int64_t wave);

} // namespace cx::detail
