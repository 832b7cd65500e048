// The touchpoints of a journey one by one: their scores, how consistent service is, and the seams between owners.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/format.hpp>
#include <cx/present/journey_sections.hpp>
#include <cx/present/sections.hpp>

namespace cx::detail {
namespace {

using Kind = GridColumn::Kind;

constexpr std::ptrdiff_t owner_column = 1;
constexpr std::size_t    owner_beside_strip = 22;
constexpr std::size_t    longest_owners = 60;

std::string owners_text(const MeasurementModel& model, const MapTouchpoint& at) {
    if (at.touchpoint == nullptr) return {};
    return name_text(fmt::format("{}", fmt::join(owners_of(model, *at.touchpoint), ", ")));
}

std::vector<const ScoreRow*> scores_of(const std::vector<const MapTouchpoint*>& touchpoints) {
    std::vector<const ScoreRow*> scores;
    for (const MapTouchpoint* at : touchpoints) {
        if (at->score != nullptr) scores.push_back(at->score);
    }
    return scores;
}

std::string value_cell(const ScoreRow* score, bool weakest) {
    if (score == nullptr) return "–";
    if (score->withheld()) return "withheld";
    return (score->value ? value_text(*score) : "–") + (weakest ? std::string(weakest_mark) : std::string());
}

/// One line a touchpoint: owner, answers, score and interval.
Grid touchpoint_list(const JourneyMap& map, const ViewInput& input, const std::vector<const MapTouchpoint*>& shown,
                     std::size_t longest_owner) {
    Grid grid;
    grid.columns = {{Kind::label, ""},
                    {Kind::spare, "owner"},
                    {Kind::figure, "n"},
                    {Kind::figure, metric_title(map.metric)},
                    {Kind::figure, interval_title(input.table)}};
    const auto  scores = scores_of(shown);
    const auto  bases = base_cells(scores);
    const auto  intervals = interval_cells(scores);
    std::size_t scored = 0;
    for (const MapTouchpoint* at : shown) {
        const bool  has_score = at->score != nullptr;
        const bool  weakest = map.weakest && &map.touchpoints[*map.weakest] == at;
        const Tone  tone = weakest ? Tone::bad : score_tone(at->score);
        std::string owners = shortened(owners_text(input.model, *at), longest_owner);
        GridRow     row;
        row.indent = indent_of(map, *at);
        row.cells = {{starred(*at), Tone::plain, {}},
                     {std::move(owners), Tone::faint, {}},
                     {has_score ? bases[scored] : "", tone, {}},
                     {value_cell(at->score, weakest), tone, {}},
                     {has_score ? intervals[scored] : "no answers", tone, {}}};
        if (has_score) ++scored;
        grid.rows.push_back(std::move(row));
    }
    line_up_marks(grid);
    const bool any_owner = std::any_of(grid.rows.begin(), grid.rows.end(),
                                       [](const GridRow& row) { return !row.cells[owner_column].text.empty(); });
    if (!any_owner) {
        grid.columns.erase(grid.columns.begin() + owner_column);
        for (GridRow& row : grid.rows) row.cells.erase(row.cells.begin() + owner_column);
    }
    return grid;
}

/// Draws the scores and their intervals beside the list, and the journey's own.
void add_strips(Grid& grid, const JourneyMap& map, const std::vector<const MapTouchpoint*>& shown) {
    const auto scores = scores_of(shown);
    if (std::none_of(scores.begin(), scores.end(), [](const ScoreRow* score) { return dot_of(*score); })) return;
    if (map.whole != nullptr && !map.whole->withheld() && !map.of_items) grid.reference = map.whole->value;
    grid.axis = axis_of(scores, grid.reference);
    if (grid.reference) grid.reference_name = rounded(*grid.reference, decimals_of(map.whole->unit));
    grid.columns.push_back({Kind::strip, ""});
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Tone tone = grid.rows[i].cells.back().tone;
        grid.rows[i].cells.push_back({"", tone, shown[i]->score ? dot_of(*shown[i]->score) : std::nullopt});
    }
}

/// Lowest and highest channel, range, spread and share; empty with fewer than two channels that can be compared.
std::vector<std::string> spread_cells(const MapTouchpoint& at) {
    constexpr std::size_t    cells = 5;
    constexpr double         percent = 100;
    std::vector<std::string> texts(cells);
    if (at.spread.units < 2) return texts;
    std::vector<const MapTouchpoint::Channel*> known;
    for (const auto& channel : at.channels) {
        if (!channel.score->withheld() && channel.score->value && channel.score->se) known.push_back(&channel);
    }
    const auto [lowest, highest] = std::minmax_element(
        known.begin(), known.end(), [](const auto* a, const auto* b) { return *a->score->value < *b->score->value; });
    const MapTouchpoint::Channel &low = **lowest, &high = **highest;
    const int                     decimals = decimals_of(low.score->unit);
    texts = {name_text(low.id) + " " + value_text(*low.score), name_text(high.id) + " " + value_text(*high.score),
             rounded(*at.spread.range, decimals), rounded(*at.spread.standard_deviation, decimals),
             at.spread.share_between ? rounded(percent * *at.spread.share_between, 1) + "%" : "–"};
    return texts;
}

/// Leaves only the first `kept` columns.
void drop_columns(Grid& grid, std::size_t kept) {
    grid.columns.resize(kept);
    for (GridRow& row : grid.rows) row.cells.resize(kept);
}

} // namespace

