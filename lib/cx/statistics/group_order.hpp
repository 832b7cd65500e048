#pragma once

// Groups in the order in which outputs list them: the model's, then by name as people count.

#include <string>
#include <string_view>
#include <vector>

#include <cx/tally/tallies.hpp>

namespace cx {

/// Whether `a` comes before `b`: digits by the number they write, all else by bytes.
[[nodiscard]] bool natural_less(std::string_view a, std::string_view b);

/// Keys of a grouping's groups in that order.
[[nodiscard]] std::vector<GroupKey> ordered_groups(const Tallies& tallies, std::size_t grouping);

/// `purchase:web`: ids (or names for people) of the crossed groups.
[[nodiscard]] std::string joined_ids(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key);
[[nodiscard]] std::string joined_names(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key);

} // namespace cx
