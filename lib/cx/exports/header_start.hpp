#pragma once

// Where the header rows begin, and whether there are any.

#include <cstddef>

#include <cx/exports/record_table.hpp>

namespace cx::detail {

/// How many records from `first` on may be a preamble: titles, comments, lines shorter than the table below them.
[[nodiscard]] std::size_t longest_preamble(const RecordTable& table, std::size_t first);

/// Whether record `row` looks like the records below it and not like headers: dates above dates, numbers above numbers,
/// values that occur again below them, anybody's e-mail address, or nothing at all.
[[nodiscard]] bool looks_like_data(const RecordTable& table, std::size_t row);

} // namespace cx::detail
