// cx model: the measurement model that was recognised, as a cx.toml to edit.

#include "commands.hpp"

#include <memory>

#include <CLI/CLI.hpp>

#include <cx/model/model_toml.hpp>
#include <cx/model/recognise.hpp>

#include "input_options.hpp"
#include "output_options.hpp"

namespace cx {

namespace {

struct ModelOptions {
    InputOptions  input;
    std::string   output;
    SpeechOptions speech;
};

void run(const ModelOptions& options) {
    const Export first = open_export(options.input.files.front(), options.input.read_options());
    Notices      notices = first.recognition.notices;
    options.input.check_files(options.output, notices);
    const MeasurementModel model = recognise_model(first, notices);
    options.speech.say(notices);
    const std::string text = to_toml(model, first.recognition);
    if (options.output.empty()) {
        write_out(text);
    } else {
        write_whole(options.output, text);
    }
}

} // namespace

void setup_model(CLI::App& app, ExitCode& /*end*/) {
    auto  options = std::make_shared<ModelOptions>();
    auto* command = app.add_subcommand("model", "The recognised measurement model as a commented cx.toml");
    options->input.add_to(*command);
    command->add_option("-o,--output", options->output, "Write there, whole or not at all (default: standard output)")
        ->type_name("FILE");
    options->speech.add_to(*command);
    command->callback([options] { run(*options); });
}

} // namespace cx
