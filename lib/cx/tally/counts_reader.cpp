#include <cx/tally/counts_reader.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include <fmt/format.h>

#include <cx/tally/counts_file.hpp>
#include <cx/tally/counts_groups.hpp>

namespace cx {

namespace {

using detail::add_count;
using detail::add_sum;
using detail::shown_cell;

const char* account_reason(std::string_view outcome) {
    if (outcome == "duplicates") return "response id seen before";
    return outcome == "rejected" ? "rejected when they were counted" : "left out when they were counted";
}

void add_reason(RowAccount& account, const std::string& text, std::uint64_t rows) {
    if (rows == 0) return;
    const auto known = std::find_if(account.reasons.begin(), account.reasons.end(),
                                    [&](const RowAccount::Reason& reason) { return reason.text == text; });
    if (known != account.reasons.end()) {
        known->rows += rows;
        return;
    }
    const auto at = std::find_if(account.reasons.begin(), account.reasons.end(),
                                 [&](const RowAccount::Reason& reason) { return reason.text > text; });
    account.reasons.insert(at, {text, rows, {}});
}

} // namespace

/// What is known of the file at hand.
struct CountsReader::File {
    const CountsRecords&                 records;
    const CountsLimits&                  limits;
    CountsRead                           read;
    std::optional<PeriodKind>            kind;
    std::map<std::string, bool>          periods; ///< whether they are included
    std::optional<Day>                   last_day, last_period;
    std::optional<std::uint64_t>         foreign;
    std::map<std::string, std::uint64_t> foreign_groups;
    bool                                 accepted_told = false;
    std::set<std::string>                row_dimensions; ///< that tell accepted rows
    /// What is told of all responses, whatever the period: by item, kind and points.
    std::map<std::string, std::uint64_t> all{};

    /// Notes what a record tells of the file, and not of responses. False where it tells none of that.
    bool note(const CountsRecord& record);
    /// @throws Error for rows of a kind that are more than those that they are among
    void check_account() const;
    /// Adds a record of all responses to what their digest is made of.
    void                      note_all(const CountsRecord& record);
    [[nodiscard]] std::string all_digest() const;

