#pragma once

// Which counters a record of a counts file adds to.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <cx/tally/counts_records.hpp>
#include <cx/tally/layout.hpp>

namespace cx {

/// Finds the counters of a group's tally by the item, kind and points of a record. Refers to the layout.
class CountsCounters {
  public:
    explicit CountsCounters(const Layout& layout);

    /// Indices of the counters: of a pair's answer both sides and their combination.
    /// @param at  where the record was read, for errors
    /// @throws Error for an item, a point or a side that the model lacks
    [[nodiscard]] std::vector<std::size_t> of(const CountsRecord& record, const CountsRecords& at) const;

  private:
    [[nodiscard]] std::vector<std::size_t> made_counters(const CountsRecord& record, const CountsRecords& at) const;
    [[nodiscard]] std::size_t              item_of(const CountsRecord& record, const CountsRecords& at) const;

    const Layout&                                layout_;
    std::unordered_map<std::string, std::size_t> items_;
    std::map<std::string, std::size_t>           kept_; ///< by promise
    std::optional<std::size_t>                   basics_;
};

} // namespace cx
