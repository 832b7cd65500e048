#pragma once

// What a break-down or a condition is by: `touchpoint`, `stage:channel`, `month`, a segment's column.

#include <string>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>

namespace cx {

/// One part of a break-down as the user wrote it.
struct DimensionName {
    std::string name;              ///< without `column:`
    bool        is_column = false; ///< written `column:NAME`: a column even where NAME is a word of `--by`

    bool operator==(const DimensionName&) const = default;
};

/// A break-down: one part, or several that are crossed.
struct Grouping {
    std::vector<DimensionName> parts;

    /// As shown in the column `dimension`: `stage:channel`.
    [[nodiscard]] std::string name() const;
    bool                      operator==(const Grouping&) const = default;
};

/// A condition on responses: one of several values of a dimension.
struct Condition {
    DimensionName            dimension;
    std::vector<std::string> values;
};

/// Cuts at each separator that no backslash stands before; backslashes stay.
[[nodiscard]] std::vector<std::string> split_unescaped(std::string_view text, char separator);

/// Reads `touchpoint,stage:channel,month`; `\` escapes `,` `:` and `=`.
/// The same grouping twice is one.
/// @throws Error for an empty part, or a dimension crossed with itself
[[nodiscard]] std::vector<Grouping> parse_groupings(std::string_view text);

/// Reads `touchpoint=web-shop,store`.
/// @throws Error without `=`, a name or a value
[[nodiscard]] Condition parse_condition(std::string_view text);

/// A condition of the model file, `column=value`: all up to the first `=` is the column's name, all else the value. An
/// empty text is no condition.
[[nodiscard]] Condition model_condition(std::string_view text);

} // namespace cx
