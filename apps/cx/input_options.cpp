#include "input_options.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/model/as_asked.hpp>
#include <cx/model/made_items.hpp>
#include <cx/model/model_file.hpp>
#include <cx/model/recognise.hpp>
#include <cx/model/stated_model.hpp>

namespace cx {

namespace {

bool any_column_occurs(const MeasurementModel& model, const Recognition& recognition) {
    const auto occurs = [&](const std::string& name) {
        return !name.empty() && find_column(recognition, name).has_value();
    };
    const auto& roles = model.columns;
    for (const auto* role :
         {&roles.response, &roles.respondent, &roles.date, &roles.weight, &roles.touchpoint, &roles.stage,
          &roles.channel, &roles.contact, &roles.comment, &roles.segments, &roles.personal}) {
        if (std::any_of(role->begin(), role->end(), occurs)) return true;
    }
    return std::any_of(model.items.begin(), model.items.end(), [&](const Item& item) {
        return occurs(item.column) || occurs(item.performance) || occurs(item.importance) || occurs(item.expectation);
    });
}

MeasurementModel recognised(const Export& first, Notices& notices) { return recognise_model(first, notices); }

void announce(const MeasurementModel& model, Notices& notices) {
    notices.push_back({Notice::Level::information, fmt::format("model: {}", model.file)});
}

/// Settles what the model leaves open, from an export as its source and wave were asked.
void complete_as_asked(MeasurementModel& model, const Export& first, const AskedIn& where, Notices& notices) {
    choose_wordings(model, first.recognition, where.wave);
    if (where.archived) { // personal columns were left out of it
        std::erase_if(model.columns.personal,
                      [&](const std::string& name) { return !find_column(first.recognition, name); });
    }
    if (model.sources.empty()) return complete_model(model, first, notices);
    const SurveySource* const source = where.archived ? nullptr : source_of_file(model, first.recognition.file);
    MeasurementModel          asked =
        as_asked(model, first.recognition, source != nullptr ? source->name : where.source, where.wave);
    complete_model(asked, first, notices);
    model.items = std::move(asked.items);
    if (!model.columns.date_order) model.columns.date_order = asked.columns.date_order;
}

} // namespace

std::string model_beside(const std::string& file) {
    const std::filesystem::path folder =
        file == "-" ? std::filesystem::path() : std::filesystem::path(file).parent_path();
    const std::filesystem::path model = folder / "cx.toml";
    std::error_code             ignored;
    return std::filesystem::is_regular_file(model, ignored) ? model.string() : std::string();
}

std::size_t parse_size(const std::string& text, const std::string& option) {
    std::size_t size = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), size);
    std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (unit.ends_with("iB")) unit.remove_suffix(2);
    const std::size_t shift = unit == "K" ? 10 : unit == "M" ? 20 : unit == "G" ? 30 : 0;
    const bool        known = unit.empty() || shift > 0;
    if (problem != std::errc{} || !known || size == 0 || size > (std::size_t{1} << 40U) >> shift) {
        throw Error(fmt::format("{} '{}' is no size", option, text), "write bytes, or 16M for 16 MiB");
    }
    return size << shift;
}

void InputOptions::add_to(CLI::App& command) {
    command.add_option("FILE", files, "Exports to read; - is standard input")->required()->type_name("");
    command.add_option("-m,--model", model_file, "The measurement model (default: cx.toml beside the first file)")
        ->type_name("FILE");
    command.add_flag("--no-model", no_model, "Recognise the model even if there is a cx.toml");
    command.add_option("--as", read.dialect, "Read as this tool's export, whatever it looks like")->type_name("TOOL");
    command.add_option("--encoding", read.encoding, "Encoding of the text (default: recognised)")->type_name("NAME");
    command.add_flag("--no-header", read.no_header, "The first row is data; columns are called 1, 2, ...");
    command.add_option("--member", read.member, "Which file of a zip")->type_name("FILE");
    command.add_option("--unfinished", unfinished, "Take preview, test and unfinished responses too")
        ->type_name("keep")
        ->check(CLI::IsMember({"keep"}).description(""));
    command.add_option("--max-field", longest_field, "Longest field allowed (default 16M)")->type_name("SIZE");
    command.add_flag("--strict", strict, "The first rejected row or unreadable answer is an error");
    command.add_option("--threads", threads, "Threads that count (default: all cores); figures do not depend on it")
        ->type_name("N")
        ->check(CLI::Range(1U, 1024U));
}

ReadOptions InputOptions::read_options() const {
    ReadOptions options = read;
    options.keep_unfinished = unfinished == "keep";
    constexpr std::size_t longest_possible = 256U << 20U; // four such fields make a record, whose offsets have 32 bits
    if (!longest_field.empty()) options.longest_field = parse_size(longest_field, "--max-field");
    if (options.longest_field > longest_possible) throw Error("--max-field is over 256M", "no survey has such a field");
    return options;
}

unsigned InputOptions::threads_to_use() const {
    return threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
}

void InputOptions::check_files(const std::string& output, Notices& notices) const {
    const auto same = [](const std::string& a, const std::string& b) {
        std::error_code ignored;
        return std::filesystem::equivalent(a, b, ignored);
    };
    for (std::size_t i = 0; i < files.size(); ++i) {
        const bool is_output = !output.empty() && same(files[i], output) && std::filesystem::is_regular_file(output);
        if (is_output) throw Error(fmt::format("-o {} would replace an input", output), "write to another file");
        for (std::size_t before = 0; before < i; ++before) {
            if (!same(files[before], files[i])) continue;
            notices.push_back({Notice::Level::warning, fmt::format("{} is read twice and counts twice", files[i])});
            break;
        }
    }
}

MeasurementModel InputOptions::model_for(const Export& first, Notices& notices, const AskedIn& asked) const {
    if (no_model) return recognised(first, notices);
    const std::string found = model_file.empty() ? model_beside(files.front()) : model_file;
    if (found.empty()) return recognised(first, notices);
    MeasurementModel model = read_model(found);
    if (model_file.empty() && !any_column_occurs(model, first.recognition)) {
        notices.push_back(
            {Notice::Level::warning, fmt::format("{} is ignored: none of its columns is in this export", found)});
        return recognised(first, notices);
    }
    announce(model, notices);
    complete_as_asked(model, first, asked, notices);
    add_made_items(model);
    return model;
}

MeasurementModel InputOptions::model_for_counts(Notices& notices) const {
    const std::string found = no_model ? "" : model_file.empty() ? model_beside(files.front()) : model_file;
    if (found.empty()) {
        throw Error(Place{files.front(), 0, 0, {}}, "is a counts file, and what was asked stands in the model alone",
                    "give the model that it was counted with: --model cx.toml");
    }
    MeasurementModel model = read_model(found);
    announce(model, notices);
    choose_wordings(model, {}, {});
    complete_without_export(model, notices);
    add_made_items(model);
    return model;
}

} // namespace cx
