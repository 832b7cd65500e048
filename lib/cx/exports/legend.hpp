#pragma once

// The code legend that some tools write below the responses (`17 = Pohjois-Pohjanmaa` under the column it belongs to).

#include <optional>
#include <string_view>
#include <vector>

#include <cx/exports/export.hpp>
#include <cx/exports/record_table.hpp>

namespace cx::detail {

/// `code = label` in a cell of a legend.
struct LegendEntry {
    std::string_view code;
    std::string_view label;
};
[[nodiscard]] std::optional<LegendEntry> legend_entry(std::string_view text) noexcept;

/// Gives columns the labels that the legend rows of `table` from `first` on write below them. Columns of the same
/// merged group without a legend of their own share the group's, where they hold nothing but its codes.
void label_columns(const RecordTable& table, std::size_t first, std::vector<Column>& columns);

} // namespace cx::detail
