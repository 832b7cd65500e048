#include "counts_options.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/base/text.hpp>
#include <cx/model/stated_model.hpp>
#include <cx/tally/counts_writer.hpp>

#include "counting.hpp"
#include "gate_options.hpp"
#include "grouping_options.hpp"
#include "input_options.hpp"
#include "output_options.hpp"
#include "view_options.hpp"

namespace cx {

namespace {

std::set<std::string> names_of(const ResponseRequest& request) {
    std::set<std::string> names{"all"};
    for (const auto* list : {&request.groupings, &request.supporting}) {
        for (const Grouping& grouping : *list) names.insert(grouping.name());
    }
    return names;
}

/// The first option given that is about scores; null where none is.
const char* about_scores(const OptionsBeside& beside) {
    const auto& [input, grouping, view, gate, output] = beside;
    const std::array<std::pair<const char*, bool>, 13> options{{{"--check", gate.check},
                                                                {"--junit", gate.junit.has_value()},
                                                                {"--check-rule", gate.rule.has_value()},
                                                                {"-o", !output.file.empty()},
                                                                {"--format", !output.format.empty()},
                                                                {"--sort", !output.sort.empty()},
                                                                {"--top", output.top > 0},
                                                                {"--raw", output.raw},
                                                                {"--metric", !grouping.metrics.empty()},
                                                                {"--item", !grouping.items.empty()},
                                                                {"--min-n", grouping.minimum_n.has_value()},
                                                                {"--confidence", grouping.confidence.has_value()},
                                                                {"--cut", view.cut != "mean"}}};
    for (const auto& [name, given] : options) {
        if (given) return name;
    }
    return nullptr;
}

std::string both_filters(const std::string& counted, const std::string& asked) {
    if (counted.empty() || asked.empty() || counted == asked) return counted.empty() ? asked : counted;
    return counted + "; " + asked;
}

} // namespace

void CountsOptions::add_to(CLI::App& command) {
    command.add_option("--write-counts", file, "Write there what was counted, in place of scores")->type_name("FILE");
    command
        .add_option(
            "--every", every,
            "With --write-counts: counts apart by day, week, month, quarter or year, for --from and --to later; a "
            "break-down by it is --by month")
        ->type_name("PERIOD");
    command.add_flag("--allow-no-end", allow_no_end, "Read counts files that lack the end record");
}

std::optional<PeriodKind> CountsOptions::period() const {
    if (every.empty()) return std::nullopt;
    if (!writes()) throw Error("--every goes with --write-counts", "to break down by periods: --by month");
    if (every == "wave")
        throw Error("--every wave needs an archive of waves", "write --every month for calendar periods");
    const auto kind = parse_period_kind(every);
    if (kind) return kind;
    const std::vector<std::string> kinds{"day", "week", "month", "quarter", "year"};
    const auto                     meant = nearest(every, kinds);
    throw Error(fmt::format("--every '{}' is no period", every),
                meant ? fmt::format("did you mean '{}'?", *meant) : "write day, week, month, quarter or year");
}

void CountsOptions::check(const OptionsBeside& beside) const {
    static_cast<void>(period());
    if (!writes()) return;
    const InputOptions& input = beside.input;
    const char* const   other = about_scores(beside);
    if (other != nullptr) {
        throw Error(fmt::format("--write-counts writes counts in place of scores, and {} is about scores", other),
                    fmt::format("leave it out here, and give it with the counts file: cx score {} {} ...",
                                file->empty() || *file == "-" ? "counts.csv" : *file, other));
    }
    if (file->empty()) throw Error("--write-counts wants the name of a file", "name one: --write-counts counts.csv");
    constexpr std::array compressed{".gz", ".zst", ".xz", ".bz2", ".zip"};
    for (const std::string_view ending : compressed) {
        if (!folded(*file).ends_with(ending)) continue;
        throw Error(fmt::format("--write-counts {} names a compressed file, and counts are written as they are", *file),
                    fmt::format("write to {}, and compress that; cx reads it compressed too",
                                file->size() > ending.size() ? file->substr(0, file->size() - ending.size())
                                                             : std::string("counts.csv")));
    }
    const auto same = [&](const std::string& name) {
        std::error_code ignored;
        return name == *file || std::filesystem::equivalent(name, *file, ignored);
    };
    const bool is_input = *file != "-" && std::any_of(input.files.begin(), input.files.end(), same);
    if (is_input) throw Error(fmt::format("--write-counts {} would replace an input", *file), "write to another file");
    if (same(input.model_file) && !input.model_file.empty())
        throw Error(fmt::format("--write-counts {} would replace the model", *file), "write to another file");
}

void CountsOptions::refuse_unfit(const std::string& counts_file, const ResponseRequest& request,
                                 const MeasurementModel& model) const {
    const Place place{counts_file, 0, 0, {}};
    const auto  refuse = [&](const char* option, const char* why, const char* advice) {
        throw Error(place, fmt::format("is a counts file, and {} {}", option, why), advice);
    };
    if (!request.conditions.empty())
        refuse("--where", "chooses responses, which are not in it", "count the export with --where and --write-counts");
    if (request.unique)
        refuse("--unique", "looks at response ids, which are not in it",
               "count the export with --unique and --write-counts");
    if (request.strict)
        refuse("--strict", "looks at rows and answers one by one, which are not in it",
               "run it on the export: cx score EXPORT --strict");
    if (!every.empty()) refuse("--every", "looks at dates, which are not in it", "count the exports with --every");
    if (model.recognised)
        refuse("a recognised model", "cannot be checked against it", "give the model: --model cx.toml");
}

ResponseRequest CountsOptions::with_needs(const MeasurementModel& model, ResponseRequest request) const {
    if (!writes()) return request;
    request.last_day = !model.columns.date.empty();
    request.respondents = false;
    if (!period()) return request;
    const DimensionName   name{every, false};
    std::vector<Grouping> crossed{{{name}}};
    for (const auto* list : {&request.groupings, &request.supporting}) {
        for (Grouping grouping : *list) {
            if (std::find(grouping.parts.begin(), grouping.parts.end(), name) != grouping.parts.end()) continue;
            grouping.parts.insert(grouping.parts.begin(), name);
            crossed.push_back(std::move(grouping));
        }
    }
    request.supporting.insert(request.supporting.end(), crossed.begin(), crossed.end());
    return request;
}

std::optional<std::size_t> CountsOptions::period_dimension(const Schema& schema) const {
    for (std::size_t d = 0; !every.empty() && d < schema.dimensions.size(); ++d) {
        const RowDimension& dimension = schema.dimensions[d];
        if (dimension.source == RowDimension::Source::period && dimension.name.name == every) return d;
    }
    return std::nullopt;
}

void CountsOptions::write(const Counting& counting, const ResponseRequest& asked, const std::string& filter,
                          Notices& notices) const {
    const Schema& schema = counting.schema();
    CountsToWrite what;
    what.period = period_dimension(schema);
    what.weightless = counting.weightless();
    const auto names = names_of(asked);
    // What is asked by the same period needs what is counted unseen beside it.
    const bool asked_by_period = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return fmt::format(":{}:", name).find(fmt::format(":{}:", every)) != std::string::npos;
    });
    for (const ResolvedGrouping& grouping : schema.groupings) {
        const bool dated = what.period && std::find(grouping.dimensions.begin(), grouping.dimensions.end(),
                                                    *what.period) != grouping.dimensions.end();
        what.groupings.push_back(grouping.unseen ? !dated || asked_by_period : names.contains(grouping.name));
    }
    what.sources = counting.inputs().sources();
    for (const std::string& counted : counting.inputs().filters()) what.filters.insert(both_filters(counted, filter));
    WholeFile to(*file);
    write_counts(counting.tallies(), counting.rows(), what, [&to](std::string_view text) { to.write(text); });
    to.finish();
    const MeasurementModel& model = counting.tallies().layout().model();
    if (model.recognised) return;
    const auto told = items_with_told_scales(model);
    if (told.empty()) return;
    notices.push_back({Notice::Level::warning,
                       fmt::format("counts do not tell scales, and {} does not state that of {}: state it, or the "
                                   "counts will be read on another",
                                   model.file, fmt::join(told, ", "))});
}

} // namespace cx
