#pragma once

// What a target is about: the group and the items whose estimates decide it.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/model/metrics.hpp>
#include <cx/statistics/score_table.hpp>

namespace cx {

/// Rows of a scores table by what they are of. Refers to the table, which must outlive it unchanged.
class RowIndex {
  public:
    RowIndex(const MeasurementModel& model, const ScoreTable& table);

    /// The estimate; null where there is none.
    [[nodiscard]] const ScoreRow* find(std::string_view dimension, std::string_view group, std::string_view item,
                                       std::string_view metric) const;
    /// Whether some response is in the group.
    [[nodiscard]] bool has(std::string_view dimension, std::string_view group) const;
    /// Groups of a dimension that some response is in, in the order of the table.
    [[nodiscard]] const std::vector<std::string>& groups(const std::string& dimension) const;
    /// Whether only some of the responses are counted, so that a group without any may exist all the same.
    [[nodiscard]] bool filtered() const noexcept { return filtered_; }

  private:
    std::unordered_map<std::string, const ScoreRow*>          rows_;
    std::unordered_map<std::string, std::vector<std::string>> groups_;
    std::unordered_set<std::string>                           known_; ///< dimension and group
    bool                                                      filtered_;
};

/// One group and item that a target is about.
struct TargetSubject {
    const Item*       item = nullptr;
    const Metric*     metric = nullptr;
    std::string       dimension, group; ///< as rows have them
    std::string       group_name;       ///< for people
    const Touchpoint* touchpoint = nullptr;
    const Promise*    promise = nullptr;
    const ScoreRow*   row = nullptr; ///< null: no response is in the group
};

/// All that a target is about, never nothing: without an item each one that gives the metric; of touchpoint `critical`
/// each critical one, and each that is critical for a kind of customer among these.
/// @throws Error with the target's place for what neither the model nor the data has: a metric, item or group, with
/// the nearest there is; an item or group that the metric is not of
[[nodiscard]] std::vector<TargetSubject> subjects_of(const MeasurementModel& model, const Target& target,
                                                     const RowIndex& rows);

} // namespace cx
