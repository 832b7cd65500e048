// cx model: the measurement model that was recognised, as a cx.toml to edit; or how a given one fits an export.

#include "commands.hpp"

#include <memory>

#include <CLI/CLI.hpp>

#include <cx/base/error.hpp>
#include <cx/model/model_toml.hpp>
#include <cx/model/recognise.hpp>

#include "accounting.hpp"
#include "counting.hpp"
#include "input_options.hpp"
#include "model_fit.hpp"
#include "output_options.hpp"
#include "survey_files.hpp"

namespace cx {

namespace {

struct ModelOptions {
    InputOptions  input;
    std::string   output;
    SpeechOptions speech;
};

void write(const ModelOptions& options, const std::string& text) {
    if (options.output.empty()) {
        write_out(text);
    } else {
        write_whole(options.output, text);
    }
}

/// Counts hold neither columns nor what was asked, and an archive holds what a model has chosen already.
void refuse_unfit(const SurveyFiles& files) {
    if (!files.first_archive().empty()) {
        throw Error(Place{files.first_archive(), 0, 0, {}}, "is an archive, which a model was made for already",
                    "give an export");
    }
    if (files.first_counts() == nullptr) return;
    throw Error(Place{*files.first_counts(), 0, 0, {}},
                "is a counts file, which has no columns that a model could name", "give the export that was counted");
}

void recognise(const ModelOptions& options) {
    const ArchiveOptions archives;
    const SurveyFiles    files(options.input, archives);
    refuse_unfit(files);
    const Export& first = *files.first_export();
    Notices       notices = first.recognition.notices;
    options.input.check_files(options.output, notices);
    const MeasurementModel model = recognise_model(first, notices);
    options.speech.say(notices);
    write(options, to_toml(model, first.recognition));
}

void fit(const ModelOptions& options) {
    Notices notices;
    options.input.check_files(options.output, notices);
    const ArchiveOptions archives;
    SurveyFiles          files(options.input, archives);
    refuse_unfit(files);
    const Recognition first = files.first_export()->recognition;
    const auto        model = options.input.model_for(*files.first_export(), notices);
    ResponseRequest   request;
    request.strict = options.input.strict;
    request.groupings = default_groupings(model); // so that touchpoints that the model lacks are seen
    Counting   counting(model, request, first);
    ScoreTable table = described(model, {});
    counting.count_all(files, options.input, {}, options.speech, table);
    options.speech.say(notices);
    refuse_unfit(files);
    refuse_without_figures(table, model);
    write(options, model_fit(model, counting.tallies(), first));
}

void run(const ModelOptions& options) {
    if (options.input.model_file.empty() || options.input.no_model) {
        recognise(options);
    } else {
        fit(options);
    }
}

} // namespace

void setup_model(CLI::App& app, ExitCode& /*end*/) {
    auto  options = std::make_shared<ModelOptions>();
    auto* command =
        app.add_subcommand("model", "The recognised measurement model as a commented cx.toml; with --model, how "
                                    "that model fits");
    options->input.add_to(*command);
    command->add_option("-o,--output", options->output, "Write there, whole or not at all (default: standard output)")
        ->type_name("FILE");
    options->speech.add_to(*command);
    command->callback([options] { run(*options); });
}

} // namespace cx
