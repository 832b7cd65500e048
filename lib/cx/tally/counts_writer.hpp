#pragma once

// Writes what was counted as a counts file.

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <cx/responses/account.hpp>
#include <cx/tally/tallies.hpp>
#include <cx/tally/weightless_rows.hpp>

namespace cx {

/// Which groupings are written, and in which periods.
struct CountsToWrite {
    std::vector<bool> groupings; ///< by index: to be a dimension of the file; others only tell its periods
    /// Index into Schema::dimensions of the periods: then each of those groupings is also counted crossed with it.
    std::optional<std::size_t> period;
    /// What the file tells of itself: with which filters it was counted (an empty one: a part had none), and of which
    /// exports.
    std::set<std::string> filters{}, sources{};
    /// With `period`, where there are weights; may be null.
    const WeightlessRows* weightless = nullptr;
};

/// Writes the header, the account of the rows, every count that is not 0 in the order of dimensions and groups, and the
/// end record. What has no period has an empty `period`.
/// @param write  takes the text bit by bit
/// @throws Error for a name that has a line break or a zero byte in it
void write_counts(const Tallies& tallies, const RowAccount& rows, const CountsToWrite& what,
                  const std::function<void(std::string_view)>& write);

} // namespace cx
