#pragma once

// Whether the columns that a model file names are in the export.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/model/problems.hpp>

namespace cx {

/// Columns that nothing looks at: neither an item, a role or a condition of the model, nor how the export is read.
[[nodiscard]] std::vector<std::size_t> unused_columns(const MeasurementModel& model, const Recognition& recognition);

} // namespace cx

namespace cx::detail {

/// Finds names of columns that the export does not have, each with the nearest header, and names that fit several of
/// its columns: of items, roles, and conditions of journeys, touchpoints and targets. Items of other waves may lack
/// theirs.
void check_columns(const MeasurementModel& model, const Recognition& recognition, Problems& problems);

/// The first of the names that is a column; nothing for none, and for one that fits several.
[[nodiscard]] std::optional<std::size_t> first_column(const Recognition&              recognition,
                                                      const std::vector<std::string>& names);

/// In place of a column's name: the input file's own.
inline constexpr std::string_view file_name_as_column = "@file";

} // namespace cx::detail
