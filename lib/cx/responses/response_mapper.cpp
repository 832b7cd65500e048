#include <cx/responses/response_mapper.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/responses/identifiers.hpp>

namespace cx {

namespace {

// The squares of weights are added up, and no sampling weight comes near: beyond, they would leave a double's range.
constexpr double      largest_weight = 1e100;
constexpr std::size_t most_weights_remembered = 16'384;
constexpr std::size_t most_kept_remembered = 1024;

} // namespace

ResponseMapper::ResponseMapper(const Binding& binding)
    : binding_(binding),
      width_(binding.recognition->columns.size()),
      made_(binding),
      kept_(binding.recognition->filters.size(), TextCodes(most_kept_remembered)),
      seen_weights_(most_weights_remembered) {
    const Schema& schema = *binding.schema;
    for (const AnswerColumn& column : schema.columns) {
        answers_.emplace_back(binding.model->items[column.item], binding.model->answers, binding.recognition->quote);
    }
    for (const auto& column : binding.answers) answer_columns_.push_back(column.value_or(nowhere));
    for (std::size_t i = 0; i < schema.dimensions.size(); ++i) {
        groups_.emplace_back(binding, i);
        group_columns_.push_back(groups_.back().column().value_or(nowhere));
        if (schema.dimensions[i].source != RowDimension::Source::journey) continue;
        journey_dimension_ = i;
        journeys_.emplace(binding, i);
    }
    needs_day_ = binding.date.has_value();
    for (const Condition& condition : binding.request->conditions) {
        const auto at =
            std::find_if(schema.dimensions.begin(), schema.dimensions.end(),
                         [&](const RowDimension& dimension) { return dimension.name == condition.dimension; });
        condition_dimensions_.push_back(static_cast<std::size_t>(at - schema.dimensions.begin()));
    }
    condition_known_.resize(condition_dimensions_.size());
}

std::string_view ResponseMapper::text_of(const Record& record, std::size_t column) {
    const auto text = text_in(raw(record, column));
    if (!text) throw_encoding(record, column);
    return *text;
}

std::optional<std::string_view> ResponseMapper::text_in(std::string_view cell) {
    const auto text = trim(unquoted(cell, binding_.recognition->quote, scratch_));
    return is_valid_utf8(text) ? std::optional(text) : std::nullopt;
}

std::string_view ResponseMapper::raw(const Record& record, std::size_t column) noexcept {
    static constexpr std::array<char, readable_beyond> nothing{};
    return column < record.size() ? record.raw(column) : std::string_view(nothing.data(), 0);
}

bool ResponseMapper::map(const Record& record, Response& response, RowAccount& account) {
    if (record.size() > width_ && has_surplus_text(record)) {
        return leave_out(Outcome::rejected, "more cells than the header", record, account);
    }
    const std::vector<RowFilter>& filters = binding_.recognition->filters;
    for (std::size_t f = 0; f < filters.size(); ++f) {
        if (drops(f, record)) return leave_out(Outcome::filtered, filters[f].reason, record, account);
    }
    const std::string_view refused = read_weight(record, response.weight);
    if (!refused.empty()) return leave_out(Outcome::rejected, refused, record, account);
    if (needs_day_ && !takes_day(record, account)) return false;
    if (!read_groups(record, response, account)) {
        note_elsewhere(record, response, account);
        return leave_out(Outcome::filtered, "not of the groups asked for", record, account);
    }
    if (binding_.request->unique && is_repeated(record)) {
        return leave_out(Outcome::duplicate, "response id seen before", record, account);
    }
    read_answers(record, response);
    made_.fill(response);
    if (binding_.respondent) read_respondent(record, response);
    if (needs_day_ && day_) account.note_day(*day_);
    if (needs_day_ && !day_) ++account.undated;
    if (record.size() < width_) ++account.short_rows;
    if (response.weight == 0) ++account.zero_weights;
    for (std::size_t i = 0; i < response.groups.size(); ++i) {
        if (response.groups[i] == no_group) account.count_ungrouped(i);
    }
    if (foreign_) account.count_foreign(binding_.schema->dimensions[touchpoint_dimension_].groups->at(*foreign_).id);
    ++account.accepted;
    return true;
}

/// Whether the row is of the days asked for; one that is not is counted.
bool ResponseMapper::takes_day(const Record& record, RowAccount& account) {
    day_ = read_day(record);
    const ResponseRequest& request = *binding_.request;
    if (request.dated && !day_) return leave_out(Outcome::rejected, "no readable date", record, account);
    if ((request.from || request.to) && !day_) return leave_out(Outcome::filtered, "no readable date", record, account);
    if ((request.from && *day_ < *request.from) || (request.to && *day_ > *request.to)) {
        return leave_out(Outcome::filtered, "outside the dates asked for", record, account);
    }
    return true;
}

bool ResponseMapper::leave_out(Outcome outcome, std::string_view reason, const Record& record, RowAccount& account) {
    reason_ = reason;
    if (outcome == Outcome::rejected && binding_.request->strict) {
        throw Error(place(record, nowhere), std::string(reason),
                    "mend the row, or run without --strict to leave it out");
    }
    account.count(outcome, reason, record.line());
    return false;
}

bool ResponseMapper::has_surplus_text(const Record& record) const {
    for (std::size_t cell = binding_.recognition->columns.size(); cell < record.size(); ++cell) {
        std::string scratch;
        if (!trim(record.text(cell, binding_.recognition->quote, scratch)).empty()) return true;
    }
    return false;
}

bool ResponseMapper::drops(std::size_t filter, const Record& record) {
    const RowFilter& rows = binding_.recognition->filters[filter];
    if (kept_[filter].find(raw(record, rows.column)) != TextCodes::not_known) return false;
    const std::string value = folded(text_of(record, rows.column));
    const bool        listed = std::find(rows.values.begin(), rows.values.end(), value) != rows.values.end();
    const bool        drops = listed != rows.drop_others;
    if (!drops) kept_[filter].remember(raw(record, rows.column), 0);
    return drops;
}

/// The reason for which the row is rejected; empty when its weight can be read.
std::string_view ResponseMapper::read_weight(const Record& record, double& weight) {
    weight = 1;
    if (!binding_.weight) return {};
    if (const auto known = weight_in(raw(record, *binding_.weight))) {
        weight = *known;
        return {};
    }
    const auto text = text_of(record, *binding_.weight);
    if (text.empty()) return "blank weight";
    const auto number = parse_number(text);
    return number && *number < 0 ? "negative weight" : "unreadable weight";
}

std::optional<double> ResponseMapper::weight_in(std::string_view cell) {
    const std::uint32_t known = seen_weights_.find(cell);
    if (known != TextCodes::not_known) return weights_[known];
    const auto text = text_in(cell);
    const auto number = text ? parse_number(*text) : std::nullopt;
    if (!number || *number < 0 || *number > largest_weight || (*number > 0 && *number < 1 / largest_weight)) {
        return std::nullopt;
    }
    if (seen_weights_.remember(cell, static_cast<std::uint32_t>(weights_.size()))) weights_.push_back(*number);
    return number;
}

std::optional<Day> ResponseMapper::read_day(const Record& record) {
    const std::int32_t known = day_in(raw(record, *binding_.date));
    if (known != IsoDays::none) return Day(std::chrono::days(known));
    static_cast<void>(text_of(record, *binding_.date)); // is text, if no date
    return std::nullopt;
}

std::int32_t ResponseMapper::day_in(std::string_view cell) {
    const char quote = binding_.recognition->quote;
    const bool quoted = cell.size() > 2 && cell.front() == quote && cell.back() == quote;
    // As most exports write it: without an offset, so that it is the same day in every zone.
    const std::int32_t known = iso_days_.of(quoted ? cell.substr(1, cell.size() - 2) : cell);
    if (known != IsoDays::none) return known;
    const auto text = text_in(cell);
    const auto moment = text ? parse_moment(*text, binding_.date_order) : std::nullopt;
    if (!moment) return IsoDays::none;
    return IsoDays::number_of(binding_.zone ? binding_.zone->day_of(*moment) : moment->day);
}

void ResponseMapper::read_group(const Record& record, std::size_t dimension, Response& response) {
    if (journeys_ && dimension == journey_dimension_) {
        for (const std::size_t followed : journeys_->follows()) {
            if (response.groups[followed] == no_group) read_group(record, followed, response);
        }
        response.groups[dimension] = journeys_->of(response);
        return;
    }
    GroupReader&       reader = groups_[dimension];
    GroupReader::Found found;
    if (reader.is_period()) {
        if (day_) found = reader.read(*day_);
    } else if (const auto column = reader.column()) {
        try {
            found = reader.read(raw(record, *column));
        } catch (const BadEncoding&) {
            throw_encoding(record, *column);
        }
    } else {
        found = reader.shared();
    }
    response.groups[dimension] = found.code;
    if (found.foreign) note_foreign(found.code, dimension);
}

void ResponseMapper::note_foreign(GroupCode code, std::size_t dimension) {
    foreign_ = code;
    touchpoint_dimension_ = dimension;
}

/// The groups of a response that is to be in all of them, and in no journey.
void ResponseMapper::read_all_groups(const Record& record, Response& response) {
    response.groups.resize(groups_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        const std::size_t column = group_columns_[i];
        if (column >= record.size()) {
            read_group(record, i, response);
            continue;
        }
        try {
            const GroupReader::Found found = groups_[i].read(record.raw(column));
            response.groups[i] = found.code;
            if (found.foreign) note_foreign(found.code, i);
        } catch (const BadEncoding&) {
            throw_encoding(record, column);
        }
    }
}

/// False when a condition is not met; then the other dimensions are left alone, so that a group which no accepted
/// response is in counts nowhere.
bool ResponseMapper::read_groups(const Record& record, Response& response, RowAccount& account) {
    foreign_.reset();
    if (condition_dimensions_.empty() && !journeys_) {
        read_all_groups(record, response);
        return true;
    }
    response.groups.assign(groups_.size(), no_group);
    for (std::size_t i = 0; i < condition_dimensions_.size(); ++i) {
        read_group(record, condition_dimensions_[i], response);
        const GroupCode code = response.groups[condition_dimensions_[i]];
        if (code != no_group) account.note_met(i, code);
    }
    if (!meets_conditions(response)) return false;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        if (response.groups[i] == no_group) read_group(record, i, response);
    }
    return true;
}

