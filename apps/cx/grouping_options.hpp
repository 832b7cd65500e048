#pragma once

// Options that choose responses, groups and figures.

#include <optional>
#include <string>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/responses/schema.hpp>
#include <cx/statistics/scores.hpp>

namespace CLI {
class App;
}

namespace cx {

struct GroupingOptions {
    std::vector<std::string> by, where, metrics, items;
    std::string              from, to;
    std::optional<double>    confidence;
    std::optional<int>       minimum_n;
    bool                     unique = false;
    std::string              most_groups;

    void add_to(CLI::App& command);

    /// @throws Error for a break-down, condition or date that cannot be read
    [[nodiscard]] ResponseRequest responses(const MeasurementModel& model, bool strict) const;
    [[nodiscard]] ScoreRequest    scores(const MeasurementModel& model) const;
    /// The conditions as outputs echo them; empty without.
    [[nodiscard]] std::string filter() const;
};

} // namespace cx
