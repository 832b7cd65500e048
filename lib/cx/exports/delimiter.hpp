#pragma once

#include <optional>
#include <string_view>

namespace cx::detail {

/// What stands between cells: of `,` `;` tab and `|` the one that cuts most records into the same number of cells; a
/// comma for a text of one column.
/// @param complete  whether `text` is all there is
[[nodiscard]] char recognise_delimiter(std::string_view text, char quote, bool complete);

/// The delimiter that a spreadsheet's first line `sep=;` names.
[[nodiscard]] std::optional<char> declared_delimiter(std::string_view text) noexcept;

} // namespace cx::detail
