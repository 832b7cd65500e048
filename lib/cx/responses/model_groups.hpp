#pragma once

// What a group is called and where it stands among the others, from its id alone: what rows tell of a group by their
// cells, counts tell by its name.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/responses/group_names.hpp>
#include <cx/responses/schema.hpp>

namespace cx {

struct NamedGroup {
    GroupName group;
    bool      foreign = false; ///< a touchpoint that the model lacks
};

/// The group of a dimension that `text` (on one line, NFC) names: a touchpoint or stage by its id, its name or what the
/// model says means it; a period as it is written; a value by itself. Nothing where the dimension cannot have such a
/// group: `2026-13` as a month, a stage that no touchpoint is of.
[[nodiscard]] std::optional<NamedGroup> group_named(const MeasurementModel& model, const RowDimension& dimension,
                                                    const std::string& text);

/// The same of a dimension whose groups overlap: the set of these members. Nothing where one of them is none.
[[nodiscard]] std::optional<NamedGroup> set_of_groups(const MeasurementModel& model, const RowDimension& dimension,
                                                      const std::vector<std::string>& members);

} // namespace cx
