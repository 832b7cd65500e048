// The map of a journey, its touchpoints, the spread between their channels, and the seams between owners.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/format.hpp>
#include <cx/present/journey_sections.hpp>
#include <cx/present/sections.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;

constexpr std::size_t      longest_name = 60;
constexpr std::string_view critical_mark = "★ ";
constexpr std::string_view weakest_mark = " ◀";

std::string name_text(const std::string& name) { return shortened(visible(name), longest_name); }

/// `33.4 · 1,010`, the number of answers in parentheses for a low base.
std::string score_text(const ScoreRow* score) {
    if (score == nullptr) return {};
    if (score->withheld()) return "withheld";
    if (!score->value) return "–";
    const std::string n = count_text(score->n);
    return value_text(*score) + " · " + (is_low_base(*score) ? "(" + n + ")" : n);
}

Tone score_tone(const ScoreRow* score) {
    return score == nullptr || score->withheld() || is_low_base(*score) ? Tone::faint : Tone::plain;
}

Cell score_cell(const ScoreRow* score, bool weakest = false) {
    if (weakest) return {score_text(score) + std::string(weakest_mark), Tone::bad, {}};
    return {score_text(score), score_tone(score), {}};
}

std::string stage_name(const Stage& stage) { return stage.id.empty() ? "in no stage" : name_text(stage.name); }

std::string starred(const MapTouchpoint& at) {
    return (at.critical ? std::string(critical_mark) : std::string()) + name_text(at.name);
}

/// `Osto: NPS`, with what is asked where there are several questions.
std::string heading_of(const JourneyMap& map, const std::string& what) {
    const std::string name = map.course.id.empty() ? "Journey" : name_text(map.course.name);
    return what.empty() ? name : name + ": " + what;
}

/// Puts the space of the mark behind every other cell of a column that has one, so that figures line up.
void line_up_marks(Grid& grid) {
    for (std::size_t column = 1; column < grid.columns.size(); ++column) {
        const auto marked = [&](const GridRow& row) { return row.cells[column].text.ends_with(weakest_mark); };
        if (std::none_of(grid.rows.begin(), grid.rows.end(), marked)) continue;
        for (GridRow& row : grid.rows) {
            if (!marked(row)) row.cells[column].text += "  ";
        }
    }
}

Grid empty_map(const JourneyMap& map, const std::string& whole) {
    Grid grid;
    grid.columns.push_back({Kind::label, metric_title(map.metric) + " · answers"});
    for (const Stage& stage : map.course.stages) grid.columns.push_back({Kind::figure, stage_name(stage)});
    grid.columns.push_back({Kind::figure, whole});
    grid.repeated = 1;
    return grid;
}

GridRow edge_row(const JourneyMap& map, const std::string& label) {
    GridRow row;
    row.cells.push_back({label, Tone::plain, {}});
    for (const ScoreRow* stage : map.stages) row.cells.push_back(score_cell(stage));
    row.cells.push_back(map.of_items ? Cell{} : score_cell(map.whole));
    return row;
}

/// The lowest figure of the map that is no low base; nothing where there are fewer than two.
const ScoreRow* lowest_cell(const JourneyMap& map) {
    const ScoreRow* low = nullptr;
    std::size_t     known = 0;
    for (const MapChannel& channel : map.channels) {
        for (const ScoreRow* score : channel.stages) {
            if (score == nullptr || score->withheld() || !score->value || score->n < low_base_below) continue;
            ++known;
            if (low == nullptr || *score->value < *low->value) low = score;
        }
    }
    return known < 2 ? nullptr : low;
}

/// Stages across, channels down.
Grid channel_map(const JourneyMap& map) {
    Grid                  grid = empty_map(map, "all stages");
    const ScoreRow* const low = lowest_cell(map);
    for (const MapChannel& channel : map.channels) {
        GridRow row;
        row.cells.push_back({name_text(channel.id), Tone::plain, {}});
        for (const ScoreRow* score : channel.stages) row.cells.push_back(score_cell(score, score && score == low));
        row.cells.push_back(score_cell(channel.score));
        grid.rows.push_back(std::move(row));
    }
    grid.rows.push_back(edge_row(map, "all channels"));
    line_up_marks(grid);
    return grid;
}

