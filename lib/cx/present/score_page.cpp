#include <cx/present/score_page.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/order.hpp>
#include <cx/present/sections.hpp>
#include <cx/present/target_section.hpp>
#include <cx/present/view.hpp>

namespace cx {
namespace {

constexpr std::size_t longest_title = 200;

std::string files_text(const ScoreTable& table) {
    if (table.inputs.size() == 1) return visible(table.inputs.front().file);
    return fmt::format("{} files", table.inputs.size());
}

std::string page_title(const ScoreTable& table) {
    if (!table.title.empty()) return shortened(visible(table.title), longest_title);
    return table.inputs.empty() ? "Scores" : shortened(files_text(table), longest_title);
}

/// `survey.csv · 135 of 156 rows counted · where stage=purchase · weighted by w`.
std::string page_lead(const ScoreTable& table) {
    std::uint64_t rows = 0;
    std::uint64_t accepted = 0;
    for (const InputAccount& input : table.inputs) {
        rows += input.rows;
        accepted += input.accepted;
    }
    std::string lead = rows == accepted ? count_text(rows) : count_text(accepted) + " of " + count_text(rows);
    lead += rows == 1 ? " row counted" : " rows counted";
    if (!table.title.empty() && !table.inputs.empty()) lead = files_text(table) + " · " + lead;
    if (!table.filter.empty()) lead += " · only " + visible(table.filter);
    if (!table.weights.empty()) lead += " · weighted by " + visible(table.weights);
    return lead;
}

template <class Test> bool any_shown(const ScoreRows& scores, Test test) {
    for (const auto& [dimension, all] : scores.shown) {
        for (const Series& series : all) {
            if (std::any_of(series.rows.begin(), series.rows.end(), [&](const ScoreRow* row) { return test(*row); })) {
                return true;
            }
        }
    }
    return false;
}

/// Which points a main share counts, said once for each metric and scale: `CSAT: share of answers 4-5 of 1-5`.
void add_counted_points(std::vector<std::string>& notes, const ScoreTable& table) {
    for (const ScoreRow& row : table.scores) {
        if (!row.main || row.counted.empty()) continue;
        const std::string note = fmt::format("{}: share of answers {}", metric_title(row.metric), row.counted);
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
    }
}

std::vector<std::string> reading_notes(const ScoreRows& scores) {
    std::vector<std::string> notes;
    const ScoreTable&        table = *scores.table;
    add_counted_points(notes, table);
    if (any_shown(scores, [&](const ScoreRow& row) { return !mark_of(row, scores.alpha).empty(); })) {
        notes.push_back(
            fmt::format("▲ above, ▼ below the rest (the answers of all other groups): p < {} after Holm's correction",
                        rounded(scores.alpha, 2)));
    } else if (any_shown(scores, [](const ScoreRow& row) { return row.p.has_value(); })) {
        notes.push_back(
            fmt::format("no group differs from the rest by more than chance (p < {} after Holm's correction)",
                        rounded(scores.alpha, 2)));
    }
    if (any_shown(scores, is_low_base)) {
        notes.emplace_back("( ) low base: fewer than 30 answers, a hint rather than a figure");
    }
    if (any_shown(scores, [](const ScoreRow& row) { return row.withheld(); })) {
        notes.push_back(fmt::format(
            "withheld: fewer than {} answers, or needed to keep such a group from being worked out", table.minimum_n));
    }
    if (!table.weights.empty()) notes.emplace_back("n: answers counted, before weighting");
    return notes;
}

} // namespace

Page score_page(const Shown& shown, const Look& look) {
    check_sort(look.sort);
    const ScoreTable& table = shown.table;
    Page              page{page_title(table), page_lead(table), {}, {}};
    if (shown.view != nullptr) {
        page.sections = shown.view->sections;
        page.notes = shown.view->notes;
        return page;
    }
    const ScoreRows scores(table);
    if (!scores.of("all").empty()) page.sections.push_back(overall_section(scores, look));
    Section targets = target_section(table);
    if (!targets.grids.empty()) page.sections.push_back(std::move(targets));
    for (const std::string& dimension : scores.dimensions) {
        for (Section& section : group_sections(scores, dimension, look)) page.sections.push_back(std::move(section));
    }
    if (page.sections.empty()) page.sections.push_back({"Overall", {}, {"no scores: no question was answered"}});
    Section left_out = left_out_section(table);
    if (!left_out.grids.empty()) page.sections.push_back(std::move(left_out));
    page.notes = reading_notes(scores);
    return page;
}

} // namespace cx
