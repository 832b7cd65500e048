#pragma once

// Rows with a weight of 0 by period: they are accepted, and in no count.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include <cx/responses/read_responses.hpp>
#include <cx/responses/schema.hpp>

namespace cx {

class WeightlessRows {
  public:
    /// @param period  index into Schema::dimensions
    explicit WeightlessRows(std::size_t period) : period_(period) {}

    /// A sink that notes rows. All sinks must have finished before anything is read.
    [[nodiscard]] std::unique_ptr<ResponseSink> make_sink();

    /// Rows by period (a code of that dimension).
    [[nodiscard]] const std::map<GroupCode, std::uint64_t>& by_period() const noexcept { return rows_; }
    /// Those of a period that have no group in a dimension.
    [[nodiscard]] std::uint64_t ungrouped(std::size_t dimension, GroupCode period) const;

  private:
    friend class WeightlessSink;
    std::size_t                                                period_;
    std::map<GroupCode, std::uint64_t>                         rows_;
    std::map<std::pair<std::size_t, GroupCode>, std::uint64_t> ungrouped_;
    std::mutex                                                 adding_; ///< one sink at a time
};

} // namespace cx