GridRow touchpoint_row(const JourneyMap& map, std::size_t index, std::size_t indent) {
    const MapTouchpoint& at = map.touchpoints[index];
    GridRow              row;
    row.indent = indent;
    row.cells.push_back({starred(at), Tone::plain, {}});
    for (std::size_t s = 0; s < map.course.stages.size(); ++s) {
        row.cells.push_back(s == at.stage ? score_cell(at.score, map.weakest == index) : Cell{});
    }
    row.cells.push_back(at.stage < map.course.stages.size() ? Cell{} : score_cell(at.score, map.weakest == index));
    return row;
}

/// Stages across, touchpoints down, under their channel where items are of channels.
Grid touchpoint_map(const JourneyMap& map) {
    Grid              grid = empty_map(map, map.of_items && map.channels.empty() ? "" : "all stages");
    std::vector<bool> placed(map.touchpoints.size());
    for (const MapChannel& channel : map.channels) {
        GridRow head;
        head.cells.assign(grid.columns.size(), {});
        head.cells.front().text = name_text(channel.id);
        head.cells.back() = score_cell(channel.score);
        grid.rows.push_back(std::move(head));
        for (std::size_t i = 0; i < map.touchpoints.size(); ++i) {
            const Touchpoint* touchpoint = map.touchpoints[i].touchpoint;
            if (touchpoint == nullptr || touchpoint->channel != channel.id) continue;
            placed[i] = true;
            grid.rows.push_back(touchpoint_row(map, i, 2));
        }
    }
    for (std::size_t i = 0; i < map.touchpoints.size(); ++i) {
        if (!placed[i]) grid.rows.push_back(touchpoint_row(map, i, 0));
    }
    grid.rows.push_back(edge_row(map, "all touchpoints"));
    line_up_marks(grid);
    return grid;
}

bool has_cells(const JourneyMap& map) {
    return std::any_of(map.channels.begin(), map.channels.end(), [](const MapChannel& channel) {
        return std::any_of(channel.stages.begin(), channel.stages.end(),
                           [](const ScoreRow* s) { return s != nullptr; });
    });
}

std::string interval_text(const ScoreRow& score) {
    if (!score.low || !score.high) return {};
    return rounded(*score.low, decimals_of(score.unit)) + " to " + rounded(*score.high, decimals_of(score.unit));
}

/// `Weakest link: Puhelinpalvelu (Tuki), NPS −40.3 (−47.9 to −32.2).` and whether it is told from the next.
std::string weakest_sentence(const JourneyMap& map) {
    if (!map.weakest) return {};
    const MapTouchpoint& at = map.touchpoints[*map.weakest];
    std::string          text = "Weakest link: " + name_text(at.name);
    if (at.stage < map.course.stages.size() && !map.course.stages[at.stage].id.empty()) {
        text += " (" + name_text(map.course.stages[at.stage].name) + ")";
    }
    text += ", " + metric_title(map.metric) + " " + value_text(*at.score);
    const std::string interval = interval_text(*at.score);
    if (!interval.empty()) text += " (" + interval + ")";
    if (is_low_base(*at.score)) text += ", of few answers";
    if (map.rival) {
        return text + "; not told apart from " + name_text(map.touchpoints[*map.rival].name) +
               ", whose interval overlaps.";
    }
    return text + "; no other touchpoint's interval reaches it.";
}

