#include "archive_care.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cx/archive/archive.hpp>
#include <cx/archive/archive_file.hpp>
#include <cx/archive/archive_key.hpp>
#include <cx/archive/archive_upkeep.hpp>
#include <cx/archive/row_content.hpp>
#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/base/text.hpp>

#include "moment_of_run.hpp"

namespace cx {

namespace {

/// The key of an archive that is there: none is made.
std::string key_of(const ImportOptions& options) {
    if (!is_there(options.into)) {
        throw Error(Place{options.into, 0, 0, {}}, "there is no such archive", "cx import survey.csv --into makes one");
    }
    return archive_key(options.into, options.key_file).bytes;
}

void say(const ImportOptions& options, const std::string& text) {
    options.speech.say({{Notice::Level::information, text}});
}

std::string date_and_time(const std::string& at) { return fmt::format("{} {}", at.substr(0, 10), at.substr(11, 5)); }

} // namespace

void list_archive(const ImportOptions& options) {
    const Archive archive(options.into);
    std::string   text = fmt::format("{:<16} {:>10}\n", "wave", "responses");
    for (const ArchivedWave& wave : archive.waves())
        text +=
            fmt::format("{:<16} {:>10}{}\n", visible(wave.name), wave.responses, wave.complete ? "" : "  not complete");
    text += fmt::format("\n{:<5} {:<16} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}  {}\n", "import", "when (UTC)", "rows",
                        "new", "updated", "there", "rejected", "left out", "export");
    for (const ArchivedImport& import : archive.imports()) {
        text += fmt::format("{:>6} {:<16} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}  {}\n", import.id,
                            date_and_time(import.at), import.rows, import.added, import.updated, import.already_there,
                            import.rejected, import.filtered, visible(import.file));
    }
    write_out(text);
}

void verify_archive(const ImportOptions& options) {
    const std::string  key = key_of(options);
    const ArchiveFile  archive(options.into, key_check(key));
    const ArchiveCheck check = check_archive(archive.database(), KeyedHash(key));
    if (!check.problems.empty()) {
        throw Error(Place{options.into, 0, 0, {}},
                    fmt::format("the archive is not whole: {}", fmt::join(check.problems, "; ")),
                    "take it from a backup");
    }
    say(options, fmt::format("{}: whole; responses {}, imports {}, all accounted for", options.into, check.responses,
                             check.imports));
}

void remove_wave(const ImportOptions& options) {
    const ArchiveFile archive(options.into, key_check(key_of(options)));
    Transaction       change(archive.database());
    const auto        removed = take_out_wave(archive.database(), options.remove);
    if (!removed) {
        std::vector<std::string> names;
        for (const ArchivedWave& wave : Archive(options.into).waves()) names.push_back(wave.name);
        const auto meant = nearest(options.remove, names);
        throw Error(Place{options.into, 0, 0, {}}, fmt::format("there is no wave '{}'", options.remove),
                    meant ? fmt::format("did you mean '{}'?", *meant) : "cx import --into ARCHIVE --list shows them");
    }
    if (!options.dry_run) change.keep();
    say(options, fmt::format("{}: {} {} of wave {}", options.into, options.dry_run ? "would take out" : "took out",
                             *removed, options.remove));
}

void forget_respondent(const ImportOptions& options) {
    const std::string key = key_of(options);
    const ArchiveFile archive(options.into, key_check(key));
    KeyedHash         hash(key);
    Transaction       change(archive.database());
    const auto        erased =
        forget(archive.database(), respondent_hash(hash, trim(options.forget)), to_string(day_of_run()));
    if (!options.dry_run) change.keep();
    // The customer is not named: what is printed stays in logs.
    say(options, fmt::format("{}: {} {} {}", options.into, options.dry_run ? "would erase" : "erased", erased,
                             erased == 1 ? "response" : "responses"));
}

} // namespace cx
