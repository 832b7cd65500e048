#include "gate_options.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/present/junit.hpp>
#include <cx/present/target_words.hpp>
#include <cx/statistics/targets.hpp>

#include "accounting.hpp"
#include "input_options.hpp"
#include "output_options.hpp"

namespace cx {

namespace {

/// Whether two names are of one file, also of one that is not there yet.
bool same_file(const std::string& a, const std::string& b) {
    std::error_code ignored;
    if (a == b || std::filesystem::equivalent(a, b, ignored)) return true;
    const auto first = std::filesystem::weakly_canonical(std::filesystem::absolute(a, ignored), ignored);
    const auto second = std::filesystem::weakly_canonical(std::filesystem::absolute(b, ignored), ignored);
    return !first.empty() && first == second;
}

/// A guess, or a model without targets, cannot decide anything.
void refuse_model(const MeasurementModel& model, const std::string& file, const char* option) {
    const std::string unused = model.recognised ? model_beside(file) : std::string();
    if (!unused.empty()) {
        throw Error(fmt::format("{} wants a model that is written down, and {} is not used: with --no-model, or where "
                                "none of its columns is in the export",
                                option, unused),
                    "give the model of this survey: --model FILE");
    }
    if (model.recognised) {
        throw Error(fmt::format("{} wants a model that is written down: this one was recognised, and may be another "
                                "for the next export",
                                option),
                    fmt::format("cx model {} > cx.toml writes it, to add targets to", shell_word(file)));
    }
    if (model.targets.empty()) {
        throw Error(Place{model.file, 0, 0, {}}, fmt::format("has no target, and {} judges nothing else", option),
                    "add one: [[target]] with metric = \"nps\" and at_least = 40");
    }
}

} // namespace

void GateOptions::add_to(CLI::App& command) {
    command.add_flag("--check", check, "Targets decide the exit code: 0 all met, 1 one missed, 3 one undecided");
    command
        .add_option("--check-rule", rule, "Rule of every target: estimate or certain (default: as the model has it)")
        ->type_name("RULE");
    command.add_option("--junit", junit, "Write the judged targets there as JUnit XML, whole or not at all")
        ->type_name("FILE");
}

std::optional<bool> GateOptions::certain() const {
    if (!rule) return std::nullopt;
    if (*rule == "estimate" || *rule == "certain") return *rule == "certain";
    const std::vector<std::string> rules{"estimate", "certain"};
    const auto                     meant = nearest(*rule, rules);
    throw Error(fmt::format("--check-rule '{}' is no rule", *rule),
                meant ? fmt::format("did you mean '{}'?", *meant)
                      : "write estimate (the figure itself) or certain (its whole interval)");
}

void GateOptions::refuse_unfit(const MeasurementModel& model, const std::vector<std::string>& files,
                               const std::string& output) const {
    static_cast<void>(certain());
    if (!check && !junit) return;
    refuse_model(model, files.front(), check ? "--check" : "--junit");
    if (!junit) return;
    if (junit->empty() || *junit == "-")
        throw Error("--junit wants a file, not standard output", "name one: --junit targets.xml");
    const auto refuse = [&](const std::string& what) {
        throw Error(fmt::format("--junit {} would replace {}", *junit, what), "write to another file");
    };
    for (const std::string& file : files) {
        if (same_file(*junit, file)) refuse("an input");
    }
    if (same_file(*junit, model.file)) refuse("the model");
    if (!output.empty() && same_file(*junit, output)) refuse("what -o writes");
}

ExitCode GateOptions::finish(const ScoreTable& table) const {
    if (junit) write_whole(*junit, write_junit(table));
    if (!check) return done;
    const Verdict verdict = verdict_of(table);
    say_text(fmt::format("cx: {}\n", verdict_text(table)));
    if (verdict.missed > 0) return target_missed;
    // Nothing judged is nothing met.
    return verdict.undecided > 0 || verdict.targets == 0 ? undecided : done;
}

} // namespace cx