/// How the journey's score lies to the mean of its touchpoints'.
std::string silo_sentence(const JourneyMap& map) {
    if (!map.touchpoint_mean || map.whole == nullptr || map.whole->withheld() || !map.whole->value) return {};
    const int         decimals = decimals_of(map.whole->unit);
    const std::string sign = map.whole->unit == Unit::percent ? "%" : "";
    const double      ahead = *map.touchpoint_mean - *map.whole->value;
    const std::string title = metric_title(map.metric);
    const std::string mean = fmt::format("the mean of its {} touchpoints, each counted alike, is {}{}", map.averaged,
                                         rounded(*map.touchpoint_mean, decimals), sign);
    const std::string whole = fmt::format("{}{}", rounded(*map.whole->value, decimals), sign);
    std::string       text = map.of_items ? fmt::format("Asked about the whole, {} is {} ({}); {}.", title, whole,
                                                        item_label(*map.whole), mean)
                                          : fmt::format("The journey's {} is {}; {}.", title, whole, mean);
    const std::string much = rounded(std::abs(ahead), decimals);
    if (much == rounded(0, decimals)) return text;
    text +=
        fmt::format(" Touchpoint by touchpoint it looks {} {} {} than it is to customers.", much,
                    map.whole->unit == Unit::scale ? "points of the scale" : "points", ahead > 0 ? "better" : "worse");
    return text;
}

Section map_section(const JourneyMap& map, bool several) {
    Section section;
    section.heading = heading_of(map, several && map.of_items ? "each touchpoint by its own question" : "");
    if (!map.course.segment.empty()) {
        section.heading += " (" + visible(fmt::format("{}", fmt::join(map.course.segment, ", "))) + ")";
    }
    if (!map.item_text.empty()) section.lead.push_back(metric_title(map.metric) + ": " + visible(map.item_text));
    for (std::string sentence : {weakest_sentence(map), silo_sentence(map)}) {
        if (!sentence.empty()) section.lead.push_back(std::move(sentence));
    }
    section.grids.push_back(has_cells(map) ? channel_map(map) : touchpoint_map(map));
    return section;
}

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

/// One line a touchpoint: stage, owner, answers, score, interval, and the last two drawn.
Grid touchpoint_list(const JourneyMap& map, const ViewInput& input, const std::vector<const MapTouchpoint*>& shown) {
    const bool with_consensus =
        std::any_of(shown.begin(), shown.end(), [](const MapTouchpoint* at) { return at->consensus != nullptr; });
    Grid grid;
    grid.columns = {{Kind::label, ""},
                    {Kind::spare, "owner"},
                    {Kind::figure, "n"},
                    {Kind::figure, metric_title(map.metric)},
                    {Kind::figure, interval_title(input.table)}};
    if (with_consensus) grid.columns.push_back({Kind::spare, "consensus"});
    grid.columns.push_back({Kind::strip, ""});
    const auto scores = scores_of(shown);
    const auto bases = base_cells(scores);
    const auto intervals = interval_cells(scores);
    const auto whole =
        map.whole != nullptr && !map.whole->withheld() && !map.of_items ? map.whole->value : std::nullopt;
    if (!scores.empty()) grid.axis = axis_of(scores, whole);
    grid.reference = whole;
    if (whole) grid.reference_name = rounded(*whole, decimals_of(map.whole->unit));
    std::size_t scored = 0;
    for (const MapTouchpoint* at : shown) {
        GridRow     row;
        const bool  has_score = at->score != nullptr;
        const bool  weakest = map.weakest && &map.touchpoints[*map.weakest] == at;
        const Tone  tone = weakest ? Tone::bad : score_tone(at->score);
        std::string value = !has_score              ? "–"
                            : at->score->withheld() ? "withheld"
                            : at->score->value      ? value_text(*at->score)
                                                    : "–";
        if (weakest) value += weakest_mark;
        row.cells = {{starred(*at), Tone::plain, {}},
                     {owners_text(input.model, *at), Tone::faint, {}},
                     {has_score ? bases[scored] : "", tone, {}},
                     {std::move(value), tone, {}},
                     {has_score ? intervals[scored] : "no answers", tone, {}}};
        if (with_consensus) {
            const bool known = at->consensus != nullptr && !at->consensus->withheld() && at->consensus->value;
            row.cells.push_back({known ? value_text(*at->consensus) : "", Tone::plain, {}});
        }
        row.cells.push_back({"", tone, has_score ? dot_of(*at->score) : std::nullopt});
        if (has_score) ++scored;
        grid.rows.push_back(std::move(row));
    }
    line_up_marks(grid);
    return grid;
}

