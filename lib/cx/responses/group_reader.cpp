#include <cx/responses/group_reader.hpp>

#include <utility>
#include <vector>

#include <cx/base/text.hpp>
#include <cx/exports/record.hpp>
#include <cx/responses/answer_reader.hpp>
#include <cx/responses/cell_block.hpp>

namespace cx {

namespace {

constexpr std::int64_t foreign_order = 1'000'000; // behind every group that the model names
constexpr std::size_t  most_groups_remembered = 262'144;
constexpr std::size_t  days_remembered = 4096; // eleven years

using Source = RowDimension::Source;

/// The id of the group that a touchpoint is of: itself, its stage, its channel, or the set of its owners.
std::string id_of_group(const MeasurementModel& model, const Touchpoint& touchpoint, Source source) {
    if (source == Source::touchpoint) return touchpoint.id;
    if (source == Source::stage) return touchpoint.stage;
    return source == Source::channel ? touchpoint.channel : set_id(owners_of(model, touchpoint));
}

/// What several touchpoints share has one place: that of the stage in the model, else behind those that of the first
/// touchpoint which has it.
GroupName group_of(const MeasurementModel& model, const Touchpoint& touchpoint, Source source) {
    const std::string id = id_of_group(model, touchpoint, source);
    GroupName         group{id, id, 0};
    if (source == Source::stage) {
        for (const Stage& stage : model.stages) {
            if (stage.id == id) {
                if (!stage.name.empty()) group.name = stage.name;
                return group;
            }
            ++group.order;
        }
    }
    for (const Touchpoint& other : model.touchpoints) {
        if (id_of_group(model, other, source) == id) break;
        ++group.order;
    }
    return group;
}

} // namespace

GroupReader::GroupReader(const Binding& binding, std::size_t dimension)
    : names_(binding.schema->dimensions[dimension].groups.get()),
      column_(binding.dimensions[dimension]),
      period_(binding.schema->dimensions[dimension].period),
      quote_(binding.recognition->quote),
      seen_(most_groups_remembered),
      days_(period_ ? days_remembered : 0) {
    const MeasurementModel& model = *binding.model;
    const Source            source = binding.schema->dimensions[dimension].source;
    const bool              from_touchpoint = (source == Source::stage && model.columns.stage.empty()) ||
                                 (source == Source::channel && model.columns.channel.empty()) ||
                                 source == Source::owner;
    if (from_touchpoint) column_ = binding.touchpoint;
    if (source == Source::touchpoint || from_touchpoint) match_touchpoints(model, source);
    if (source == Source::stage && !from_touchpoint) match_stages(model);
    matched_only_ = from_touchpoint;
    if (column_) {
        const auto& labels = binding.recognition->columns[*column_].labels;
        if (!labels.empty()) legend_ = &labels;
    } else if (!period_) {
        shared_ = interpret(nfc(source == Source::wave
                                    ? binding.wave
                                    : binding.file_stem)); // also turns what is no UTF-8 in a file's name into U+FFFD
    }
}

/// A text means the first group that claims it.
void GroupReader::mean(const std::string& text, const GroupName& group) {
    const std::string key = folded(text);
    if (!key.empty()) meant_.emplace(key, group);
}

void GroupReader::match_touchpoints(const MeasurementModel& model, Source source) {
    const bool itself = source == Source::touchpoint;
    matches_ = itself && !model.touchpoints.empty();
    std::vector<GroupName> groups;
    for (const Touchpoint& touchpoint : model.touchpoints) {
        groups.push_back(group_of(model, touchpoint, source));
        if (itself && !touchpoint.name.empty()) groups.back().name = touchpoint.name;
    }
    // An id goes before another touchpoint's name, and both before what else is said to mean one.
    for (std::size_t i = 0; i < groups.size(); ++i) mean(model.touchpoints[i].id, groups[i]);
    for (std::size_t i = 0; i < groups.size(); ++i) mean(model.touchpoints[i].name, groups[i]);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (const std::string& value : model.touchpoints[i].match) mean(value, groups[i]);
    }
}

void GroupReader::match_stages(const MeasurementModel& model) {
    for (std::size_t i = 0; i < model.stages.size(); ++i) {
        const Stage&    stage = model.stages[i];
        const GroupName group{stage.id, stage.name.empty() ? stage.id : stage.name, static_cast<std::int64_t>(i)};
        mean(stage.id, group);
        mean(stage.name, group);
    }
}

GroupReader::Found GroupReader::interpret(std::string_view text) {
    if (!is_valid_utf8(text)) throw BadEncoding{};
    std::string value = one_line(text);
    if (value.empty()) return {};
    std::string label = value;
    if (legend_ != nullptr) {
        const auto entry = legend_->find(value);
        if (entry != legend_->end() && !one_line(entry->second).empty()) label = one_line(entry->second);
    }
    for (const std::string* meaning : {&value, &label}) {
        if (meant_.empty()) break;
        const auto meant = meant_.find(folded(*meaning));
        if (meant != meant_.end()) return {meant->second.id.empty() ? no_group : names_->code_of(meant->second), false};
    }
    if (matched_only_) return {};
    value = std::move(label);
    return {names_->code_of({value, value, meant_.empty() ? 0 : foreign_order}), matches_};
}

void GroupReader::read_known(CellBlock& cells, std::size_t column, GroupCode* groups) const noexcept {
    cells.each(column, [&, groups](std::size_t i, std::string_view raw) {
        groups[i] = no_group;
        if (raw.empty()) return false;
        const std::uint32_t known = seen_.find(raw);
        const std::uint32_t code = known & no_code;
        groups[i] = code == no_code ? no_group : code;
        return known > no_code; // foreign, or not known
    });
}

void GroupReader::read_known(CellBlock& cells, const std::int32_t* days, GroupCode* groups) const noexcept {
    const KnownDay* const known_days = days_.data();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const KnownDay& known = known_days[static_cast<std::uint32_t>(days[i]) % days_remembered];
        groups[i] = known.code;
        cells.mark_odd(i, known.ordinal != days[i]);
    }
}

GroupReader::Found GroupReader::read_new(std::string_view raw) {
    const Found found = interpret(unquoted(raw, quote_, scratch_));
    seen_.remember(raw, packed(found));
    return found;
}

GroupCode GroupReader::read_new(Day day) {
    const Period      period = period_of(day, *period_);
    const std::string name = to_string(period);
    const GroupCode   code = names_->code_of({name, name, period.ordinal});
    const auto        ordinal = static_cast<std::int32_t>(day.time_since_epoch().count());
    days_[static_cast<std::uint32_t>(ordinal) % days_.size()] = {ordinal, code};
    return code;
}

} // namespace cx
