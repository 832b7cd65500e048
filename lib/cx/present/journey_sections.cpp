// The map of a journey: what it says in words, and the grid.
#include <cx/present/journey_sections.hpp>

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
#include <cx/present/sections.hpp>

namespace cx {
namespace detail {
namespace {

constexpr std::size_t      longest_name = 60;
constexpr std::string_view critical_mark = "★ ";

bool any_critical(const JourneyMap& map) {
    return std::any_of(map.touchpoints.begin(), map.touchpoints.end(),
                       [](const MapTouchpoint& at) { return at.critical; });
}

} // namespace

std::string name_text(const std::string& name) { return shortened(visible(name), longest_name); }

Tone score_tone(const ScoreRow* score) {
    return score == nullptr || score->withheld() || is_low_base(*score) ? Tone::faint : Tone::plain;
}

std::string starred(const MapTouchpoint& at) {
    return (at.critical ? std::string(critical_mark) : std::string()) + name_text(at.name);
}

std::size_t indent_of(const JourneyMap& map, const MapTouchpoint& at) {
    return any_critical(map) && !at.critical ? display_width(critical_mark) : 0;
}

std::string heading_of(const JourneyMap& map, const std::string& what) {
    const std::string name = map.course.id.empty() ? "Journey" : name_text(map.course.name);
    const std::string rest =
        map.of_items && map.one_of_two ? what + (what.empty() ? "" : ", ") + "each by its own question" : what;
    return rest.empty() ? name : name + ": " + rest;
}

void line_up_marks(Grid& grid) {
    for (std::size_t column = 1; column < grid.columns.size(); ++column) {
        const auto marked = [&](const GridRow& row) { return row.cells[column].text.ends_with(weakest_mark); };
        if (std::none_of(grid.rows.begin(), grid.rows.end(), marked)) continue;
        for (GridRow& row : grid.rows) {
            if (!marked(row)) row.cells[column].text += "  ";
        }
    }
}

} // namespace detail

namespace {

using namespace detail;

using Kind = GridColumn::Kind;

/// `33.4 · 1,010`, the number of answers in parentheses for a low base.
std::string score_text(const ScoreRow* score) {
    if (score == nullptr) return {};
    if (score->withheld()) return "withheld";
    if (!score->value) return "–";
    const std::string n = count_text(score->n);
    return value_text(*score) + " · " + (is_low_base(*score) ? "(" + n + ")" : n);
}

Cell score_cell(const ScoreRow* score, bool weakest = false) {
    if (weakest) return {score_text(score) + std::string(weakest_mark), Tone::bad, {}};
    return {score_text(score), score_tone(score), {}};
}

std::string stage_name(const Stage& stage) { return stage.id.empty() ? "in no stage" : name_text(stage.name); }

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
        for (const ScoreRow* score : channel.stages)
            row.cells.push_back(score_cell(score, score != nullptr && score == low));
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
    row.indent = indent + indent_of(map, at);
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
    if (map.of_items && map.whole != nullptr) {
        GridRow whole;
        whole.cells.assign(grid.columns.size(), {});
        whole.cells.front().text = "asked about the whole";
        whole.cells.back() = score_cell(map.whole);
        grid.rows.push_back(std::move(whole));
    }
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
    const auto           name = [&](std::size_t touchpoint) { return name_text(map.touchpoints[touchpoint].name); };
    const MapTouchpoint& at = map.touchpoints[*map.weakest];
    std::string          text = "Weakest link: " + name(*map.weakest);
    if (at.stage < map.course.stages.size() && !map.course.stages[at.stage].id.empty()) {
        text += " (" + name_text(map.course.stages[at.stage].name) + ")";
    }
    text += ", " + metric_title(map.metric) + " " + value_text(*at.score);
    const std::string interval = interval_text(*at.score);
    if (!interval.empty()) text += " (" + interval + ")";
    if (is_low_base(*at.score)) text += ", of few answers";
    if (map.rival) {
        text += "; not told apart from " + name(*map.rival) + ", whose interval overlaps.";
    } else {
        text += map.lower_hint ? "; of touchpoints with enough answers no other's interval reaches it."
                               : "; no other touchpoint's interval reaches it.";
    }
    if (!map.lower_hint) return text;
    return text + " " + name(*map.lower_hint) + " is lower still, " +
           value_text(*map.touchpoints[*map.lower_hint].score) + ", but of few answers.";
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
    if (map.whole->low && map.whole->high && *map.touchpoint_mean >= *map.whole->low &&
        *map.touchpoint_mean <= *map.whole->high) {
        return text + " The two are as good as the same.";
    }
    text +=
        fmt::format(" Looked at touchpoint by touchpoint it seems {} {} {} than it is to customers.",
                    rounded(std::abs(ahead), decimals),
                    map.whole->unit == Unit::scale ? "points of the scale" : "points", ahead > 0 ? "better" : "worse");
    return text;
}

Section map_section(const JourneyMap& map) {
    Section section;
    section.heading = heading_of(map, "");
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

} // namespace

std::vector<Section> journey_sections(const JourneyMap& map, const ViewInput& input, const Look& look) {
    std::vector<Section> sections;
    sections.push_back(map_section(map));
    for (Section& section :
         std::vector{touchpoints_section(map, input, look), consistency_section(map), seams_section(map, input)}) {
        if (!section.grids.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

} // namespace cx
