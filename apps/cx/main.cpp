// Parses, dispatches, and catches: the only place that turns an error into words and an exit code.

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/base/text.hpp>
#include <cx/base/version.hpp>

#include "commands.hpp"
#include "exit_codes.hpp"
#include "output_options.hpp"

namespace cx {

namespace {

void setup_help(CLI::App& app) {
    auto  topic = std::make_shared<std::string>();
    auto* help = app.add_subcommand("help", "The manual page of a command");
    help->add_option("COMMAND", *topic, "The command")->type_name("");
    help->callback([topic, &app] {
        if (topic->empty()) return write_out(app.help());
        std::vector<std::string> names;
        for (const Command& command : commands()) {
            if (command.name == *topic) return write_out(std::string(command.manual));
            names.emplace_back(command.name);
        }
        const auto meant = nearest(*topic, names);
        throw Error(fmt::format("there is no command '{}'", *topic),
                    meant ? fmt::format("did you mean '{}'?", *meant) : "cx help lists them");
    });
}

void setup_completion(CLI::App& app) {
    auto  shell = std::make_shared<std::string>();
    auto* completion =
        app.add_subcommand("completion", "A script that completes cx on the command line of bash, zsh or fish");
    completion->add_option("SHELL", *shell, "bash, zsh or fish")->required()->type_name("");
    completion->callback([shell] { write_out(completion_script(*shell)); });
}

/// The words that could have been typed where `word` was.
std::vector<std::string> known_words(const CLI::App& app, bool option) {
    std::vector<std::string> words;
    for (const CLI::App* part : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (!option) words.push_back(part->get_name());
        if (!option || !part->parsed()) continue;
        for (const CLI::Option* known : part->get_options()) {
            for (const std::string& name : known->get_lnames()) words.push_back("--" + name);
        }
    }
    return words;
}

/// CLI11's message and, where a word was mistyped, the nearest one.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments) {
    std::string message = error.what();
    for (const std::string& argument : arguments) {
        const bool        option = argument.starts_with("--");
        const std::string word = argument.substr(0, option ? argument.find('=') : std::string::npos);
        const auto        words = known_words(app, option);
        const bool        is_first = &argument == &arguments.front();
        if ((!option && !is_first) || std::find(words.begin(), words.end(), word) != words.end()) continue;
        const auto meant = nearest(word, words);
        message = fmt::format("there is no {} '{}'", option ? "option" : "command", visible(word));
        return meant ? fmt::format("{}; did you mean '{}'?", message, *meant)
                     : fmt::format("{}; cx help lists them", message);
    }
    return visible(message);
}

int run(int argc, char** argv) {
    ExitCode end = done;
    CLI::App app{"Turns customer-survey exports into decisions", "cx"};
    app.set_version_flag("--version", fmt::format("cx {}", version));
    app.require_subcommand(0, 1);
    app.set_help_flag("-h,--help", "This text");
    for (const Command& command : commands()) command.setup(app, end);
    setup_help(app);
    setup_completion(app);
    app.footer("cx help COMMAND shows a command's manual page.");
    try {
        app.parse(argc, argv);
        if (app.get_subcommands().empty()) {
            say_text(fmt::format("cx: a command is needed\n\n{}", app.help()));
            return could_not;
        }
        return end;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) { // --help and --version
            app.exit(error);
            return done;
        }
        say_text(fmt::format("cx: {}\n", usage_error(app, error, std::vector<std::string>(argv + 1, argv + argc))));
        return could_not;
    }
}

} // namespace

} // namespace cx

int main(int argc, char** argv) {
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN)); // a closed pipe is seen where it is written to
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN)); // and so is a file that may not grow (ulimit -f)
    try {
        return cx::run(argc, argv);
    } catch (const std::bad_alloc&) {
        cx::say_text("cx: out of memory\n");
    } catch (const std::exception& error) {
        std::string_view text = error.what();
        while (!text.empty()) {
            const std::string_view line = text.substr(0, text.find('\n'));
            cx::say_text("cx: " + cx::visible(line) + "\n");
            text.remove_prefix(std::min(text.size(), line.size() + 1));
        }
    }
    return cx::could_not;
}