/// A condition must not hide how many rows are of touchpoints that nobody knows.
void ResponseMapper::note_elsewhere(const Record& record, Response& response, RowAccount& account) {
    const auto& dimensions = binding_.schema->dimensions;
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        if (dimensions[i].source != RowDimension::Source::touchpoint) continue;
        if (response.groups[i] == no_group) read_group(record, i, response);
        ++account.elsewhere;
        if (foreign_) ++account.foreign_elsewhere;
        return;
    }
}

bool ResponseMapper::condition_holds(std::size_t condition, GroupCode code) const {
    const RowDimension& dimension = binding_.schema->dimensions[condition_dimensions_[condition]];
    const auto&         values = binding_.request->conditions[condition].values;
    const auto          is_one = [&](const GroupName& group) {
        return std::any_of(values.begin(), values.end(),
                                    [&](const std::string& value) { return is_called(group, value); });
    };
    if (!dimension.overlaps()) return is_one(dimension.groups->at(code));
    const auto members = dimension.members_of(code);
    return std::any_of(members.begin(), members.end(),
                       [&](GroupCode member) { return is_one(dimension.members[member]); });
}

bool ResponseMapper::meets_conditions(const Response& response) {
    for (std::size_t i = 0; i < condition_dimensions_.size(); ++i) {
        const GroupCode code = response.groups[condition_dimensions_[i]];
        if (code == no_group) return false;
        auto& known = condition_known_[i];
        if (code >= known.size()) known.resize(code + 1, -1);
        if (known[code] < 0) known[code] = condition_holds(i, code) ? 1 : 0;
        if (known[code] == 0) return false;
    }
    return true;
}

