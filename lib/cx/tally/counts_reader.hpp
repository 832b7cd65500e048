#pragma once

// Adds counts files to tallies.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <cx/base/calendar.hpp>
#include <cx/base/digest.hpp>
#include <cx/responses/account.hpp>
#include <cx/tally/counts_counters.hpp>
#include <cx/tally/counts_records.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

/// What of a counts file counts.
struct CountsLimits {
    bool               allow_no_end = false;
    std::optional<Day> from, to; ///< whole periods that lie within, both days included
};

/// What a counts file had beside its counts.
struct CountsRead {
    RowAccount            account;
    std::set<std::string> dimensions; ///< that any of its records names
    std::set<std::string> models;     ///< SHA-256 of the model files that it was counted with, where it tells
    /// With which it was counted, where it tells; an empty one where a part of it had none.
    std::set<std::string>     filters;
    std::set<std::string>     sources;      ///< names of the exports that were counted, where it tells
    std::optional<PeriodKind> periods;      ///< that it is counted by
    std::string               bytes_digest; ///< SHA-256 of all of it
    std::string               all_digest; ///< of what it counts of all responses, without weights, whatever the periods
};

/// Adds the counts of files to tallies, as if the responses behind them were counted there.
class CountsReader {
  public:
    explicit CountsReader(Tallies& tallies);

    /// Reads one file. Where it throws, the tallies hold a part of it.
    /// @throws Error with its place: what CountsRecords throws; an item, point, group or pool that the model lacks; a
    /// weight that cannot be one of so many answers, or differs from them where the model names no weight; sums that
    /// are too large; no record of accepted rows; with `from` or `to`, counts without periods and a period that one of
    /// them cuts
    CountsRead read(const std::string& file, CountsBytes bytes, const CountsLimits& limits);

    /// Groupings (indices) whose dimensions none of these is: they cannot be counted from such a file.
    [[nodiscard]] std::vector<std::size_t> lacking(const std::set<std::string>& dimensions) const;
    /// Groupings (indices) with counts from a file that does not tell the rows of their groups.
    [[nodiscard]] std::set<std::size_t> untold_rows() const;
    /// The dimension of a grouping as counts files name it.
    [[nodiscard]] const std::string& dimension_of(std::size_t grouping) const { return names_[grouping]; }

  private:
    /// A group's tallies in every grouping of a dimension.
    struct Found {
        std::vector<GroupTally*> tallies;
        std::string              foreign; ///< a touchpoint that the model lacks
    };
    struct Dimension {
        std::vector<std::size_t>               groupings;
        std::unordered_map<std::string, Found> groups; ///< by cell
    };
    struct File;

    void                       add(const CountsRecord& record, File& file);
    void                       add_accepted(const CountsRecord& record, bool included, File& file);
    void                       add_rows(const CountsRecord& record, bool included, File& file);
    void                       add_rows_of_group(const CountsRecord& record, File& file);
    void                       add_answers(const CountsRecord& record, bool included, File& file);
    [[nodiscard]] const Found& find(const CountsRecord& record, File& file);
    [[nodiscard]] static bool  is_included(std::string_view text, File& file);
    void                       check_weight(const CountsRecord& record, const File& file) const;

    Tallies&                                   tallies_;
    const Schema&                              schema_;
    CountsCounters                             counters_;
    std::vector<std::string>                   names_;  ///< by grouping
    std::set<std::string>                      untold_; ///< dimensions that a file had without rows of their groups
    std::unordered_map<std::string, Dimension> dimensions_;
};

} // namespace cx
