#include <cx/present/target_section.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/target_words.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;
using Judged = std::vector<const JudgedTarget*>;

constexpr std::size_t most_reasons = 10;

/// What asks for action first.
std::size_t place_of(const JudgedTarget& target) {
    constexpr std::array<std::string_view, 4> order{"missed", "undecided", "met", "not due"};
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), target.status) - order.begin());
}

Tone tone_of_status(const JudgedTarget& target) {
    if (target.status == "missed") return Tone::bad;
    if (target.status == "met") return Tone::good;
    return target.status == "not due" ? Tone::faint : Tone::plain;
}

bool is_within_margin(const JudgedTarget& target) { return target.certain == std::optional(false); }

/// With room for the mark of the margin where another one has it, so that words end below one another.
std::string status_cell(const JudgedTarget& target, bool any_mark) {
    return target.status + (is_within_margin(target) ? " ±" : any_mark ? "  " : "");
}

/// `28.4 to 38.1`, so that the ends stand below one another.
std::vector<std::string> interval_column(const Judged& targets) {
    std::vector<IntervalEnds> ends;
    std::size_t               low = 0;
    std::size_t               high = 0;
    for (const JudgedTarget* target : targets) {
        ends.push_back(target_interval(*target));
        low = std::max(low, display_width(ends.back().low));
        high = std::max(high, display_width(ends.back().high));
    }
    std::vector<std::string> cells;
    for (const IntervalEnds& pair : ends) {
        cells.push_back(pair.low.empty() ? "–"
                                         : std::string(low - display_width(pair.low), ' ') + pair.low + " to " +
                                               std::string(high - display_width(pair.high), ' ') + pair.high);
    }
    return cells;
}

/// Why targets are undecided, or how those stand that are not due.
void add_reasons(std::vector<std::string>& notes, const Judged& targets) {
    std::size_t left = 0;
    for (const JudgedTarget* target : targets) {
        if (target->certain || target->reason.empty()) continue;
        if (notes.size() >= most_reasons) {
            ++left;
            continue;
        }
        notes.push_back(fmt::format("{}: {}", target_label(*target), target_standing(*target)));
    }
    if (left > 0) notes.push_back(fmt::format("and {} more; --format json has every reason", left));
}

Grid targets_grid(const Judged& targets, double confidence) {
    const bool any_mark = std::any_of(targets.begin(), targets.end(),
                                      [](const JudgedTarget* target) { return is_within_margin(*target); });
    const bool owned =
        std::any_of(targets.begin(), targets.end(), [](const JudgedTarget* target) { return !target->owner.empty(); });
    Grid grid;
    grid.columns = {{Kind::label, ""},        {Kind::figure, "n"},
                    {Kind::figure, "value"},  {Kind::figure, percent_text(confidence) + " interval"},
                    {Kind::figure, "target"}, {Kind::figure, "distance"},
                    {Kind::figure, "status"}};
    if (owned) grid.columns.push_back({Kind::spare, "owner"});
    const std::vector<std::string> intervals = interval_column(targets);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const JudgedTarget& target = *targets[i];
        GridRow             row;
        for (std::string& text :
             std::vector<std::string>{target_label(target), target.withheld ? "" : count_text(target.n),
                                      target_value(target), intervals[i], target.bounds, target_distance(target)}) {
            row.cells.push_back({std::move(text), target.withheld ? Tone::faint : Tone::plain, {}});
        }
        row.cells.front().tone = Tone::plain;
        row.cells.push_back({status_cell(target, any_mark), tone_of_status(target), {}});
        if (owned) row.cells.push_back({visible(one_line(target.owner)), Tone::plain, {}});
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

} // namespace

Section target_section(const ScoreTable& table) {
    Section section;
    section.heading = "Targets";
    if (table.targets.empty()) return section;
    section.heading += ": " + short_verdict(table);
    Judged targets;
    for (const JudgedTarget& target : table.targets) targets.push_back(&target);
    std::stable_sort(targets.begin(), targets.end(),
                     [](const auto* left, const auto* right) { return place_of(*left) < place_of(*right); });
    section.grids.push_back(targets_grid(targets, table.confidence));
    add_reasons(section.notes, targets);
    const bool any_judged =
        std::any_of(targets.begin(), targets.end(), [](const auto* target) { return target->certain.has_value(); });
    if (any_judged) {
        section.notes.emplace_back("distance: to the nearest bound, below 0 on the wrong side of it");
        section.notes.emplace_back("met or missed with ±: within the margin, the interval reaches over the bound; "
                                   "without it: certain, all of the interval is on that side");
    }
    return section;
}

} // namespace cx
