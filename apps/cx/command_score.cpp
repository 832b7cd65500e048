// cx score: scores of one or more exports, overall and by group.

#include "commands.hpp"

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/statistics/scores.hpp>
#include <cx/tally/tallies.hpp>

#include "accounting.hpp"
#include "grouping_options.hpp"
#include "input_options.hpp"
#include "output_options.hpp"

namespace cx {

namespace {

struct ScoreOptions {
    InputOptions    input;
    GroupingOptions grouping;
    OutputOptions   output;
    SpeechOptions   speech;
};

/// Counts one export into the tallies and says what became of its rows.
RowAccount count(Export& source, const ScoreOptions& options, const ResponseRequest& request, Tallies& tallies,
                 ScoreTable& table) {
    const Layout& layout = tallies.layout();
    const Binding binding = bind(layout.model(), layout.schema(), request, source.recognition);
    RowAccount account = read_responses(source, options.input.read_options(), binding, options.input.threads_to_use(),
                                        [&tallies] { return tallies.make_sink(); });
    if (binding.weight) table.weights = source.recognition.columns[*binding.weight].code;
    options.speech.say(notices_of(binding, account));
    table.inputs.push_back(input_account(source.recognition, account));
    return account;
}

void run(const ScoreOptions& options) {
    const Format& format = options.output.chosen();
    Notices       notices;
    options.input.check_files(options.output.file, notices);
    Export       first = open_export(options.input.files.front(), options.input.read_options());
    const auto   model = options.input.model_for(first, notices);
    const auto   request = options.grouping.responses(model, options.input.strict);
    const auto   schema = make_schema(model, request, first.recognition);
    const Layout layout(model, schema);
    Tallies      tallies(layout, !model.columns.weight.empty(), request.most_groups);
    ScoreTable   table = described(model, options.grouping.filter());
    RowAccount   rows = count(first, options, request, tallies, table);
    for (std::size_t i = 1; i < options.input.files.size(); ++i) {
        Export next = open_export(options.input.files[i], options.input.read_options());
        rows.add(count(next, options, request, tallies, table), 0);
    }
    options.speech.say(notices);
    check_conditions(schema, request, rows);
    refuse_without_figures(table, model);
    const ScoreRequest scores = options.grouping.scores(model);
    table.confidence = scores.confidence;
    table.minimum_n = scores.minimum_n;
    score(tallies, scores, table);
    options.speech.say(closing_notices(table, model, options.input.files));
    options.output.write(format.write(table, options.output.look()));
}

} // namespace

void setup_score(CLI::App& app, ExitCode& /*end*/) {
    auto  options = std::make_shared<ScoreOptions>();
    auto* command = app.add_subcommand("score", "Scores of one or more exports, overall and by group");
    options->input.add_to(*command);
    options->grouping.add_to(*command);
    options->output.add_to(*command);
    options->speech.add_to(*command);
    command->callback([options] { run(*options); });
}

} // namespace cx
