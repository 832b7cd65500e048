#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/model/table_reader.hpp>

namespace cx::detail {

/// A key of `[columns]` that names columns.
struct ColumnRole {
    std::string_view         key;
    std::vector<std::string> ColumnRoles::*names;
    bool                                   each = false; ///< each column named, not the first that exists
};

[[nodiscard]] std::span<const ColumnRole> column_roles();

/// Reads the keys of `[columns]`.
[[nodiscard]] ColumnRoles read_columns(TableReader& table);

} // namespace cx::detail