Section touchpoints_section(const JourneyMap& map, const ViewInput& input, const Look& look) {
    Section                           section{heading_of(map, "touchpoints"), {}, {}};
    std::vector<const MapTouchpoint*> shown;
    for (const MapTouchpoint& at : map.touchpoints) {
        if (look.top == 0 || shown.size() < look.top) shown.push_back(&at);
    }
    if (!shown.empty()) section.grids.push_back(touchpoint_list(map, input, shown));
    if (shown.size() < map.touchpoints.size()) {
        section.notes.push_back(fmt::format("{} more are not shown", map.touchpoints.size() - shown.size()));
    }
    if (map.weakest) section.notes.emplace_back("◀ weakest link");
    return section;
}

/// Touchpoints that several channels serve.
Section spread_section(const JourneyMap& map) {
    Section section{heading_of(map, "spread between channels of one touchpoint"), {}, {}};
    Grid    grid;
    grid.columns = {{Kind::label, ""},       {Kind::figure, "lowest"}, {Kind::figure, "highest"},
                    {Kind::figure, "range"}, {Kind::figure, "spread"}, {Kind::figure, "share between"}};
    for (const MapTouchpoint& at : map.touchpoints) {
        if (at.spread.units < 2) continue;
        const MapTouchpoint::Channel *low = nullptr, *high = nullptr;
        for (const auto& channel : at.channels) {
            const ScoreRow& score = *channel.score;
            if (score.withheld() || !score.value || !score.se) continue;
            if (low == nullptr || *score.value < *low->score->value) low = &channel;
            if (high == nullptr || *score.value > *high->score->value) high = &channel;
        }
        const int  decimals = decimals_of(at.score == nullptr ? low->score->unit : at.score->unit);
        const auto end = [](const MapTouchpoint::Channel& channel) {
            return Cell{name_text(channel.id) + " " + value_text(*channel.score), Tone::plain, {}};
        };
        constexpr double percent = 100;
        GridRow          row;
        row.cells = {
            {starred(at), Tone::plain, {}},
            end(*low),
            end(*high),
            {rounded(*at.spread.range, decimals), Tone::plain, {}},
            {rounded(*at.spread.standard_deviation, decimals), Tone::plain, {}},
            {at.spread.share_between ? rounded(percent * *at.spread.share_between, 1) + "%" : "–", Tone::plain, {}}};
        grid.rows.push_back(std::move(row));
    }
    if (grid.rows.empty()) return section;
    section.grids.push_back(std::move(grid));
    section.notes.emplace_back("spread: standard deviation between the channels, sampling noise taken out");
    section.notes.emplace_back("share between: of all that makes answers differ, what lies between channels");
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
        Grid grid = touchpoint_list(map, input, shown);
        grid.columns.front().title = "seam: " + name_text(along[i]->name);
        if (i > 0) grid.rows.front().cells.front().text.insert(0, "before: ");
        grid.rows[i > 0 ? 1 : 0].cells.front().text.insert(0, "  seam: ");
        if (i + 1 < along.size()) grid.rows.back().cells.front().text.insert(0, " after: ");
        section.grids.push_back(std::move(grid));
    }
    if (!section.grids.empty()) {
        section.notes.emplace_back(
            "seam: a touchpoint that more than one party answers for, between those on either side");
    }
    return section;
}

} // namespace

std::vector<Section> journey_sections(const JourneyMap& map, const ViewInput& input, const Look& look, bool several) {
    std::vector<Section> sections;
    sections.push_back(map_section(map, several));
    for (Section& section :
         std::vector{touchpoints_section(map, input, look), spread_section(map), seams_section(map, input)}) {
        if (!section.grids.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

} // namespace cx
