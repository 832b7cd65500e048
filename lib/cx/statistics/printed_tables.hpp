#pragma once

// Which groups of a run must be withheld: all tables that it prints for one item, taken together.

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include <cx/model/metrics.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

/// Groups withheld, by grouping and key of the shown group.
using WithheldGroups = std::vector<std::map<GroupKey, bool>>;

/// @param side  which answers of the item are counted: a pair's three sides are three tables
[[nodiscard]] WithheldGroups withheld_groups(const Tallies& tallies, std::size_t item, Side side, int minimum_n);

/// The same of each side of an item: by Side; those that the item has not are empty.
using WithheldSides = std::vector<WithheldGroups>;

/// Whether the figures of that side over all responses are.
[[nodiscard]] bool is_withheld_in_all(const WithheldSides& withheld, Side side);

} // namespace cx
