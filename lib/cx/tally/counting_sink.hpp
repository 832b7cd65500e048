#pragma once

// Counts the responses of one piece, and adds them to the tallies when it is handed over.

#include <cstdint>
#include <unordered_map>
#include <vector>

#include <cx/responses/read_responses.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

class CountingSink : public ResponseSink {
  public:
    explicit CountingSink(Tallies& tallies);

    void take(const Response& response) override;
    void drop() override;
    void hand_over() override;

  private:
    /// Groups of one grouping that this thread has met: dense numbers, and their counters in this piece.
    struct Local {
        std::size_t                                                   grouping = 0;
        std::vector<std::unordered_map<std::uint64_t, std::uint32_t>> crossed; ///< (number so far, next code) -> number
        std::vector<GroupKey>                                         keys;    ///< by number
        std::vector<std::uint64_t>                                    responses;
        std::vector<std::uint32_t>                                    answers; ///< number * width + counter
        std::vector<double>                                           weights, weights_squared;
        std::vector<PooledSums>                                       pooled; ///< number * own pools
        std::vector<std::size_t>                                      pools;  ///< those of this grouping
        std::vector<std::uint32_t>                                    touched;
    };
    /// A pool's member: what an answer in a column counts as.
    struct Member {
        std::size_t         column = 0;
        std::vector<double> values; ///< by slot; of a pair's columns the points themselves
    };

    void                        collect_counters(const Response& response);
    [[nodiscard]] std::uint32_t number_of(Local& local, const ResolvedGrouping& grouping, const Response& response);
    std::uint32_t               number(Local& local, const GroupKey& key);
    void                        count(Local& local, std::uint32_t number, double weight);
    void                        pool(Local& local, std::uint32_t number, const Response& response);
    void                        forget(Local& local);

    Tallies&                         tallies_;
    const Layout&                    layout_;
    std::vector<Local>               locals_;   ///< by grouping
    std::vector<std::vector<Member>> members_;  ///< by pool
    std::vector<std::size_t>         counters_; ///< that the response at hand adds to
};

} // namespace cx
