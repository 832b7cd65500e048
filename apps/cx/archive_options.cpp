#include "archive_options.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cx/base/calendar.hpp>
#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/responses/dimension.hpp>

namespace cx {

namespace {

const ArchivedWave& wave_named(const Archive& archive, const std::vector<ArchivedWave>& waves,
                               const std::string& name) {
    const auto found = std::find_if(waves.begin(), waves.end(), [&](const auto& wave) { return wave.name == name; });
    if (found != waves.end()) return *found;
    std::vector<std::string> names;
    for (const ArchivedWave& wave : waves) names.push_back(wave.name);
    const auto meant = nearest(name, names);
    throw Error(Place{archive.file(), 0, 0, {}}, fmt::format("there is no wave '{}'", name),
                meant ? fmt::format("did you mean '{}'?", *meant) : "cx import --into ARCHIVE --list shows them");
}

/// The last that was complete when the last import was made; else the last.
const ArchivedWave& last_of(const std::vector<ArchivedWave>& waves) {
    const auto complete = std::find_if(waves.rbegin(), waves.rend(), [](const auto& wave) { return wave.complete; });
    return complete != waves.rend() ? *complete : waves.back();
}

} // namespace

void ArchiveOptions::add_to(CLI::App& command) {
    command.add_option("--wave", waves, "Of an archive: these waves, comma-separated; last, all (default last)")
        ->type_name("NAME");
    command.add_option("--as-of", as_of, "Of an archive: as it stood at the end of this day")->type_name("DATE");
}

void ArchiveOptions::refuse_unfit(const std::string& file, const char* what) const {
    if (waves.empty() && as_of.empty()) return;
    throw Error(Place{file, 0, 0, {}},
                fmt::format("is {}, and {} is of archives", what, waves.empty() ? "--as-of" : "--wave"),
                "import it first: cx import " + file + " --into acme.cx");
}

std::vector<ArchivedWave> ArchiveOptions::chosen(const Archive& archive) const {
    std::vector<ArchivedWave> there = archive.waves();
    if (there.empty())
        throw Error(Place{archive.file(), 0, 0, {}}, "the archive has no responses", "cx import brings them in");
    const bool all = waves == "all" || (waves.empty() && all_waves);
    if (all) return there;
    if (waves.empty() || waves == "last") return {last_of(there)};
    std::vector<ArchivedWave> meant;
    for (const std::string& name : split_unescaped(waves, ',')) meant.push_back(wave_named(archive, there, name));
    return meant;
}

std::optional<std::int64_t> ArchiveOptions::last_import(const Archive& archive) const {
    if (as_of.empty()) return std::nullopt;
    if (!parse_iso_day(as_of)) throw Error(fmt::format("--as-of '{}' is no date", as_of), "write it as 2026-10-31");
    std::optional<std::int64_t> last;
    for (const ArchivedImport& import : archive.imports()) {
        if (import.at.substr(0, as_of.size()) <= as_of) last = import.id;
    }
    if (last) return last;
    throw Error(Place{archive.file(), 0, 0, {}}, fmt::format("nothing had been imported by {}", as_of),
                "choose a later day");
}

} // namespace cx
