#pragma once

// Whether counts that were added up can be counts of the same responses.

#include <cstdint>
#include <string>

#include <cx/tally/tallies.hpp>

namespace cx {

/// What always adds up where responses are counted one by one has to add up in counts too.
/// @param accepted  rows behind all counts
/// @param file      what errors name
/// @throws Error where more answers than rows are told, the groups of a dimension have more answers than all responses,
/// pooled sums or basic needs are of other answers than are counted one by one
void check_counts(const Tallies& tallies, std::uint64_t accepted, const std::string& file);

} // namespace cx
