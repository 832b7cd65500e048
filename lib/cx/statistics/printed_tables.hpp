#pragma once

// Which groups of a run must be withheld: all tables that it prints for one item, taken together.

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <cx/model/metrics.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

/// Groups withheld, by grouping and key of the shown group.
using WithheldGroups = std::vector<std::map<GroupKey, bool>>;

/// Groups by the row dimensions that they are of and their key.
using GroupSet = std::set<std::pair<std::vector<std::size_t>, GroupKey>>;

/// @param side     which answers of the item are counted: a pair's three sides are three tables
/// @param secrets  groups that are to be withheld whatever their n
[[nodiscard]] WithheldGroups withheld_groups(const Tallies& tallies, std::size_t item, Side side, int minimum_n,
                                             const GroupSet& secrets = {});

/// The same of each side of an item: by Side; those that the item has not are empty.
using WithheldSides = std::vector<WithheldGroups>;

/// Whether the figures of that side over all responses are.
[[nodiscard]] bool is_withheld_in_all(const WithheldSides& withheld, Side side);

} // namespace cx
