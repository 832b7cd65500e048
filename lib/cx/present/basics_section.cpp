// How basic needs are met, and which of them fails most.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/promise_sections.hpp>
#include <cx/present/sections.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;

/// The rows of `basics_met` in one dimension.
std::vector<const ScoreRow*> met_rows(const ScoreTable& table, const std::string& dimension) {
    for (const auto* rows : {&table.scores, &table.supporting}) {
        std::vector<const ScoreRow*> found;
        for (const ScoreRow& row : *rows) {
            if (row.metric == "basics_met" && row.dimension == dimension) found.push_back(&row);
        }
        if (!found.empty()) return found;
    }
    return {};
}

double share(double part, double all) {
    constexpr double hundred = 100;
    return all > 0 ? hundred * part / all : 0;
}

std::string share_text(double part, double all) {
    return all > 0 ? rounded(share(part, all), 1) + "%" : std::string("–");
}

double failed_share(const BasicNeeds::Item& item) { return item.withheld ? -1 : share(item.failed, item.base); }

/// What fails most often first.
std::vector<const BasicNeeds::Item*> ranked(const BasicNeeds& basics) {
    std::vector<const BasicNeeds::Item*> items;
    for (const BasicNeeds::Item& item : basics.items) items.push_back(&item);
    std::stable_sort(items.begin(), items.end(), [](const BasicNeeds::Item* a, const BasicNeeds::Item* b) {
        return failed_share(*a) > failed_share(*b);
    });
    return items;
}

std::string item_name(const BasicNeeds::Item& item) {
    return shown_text(item.item_text.empty() ? item.item : item.item_text);
}

/// A choice has a good answer, not a point to reach.
std::string needed_text(const MeasurementModel& model, const BasicNeeds::Item& item) {
    const auto found =
        std::find_if(model.items.begin(), model.items.end(), [&](const Item& each) { return each.id == item.item; });
    const bool choice = found != model.items.end() && found->kind == ItemKind::choice;
    return choice ? "a good answer" : "≥ " + shortest(item.threshold);
}

Grid items_grid(const MeasurementModel& model, const BasicNeeds& basics) {
    Grid grid;
    grid.columns = {{Kind::label, ""},
                    {Kind::figure, "needed"},
                    {Kind::figure, "answered"},
                    {Kind::figure, "failed"},
                    {Kind::figure, "alone"}};
    for (const BasicNeeds::Item* item : ranked(basics)) {
        const bool hidden = item->withheld;
        const bool alone_hidden = hidden || basics.withheld;
        grid.rows.push_back(
            {{{item_name(*item), Tone::plain, {}},
              {needed_text(model, *item), Tone::plain, {}},
              {hidden ? std::string() : count_text(item->answered), Tone::plain, {}},
              {hidden ? std::string("withheld") : share_text(item->failed, item->base), Tone::plain, {}},
              {alone_hidden ? std::string() : share_text(item->alone, basics.base), Tone::plain, {}}},
             0});
    }
    return grid;
}

std::string met_sentence(const ScoreRow& row, const ScoreTable& table) {
    if (row.withheld()) return "Whether all basic needs are met is withheld";
    if (!row.value) return "No response answered enough of the basic needs to tell";
    std::string text = fmt::format("All basic needs are met in {} of {} responses", value_text(row), count_text(row.n));
    if (row.low && row.high) {
        text += fmt::format(" ({} {} to {})", interval_title(table), rounded(*row.low, 1), rounded(*row.high, 1));
    }
    return text;
}

/// The group of a dimension where fewest have their needs met, of those with enough answers to say so.
const ScoreRow* lowest_of(const std::vector<const ScoreRow*>& rows) {
    const ScoreRow* lowest = nullptr;
    for (const ScoreRow* row : rows) {
        if (row->withheld() || !row->value || is_low_base(*row)) continue;
        if (lowest == nullptr || *row->value < *lowest->value) lowest = row;
    }
    return lowest;
}

std::string most_failed_sentence(const BasicNeeds& basics) {
    const std::vector<const BasicNeeds::Item*> items = ranked(basics);
    if (items.empty() || items.front()->withheld || items.front()->failed == 0) return {};
    const BasicNeeds::Item& most = *items.front();
    std::string             text =
        fmt::format("Fails most often: {}, in {} of its answers", item_name(most), share_text(most.failed, most.base));
    if (basics.withheld) return text;
    const auto alone = std::max_element(basics.items.begin(), basics.items.end(),
                                        [](const BasicNeeds::Item& a, const BasicNeeds::Item& b) {
                                            return (a.withheld ? 0 : a.alone) < (b.withheld ? 0 : b.alone);
                                        });
    if (alone->withheld || alone->alone == 0) return text;
    return text + fmt::format("; most often the only one that fails: {}, in {} of responses", item_name(*alone),
                              share_text(alone->alone, basics.base));
}

} // namespace

Section basics_section(const MeasurementModel& model, const ScoreTable& table) {
    Section     section{"Basic needs met", {}, {}};
    const auto  overall = met_rows(table, "all");
    const auto& basics = table.basics;
    if (overall.empty() || basics.items.empty()) return section;
    section.lead.push_back(met_sentence(*overall.front(), table));
    if (!basics.withheld && basics.counted > 0) {
        section.lead.push_back(fmt::format("Of these responses {} answered every basic need that applies to them",
                                           share_text(basics.complete, basics.base)));
    }
    const std::string most = most_failed_sentence(basics);
    if (!most.empty()) section.lead.push_back(most);
    if (const ScoreRow* const lowest = lowest_of(met_rows(table, "touchpoint"))) {
        section.lead.push_back(fmt::format("Fewest have them met at {}: {} of {}", group_label(*lowest),
                                           value_text(*lowest), count_text(lowest->n)));
    }
    section.grids.push_back(items_grid(model, basics));
    section.notes.emplace_back(
        "failed: of its answers; alone: of all responses, those in which it is the only basic need "
        "that failed");
    return section;
}

} // namespace cx
