#pragma once

// Names that a request or a target may name: finding them, and how many an error lists.

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace cx {

constexpr std::size_t most_listed_names = 12;

template <class Names> [[nodiscard]] bool lists(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace cx
