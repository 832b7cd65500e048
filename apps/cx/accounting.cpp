#include "accounting.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/tally/counts_added.hpp>

namespace cx {

namespace {

std::string delimiter_name(char delimiter) {
    switch (delimiter) {
    case ',':
        return "comma";
    case ';':
        return "semicolon";
    case '\t':
        return "tab";
    case '|':
        return "pipe";
    default:
        return {delimiter};
    }
}

std::string counted(std::uint64_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string lines_of(const std::vector<std::int64_t>& lines, std::uint64_t rows) {
    const std::size_t shown = std::min<std::size_t>(lines.size(), 3);
    return fmt::format("{} {}{}", rows == 1 ? "line" : "lines",
                       fmt::join(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(shown), ", "),
                       rows > shown ? ", ..." : "");
}

const char* outcome_word(const RowAccount::Reason& reason) {
    if (reason.outcome == Outcome::duplicate) return "left out as duplicates";
    return reason.outcome == Outcome::rejected ? "rejected" : "left out";
}

/// What may be printed of values that nobody looked through: no addresses.
std::vector<std::string> impersonal(std::vector<std::string> values) {
    for (std::string& value : values) {
        if (value.find('@') != std::string::npos) value = "(an address)";
    }
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

/// Rows that are in no figure, and why.
void add_left_out(Notices& notices, const RowAccount& account) {
    for (const RowAccount::Reason& reason : account.reasons) {
        notices.push_back({Notice::Level::information,
                           fmt::format("{} {}: {} ({})", counted(reason.rows, "row", "rows"), outcome_word(reason),
                                       reason.text, lines_of(reason.first, reason.rows))});
    }
}

/// Rows that a break-down leaves out; dates are said elsewhere.
void add_ungrouped(Notices& notices, const Schema& schema, const RowAccount& account) {
    for (std::size_t i = 0; i < account.ungrouped.size(); ++i) {
        if (account.ungrouped[i] == 0 || schema.dimensions[i].period) continue;
        const bool all = account.ungrouped[i] == account.accepted;
        notices.push_back({all ? Notice::Level::warning : Notice::Level::information,
                           fmt::format("{} no value of {}, and so no group",
                                       all ? std::string("all accepted rows have")
                                           : counted(account.ungrouped[i], "accepted row has", "accepted rows have"),
                                       schema.dimensions[i].name.name)});
    }
}

void add_undated(Notices& notices, const RowAccount& account) {
    if (account.undated == 0) return;
    notices.push_back(
        {Notice::Level::warning, fmt::format("{} no date that can be read, and so no period",
                                             counted(account.undated, "accepted row has", "accepted rows have"))});
}

void add_weightless(Notices& notices, const RowAccount& account) {
    if (account.zero_weights == 0) return;
    notices.push_back({Notice::Level::information,
                       fmt::format("{} a weight of 0 and no part in any figure",
                                   counted(account.zero_weights, "accepted row has", "accepted rows have"))});
}

void add_foreign(Notices& notices, const RowAccount& account) {
    if (account.foreign_rows == 0) return;
    notices.push_back({Notice::Level::warning, fmt::format("{} a touchpoint that the model does not have: {}",
                                                           counted(account.foreign_rows, "row names", "rows name"),
                                                           fmt::join(impersonal(account.foreign_touchpoints), ", "))});
}

} // namespace

ScoreTable described(const MeasurementModel& model, const std::string& filter) {
    ScoreTable table;
    table.model_file = model.file;
    table.model_sha256 = model.sha256;
    table.model_recognised = model.recognised;
    table.title = model.survey.title;
    table.filter = filter;
    return table;
}

InputAccount input_account(const Recognition& recognition, const RowAccount& account) {
    InputAccount input{recognition.file,
                       recognition.dialect,
                       recognition.encoding,
                       recognition.delimiter,
                       account.rows(),
                       account.accepted,
                       account.duplicates,
                       account.rejected,
                       account.filtered,
                       {},
                       {}};
    for (const RowAccount::Reason& reason : account.reasons) {
        input.reasons.push_back({reason.text, reason.rows, {}});
        for (const std::int64_t line : reason.first)
            input.reasons.back().first.push_back(static_cast<std::uint64_t>(line));
    }
    return input;
}

Notices notices_of(const Binding& binding, const RowAccount& account) {
    using Level = Notice::Level;
    const Recognition& recognition = *binding.recognition;
    Notices            notices;
    notices.push_back({Level::information,
                       fmt::format("{}: {} export, {}, {}; {}, {} accepted", recognition.file, recognition.dialect,
                                   recognition.encoding, delimiter_name(recognition.delimiter),
                                   counted(account.rows(), "row", "rows"), account.accepted)});
    add_left_out(notices, account);
    if (account.short_rows > 0) {
        notices.push_back(
            {Level::information, fmt::format("{} fewer cells than the header; the last ones count as blank",
                                             counted(account.short_rows, "row has", "rows have"))});
    }
    if (account.unread_legend_rows > 0) {
        notices.push_back(
            {Level::warning,
             fmt::format("{} of a legend that stands too late in the file for its names to be known: groups "
                         "have their codes for names",
                         counted(account.unread_legend_rows, "row is", "rows are"))});
    }
    add_undated(notices, account);
    add_weightless(notices, account);
    add_foreign(notices, account);
    if (!binding.absent.empty()) {
        notices.push_back(
            {Level::warning, fmt::format("this file has no column for {}: all its answers count as missing",
                                         fmt::join(binding.absent, ", "))});
    }
    add_ungrouped(notices, *binding.schema, account);
    notices.insert(notices.end(), recognition.notices.begin(), recognition.notices.end());
    return notices;
}

Notice archive_notice(const ArchiveInput& source, const RowAccount& account) {
    std::vector<std::string> names;
    for (const ArchivedWave& wave : source.waves) names.push_back(wave.name + (wave.complete ? "" : " (not complete)"));
    constexpr std::size_t shown = 6;
    const std::string     waves = names.size() > shown
                                      ? fmt::format("{} waves, {} to {}", names.size(), names.front(), names.back())
                                      : fmt::format("{} {}", names.size() == 1 ? "wave" : "waves", fmt::join(names, ", "));
    return {Notice::Level::information,
            fmt::format("{}: archive, {}; {}, {} accepted", source.archive->file(), waves,
                        counted(account.rows(), "response", "responses"), account.accepted)};
}

Notices notices_of_part(const Binding& binding, const RowAccount& account, const std::string& wave) {
    Notices notices;
    add_left_out(notices, account);
    add_undated(notices, account);
    add_weightless(notices, account);
    add_foreign(notices, account);
    if (!binding.absent.empty()) {
        notices.push_back({Notice::Level::warning, fmt::format("no column for {}: all its answers count as missing",
                                                               fmt::join(binding.absent, ", "))});
    }
    add_ungrouped(notices, *binding.schema, account);
    for (Notice& notice : notices) notice.text = fmt::format("wave {}: {}", wave, notice.text);
    return notices;
}

Notices notices_of_counts(const std::string& file, const Schema& schema, const CountsRead& read,
                          const MeasurementModel& model) {
    using Level = Notice::Level;
    const RowAccount& account = read.account;
    Notices           notices{{Level::information, fmt::format("{}: counts of {}, {} accepted", file,
                                                               counted(account.rows(), "row", "rows"), account.accepted)}};
    for (const RowAccount::Reason& reason : account.reasons) {
        notices.push_back(
            {Level::information, fmt::format("{} left out: {}", counted(reason.rows, "row", "rows"), reason.text)});
    }
    if (read.filters != std::set<std::string>{""} && !read.filters.empty()) {
        notices.push_back(
            {Level::information, fmt::format("{} was counted with a filter: {}", file, shown_filters(read.filters))});
    }
    // As of an export: who asks for no periods is not told of dates.
    if (std::any_of(schema.dimensions.begin(), schema.dimensions.end(), [](const auto& d) { return d.period; }))
        add_undated(notices, account);
    add_weightless(notices, account);
    add_foreign(notices, account);
    add_ungrouped(notices, schema, account);
    if (std::any_of(read.models.begin(), read.models.end(), [&](const auto& sha) { return sha != model.sha256; })) {
        notices.push_back(
            {Level::warning,
             fmt::format("{} was counted with another model than {}: what that one decided while counting "
                         "(scales, reversed and good answers, thresholds, stages) stays as it was; if that "
                         "has changed, count the export again",
                         file, model.file)});
    }
    return notices;
}

Notices closing_notices(const ScoreTable& table, const MeasurementModel& model, const std::vector<std::string>& files) {
    Notices    notices;
    const bool of_counts = std::any_of(table.inputs.begin(), table.inputs.end(),
                                       [](const InputAccount& input) { return input.dialect == "counts"; });
    for (const AnswerCounts& item : table.answers) {
        if (item.unreadable + item.out_of_scale == 0) continue;
        notices.push_back(
            {Notice::Level::warning,
             fmt::format("item {}: {} could not be read and {} off its scale{}", item.item,
                         counted(item.unreadable, "answer", "answers"), counted(item.out_of_scale, "is", "are"),
                         of_counts ? "" : "; cx score --strict names the first")});
    }
    if (model.recognised) {
        notices.push_back({Notice::Level::information,
                           fmt::format("the model was recognised; to keep and edit it: cx model {} > cx.toml",
                                       shell_word(files.front()))});
    }
    return notices;
}

void refuse_without_figures(const ScoreTable& table, const MeasurementModel& model) {
    const bool any_row = std::any_of(table.inputs.begin(), table.inputs.end(),
                                     [](const InputAccount& input) { return input.accepted > 0; });
    if (any_row && model.items.empty()) {
        throw Error(Place{table.inputs.front().file, 0, 0, {}}, "no column is recognised as a question with a scale",
                    fmt::format("say in a cx.toml which are; cx model {} > cx.toml writes one to start from",
                                shell_word(table.inputs.front().file)));
    }
    if (any_row) return;
    const InputAccount::Reason* commonest = nullptr;
    for (const InputAccount& input : table.inputs) {
        for (const InputAccount::Reason& reason : input.reasons) {
            if (commonest == nullptr || reason.rows > commonest->rows) commonest = &reason;
        }
    }
    const Place place{table.inputs.front().file, 0, 0, {}};
    if (commonest == nullptr) throw Error(place, "there is no row of data", "is this the whole export?");
    throw Error(place,
                fmt::format("no row was accepted: {} ({})", commonest->reason, counted(commonest->rows, "row", "rows")),
                commonest->reason.find("weight") != std::string::npos
                    ? "mend the weights, or take weight out of [columns] in cx.toml"
                    : "check --where, --from and --to, and the values they name");
}

std::string shell_word(const std::string& file) {
    const bool plain = std::all_of(file.begin(), file.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-_./+,").find(c) != std::string_view::npos;
    });
    if (plain && !file.empty()) return file;
    std::string quoted = "'";
    for (const char c : file) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

} // namespace cx
