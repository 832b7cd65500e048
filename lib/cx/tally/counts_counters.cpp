#include <cx/tally/counts_counters.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/model/made_items.hpp>
#include <cx/tally/counts_groups.hpp>

namespace cx {

namespace {

using Part = AnswerColumn::Part;
using detail::shown_cell;

std::optional<int> point_in(std::string_view text) {
    int point = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), point);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return point;
}

} // namespace

CountsCounters::CountsCounters(const Layout& layout) : layout_(layout) {
    const auto& items = layout.model().items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind == ItemKind::basics) {
            basics_ = i;
        } else if (items[i].kind == ItemKind::kept) {
            kept_.emplace(items[i].promise, i);
        } else {
            items_.emplace(items[i].id, i);
        }
    }
}

std::size_t CountsCounters::item_of(const CountsRecord& record, const CountsRecords& at) const {
    const auto known = items_.find(std::string(record.item));
    if (known != items_.end()) return known->second;
    std::vector<std::string> ids;
    for (const auto& [id, index] : items_) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    const auto meant = nearest(record.item, ids);
    throw Error(at.place("item"), fmt::format("the model has no item {}", shown_cell(record.item)),
                meant ? fmt::format("did you mean '{}'?", *meant)
                      : "give the model that these were counted with: --model FILE");
}

std::vector<std::size_t> CountsCounters::made_counters(const CountsRecord& record, const CountsRecords& at) const {
    const auto refuse_point = [&](const char* points) {
        throw Error(at.place("point"), fmt::format("{} is no point of it", shown_cell(record.point)), points);
    };
    if (record.kind == CountsKind::kept) {
        const auto item = kept_.find(std::string(record.item));
        if (item == kept_.end()) {
            throw Error(at.place("item"),
                        fmt::format("the model has no promise {} with a minimum", shown_cell(record.item)),
                        "give the model that these were counted with: --model FILE");
        }
        const auto point = point_in(record.point);
        if (!point || *point < 0 || *point > 1) refuse_point("it is 1 (kept) or 0");
        return {layout_.column(layout_.schema().column_of(item->second)) + static_cast<std::size_t>(*point)};
    }
    if (!basics_) {
        throw Error(at.place("kind"), "the model has no basic need with a threshold",
                    "give the model that these were counted with: --model FILE");
    }
    const std::size_t column = layout_.schema().column_of(*basics_);
    if (record.point == "alone") {
        const std::size_t item = item_of(record, at);
        const auto        needs = made_from(layout_.model(), layout_.model().items[*basics_]);
        const auto        need = std::find(needs.begin(), needs.end(), item);
        if (need == needs.end())
            throw Error(at.place("item"), fmt::format("item {} is no basic need", shown_cell(record.item)));
        return {layout_.column(column + 2) + static_cast<std::size_t>(need - needs.begin())};
    }
    if (record.point == "0" || record.point == "1") return {layout_.column(column) + (record.point == "1" ? 1 : 0)};
    if (record.point != "complete" && record.point != "incomplete")
        refuse_point("it is 1 (met), 0, complete, incomplete or alone");
    return {layout_.column(column + 1) + (record.point == "complete" ? 1 : 0)};
}

std::vector<std::size_t> CountsCounters::of(const CountsRecord& record, const CountsRecords& at) const {
    if (record.kind == CountsKind::basics || record.kind == CountsKind::kept) return made_counters(record, at);
    const std::size_t index = item_of(record, at);
    const Item&       item = layout_.model().items[index];
    const Scale       scale = scale_of(item);
    std::size_t       column = layout_.schema().column_of(index);
    if (record.kind != CountsKind::answer) {
        if (item.is_pair() && record.point == detail::side_text(item, Part::other)) {
            ++column;
        } else if (record.point != (item.is_pair() ? detail::side_text(item, Part::performance) : "")) {
            throw Error(at.place("point"), fmt::format("{} is no side of the item", shown_cell(record.point)),
                        item.is_pair() ? fmt::format("it is performance or {}", detail::side_text(item, Part::other))
                                       : "it is empty where there is no answer");
        }
        const auto kind = static_cast<std::size_t>(record.kind) - static_cast<std::size_t>(CountsKind::missing);
        return {layout_.column(column) + layout_.points(column) + kind};
    }
    const auto slot_of = [&](std::string_view text, const char* name) -> std::optional<std::size_t> {
        if (text.empty()) return std::nullopt;
        const auto point = point_in(text);
        if (point && scale.holds(*point)) return static_cast<std::size_t>(*point - scale.low);
        if (!point) {
            throw Error(at.place(name), fmt::format("{} is no whole number, as points are", shown_cell(text)),
                        "write 10, not 10.0: in a warehouse, cast points to integers");
        }
        throw Error(at.place(name),
                    fmt::format("{} is no point of item {}, whose scale is {}-{}", shown_cell(text),
                                shown_cell(record.item), scale.low, scale.high),
                    "mend the scale in cx.toml, or count it as out_of_scale");
    };
    const auto first = slot_of(record.point, "point"), second = slot_of(record.paired_point, "paired_point");
    if (second && !item.is_pair()) throw Error(at.place("paired_point"), "is given, and the item is no pair");
    if (!first && !second) throw Error(at.place("point"), "is blank", "an answer has a point");
    std::vector<std::size_t> counters;
    if (first) counters.push_back(layout_.column(column) + *first);
    if (second) counters.push_back(layout_.column(column + 1) + *second);
    if (first && second)
        counters.push_back(*layout_.pair(index) + *first * static_cast<std::size_t>(scale.size()) + *second);
    return counters;
}

} // namespace cx
