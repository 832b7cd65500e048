#pragma once

// Options that make targets decide how a run ends.

#include <optional>
#include <string>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/statistics/score_table.hpp>

#include "exit_codes.hpp"

namespace CLI {
class App;
}

namespace cx {

struct GateOptions {
    bool                       check = false;
    std::optional<std::string> rule, junit;

    void add_to(CLI::App& command);

    /// The rule for every target, whatever the model says; empty: each its own.
    [[nodiscard]] std::optional<bool> certain() const;

    /// @param files   the inputs
    /// @param output  the file that `-o` names; may be empty
    /// @throws Error where targets are to be judged and the model is a guess or has none, or where the JUnit file would
    /// replace another
    void refuse_unfit(const MeasurementModel& model, const std::vector<std::string>& files,
                      const std::string& output) const;

    /// The last step of a run: writes the JUnit file, says the verdict on standard error when it is asked for, and
    /// returns how the program ends.
    /// @throws Error when the file cannot be written
    [[nodiscard]] ExitCode finish(const ScoreTable& table) const;
};

} // namespace cx