    [[nodiscard]] bool limited() const noexcept { return limits.from || limits.to; }
};

CountsReader::CountsReader(Tallies& tallies)
    : tallies_(tallies), schema_(tallies.layout().schema()), counters_(tallies.layout()) {
    for (std::size_t g = 0; g < schema_.groupings.size(); ++g) {
        names_.push_back(detail::dimension_text(schema_, schema_.groupings[g].dimensions));
        dimensions_[names_.back()].groupings.push_back(g);
    }
}

std::vector<std::size_t> CountsReader::lacking(const std::set<std::string>& dimensions) const {
    std::vector<std::size_t> groupings;
    for (std::size_t g = 0; g < names_.size(); ++g) {
        if (!schema_.groupings[g].dimensions.empty() && !dimensions.contains(names_[g])) groupings.push_back(g);
    }
    return groupings;
}

std::set<std::size_t> CountsReader::untold_rows() const {
    std::set<std::size_t> groupings;
    for (std::size_t g = 0; g < names_.size(); ++g) {
        if (untold_.contains(names_[g])) groupings.insert(g);
    }
    return groupings;
}

CountsRead CountsReader::read(const std::string& file, CountsBytes bytes, const CountsLimits& limits) {
    Sha256        whole;
    CountsRecords records(
        file,
        [&whole, &bytes](char* to, std::size_t size) {
            const std::size_t count = bytes(to, size);
            whole.add({to, count});
            return count;
        },
        limits.allow_no_end);
    File         at{records, limits, {}, {}, {}, {}, {}, {}, {}, false, {}, {}};
    CountsRecord record;
    while (records.next(record)) add(record, at);
    at.read.periods = at.kind;
    at.read.bytes_digest = whole.digits();
    at.read.all_digest = at.all_digest();
    RowAccount& account = at.read.account;
    if (at.limited() && !at.kind) {
        throw Error(Place{file, 0, 0, {}}, "has no periods, so that --from and --to cannot choose among its counts",
                    "count with --every month, or another period: --write-counts");
    }
    if (!at.accepted_told) {
        throw Error(Place{file, 0, 0, {}}, "does not tell how many rows were accepted",
                    "it wants a record of dimension all, kind rows and point accepted");
    }
    std::set_difference(at.read.dimensions.begin(), at.read.dimensions.end(), at.row_dimensions.begin(),
                        at.row_dimensions.end(), std::inserter(untold_, untold_.end()));
    at.check_account();
    const bool by_touchpoint =
        std::any_of(schema_.dimensions.begin(), schema_.dimensions.end(),
                    [](const RowDimension& dimension) { return dimension.source == RowDimension::Source::touchpoint; });
    std::uint64_t foreign_rows = 0;
    for (const auto& [touchpoint, rows] : at.foreign_groups) {
        account.count_foreign(touchpoint);
        foreign_rows += rows;
    }
    account.foreign_rows = by_touchpoint ? (at.limited() ? foreign_rows : at.foreign.value_or(foreign_rows)) : 0;
    account.last_day = at.last_day;
    if (at.limited() && at.last_day && at.last_period) account.last_day = std::min(*at.last_day, *at.last_period);
    return std::move(at.read);
}

bool CountsReader::File::note(const CountsRecord& record) {
    if (record.kind != CountsKind::rows) return false;
    if (record.point == "last") {
        const auto day = parse_iso_day(record.group);
        if (!day) throw Error(records.place("group"), fmt::format("{} is no day", shown_cell(record.group)));
        if (!last_day || *last_day < *day) last_day = day;
        return true;
    }
    std::set<std::string>* const texts = record.point == "counted_with"    ? &read.models
                                         : record.point == "counted_where" ? &read.filters
                                         : record.point == "counted_from"  ? &read.sources
                                                                           : nullptr;
    if (texts == nullptr) return false;
    constexpr std::size_t most_texts = 100;
    if (texts->size() < most_texts) texts->emplace(record.group);
    return true;
}

void CountsReader::File::check_account() const {
    const auto among = [this](const char* some, std::uint64_t rows, const char* whole, std::uint64_t most) {
        if (rows <= most) return;
        throw Error(Place{records.place().file, 0, 0, {}},
                    fmt::format("tells {} rows {}, and {} rows {}", rows, some, most, whole),
                    "the first are among the second");
    };
    const RowAccount& account = read.account;
    if (!limited()) among("foreign", foreign.value_or(0), "accepted", account.accepted);
    among("undated", account.undated, "accepted", account.accepted);
    among("weightless", account.zero_weights, "accepted", account.accepted);
    among("foreign_elsewhere", account.foreign_elsewhere, "elsewhere", account.elsewhere);
    among("elsewhere", account.elsewhere, "filtered", account.filtered);
}

/// Weights are left out, whose sums differ with the periods; so are rows that are told only where somebody asks.
void CountsReader::File::note_all(const CountsRecord& record) {
    constexpr std::array<std::string_view, 4> always{"accepted", "duplicates", "rejected", "filtered"};
    if (record.kind == CountsKind::rows && std::find(always.begin(), always.end(), record.point) == always.end())
        return;
    all[fmt::format("{}\n{}\n{}\n{}", record.item, to_string(record.kind), record.point, record.paired_point)] +=
        record.count.answers;
}

std::string CountsReader::File::all_digest() const {
    Sha256 digest;
    for (const auto& [what, answers] : all) digest.add(fmt::format("{}\n{}\n", what, answers));
    return digest.digits();
}

void CountsReader::add(const CountsRecord& record, File& file) {
    if (file.note(record)) return;
    constexpr std::size_t most_dimensions = 10'000;
    file.read.dimensions.emplace(record.dimension);
    if (file.read.dimensions.size() > most_dimensions)
        throw Error(file.records.place("dimension"), "is one of more dimensions than anybody breaks down by");
    const bool included = is_included(record.period, file);
    if (record.kind == CountsKind::rows) {
        add_rows(record, included, file);
    } else if (record.kind == CountsKind::pooled) {
        detail::add_pooled_sum(tallies_, record, file.records, included);
    } else {
        add_answers(record, included, file);
    }
    if (record.dimension == "all") file.note_all(record);
}

bool CountsReader::is_included(std::string_view text, File& file) {
    const CountsLimits& limits = file.limits;
    const auto          known = file.periods.find(std::string(text));
    if (known != file.periods.end()) return known->second;
    bool included = true;
    if (text.empty()) {
        included = !file.limited();
    } else {
        const auto period = parse_period(text);
        if (!period) {
            throw Error(file.records.place("period"), fmt::format("{} is no period", shown_cell(text)),
                        "write 2026-10-31, 2026-W44, 2026-10, 2026-Q4 or 2026");
        }
        if (file.kind && *file.kind != period->kind) {
            throw Error(file.records.place("period"),
                        fmt::format("{} is a period of another kind than those before it", shown_cell(text)),
                        "one file has periods of one kind");
        }
        file.kind = period->kind;
        const Day first = first_day(*period), last = last_day(*period);
        for (const auto& [limit, name] : {std::pair(limits.from, "--from"), std::pair(limits.to, "--to")}) {
            const bool cut = limit && (limit == limits.from && std::string_view(name) == "--from"
                                           ? first < *limit && *limit <= last
                                           : first <= *limit && *limit < last);
            if (cut) {
                throw Error(file.records.place("period"),
                            fmt::format("{} {} cuts the period {}, and counts have whole periods", name,
                                        to_string(*limit), text),
                            fmt::format("it is from {} to {}", to_string(first), to_string(last)));
            }
        }
        included = (!limits.from || first >= *limits.from) && (!limits.to || last <= *limits.to);
        if (included && (!file.last_period || *file.last_period < last)) file.last_period = last;
    }
    file.periods.emplace(text, included);
    return included;
}

/// Accepted rows of a group, or of none in a dimension.
void CountsReader::add_rows_of_group(const CountsRecord& record, File& file) {
    const Place         place = file.records.place("answers");
    const std::uint64_t rows = record.count.answers;
    if (!record.group.empty()) {
        const Found& found = find(record, file);
        for (GroupTally* tally : found.tallies) add_count(tally->responses, rows, place);
        if (!found.foreign.empty()) add_count(file.foreign_groups[found.foreign], rows, place);
        return;
    }
    const auto dimension = dimensions_.find(std::string(record.dimension));
    if (dimension == dimensions_.end() || rows == 0) return;
    const auto& dimensions = schema_.groupings[dimension->second.groupings.front()].dimensions;
    if (dimensions.size() != 1) return;
    auto& ungrouped = file.read.account.ungrouped;
    ungrouped.resize(std::max(ungrouped.size(), dimensions.front() + 1));
    add_count(ungrouped[dimensions.front()], rows, place);
}

void CountsReader::add_accepted(const CountsRecord& record, bool included, File& file) {
    if (record.dimension != "all") {
        file.row_dimensions.emplace(record.dimension);
        if (included) add_rows_of_group(record, file);
        return;
    }
    const Place         place = file.records.place("answers");
    RowAccount&         account = file.read.account;
    const std::uint64_t rows = record.count.answers;
    const Found&        found = find(record, file);
    file.accepted_told = true;
    if (!included) {
        add_count(account.filtered, rows, place);
        add_reason(account, record.period.empty() ? "no readable date" : "outside the dates asked for", rows);
        return;
    }
    add_count(account.accepted, rows, place);
    for (GroupTally* tally : found.tallies) add_count(tally->responses, rows, place);
}

void CountsReader::add_rows(const CountsRecord& record, bool included, File& file) {
    if (record.point == "accepted") {
        add_accepted(record, included, file);
        return;
    }
    const Place          place = file.records.place("answers");
    RowAccount&          account = file.read.account;
    const std::uint64_t  rows = record.count.answers;
    std::uint64_t* const outcome = record.point == "duplicates" ? &account.duplicates
                                   : record.point == "rejected" ? &account.rejected
                                   : record.point == "filtered" ? &account.filtered
                                                                : nullptr;
    if (outcome != nullptr) {
        add_count(*outcome, rows, place);
        add_reason(account, account_reason(record.point), rows);
    } else if (record.point == "foreign") {
        file.foreign = file.foreign.value_or(0);
        add_count(*file.foreign, rows, place);
    } else if (record.point == "undated") {
        if (included) add_count(account.undated, rows, place);
    } else if (record.point == "weightless") {
        if (included) add_count(account.zero_weights, rows, place);
    } else if (record.point == "elsewhere") {
        add_count(account.elsewhere, rows, place);
    } else if (record.point == "foreign_elsewhere") {
        add_count(account.foreign_elsewhere, rows, place);
    } else {
        throw Error(file.records.place("point"), fmt::format("{} is no outcome of a row", shown_cell(record.point)),
                    "it is accepted, duplicates, rejected or filtered");
    }
}

void CountsReader::check_weight(const CountsRecord& record, const File& file) const {
    const Count& count = record.count;
    const auto   n = static_cast<double>(count.answers);
    if (!tallies_.weighted()) {
        const bool equal =
            !(count.weight < n || count.weight > n || count.weight_squared < n || count.weight_squared > n);
        if (equal) return;
        throw Error(file.records.place("weight"), "differs from answers, and the model names no weight",
                    "name the column in cx.toml, [columns] weight, or repeat answers as weight and weight_squared");
    }
    if (count.weight < 0 || count.weight_squared < 0)
        throw Error(file.records.place("weight"), "is below 0, and no weight is");
    constexpr double rounding = 1e-6;
    const double     squares = count.weight * count.weight;
    const bool       possible = count.answers == 0 ? count.weight <= 0 && count.weight_squared <= 0
                                                   : count.weight > 0 && count.weight_squared <= squares * (1 + rounding) &&
                                                   squares <= n * count.weight_squared * (1 + rounding);
    if (possible) return;
    throw Error(
        file.records.place("weight"),
        fmt::format("{} answers cannot have weights that sum to {} and, squared, to {}", count.answers, count.weight,
                    count.weight_squared),
        "weight is the sum of the weights, weight_squared the sum of their squares; a weight of 0 is not counted");
}

void CountsReader::add_answers(const CountsRecord& record, bool included, File& file) {
    const auto counters = counters_.of(record, file.records);
    check_weight(record, file);
    if (!included) return;
    const Place place = file.records.place("answers");
    for (GroupTally* tally : find(record, file).tallies) {
        for (const std::size_t counter : counters) {
            add_count(tally->answers[counter], record.count.answers, place);
            if (!tallies_.weighted()) continue;
            add_sum(tally->weights[counter], record.count.weight, place);
            add_sum(tally->weights_squared[counter], record.count.weight_squared, place);
        }
    }
}

const CountsReader::Found& CountsReader::find(const CountsRecord& record, File& file) {
    static const Found nobody;
    const auto         known_dimension = dimensions_.find(std::string(record.dimension));
    if (known_dimension == dimensions_.end()) return nobody;
    Dimension&        dimension = known_dimension->second;
    const std::string text(record.group);
    const auto        known = dimension.groups.find(text);
    if (known != dimension.groups.end()) return known->second;
    Found found;
    for (const std::size_t grouping : dimension.groupings) {
        detail::GroupOfCell group =
            detail::group_of_cell(tallies_.layout(), grouping, record.group, file.records.place("group"));
        found.tallies.push_back(&tallies_.at(grouping, group.key));
        if (!group.foreign.empty()) found.foreign = std::move(group.foreign);
    }
    return dimension.groups.emplace(text, std::move(found)).first->second;
}

} // namespace cx
