// Promise by promise: what was promised, whether it is kept, and where along the journey it breaks.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <cx/present/promise_sections.hpp>
#include <cx/present/promise_standing.hpp>
#include <cx/present/view.hpp>

namespace cx {
namespace {

using Row = std::vector<ViewTable::Cell>;

/// n, score, low, high.
void add_figures(Row& cells, const ScoreRow* row) {
    constexpr std::size_t figures = 4;
    if (row == nullptr || row->withheld()) {
        cells.resize(cells.size() + figures);
        return;
    }
    cells.emplace_back(row->n);
    for (const auto& value : {row->value, row->low, row->high}) cells.push_back(ViewTable::figure(value));
}

ViewTable::Cell value_of(const ScoreRow* row) {
    return row == nullptr || row->withheld() ? ViewTable::Cell() : ViewTable::figure(row->value);
}

Row names_of(const PromiseStanding& promise, const std::string& item, const std::string& touchpoint) {
    return {promise.promise->id, std::string(to_string(promise.promise->need)), promise.owner, item, touchpoint};
}

/// The target on one question, over all responses or in its promise.
const JudgedTarget* target_on(const ScoreTable& table, const PromiseStanding& promise, const PromiseItem& item) {
    if (item.score == nullptr) return nullptr;
    const auto found = std::find_if(table.targets.begin(), table.targets.end(), [&](const JudgedTarget& target) {
        const bool here = target.dimension == "all" || target.dimension.empty() ||
                          (target.dimension == "promise" && target.group == promise.promise->id);
        return here && target.item == item.item->id && target.metric == item.score->metric;
    });
    return found == table.targets.end() ? nullptr : &*found;
}

void add_promise(ViewTable& view, const ScoreTable& table, const PromiseStanding& promise) {
    const std::string standing(to_string(promise.judgement.standing));
    Row               whole = names_of(promise, {}, {});
    add_figures(whole, promise.kept != nullptr ? promise.kept : promise.performance);
    whole.push_back(value_of(promise.gap));
    whole.emplace_back(promise.aim);
    whole.emplace_back(standing);
    view.rows.push_back(std::move(whole));
    for (const PromiseItem& item : promise.items) {
        Row row = names_of(promise, item.item->id, item.item->touchpoint);
        add_figures(row, item.score);
        row.push_back(value_of(item.gap));
        const JudgedTarget* const target = target_on(table, promise, item);
        row.emplace_back(target == nullptr ? std::string() : target->metric + " " + target->bounds);
        row.emplace_back(target == nullptr ? std::string() : target->status);
        view.rows.push_back(std::move(row));
    }
    for (const PromiseTouchpoint& touchpoint : promise.touchpoints) {
        Row row = names_of(promise, {}, touchpoint.id);
        add_figures(row, touchpoint.kept != nullptr ? touchpoint.kept : touchpoint.gap);
        row.push_back(value_of(touchpoint.gap));
        row.emplace_back(promise.line);
        row.emplace_back(std::string(to_string(touchpoint.judgement.standing)));
        view.rows.push_back(std::move(row));
    }
}

} // namespace

std::vector<std::string> promise_groupings(const MeasurementModel& model) {
    if (model.promises.empty()) return {};
    if (model.columns.touchpoint.empty()) return {"promise"};
    return {"promise", "promise:touchpoint", "touchpoint"};
}

/// One row a promise, then its items, then its touchpoints. The score of a promise and of a touchpoint is the share of
/// responses at the minimum, or the performance where there is none; of an item its own.
ShownView promise_view(const ViewInput& input, const Look& look) {
    const std::vector<PromiseStanding> promises = promises_in(input.model, input.table);
    ShownView                          view;
    view.table.name = "promise";
    view.table.columns = {"promise", "need", "owner", "item", "touchpoint", "n",
                          "score",   "low",  "high",  "gap",  "target",     "status"};
    for (const PromiseStanding& promise : promises) add_promise(view.table, input.table, promise);
    view.sections = promise_sections(input.model, input.table, promises, look);
    view.notes = promise_notes(input.table, promises);
    return view;
}

} // namespace cx
