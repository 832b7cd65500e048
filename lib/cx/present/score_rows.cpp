// What the sections share: which rows are shown, and the cells that look alike in all of them.
#include <cx/present/sections.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>

namespace cx {
namespace {

/// Puts spaces before the shorter ones.
void line_up(std::vector<std::string>& cells) {
    std::size_t widest = 0;
    for (const std::string& cell : cells) widest = std::max(widest, display_width(cell));
    for (std::string& cell : cells) cell.insert(0, widest - display_width(cell), ' ');
}

} // namespace

ScoreRows::ScoreRows(const ScoreTable& scores) : table(&scores), alpha(1 - scores.confidence) {
    std::set<std::string> with_main;
    for (const ScoreRow& row : scores.scores) {
        if (row.main) with_main.insert(row.item);
    }
    std::map<std::pair<std::string, std::pair<std::string, std::string>>, std::size_t> places;
    for (const ScoreRow& row : scores.scores) {
        if (!row.main && with_main.contains(row.item)) {
            if (row.dimension == "all") beside[row.item].push_back(&row);
            continue;
        }
        const bool is_new = !shown.contains(row.dimension);
        if (is_new && row.dimension != "all") dimensions.push_back(row.dimension);
        std::vector<Series>& series = shown[row.dimension];
        const auto [place, first] = places.try_emplace({row.dimension, {row.item, row.metric}}, series.size());
        if (first) series.emplace_back();
        series[place->second].rows.push_back(&row);
    }
}

const std::vector<Series>& ScoreRows::of(const std::string& dimension) const {
    static const std::vector<Series> none;
    const auto                       found = shown.find(dimension);
    return found == shown.end() ? none : found->second;
}

const ScoreRow* ScoreRows::overall(const ScoreRow& row) const {
    for (const Series& series : of("all")) {
        const ScoreRow& head = series.head();
        if (head.item == row.item && head.metric == row.metric) {
            return head.value && !head.withheld() ? &head : nullptr;
        }
    }
    return nullptr;
}

std::string item_label(const ScoreRow& row) {
    if (!row.item_text.empty()) return shown_text(row.item_text);
    if (!row.item.empty()) return shown_text(row.item);
    return row.metric == "basics_met" ? "basic needs met" : "all questions together";
}

std::string group_label(const ScoreRow& row) {
    const std::string& name = row.group_name.empty() ? row.group : row.group_name;
    return name.empty() ? "(blank)" : shown_text(name);
}

bool is_low_base(const ScoreRow& row) { return row.note == "low base"; }

std::string mark_of(const ScoreRow& row, double alpha) {
    if (row.withheld() || !row.difference || !row.p || !(*row.p < alpha)) return {};
    return *row.difference < 0 ? "▼" : "▲";
}

Tone tone_of(const ScoreRow& row, double alpha) {
    if (mark_of(row, alpha).empty()) return is_low_base(row) || row.withheld() ? Tone::faint : Tone::plain;
    if (good_end(row.metric) == GoodEnd::neither) return Tone::plain;
    return (*row.difference > 0) == (good_end(row.metric) == GoodEnd::high) ? Tone::good : Tone::bad;
}

std::vector<std::string> base_cells(const std::vector<const ScoreRow*>& rows) {
    const bool any_low = std::any_of(rows.begin(), rows.end(), [](const ScoreRow* row) { return is_low_base(*row); });
    std::vector<std::string> cells;
    for (const ScoreRow* row : rows) {
        if (row->withheld()) {
            cells.emplace_back();
        } else if (is_low_base(*row)) {
            cells.push_back("(" + count_text(row->n) + ")");
        } else {
            cells.push_back(count_text(row->n) + (any_low ? " " : ""));
        }
    }
    return cells;
}

std::vector<std::string> interval_cells(const std::vector<const ScoreRow*>& rows) {
    std::vector<std::string> lows;
    std::vector<std::string> highs;
    for (const ScoreRow* row : rows) {
        const bool drawn = row->low && row->high && !row->withheld();
        lows.push_back(drawn ? rounded(*row->low, decimals_of(row->unit)) : "");
        highs.push_back(drawn ? rounded(*row->high, decimals_of(row->unit)) : "");
    }
    std::vector<bool> empty;
    for (const std::string& low : lows) empty.push_back(low.empty());
    line_up(lows);
    line_up(highs);
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool none = rows[i]->n == 0 && !rows[i]->withheld();
        cells.push_back(empty[i] ? std::string(none ? "no answers" : "") : fmt::format("{} to {}", lows[i], highs[i]));
    }
    return cells;
}

std::string interval_title(const ScoreTable& table) { return percent_text(table.confidence) + " interval"; }

std::vector<std::string> value_cells(const std::vector<const ScoreRow*>& rows, double alpha) {
    const bool any_mark =
        std::any_of(rows.begin(), rows.end(), [&](const ScoreRow* row) { return !mark_of(*row, alpha).empty(); });
    std::vector<std::string> cells;
    for (const ScoreRow* row : rows) {
        const std::string mark = mark_of(*row, alpha);
        std::string       cell = row->withheld() ? "withheld" : row->value ? value_text(*row) : "–";
        if (any_mark) cell += mark.empty() ? "  " : " " + mark;
        cells.push_back(std::move(cell));
    }
    return cells;
}

bool same_family(const ScoreRow& left, const ScoreRow& right) {
    return left.metric == right.metric && left.scale_low == right.scale_low && left.scale_high == right.scale_high;
}

std::optional<Dot> dot_of(const ScoreRow& row) {
    if (row.withheld() || !row.value) return std::nullopt;
    return Dot{*row.value, row.low, row.high, is_low_base(row), {row.scale_low, row.scale_high}};
}

std::optional<Axis> axis_of(const std::vector<const ScoreRow*>& rows, std::optional<double> reference) {
    std::optional<Axis> reach;
    if (reference) reach = Axis{*reference, *reference};
    for (const ScoreRow* row : rows) {
        const auto dot = dot_of(*row);
        if (!dot) continue;
        if (!reach) reach = Axis{dot->value, dot->value};
        reach->from = std::min({reach->from, dot->value, dot->low.value_or(dot->value)});
        reach->to = std::max({reach->to, dot->value, dot->high.value_or(dot->value)});
    }
    if (!reach) return std::nullopt;
    const ScoreRow& head = *rows.front();
    return round_axis(reach->from, reach->to, {head.scale_low, head.scale_high});
}

} // namespace cx
