#pragma once

// Counts of answers by group: made piece by piece, added up, and then all that is left of an export.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include <cx/responses/read_responses.hpp>
#include <cx/responses/schema.hpp>
#include <cx/tally/counts.hpp>
#include <cx/tally/group_numbers.hpp>
#include <cx/tally/layout.hpp>

namespace cx {

/// Everything counted of one group: its counters as Layout has them.
struct GroupTally {
    std::uint64_t              responses = 0;
    std::vector<std::uint64_t> answers;
    std::vector<double>        weights, weights_squared; ///< beside answers; empty without weights
    std::vector<PooledSums>    pooled;                   ///< as Layout::pools; those of other groupings stay empty
};

/// All counts of a run.
class Tallies {
  public:
    Tallies(const Layout& layout, bool weighted, std::size_t most_groups);

    [[nodiscard]] const Layout& layout() const noexcept { return *layout_; }
    [[nodiscard]] bool          weighted() const noexcept { return weighted_; }

    /// The groups of a grouping that at least one response is in.
    [[nodiscard]] const std::map<GroupKey, GroupTally>& groups(std::size_t grouping) const { return groups_[grouping]; }

    /// The group's tally to add counts to, made when it is new.
    /// @throws Error when the grouping may not have so many groups
    GroupTally& at(std::size_t grouping, const GroupKey& key);
    /// One of a group's counters.
    [[nodiscard]] Count count(const GroupTally& group, std::size_t counter) const;
    /// Answers of a column by scale point; of a made item's last column by the index of the need that failed alone.
    [[nodiscard]] Distribution distribution(const GroupTally& group, std::size_t column) const;
    /// Answers to both items of a pair.
    [[nodiscard]] PairDistribution pair(const GroupTally& group, std::size_t item) const;
    /// Cells of a column that were no answer.
    [[nodiscard]] std::uint64_t no_answers(const GroupTally& group, std::size_t column, NoAnswer kind) const;

    /// A sink that counts responses into these tallies. All sinks must have finished before the tallies are read.
    [[nodiscard]] std::unique_ptr<ResponseSink> make_sink();

  private:
    friend class CountingSink;
    /// @throws Error when a grouping may not have so many groups
    void                                        check_groups(std::size_t grouping, std::size_t groups) const;
    const Layout*                               layout_;
    bool                                        weighted_;
    std::size_t                                 most_groups_;
    std::vector<std::map<GroupKey, GroupTally>> groups_;                                  ///< by grouping
    std::unique_ptr<std::mutex>                 adding_ = std::make_unique<std::mutex>(); ///< one sink at a time
};

} // namespace cx
