// cx import: exports of survey tools into an archive of waves, every row accounted for.

#include "commands.hpp"

#include <memory>

#include <CLI/CLI.hpp>

#include "archive_care.hpp"
#include "import_options.hpp"
#include "importing.hpp"

namespace cx {

namespace {

void run(const ImportOptions& options) {
    options.check();
    switch (options.task()) {
    case ArchiveTask::import:
        return import_exports(options);
    case ArchiveTask::list:
        return list_archive(options);
    case ArchiveTask::verify:
        return verify_archive(options);
    case ArchiveTask::remove:
        return remove_wave(options);
    case ArchiveTask::forget:
        return forget_respondent(options);
    }
}

} // namespace

void setup_import(CLI::App& app, ExitCode& /*end*/) {
    auto  options = std::make_shared<ImportOptions>();
    auto* command = app.add_subcommand("import", "Exports into an archive of waves, every row accounted for");
    options->add_to(*command);
    command->callback([options] { run(*options); });
}

} // namespace cx
