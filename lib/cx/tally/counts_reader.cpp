#include <cx/tally/counts_reader.hpp>

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include <cx/base/nearest.hpp>
#include <cx/base/text.hpp>
#include <cx/model/made_items.hpp>
#include <cx/tally/counts_file.hpp>
#include <cx/tally/counts_groups.hpp>

namespace cx {

namespace {

using Part = AnswerColumn::Part;
using detail::add_count;
using detail::add_sum;
using detail::shown_cell;

std::optional<int> point_in(std::string_view text) {
    int point = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), point);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return point;
}

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

    [[nodiscard]] bool limited() const noexcept { return limits.from || limits.to; }
};

CountsReader::CountsReader(Tallies& tallies)
    : tallies_(tallies), schema_(tallies.layout().schema()), model_(tallies.layout().model()) {
    for (std::size_t g = 0; g < schema_.groupings.size(); ++g) {
        names_.push_back(detail::dimension_text(schema_, schema_.groupings[g].dimensions));
        dimensions_[names_.back()].groupings.push_back(g);
    }
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
        const Item& item = model_.items[i];
        if (item.kind == ItemKind::basics) {
            basics_ = i;
        } else if (item.kind == ItemKind::kept) {
            kept_.emplace(item.promise, i);
        } else {
            items_.emplace(item.id, i);
        }
    }
}

std::vector<std::size_t> CountsReader::lacking(const std::set<std::string>& dimensions) const {
    std::vector<std::size_t> groupings;
    for (std::size_t g = 0; g < names_.size(); ++g) {
        if (!schema_.groupings[g].dimensions.empty() && !dimensions.contains(names_[g])) groupings.push_back(g);
    }
    return groupings;
}

