#pragma once

// Whether counts that were added up can be counts of the same responses.

#include <cstddef>
#include <set>
#include <string>

#include <cx/responses/account.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

/// What always adds up where responses are counted one by one has to add up in counts too.
/// @param rows    behind all counts
/// @param untold  groupings of whose groups not every file tells the rows
/// @param file    what errors name
/// @throws Error where more answers than rows are told, of all responses or of a group; the groups of a dimension have
/// more answers or rows than all responses; pooled sums or basic needs are of other answers than are counted one by one
void check_counts(const Tallies& tallies, const RowAccount& rows, const std::set<std::size_t>& untold,
                  const std::string& file);

} // namespace cx
