// Whole customers: what holds across the touchpoints that each of them met.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cx/present/figures.hpp>
#include <cx/present/journey_sections.hpp>
#include <cx/present/sections.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;

std::string customers_text(std::uint64_t count) {
    return count == 1 ? std::string("1 customer") : count_text(count) + " customers";
}

/// A share of customers as a row of the table, so that it is written as all figures are.
ScoreRow score_of(const Estimate& share, bool withheld) {
    ScoreRow row;
    row.unit = Unit::percent;
    row.scale_high = 100;
    row.n = share.n;
    row.value = share.value;
    row.low = share.low;
    row.high = share.high;
    if (withheld) row.note = "withheld";
    if (!withheld && share.n > 0 && share.n < low_base_below) row.note = "low base";
    return row;
}

/// Shares of customers, line by line.
class Shares {
  public:
    void add(const std::string& label, const Estimate& share, bool withheld) {
        labels_.push_back(label);
        rows_.push_back(score_of(share, withheld));
    }
    [[nodiscard]] Grid grid(const std::string& title, const ScoreTable& table) const {
        std::vector<const ScoreRow*> rows;
        for (const ScoreRow& row : rows_) rows.push_back(&row);
        Grid grid;
        grid.columns = {{Kind::label, title},
                        {Kind::figure, "customers"},
                        {Kind::figure, "share"},
                        {Kind::figure, interval_title(table)},
                        {Kind::strip, ""}};
        const auto bases = base_cells(rows);
        const auto intervals = interval_cells(rows);
        grid.axis = axis_of(rows, std::nullopt);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Tone tone = rows_[i].note.empty() ? Tone::plain : Tone::faint;
            GridRow    row;
            row.cells = {{labels_[i], Tone::plain, {}},
                         {bases[i], tone, {}},
                         {rows_[i].withheld() ? "withheld"
                          : rows_[i].value    ? value_text(rows_[i])
                                              : "–",
                          tone,
                          {}},
                         {intervals[i], tone, {}},
                         {"", tone, dot_of(rows_[i])}};
            grid.rows.push_back(std::move(row));
        }
        return grid;
    }

  private:
    std::vector<std::string> labels_;
    std::vector<ScoreRow>    rows_;
};

std::string touchpoint_name(const JourneyMap& map, const std::string& id) {
    const auto found = std::find_if(map.touchpoints.begin(), map.touchpoints.end(),
                                    [&](const MapTouchpoint& at) { return at.id == id; });
    return found == map.touchpoints.end() ? detail::name_text(id) : detail::starred(*found);
}

Grid weakest_grid(const JourneyMap& map, const CustomerJourney& known, const ScoreTable& table) {
    std::vector<const CustomerJourney::Weakest*> order;
    for (const auto& weakest : known.weakest) order.push_back(&weakest);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        if (a->withheld != b->withheld) return b->withheld;
        return !a->withheld && a->customers > b->customers;
    });
    Shares shares;
    for (const auto* weakest : order) {
        Estimate share = weakest->share;
        share.n = weakest->met;
        shares.add(touchpoint_name(map, weakest->touchpoint), share, weakest->withheld);
    }
    Grid grid = shares.grid("a customer's weakest touchpoint", table);
    grid.columns[1].title = "rated by";
    grid.columns[2].title = "weakest for";
    constexpr std::size_t strip = 4;
    constexpr double      percent = 100;
    grid.columns.insert(grid.columns.begin() + strip, {Kind::figure, "of those who rated it"});
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto&  weakest = *order[i];
        const double own = percent * static_cast<double>(weakest.customers) / static_cast<double>(weakest.met);
        auto&        cells = grid.rows[i].cells;
        cells.insert(cells.begin() + strip, {weakest.withheld ? "" : rounded(own, 1) + "%", cells[1].tone, {}});
    }
    return grid;
}

void add_known(Section& section, const JourneyMap& map, const CustomerJourney& known, const ViewInput& input) {
    const auto fewest = static_cast<std::uint64_t>(std::max(input.table.minimum_n, 0));
    const bool few = known.linked > 0 && known.linked < fewest;
    section.lead.push_back(fmt::format("{} known; {} met two touchpoints or more.", customers_text(known.customers),
                                       few ? fmt::format("fewer than {}", fewest) : count_text(known.linked)));
    if (input.customers.thresholds) {
        Shares shares;
        shares.add("all customers", known.all_touchpoints_met, known.all_withheld);
        if (known.linked_met.n > 0) {
            shares.add("of two touchpoints or more", known.linked_met, known.linked_withheld);
        }
        section.grids.push_back(shares.grid("every touchpoint they met at or over its threshold", input.table));
    } else {
        section.notes.emplace_back("whether every touchpoint is at or over its threshold cannot be measured: no "
                                   "question that is asked along the journey has one (`threshold`, or its promise's "
                                   "`minimum`)");
    }
    if (known.ranked == 0) {
        section.notes.emplace_back("no customer rated two touchpoints: none is a customer's weakest");
    } else if (known.ranked_withheld) {
        section.notes.emplace_back("a customer's weakest touchpoint is withheld: too few rated two or more");
    } else {
        section.grids.push_back(weakest_grid(map, known, input.table));
        section.notes.push_back(fmt::format("weakest for: share of the {} who rated two touchpoints or more; of two "
                                            "rated alike, the earlier one",
                                            customers_text(known.ranked)));
    }
}

} // namespace

std::string unmeasured(const ViewInput& input) {
    if (input.model.columns.respondent.empty()) {
        return "The whole journey cannot be measured: no column says which customer answered ([columns] respondent).";
    }
    const auto& inputs = input.table.inputs;
    const bool  counts = std::any_of(inputs.begin(), inputs.end(),
                                     [](const InputAccount& account) { return account.dialect == "counts"; });
    if (!input.customers.measured && counts)
        return "The whole journey cannot be measured: counts files hold no customers; the exports do.";
    if (!input.customers.measured)
        return "The whole journey cannot be measured: no answer says which customer gave it.";
    return {};
}

Section customers_section(const JourneyMap& map, std::size_t journey, const ViewInput& input) {
    Section section;
    section.heading = detail::heading_of(map, "whole customers");
    const std::string why_not = unmeasured(input);
    if (!why_not.empty() || journey >= input.customers.journeys.size()) {
        section.lead.push_back(why_not);
        return section;
    }
    const CustomerJourney& known = input.customers.journeys[journey];
    if (known.withheld) {
        section.lead.emplace_back("Withheld: too few customers are known.");
    } else if (known.customers == 0) {
        section.lead.emplace_back("No customer is known who met any of its touchpoints.");
    } else {
        add_known(section, map, known, input);
    }
    return section;
}

} // namespace cx
