#include <cx/responses/group_reader.hpp>

#include <cx/base/text.hpp>
#include <cx/exports/record.hpp>
#include <cx/responses/answer_reader.hpp>

namespace cx {

namespace {

constexpr std::int64_t foreign_order = 1'000'000; // behind every group that the model names
constexpr std::size_t  most_texts_remembered = 65'536;

} // namespace

GroupReader::GroupReader(const Binding& binding, std::size_t dimension)
    : names_(binding.schema->dimensions[dimension].groups.get()),
      column_(binding.dimensions[dimension]),
      period_(binding.schema->dimensions[dimension].period),
      quote_(binding.recognition->quote) {
    const MeasurementModel& model = *binding.model;
    using Source = RowDimension::Source;
    const Source source = binding.schema->dimensions[dimension].source;
    const bool   from_touchpoint = !column_ && (source == Source::stage || source == Source::channel);
    if (from_touchpoint) column_ = binding.touchpoint;
    if (source == Source::touchpoint) match_touchpoints(model, &Touchpoint::id);
    if (source == Source::stage && from_touchpoint) match_touchpoints(model, &Touchpoint::stage);
    if (source == Source::stage && !from_touchpoint) match_stages(model);
    if (source == Source::channel && from_touchpoint) match_touchpoints(model, &Touchpoint::channel);
    matched_only_ = from_touchpoint;
    if (column_) {
        const auto& labels = binding.recognition->columns[*column_].labels;
        if (!labels.empty()) legend_ = &labels;
    } else if (!period_) {
        shared_ = interpret(binding.file_stem);
    }
}

void GroupReader::match_touchpoints(const MeasurementModel& model, std::string Touchpoint::*to) {
    const bool itself = to == &Touchpoint::id;
    matches_ = itself && !model.touchpoints.empty();
    for (std::size_t i = 0; i < model.touchpoints.size(); ++i) {
        const Touchpoint& touchpoint = model.touchpoints[i];
        GroupName         group{touchpoint.*to, touchpoint.*to, static_cast<std::int64_t>(i)};
        if (itself && !touchpoint.name.empty()) group.name = touchpoint.name;
        if (to == &Touchpoint::stage) {
            for (std::size_t s = 0; s < model.stages.size(); ++s) {
                if (model.stages[s].id != group.id) continue;
                group.order = static_cast<std::int64_t>(s);
                if (!model.stages[s].name.empty()) group.name = model.stages[s].name;
            }
        }
        meant_.emplace(folded(touchpoint.id), group);
        meant_.emplace(folded(touchpoint.name), group);
        for (const std::string& value : touchpoint.match) meant_.emplace(folded(value), group);
    }
    meant_.erase("");
}

void GroupReader::match_stages(const MeasurementModel& model) {
    for (std::size_t i = 0; i < model.stages.size(); ++i) {
        const Stage&    stage = model.stages[i];
        const GroupName group{stage.id, stage.name.empty() ? stage.id : stage.name, static_cast<std::int64_t>(i)};
        meant_.emplace(folded(stage.id), group);
        meant_.emplace(folded(stage.name), group);
    }
    meant_.erase("");
}

GroupReader::Found GroupReader::interpret(std::string_view text) {
    if (!is_valid_utf8(text)) throw BadEncoding{};
    std::string value = one_line(text);
    if (value.empty()) return {};
    if (!meant_.empty()) {
        const auto meant = meant_.find(folded(value));
        if (meant != meant_.end()) return {meant->second.id.empty() ? no_group : names_->code_of(meant->second), false};
    }
    if (matched_only_) return {};
    if (legend_ != nullptr) {
        const auto label = legend_->find(value);
        if (label != legend_->end()) value = one_line(label->second);
    }
    return {names_->code_of({value, value, meant_.empty() ? 0 : foreign_order}), matches_};
}

GroupReader::Found GroupReader::read(std::string_view raw) {
    if (raw.empty()) return {};
    if (const auto known = seen_.find(raw); known != seen_.end()) return known->second;
    const Found found = interpret(unquoted(raw, quote_, scratch_));
    if (seen_.size() < most_texts_remembered && raw.size() <= 256) seen_.emplace(raw, found);
    return found;
}

GroupReader::Found GroupReader::read(Day day) {
    const Period period = period_of(day, *period_);
    const auto   known = periods_.find(period.ordinal);
    if (known != periods_.end()) return {known->second, false};
    const std::string name = to_string(period);
    const GroupCode   code = names_->code_of({name, name, period.ordinal});
    periods_.emplace(period.ordinal, code);
    return {code, false};
}

} // namespace cx
