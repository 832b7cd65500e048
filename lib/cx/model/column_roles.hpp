#pragma once

#include <cx/model/measurement_model.hpp>
#include <cx/model/table_reader.hpp>

namespace cx::detail {

/// Reads the keys of `[columns]`.
[[nodiscard]] ColumnRoles read_columns(TableReader& table);

} // namespace cx::detail
