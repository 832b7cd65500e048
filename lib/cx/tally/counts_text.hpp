#pragma once

// The records that a counts file has of one group.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <cx/tally/counts_file.hpp>
#include <cx/tally/tallies.hpp>

namespace cx::detail {

/// Records as text, counted, and handed on in large bits.
class CountsText {
  public:
    /// Starts with the header.
    /// @param weighted  whether sums of weights stand beside numbers of answers, or these again
    CountsText(bool weighted, std::function<void(std::string_view)> write);

    /// Where all records that follow belong to.
    /// @throws Error for a name with a line break in it
    void stand_at(std::string_view period, const std::string& dimension, const std::string& group);
    void add(const std::string& item, CountsKind kind, std::string_view point, std::string_view paired_point,
             const Count& count);
    void add_rows(std::string_view outcome, std::uint64_t rows);
    /// Every counter of a group that is not 0.
    void add_tally(const Tallies& tallies, const GroupTally& tally);
    /// The sums of a pool, if anybody answered.
    void add_pool(const Layout& layout, const Pool& pool, const PooledSums& sums);
    /// The end record. Nothing may follow.
    void end();

  private:
    void put(const std::string& item, CountsKind kind, std::string_view point, std::string_view paired_point,
             const std::string& numbers);
    void add_no_answers(const Tallies& tallies, const GroupTally& tally, std::size_t column);
    void add_single(const Tallies& tallies, const GroupTally& tally, std::size_t item);
    void add_pair(const Tallies& tallies, const GroupTally& tally, std::size_t item);
    void add_made(const Tallies& tallies, const GroupTally& tally, std::size_t item);

    bool                                  weighted_;
    std::function<void(std::string_view)> write_;
    std::string                           text_, where_;
    std::uint64_t                         records_ = 0;
};

/// What is left of `all` without `part`: exact, but for the rounding of weights, which stays within what the weights of
/// so many answers can be.
[[nodiscard]] Count without(const Count& all, const Count& part);

} // namespace cx::detail
