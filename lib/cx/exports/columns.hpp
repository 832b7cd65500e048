#pragma once

#include <cstddef>
#include <vector>

#include <cx/exports/export.hpp>

namespace cx::detail {

/// Makes codes unique and not empty: `column 3` for a column without any header, `Why? (2)` for the second of its name.
/// @return how many codes were repeated
std::size_t settle_codes(std::vector<Column>& columns);

/// Columns called `1`, `2`, ... for a table without headers.
[[nodiscard]] std::vector<Column> numbered_columns(std::size_t count);

} // namespace cx::detail
