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
#include "counts_options.hpp"
#include "gate_options.hpp"
#include "grouping_options.hpp"
#include "input_options.hpp"
#include "moment_of_run.hpp"
#include "output_options.hpp"
#include "survey_files.hpp"
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
    CountsOptions   counts;
    ArchiveOptions  archives;
    OutputOptions   output;
    SpeechOptions   speech;

    /// @throws Error for what cannot be meant, before any file is read
    void check(Notices& notices) const {
        (void)output.chosen();
        (void)view.chosen();
        counts.check({input, grouping, view, gate, output});
        input.check_files(output.file, notices);
    }
    [[nodiscard]] MeasurementModel model_for(const SurveyFiles& files, Notices& notices) const {
        const Export* const first = files.first_export();
        auto                model =
            first != nullptr ? input.model_for(*first, notices, files.first_asked()) : input.model_for_counts(notices);
        files.refuse_recognised(model);
        gate.refuse_unfit(model, input.files, output.file);
        return model;
    }
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
    // No other format has room for them, and of many groups they are most of the table.
    scores.group_distributions = options.view.chosen() != nullptr || options.output.chosen().name == "json";
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

void refuse_unfit_counts(const ScoreOptions& options, const SurveyFiles& files, const ResponseRequest& request,
                         const MeasurementModel& model) {
    if (files.first_counts() != nullptr) options.counts.refuse_unfit(*files.first_counts(), request, model);
}

ExitCode write_counts(const ScoreOptions& options, const MeasurementModel& model, const Counting& counting,
                      const ScoreTable& table) {
    Notices notices;
    options.counts.write(counting, options.request(model), table.filter, notices);
    options.speech.say(notices);
    options.speech.say(closing_notices(table, model, options.input.files));
    return done;
}

ExitCode run(const ScoreOptions& options) {
    Notices notices;
    options.check(notices);
    SurveyFiles files(options.input, options.archives);
    const auto  model = options.model_for(files, notices);
    const auto  request = options.counts.with_needs(model, options.request(model));
    refuse_unfit_counts(options, files, request, model);
    Counting   counting(model, request, recognition_for(files, request));
    ScoreTable table = described(model, options.grouping.filter());
    counting.count_all(files, options.input, options.counts, options.speech, table);
    options.speech.say(notices);
    check_conditions(counting.schema(), request, counting.rows());
    refuse_without_figures(table, model);
    if (options.counts.writes()) return write_counts(options, model, counting, table);
    table.filter = counting.inputs().filtered_by(table.filter);
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
    options->counts.add_to(*command);
    options->archives.add_to(*command);
    options->output.add_to(*command);
    options->speech.add_to(*command);
    command->callback([options, &end] { end = run(*options); });
}

} // namespace cx
