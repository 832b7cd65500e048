#include <cx/responses/made_answers.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <cx/model/coding.hpp>
#include <cx/model/made_items.hpp>

namespace cx {

namespace {

constexpr Slot no = 0, yes = 1;

/// The lowest slot whose point is at or over `needed`; behind all points where none is.
Slot lowest_slot(Scale scale, double needed) {
    const double above = std::ceil(needed) - scale.low;
    return static_cast<Slot>(std::clamp(above, 0.0, static_cast<double>(scale.size())));
}

/// The slot of a made column that says nothing about a response.
Slot says_nothing(std::size_t points) {
    return static_cast<Slot>(points + static_cast<std::size_t>(NoAnswer::missing));
}

} // namespace

MadeAnswers::MadeAnswers(const Binding& binding) : schema_(binding.schema) {
    const MeasurementModel& model = *binding.model;
    for (std::size_t d = 0; d < schema_->dimensions.size(); ++d) {
        if (schema_->dimensions[d].source == RowDimension::Source::touchpoint) touchpoint_ = d;
    }
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const Item& made_item = model.items[i];
        if (!is_made(made_item)) continue;
        Made made{made_item.kind == ItemKind::basics, schema_->column_of(i), {}};
        for (const std::size_t from : made_from(model, made_item)) {
            const Item& item = model.items[from];
            const Scale scale = scale_of(item);
            made.parts.push_back({schema_->column_of(from), static_cast<Slot>(scale.size()),
                                  lowest_slot(scale, needed_point(model, made_item, item)), item.touchpoint});
        }
        made_.push_back(std::move(made));
    }
}

bool MadeAnswers::applies(const Part& part, const Response& response) const {
    if (part.touchpoint.empty() || !touchpoint_) return true;
    const GroupCode code = response.groups[*touchpoint_];
    return code == no_group || schema_->dimensions[*touchpoint_].groups->at(code).id == part.touchpoint;
}

MadeAnswers::Count MadeAnswers::count(const Made& made, const Response& response) const {
    Count count;
    for (std::size_t i = 0; i < made.parts.size(); ++i) {
        const Part& part = made.parts[i];
        const Slot  slot = response.answers[part.column];
        const bool  not_applicable = slot == part.points + static_cast<std::size_t>(NoAnswer::not_applicable);
        if (not_applicable || (made.basics && !applies(part, response))) continue;
        ++count.applicable;
        if (slot >= part.points) continue;
        ++count.answered;
        if (slot >= part.needed) continue;
        ++count.failed;
        count.last_failed = i;
    }
    return count;
}

void MadeAnswers::fill(Response& response) const {
    for (const Made& made : made_) {
        const Count count = this->count(made, response);
        const bool  counts = count.answered > 0 && (!made.basics || 2 * count.answered >= count.applicable);
        response.answers[made.column] = !counts ? says_nothing(2) : count.failed == 0 ? yes : no;
        if (!made.basics) continue;
        const Slot complete = count.answered == count.applicable ? yes : no;
        response.answers[made.column + 1] = counts ? complete : says_nothing(2);
        response.answers[made.column + 2] =
            counts && count.failed == 1 ? static_cast<Slot>(count.last_failed) : says_nothing(made.parts.size());
    }
}

} // namespace cx
