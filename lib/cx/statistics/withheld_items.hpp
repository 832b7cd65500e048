#pragma once

#include <vector>

#include <cx/statistics/printed_tables.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

/// What is withheld of every item, by item of the model. Whether needs are met or a promise is kept tells of the items
/// that it follows from: where one of these is withheld in a group, so is what is made of it; and where that is
/// withheld and an item has nearly as many answers (fewer than the minimum less), so is the item.
/// @param wanted  by item: whether it has to be known; what it hangs together with is found out too, of others nothing
[[nodiscard]] std::vector<WithheldSides> withheld_items(const Tallies& tallies, int minimum_n,
                                                        const std::vector<bool>& wanted);

} // namespace cx
