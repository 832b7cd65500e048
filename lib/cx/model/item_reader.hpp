#pragma once

#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/model/problems.hpp>
#include <cx/model/references.hpp>
#include <cx/model/toml_document.hpp>

namespace cx::detail {

/// Reads every `[[item]]`, checks each by itself and against the others, and names those that have no id.
[[nodiscard]] std::vector<Item> read_items(const std::vector<const TomlNode*>& tables, References& references,
                                           Problems& problems);

} // namespace cx::detail
