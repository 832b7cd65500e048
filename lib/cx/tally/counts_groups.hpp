#pragma once

// Which group, and which pool, a cell of a counts file names.

#include <cstddef>
#include <string>
#include <string_view>

#include <cx/base/error.hpp>
#include <cx/tally/counts_records.hpp>
#include <cx/tally/tallies.hpp>

namespace cx::detail {

/// A group of a grouping, found by its cell.
struct GroupOfCell {
    GroupKey    key;
    std::string foreign; ///< its touchpoint, where the model lacks it
};

/// @param cell   as group_text() writes it
/// @param place  of it, for errors
/// @throws Error where the grouping cannot have such a group
[[nodiscard]] GroupOfCell group_of_cell(const Layout& layout, std::size_t grouping, std::string_view cell,
                                        const Place& place);

/// Adds one sum of a pool to those of the groupings with the record's dimension that have it.
/// @param included  otherwise it is looked at, and not added
/// @throws Error where none has it, or the sum is none of the five
void add_pooled_sum(Tallies& tallies, const CountsRecord& record, const CountsRecords& at, bool included);

/// @throws Error where the sum would be more than can be counted
void add_count(std::uint64_t& to, std::uint64_t more, const Place& place);
/// @throws Error where the sum leaves the range of a double
void add_sum(double& to, double more, const Place& place);
/// A cell inside a message.
[[nodiscard]] std::string shown_cell(std::string_view text);

} // namespace cx::detail
