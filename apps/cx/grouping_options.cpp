#include "grouping_options.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cx/base/error.hpp>

#include "input_options.hpp"

namespace cx {

namespace {

std::optional<Day> parse_day(const std::string& text, const char* option) {
    if (text.empty()) return std::nullopt;
    const auto day = parse_iso_day(text);
    if (!day) throw Error(fmt::format("{} '{}' is no date", option, text), "write it as 2026-10-31");
    return day;
}

std::vector<std::string> split_commas(const std::vector<std::string>& texts) {
    std::vector<std::string> parts;
    for (const std::string& text : texts) {
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t to = std::min(text.find(',', from), text.size());
            if (to > from) parts.push_back(text.substr(from, to - from));
            from = to + 1;
        }
    }
    return parts;
}

} // namespace

void GroupingOptions::add_to(CLI::App& command) {
    const auto list = [&](const char* names, std::vector<std::string>& into, const char* help, const char* type) {
        command.add_option(names, into, help)->allow_extra_args(false)->type_name(type);
    };
    list("-b,--by", by, "Break down by touchpoint, stage, channel, month, a column, ...; a:b crosses", "DIM[,DIM...]");
    list("--where", where, "Only these responses; repeatable, all must hold", "DIM=VALUE[,VALUE...]");
    command.add_option("--from", from, "Only responses from this day on")->type_name("DATE");
    command.add_option("--to", to, "Only responses up to this day")->type_name("DATE");
    list("--metric", metrics, "Only these metrics", "NAME[,NAME...]");
    list("--item", items, "Only these items", "ID[,ID...]");
    command.add_option("--confidence", confidence, "Of intervals and tests (default 0.95)")->type_name("P");
    command.add_option("--min-n", minimum_n, "Withhold groups with fewer answers (default 5)")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
    command.add_flag("--unique", unique, "Count a response id once, the first time");
    command.add_option("--max-groups", most_groups, "Groups of a break-down allowed (default 100000)")->type_name("N");
}

ResponseRequest GroupingOptions::responses(const MeasurementModel& model, bool strict) const {
    ResponseRequest request;
    for (const std::string& text : by) {
        for (Grouping& grouping : parse_groupings(text)) {
            const bool known =
                std::find(request.groupings.begin(), request.groupings.end(), grouping) != request.groupings.end();
            if (!known) request.groupings.push_back(std::move(grouping));
        }
    }
    request.by_default = by.empty();
    if (request.by_default) request.groupings = default_groupings(model);
    for (const std::string& text : where) request.conditions.push_back(parse_condition(text));
    request.from = parse_day(from, "--from");
    request.to = parse_day(to, "--to");
    if (request.from && request.to && *request.from > *request.to) {
        throw Error(fmt::format("--from {} is after --to {}", from, to), "swap them");
    }
    request.unique = unique;
    request.strict = strict;
    if (!most_groups.empty()) request.most_groups = parse_size(most_groups, "--max-groups");
    return request;
}

ScoreRequest GroupingOptions::scores(const MeasurementModel& model) const {
    ScoreRequest request;
    request.confidence = confidence.value_or(model.survey.confidence.value_or(0.95));
    const bool is_share = request.confidence > 0 && request.confidence < 1; // not so for NaN either
    if (!is_share) {
        throw Error(fmt::format("--confidence {} is not between 0 and 1", request.confidence),
                    "write 0.95 for 95 percent");
    }
    request.minimum_n = std::max(minimum_n.value_or(5), 1);
    if (model.survey.minimum_n) request.minimum_n = std::max(minimum_n.value_or(1), *model.survey.minimum_n);
    request.metrics = split_commas(metrics);
    request.items = split_commas(items);
    return request;
}

std::string GroupingOptions::filter() const {
    std::vector<std::string> parts = where;
    if (!from.empty()) parts.push_back("from " + from);
    if (!to.empty()) parts.push_back("to " + to);
    return fmt::format("{}", fmt::join(parts, "; "));
}

} // namespace cx
