#pragma once

// Options of counts files: writing them, and how they are read.

#include <optional>
#include <string>
#include <vector>

#include <cx/base/notice.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/responses/schema.hpp>

namespace CLI {
class App;
}

namespace cx {

class Counting;
struct GateOptions;
struct InputOptions;
struct GroupingOptions;
struct OutputOptions;
struct ViewOptions;

/// The other options of the command line.
struct OptionsBeside {
    const InputOptions&    input;
    const GroupingOptions& grouping;
    const ViewOptions&     view;
    const GateOptions&     gate;
    const OutputOptions&   output;
};

struct CountsOptions {
    std::optional<std::string> file;
    std::string                every;
    bool                       allow_no_end = false;

    void               add_to(CLI::App& command);
    [[nodiscard]] bool writes() const noexcept { return file.has_value(); }

    /// @throws Error for options that do not go together, and a file that would replace an input or the model, or is
    /// named as a compressed one
    void check(const OptionsBeside& beside) const;
    /// @param counts_file  one that is read
    /// @throws Error for what cannot be asked of counts
    void refuse_unfit(const std::string& counts_file, const ResponseRequest& request,
                      const MeasurementModel& model) const;
    /// With what counts that are written need beside what is asked for: the periods, and the last day.
    [[nodiscard]] ResponseRequest with_needs(const MeasurementModel& model, ResponseRequest request) const;
    /// Index of the periods that --every keeps apart; empty without.
    [[nodiscard]] std::optional<std::size_t> period_dimension(const Schema& schema) const;
    /// Writes what was counted, whole or not at all. Warns of scales that a model does not state.
    /// @param asked   the request without needs
    /// @param filter  the conditions as outputs echo them
    void write(const Counting& counting, const ResponseRequest& asked, const std::string& filter,
               Notices& notices) const;

  private:
    [[nodiscard]] std::optional<PeriodKind> period() const;
};

} // namespace cx
