#pragma once

// Counts the responses that one thread reads, and adds them to the tallies.

#include <cstdint>
#include <vector>

#include <cx/responses/read_responses.hpp>
#include <cx/tally/group_numbers.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

/// Counts without weights are whole numbers and are added when all is read; sums of weights are added piece by piece,
/// in the order of the file, so that they do not depend on the number of threads.
class CountingSink : public ResponseSink {
  public:
    explicit CountingSink(Tallies& tallies);

    void               take(const ResponseBlock& responses) override;
    void               hand_over() override;
    [[nodiscard]] bool depends_on_order() const noexcept override { return tallies_.weighted(); }
    void               finish() override;

  private:
    /// Where an answer column is counted; of a pair's two columns every combination has a cell, so that a response adds
    /// to one.
    struct Unit {
        std::size_t column = 0;
        std::size_t across = 1; ///< of a pair: cells to the next slot of its first column
        std::size_t cells = 0;
        bool        is_pair = false;
    };
    /// What was counted of a unit in the groups of one grouping: by number of the group and cell.
    struct Cells {
        std::vector<std::uint32_t> answers; ///< without weights
        std::vector<Count>         counts;  ///< with weights
    };
    /// Groups of the groupings that cross the same dimensions: those that this thread has met, by number, and what was
    /// counted of them since it was last added. Number 0 is for the responses that have no group.
    struct Local {
        std::vector<std::size_t>   groupings;
        bool                       is_sum; ///< all responses: what is in the groups of another
        GroupNumbers               numbers;
        std::vector<std::uint32_t> responses;
        std::vector<Cells>         units;
        std::vector<PooledSums>    pooled; ///< number * own pools
        std::vector<std::size_t>   pools;  ///< those of these groupings
        std::vector<std::uint32_t> block;  ///< of each response of the block: its number
    };
    /// A pool's member: what an answer in a column counts as.
    struct Member {
        std::size_t         column = 0;
        std::vector<double> values; ///< by slot; of a pair's columns the points themselves
    };

    void                       lay_units();
    void                       lay_locals();
    void                       lay_pools();
    void                       make_room(Local& local);
    void                       number_groups(const ResponseBlock& responses);
    void                       count(const ResponseBlock& responses, std::size_t unit);
    template <class Cell> void count(std::size_t unit, const Cell* found, const ResponseBlock& responses);
    void                       pool(Local& local, const ResponseBlock& responses, std::size_t response);
    void                       add_all();
    void                       sum_up(Local& local) const;
    void add(const Local& local, std::uint32_t number, std::size_t grouping, GroupTally& group) const;
    void add_unit(const Local& local, std::uint32_t number, std::size_t unit, GroupTally& group) const;
    void forget(Local& local, std::uint32_t number) const;

    Tallies&                         tallies_;
    const Layout&                    layout_;
    std::vector<Unit>                units_;
    std::vector<Local>               locals_;
    std::vector<std::vector<Member>> members_;       ///< by pool
    std::vector<std::uint32_t>       pair_cells_;    ///< of each response of a block: the cell of its answers to a pair
    std::uint32_t                    since_add_ = 0; ///< responses taken since counts were added
};

} // namespace cx
