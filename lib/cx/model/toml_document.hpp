#pragma once

// A TOML text as a tree of plain values that know their places. The only door to the TOML library.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <cx/base/calendar.hpp>

namespace cx::detail {

/// Line and character in a file, both counted from 1.
struct Mark {
    std::uint32_t line = 0;
    std::uint32_t character = 0;

    auto operator<=>(const Mark&) const = default;
};

struct TomlEntry;

/// A value: only the member that `kind` names means anything.
struct TomlNode {
    enum class Kind { text, whole, decimal, flag, date, time, list, table };

    Kind                   kind = Kind::table;
    Mark                   at;
    std::string            text;
    std::int64_t           whole = 0;
    double                 decimal = 0;
    bool                   flag = false;
    Day                    date{};
    std::vector<TomlNode>  list;
    std::vector<TomlEntry> entries; ///< of a table, by key

    /// The entry of that key, or null.
    [[nodiscard]] const TomlEntry* find(std::string_view key) const noexcept;
};

struct TomlEntry {
    std::string key;
    Mark        at; ///< of the key
    TomlNode    value;
};

/// Reads TOML 1.0. A byte-order mark and any line ends are fine.
/// @param file  what messages call it
/// @throws Error with the place of the first fault: bytes that are no UTF-8, broken syntax, nesting that no model has
[[nodiscard]] TomlNode parse_toml(std::string_view toml, const std::string& file);

} // namespace cx::detail