bool ResponseMapper::is_repeated(const Record& record) {
    const auto id = text_of(record, *binding_.response);
    return !identifies_nothing(id) && !binding_.schema->response_ids->emplace(id).second;
}

void ResponseMapper::read_respondent(const Record& record, Response& response) {
    const auto id = text_of(record, *binding_.respondent);
    response.respondent = identifies_nothing(id) ? std::string() : std::string(id);
}

void ResponseMapper::read_answers(const Record& record, Response& response) {
    // Copies of its own: a slot is a byte, and storing one may change whatever a compiler cannot see to be elsewhere.
    const std::size_t        count = answers_.size();
    const bool               strict = binding_.request->strict;
    const Record             cells = record;
    AnswerReader* const      readers = answers_.data();
    const std::size_t* const columns = answer_columns_.data();
    response.answers.resize(count);
    Slot* const slots = response.answers.data();
    for (std::size_t i = 0; i < count; ++i) {
        AnswerReader&     reader = readers[i];
        const std::size_t column = columns[i];
        if (column >= cells.size()) {
            slots[i] = reader.no_cell();
            continue;
        }
        try {
            slots[i] = reader.read(cells.raw(column));
        } catch (const BadEncoding&) {
            throw_encoding(record, column);
        }
        if (strict && slots[i] >= reader.slot(NoAnswer::out_of_scale)) {
            throw_unreadable(record, column, binding_.model->items[binding_.schema->columns[i].item]);
        }
    }
}

/// @param column  `nowhere` for the whole row
Place ResponseMapper::place(const Record& record, std::size_t column) const {
    return {binding_.recognition->file, static_cast<std::uint64_t>(record.line()), 0,
            column == nowhere ? std::string() : binding_.recognition->columns[column].code};
}

void ResponseMapper::throw_encoding(const Record& record, std::size_t column) const {
    throw Error(place(record, column), fmt::format("the cell has bytes that are no {}", binding_.recognition->encoding),
                "name the right one with --encoding");
}

void ResponseMapper::throw_unreadable(const Record& record, std::size_t column, const Item& item) {
    const auto        text = record.text(column, binding_.recognition->quote, scratch_);
    const std::string shown = is_personal(*binding_.model, *binding_.recognition, column)
                                  ? "a value that looks personal"
                                  : fmt::format("'{}'", shortened(visible(one_line(text)), 60));
    throw Error(place(record, column),
                fmt::format("{} is not on the scale {}-{}", shown, item.scale.low, item.scale.high),
                "add it to the item's labels or to the missing codes in cx.toml");
}

} // namespace cx