CountsRead CountsReader::read(const std::string& file, CountsBytes bytes, const CountsLimits& limits) {
    CountsRecords records(file, std::move(bytes), limits.allow_no_end);
    File          at{records, limits, {}, {}, {}, {}, {}, {}, {}, false};
    CountsRecord  record;
    while (records.next(record)) add(record, at);
    RowAccount& account = at.read.account;
    if (at.limited() && !at.kind) {
        throw Error(Place{file, 0, 0, {}}, "has no periods, so that --from and --to cannot choose among its counts",
                    "count with --every month, or another period: --write-counts");
    }
    if (!at.accepted_told) {
        throw Error(Place{file, 0, 0, {}}, "does not tell how many rows were accepted",
                    "it wants a record of dimension all, kind rows and point accepted");
    }
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

void CountsReader::add(const CountsRecord& record, File& file) {
    if (record.kind == CountsKind::rows && record.point == "last") {
        const auto day = parse_iso_day(record.group);
        if (!day) throw Error(file.records.place("group"), fmt::format("{} is no day", shown_cell(record.group)));
        if (!file.last_day || *file.last_day < *day) file.last_day = day;
        return;
    }
    if (record.kind == CountsKind::rows && record.point == "counted_with") {
        constexpr std::size_t most_models = 100;
        if (file.read.models.size() < most_models) file.read.models.emplace(record.group);
        return;
    }
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

void CountsReader::add_rows(const CountsRecord& record, bool included, File& file) {
    if (record.point == "accepted" && record.dimension != "all") {
        if (included) add_rows_of_group(record, file);
        return;
    }
    const Place         place = file.records.place("answers");
    RowAccount&         account = file.read.account;
    const std::uint64_t rows = record.count.answers;
    if (record.point == "accepted") {
        file.accepted_told = true;
        add_count(included ? account.accepted : account.filtered, rows, place);
        if (!included) add_reason(account, "outside the dates asked for", rows);
        for (GroupTally* tally : find(record, file).tallies) {
            if (included) add_count(tally->responses, rows, place);
        }
        return;
    }
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

std::size_t CountsReader::item_of(const CountsRecord& record, const File& file) const {
    const auto known = items_.find(std::string(record.item));
    if (known != items_.end()) return known->second;
    std::vector<std::string> ids;
    for (const auto& [id, index] : items_) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    const auto meant = nearest(record.item, ids);
    throw Error(file.records.place("item"), fmt::format("the model has no item {}", shown_cell(record.item)),
                meant ? fmt::format("did you mean '{}'?", *meant)
                      : "give the model that these were counted with: --model FILE");
}

std::vector<std::size_t> CountsReader::made_counters(const CountsRecord& record, const File& file) const {
    const Layout& layout = tallies_.layout();
    const auto    refuse_point = [&](const char* points) {
        throw Error(file.records.place("point"), fmt::format("{} is no point of it", shown_cell(record.point)), points);
    };
    if (record.kind == CountsKind::kept) {
        const auto item = kept_.find(std::string(record.item));
        if (item == kept_.end()) {
            throw Error(file.records.place("item"),
                        fmt::format("the model has no promise {} with a minimum", shown_cell(record.item)),
                        "give the model that these were counted with: --model FILE");
        }
        const auto point = point_in(record.point);
        if (!point || *point < 0 || *point > 1) refuse_point("it is 1 (kept) or 0");
        return {layout.column(schema_.column_of(item->second)) + static_cast<std::size_t>(*point)};
    }
    if (!basics_) {
        throw Error(file.records.place("kind"), "the model has no basic need with a threshold",
                    "give the model that these were counted with: --model FILE");
    }
    const std::size_t column = schema_.column_of(*basics_);
    if (record.point == "alone") {
        const std::size_t item = item_of(record, file);
        const auto        needs = made_from(model_, model_.items[*basics_]);
        const auto        need = std::find(needs.begin(), needs.end(), item);
        if (need == needs.end())
            throw Error(file.records.place("item"), fmt::format("item {} is no basic need", shown_cell(record.item)));
        return {layout.column(column + 2) + static_cast<std::size_t>(need - needs.begin())};
    }
    if (record.point == "0" || record.point == "1") return {layout.column(column) + (record.point == "1" ? 1 : 0)};
    if (record.point != "complete" && record.point != "incomplete")
        refuse_point("it is 1 (met), 0, complete, incomplete or alone");
    return {layout.column(column + 1) + (record.point == "complete" ? 1 : 0)};
}

std::vector<std::size_t> CountsReader::counters_of(const CountsRecord& record, const File& file) const {
    if (record.kind == CountsKind::basics || record.kind == CountsKind::kept) return made_counters(record, file);
    const Layout&     layout = tallies_.layout();
    const std::size_t index = item_of(record, file);
    const Item&       item = model_.items[index];
    const Scale       scale = scale_of(item);
    std::size_t       column = schema_.column_of(index);
    if (record.kind != CountsKind::answer) {
        if (item.is_pair() && record.point == detail::side_text(item, Part::other)) {
            ++column;
        } else if (record.point != (item.is_pair() ? detail::side_text(item, Part::performance) : "")) {
            throw Error(file.records.place("point"), fmt::format("{} is no side of the item", shown_cell(record.point)),
                        item.is_pair() ? fmt::format("it is performance or {}", detail::side_text(item, Part::other))
                                       : "it is empty where there is no answer");
        }
        const auto kind = static_cast<std::size_t>(record.kind) - static_cast<std::size_t>(CountsKind::missing);
        return {layout.column(column) + layout.points(column) + kind};
    }
    const auto slot_of = [&](std::string_view text, const char* name) -> std::optional<std::size_t> {
        if (text.empty()) return std::nullopt;
        const auto point = point_in(text);
        if (point && scale.holds(*point)) return static_cast<std::size_t>(*point - scale.low);
        throw Error(file.records.place(name),
                    fmt::format("{} is no point of item {}, whose scale is {}-{}", shown_cell(text),
                                shown_cell(record.item), scale.low, scale.high),
                    "mend the scale in cx.toml, or count it as out_of_scale");
    };
    const auto first = slot_of(record.point, "point"), second = slot_of(record.paired_point, "paired_point");
    if (second && !item.is_pair()) throw Error(file.records.place("paired_point"), "is given, and the item is no pair");
    if (!first && !second) throw Error(file.records.place("point"), "is blank", "an answer has a point");
    std::vector<std::size_t> counters;
    if (first) counters.push_back(layout.column(column) + *first);
    if (second) counters.push_back(layout.column(column + 1) + *second);
    if (first && second)
        counters.push_back(*layout.pair(index) + *first * static_cast<std::size_t>(scale.size()) + *second);
    return counters;
}

void CountsReader::add_answers(const CountsRecord& record, bool included, File& file) {
    const auto counters = counters_of(record, file);
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
