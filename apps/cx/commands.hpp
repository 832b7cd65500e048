#pragma once

// The commands: one source each, one row in the table.

#include <span>
#include <string_view>

#include "exit_codes.hpp"

namespace CLI {
class App;
}

namespace cx {

struct Command {
    std::string_view name;
    /// Adds the command with its options; running it is its callback, which sets `end` where that is not `done`.
    void (*setup)(CLI::App& app, ExitCode& end);
    std::string_view manual; ///< the manual page
};

[[nodiscard]] std::span<const Command> commands();

void setup_score(CLI::App& app, ExitCode& end);
void setup_model(CLI::App& app, ExitCode& end);
void setup_import(CLI::App& app, ExitCode& end);

/// The words of a shell script that completes cx on the command line. @throws Error for a shell that is not known
[[nodiscard]] const char* completion_script(std::string_view shell);

} // namespace cx