Section touchpoints_section(const JourneyMap& map, const ViewInput& input, const Look& look) {
    Section                           section{heading_of(map, "touchpoints"), {}, {}};
    std::vector<const MapTouchpoint*> shown;
    for (const MapTouchpoint& at : map.touchpoints) {
        if (look.top == 0 || shown.size() < look.top) shown.push_back(&at);
    }
    if (!shown.empty()) {
        section.grids.push_back(touchpoint_list(map, input, shown, owner_beside_strip));
        add_strips(section.grids.back(), map, shown);
    }
    if (shown.size() < map.touchpoints.size()) {
        section.notes.push_back(fmt::format("{} more are not shown", map.touchpoints.size() - shown.size()));
    }
    if (map.weakest) section.notes.emplace_back("◀ weakest link");
    return section;
}

Section consistency_section(const JourneyMap& map) {
    Section section{heading_of(map, "consistency of service"), {}, {}};
    Grid    grid;
    grid.columns = {{Kind::label, ""},
                    {Kind::figure, "consensus"},
                    {Kind::figure, "lowest channel"},
                    {Kind::figure, "highest channel"},
                    {Kind::figure, "range"},
                    {Kind::figure, "spread"},
                    {Kind::figure, "between channels"}};
    bool any_spread = false, any_consensus = false;
    for (const MapTouchpoint& at : map.touchpoints) {
        const bool agreed = at.consensus != nullptr && !at.consensus->withheld() && at.consensus->value;
        any_consensus = any_consensus || agreed;
        any_spread = any_spread || at.spread.units > 1;
        GridRow row;
        row.indent = indent_of(map, at);
        row.cells.push_back({starred(at), Tone::plain, {}});
        row.cells.push_back({agreed ? value_text(*at.consensus) : "–", Tone::plain, {}});
        for (std::string& cell : spread_cells(at)) row.cells.push_back({std::move(cell), Tone::plain, {}});
        grid.rows.push_back(std::move(row));
    }
    if (!any_spread && !any_consensus) return section;
    if (!any_spread) drop_columns(grid, 2);
    section.grids.push_back(std::move(grid));
    section.notes.emplace_back("consensus: how much customers agree with one another, from 0 (half at either end) to 1 "
                               "(all alike)");
    if (!any_spread) return section;
    section.notes.emplace_back("spread: standard deviation between the channels, sampling noise taken out");
    section.notes.emplace_back("between channels: of all that makes answers differ, what lies between channels");
    return section;
}

/// Touchpoints that several parties answer for, between those before and after them.
Section seams_section(const JourneyMap& map, const ViewInput& input) {
    Section                           section{heading_of(map, "seams"), {}, {}};
    std::vector<const MapTouchpoint*> along(map.touchpoints.size());
    for (const MapTouchpoint& at : map.touchpoints) along[at.place] = &at;
    for (std::size_t i = 0; i < along.size(); ++i) {
        if (along[i]->touchpoint == nullptr || owners_of(input.model, *along[i]->touchpoint).size() < 2) continue;
        std::vector<const MapTouchpoint*> shown;
        if (i > 0) shown.push_back(along[i - 1]);
        shown.push_back(along[i]);
        if (i + 1 < along.size()) shown.push_back(along[i + 1]);
        Grid grid = touchpoint_list(map, input, shown, longest_owners);
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            const std::size_t place = i + row - (i > 0 ? 1 : 0);
            const char* const where = place < i ? "before: " : place > i ? "after: " : "seam: ";
            grid.rows[row].cells.front().text.insert(0, where);
            grid.rows[row].indent = place == i ? 0 : 2;
        }
        section.grids.push_back(std::move(grid));
    }
    if (!section.grids.empty()) {
        section.notes.emplace_back(
            "seam: a touchpoint that more than one party answers for, between those on either side");
    }
    return section;
}

} // namespace cx::detail
