#pragma once

#include <string>
#include <vector>

#include <cx/model/problems.hpp>
#include <cx/model/table_reader.hpp>

namespace cx::detail {

/// Checks the tables of a model file that no figure comes from yet: their keys and types.
/// @param file  the reader of the file's own level
/// @return the ones that occur, as written: `[[theme]]`
[[nodiscard]] std::vector<std::string> check_later_tables(TableReader& file, Problems& problems);

} // namespace cx::detail
