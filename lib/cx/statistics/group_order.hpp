#pragma once

// Groups in the order in which outputs list them: the model's, then by name as people count.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <cx/tally/tallies.hpp>

namespace cx {

/// Whether `a` comes before `b`: digits by the number they write, all else by bytes.
[[nodiscard]] bool natural_less(std::string_view a, std::string_view b);

/// A group as it is shown. Where groups overlap (owners, journeys) it is counted in parts: the sets that it is in.
struct ShownGroup {
    GroupKey                       key;       ///< codes of groups; of members in a dimension whose groups overlap
    std::vector<GroupKey>          parts;     ///< keys in the tallies: the group's own, or those of the sets
    std::vector<const GroupTally*> tallies;   ///< of the parts
    std::size_t                    place = 0; ///< among the grouping's shown groups in order of keys
};

/// A grouping's groups in that order.
[[nodiscard]] std::vector<ShownGroup> shown_groups(const Tallies& tallies, std::size_t grouping);
/// Whether groups of the grouping may share responses.
[[nodiscard]] bool overlaps(const Schema& schema, const ResolvedGrouping& grouping);

/// `purchase:web`: ids (or names for people) of the crossed groups, of a shown group's key.
[[nodiscard]] std::string joined_ids(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key);
[[nodiscard]] std::string joined_names(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key);

} // namespace cx
