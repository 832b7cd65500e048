// cx score: scores of one or more exports, overall and by group; views of them; targets that decide how a run ends.

#include "commands.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include <cx/base/error.hpp>
#include <cx/responses/conditions.hpp>
#include <cx/statistics/customers.hpp>
#include <cx/statistics/scores.hpp>
#include <cx/statistics/targets.hpp>

#include "accounting.hpp"
#include "counting.hpp"
#include "gate_options.hpp"
#include "grouping_options.hpp"
#include "input_options.hpp"
#include "output_options.hpp"
#include "view_options.hpp"

namespace cx {

namespace {

bool has_later_goals(const MeasurementModel& model) {
    return std::any_of(model.targets.begin(), model.targets.end(),
                       [](const Target& target) { return !target.by.empty(); });
}

struct ScoreOptions {
    InputOptions    input;
    GroupingOptions grouping;
    ViewOptions     view;
    GateOptions     gate;
    OutputOptions   output;
    SpeechOptions   speech;

    [[nodiscard]] ResponseRequest request(const MeasurementModel& model) const {
        ResponseRequest request = grouping.responses(model, input.strict);
        request.supporting = target_groupings(model);
        request.last_day = has_later_goals(model);
        view.add_needs(model, request);
        return request;
    }
};

TargetRequest target_request(const GateOptions& gate, const RowAccount& rows) {
    TargetRequest request;
    request.certain = gate.certain();
    request.day = rows.last_day ? rows.last_day : std::optional(day_of_run());
    const std::uint64_t looked_at = rows.accepted + rows.elsewhere;
    if (looked_at > 0) {
        request.foreign_share =
            static_cast<double>(rows.foreign_rows + rows.foreign_elsewhere) / static_cast<double>(looked_at);
    }
    return request;
}

void estimate(const ScoreOptions& options, const MeasurementModel& model, const Counting& counting, ScoreTable& table) {
    ScoreRequest scores = options.grouping.scores(model);
    scores.supporting = !model.targets.empty() || options.view.chosen() != nullptr;
    table.confidence = scores.confidence;
    table.minimum_n = scores.minimum_n;
    score(counting.tallies(), scores, table);
    judge_targets(model, target_request(options.gate, counting.rows()), table);
}

void show(const ScoreOptions& options, const MeasurementModel& model, const Counting& counting,
          const ScoreTable& table) {
    const Format& format = options.output.chosen();
    const View*   view = options.view.chosen();
    if (view == nullptr) return options.output.write(format.write(table, options.output.look()));
    const CustomerScores customers = customer_scores(counting.customers(), table.confidence, table.minimum_n);
    const ShownView      shown = view->show({model, table, customers, options.view.cut_point()}, options.output.look());
    options.output.write(format.write({table, &shown}, options.output.look()));
}

ExitCode run(const ScoreOptions& options) {
    (void)options.output.chosen();
    (void)options.view.chosen();
    Notices notices;
    options.input.check_files(options.output.file, notices);
    Export     first = open_export(options.input.files.front(), options.input.read_options());
    const auto model = options.input.model_for(first, notices);
    options.gate.refuse_unfit(model, options.input.files, options.output.file);
    const auto request = options.request(model);
    Counting   counting(model, request, first.recognition);
    ScoreTable table = described(model, options.grouping.filter());
    counting.count_all(first, options.input, options.speech, table);
    options.speech.say(notices);
    check_conditions(counting.schema(), request, counting.rows());
    refuse_without_figures(table, model);
    estimate(options, model, counting, table);
    options.speech.say(closing_notices(table, model, options.input.files));
    show(options, model, counting, table);
    return options.gate.finish(table);
}

} // namespace

void setup_score(CLI::App& app, ExitCode& end) {
    auto  options = std::make_shared<ScoreOptions>();
    auto* command = app.add_subcommand("score", "Scores of one or more exports, overall and by group");
    options->input.add_to(*command);
    options->grouping.add_to(*command);
    options->view.add_to(*command);
    options->gate.add_to(*command);
    options->output.add_to(*command);
    options->speech.add_to(*command);
    command->callback([options, &end] { end = run(*options); });
}

} // namespace cx
