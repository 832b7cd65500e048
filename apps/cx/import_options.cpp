#include "import_options.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cx/base/calendar.hpp>
#include <cx/base/error.hpp>
#include <cx/base/numbers.hpp>

namespace cx {

void ImportOptions::add_to(CLI::App& command) {
    input.add_to(command);
    command.get_option("FILE")->required(false)->description("Exports to bring in; - is standard input");
    command.add_option("--into", into, "The archive; it is made where there is none")->type_name("ARCHIVE");
    command.add_option("--to-csv", to_csv, "Write a clean CSV instead: UTF-8, without personal data")
        ->type_name("FILE");
    command.add_option("--rejects", rejects, "Write rejected rows there as they were, personal values included")
        ->type_name("FILE");
    command.add_option("--wave", wave, "All responses are of this wave (default: each of that of its month)")
        ->type_name("NAME");
    command.add_option("--key", key_file, "The file of the key that ids are hashed with (default: ARCHIVE.key)")
        ->type_name("FILE");
    command.add_flag("--update", update, "A response that has changed takes the place of the one that is there");
    command.add_option("--keep-personal", keep_personal, "Keep this column although it looks personal; repeatable")
        ->type_name("COLUMN")
        ->delimiter(',')
        ->expected(1)
        ->take_all();
    command.add_flag("--unmasked", unmasked, "Leave addresses, telephone numbers and codes in texts as they are");
    command.add_option("--expect", expect, "Fail where no response of this period is among them: 2026-10")
        ->type_name("PERIOD");
    command.add_option("--at-least", at_least, "With --expect: fail where there are fewer responses of it")
        ->type_name("N");
    command.add_option("--max-rejected", most_rejected, "Fail where more of the rows are rejected: 2%")
        ->type_name("SHARE");
    command.add_flag("--dry-run", dry_run, "Say what would be done, and do nothing");
    command.add_flag("--list", list, "Show the archive's waves and imports");
    command.add_flag("--verify", verify, "Check that the archive is whole and its accounts add up");
    command.add_option("--replace", replace, "Take this wave's responses out first; with --yes")->type_name("WAVE");
    command.add_option("--remove", remove, "Take a wave out of the archive; with --yes")->type_name("WAVE");
    command.add_option("--forget", forget, "Erase every response of a customer; with --yes")->type_name("RESPONDENT");
    command.add_flag("--yes", yes, "Do it: what is taken out does not come back");
    command.add_flag("--raw", raw, "With --to-csv: leave texts that a spreadsheet takes for formulas as they are");
    speech.add_to(command);
}

ArchiveTask ImportOptions::task() const {
    if (list) return ArchiveTask::list;
    if (verify) return ArchiveTask::verify;
    if (!remove.empty()) return ArchiveTask::remove;
    return forget.empty() ? ArchiveTask::import : ArchiveTask::forget;
}

std::optional<double> ImportOptions::rejected_share() const {
    if (most_rejected.empty()) return std::nullopt;
    std::string_view text = most_rejected;
    if (text.ends_with('%')) text.remove_suffix(1);
    const auto percent = parse_number(text);
    if (percent && most_rejected.ends_with('%') && *percent >= 0 && *percent <= 100) return *percent / 100;
    throw Error(fmt::format("--max-rejected '{}' is no share", most_rejected), "write 2% for two of a hundred rows");
}

void ImportOptions::check() const {
    const int tasks = (list ? 1 : 0) + (verify ? 1 : 0) + (remove.empty() ? 0 : 1) + (forget.empty() ? 0 : 1);
    if (tasks > 1) throw Error("--list, --verify, --remove and --forget are not for one run", "ask for one at a time");
    if (into.empty() == to_csv.empty())
        throw Error(into.empty() ? "where to is not said" : "--into and --to-csv are not for one run",
                    "name an archive (--into acme.cx), or a CSV file to write (--to-csv clean.csv)");
    if (task() != ArchiveTask::import) {
        if (into.empty() || !input.files.empty())
            throw Error("--list, --verify, --remove and --forget are of an archive alone",
                        "name it with --into, and no export");
    } else if (input.files.empty()) {
        throw Error("no export is named", "cx import survey.csv --into acme.cx");
    }
    const bool takes_out = !replace.empty() || !remove.empty() || !forget.empty();
    if (takes_out && !yes && !dry_run)
        throw Error("what is taken out of an archive does not come back",
                    "say that you mean it: --yes; or look first: --dry-run");
    if (std::count(input.files.begin(), input.files.end(), "-") > 1)
        throw Error("standard input is named twice", "it can be read once");
    if (!expect.empty() && !parse_period(expect))
        throw Error(fmt::format("--expect '{}' is no period", expect),
                    "write a month as 2026-10, a quarter as 2026-Q4");
    if (at_least > 0 && expect.empty()) throw Error("--at-least is of a period", "name it: --expect 2026-10");
    static_cast<void>(rejected_share());
    const auto same = [&](const std::string& file) { return !file.empty() && file != "-" && (file == into); };
    if (same(rejects) || std::any_of(input.files.begin(), input.files.end(), same))
        throw Error(fmt::format("{} is named as the archive and as another file", into), "give it another name");
}

} // namespace cx
