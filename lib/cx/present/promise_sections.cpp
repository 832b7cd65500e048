#include <cx/present/promise_sections.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/format.hpp>
#include <cx/present/sections.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;
using ScoreRowList = std::vector<const ScoreRow*>;
using Texts = std::vector<std::string>;

std::string promise_text(const Promise& promise) {
    return shown_text(promise.text.empty() ? promise.id : promise.text);
}

const char* mark_of(Standing standing) {
    switch (standing) {
    case Standing::kept:
        return "✓";
    case Standing::not_kept:
        return "✗";
    case Standing::undecided:
        return "?";
    case Standing::not_assessed:
        return "–";
    }
    return "";
}

Tone tone_of(Standing standing) {
    if (standing == Standing::kept) return Tone::good;
    return standing == Standing::not_kept ? Tone::bad : Tone::plain;
}

/// The cells of a column; blank where there is no row.
template <class Make> Texts cells_of(const ScoreRowList& rows, Make make) {
    ScoreRowList known;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(known),
                 [](const ScoreRow* row) { return row != nullptr; });
    const Texts made = make(known);
    Texts       cells;
    std::size_t next = 0;
    for (const ScoreRow* row : rows) cells.push_back(row == nullptr ? std::string() : made[next++]);
    return cells;
}

/// A grid that is built column by column.
class Columns {
  public:
    Columns(const std::string& title, const Texts& labels, const std::vector<Tone>& tones) {
        grid_.columns.push_back({Kind::label, title});
        for (std::size_t i = 0; i < labels.size(); ++i) grid_.rows.push_back({{{labels[i], tones[i], {}}}, 0});
    }

    void add(Kind kind, const std::string& title, const Texts& cells) {
        if (std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); })) return;
        grid_.columns.push_back({kind, title});
        for (std::size_t i = 0; i < cells.size(); ++i) grid_.rows[i].cells.push_back({cells[i], Tone::plain, {}});
    }

    void add_base(const ScoreRowList& rows) { add(Kind::figure, "n", cells_of(rows, base_cells)); }
    void add_values(const std::string& title, const ScoreRowList& rows) {
        add(Kind::figure, title, cells_of(rows, [](const ScoreRowList& known) { return value_cells(known, 0); }));
    }
    void add_intervals(const ScoreTable& table, const ScoreRowList& rows) {
        add(Kind::figure, interval_title(table), cells_of(rows, interval_cells));
    }

    /// Where all rows can be drawn on one axis: of the whole scale, or of what they reach.
    void add_strips(const ScoreRowList& rows, double reference, const std::string& name, bool whole_scale) {
        ScoreRowList known;
        for (const ScoreRow* row : rows) {
            if (row != nullptr && dot_of(*row)) known.push_back(row);
        }
        const bool alike = std::all_of(known.begin(), known.end(),
                                       [&](const ScoreRow* row) { return same_family(*row, *known.front()); });
        if (known.empty() || !alike) return;
        grid_.columns.push_back({Kind::strip, ""});
        grid_.axis =
            whole_scale ? Axis{known.front()->scale_low, known.front()->scale_high} : axis_of(known, reference);
        grid_.reference = reference;
        grid_.reference_name = name;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            grid_.rows[i].cells.push_back({"", Tone::plain, rows[i] == nullptr ? std::nullopt : dot_of(*rows[i])});
        }
    }

    [[nodiscard]] Grid taken() { return std::move(grid_); }

  private:
    Grid grid_;
};

std::string value_with_interval(const ScoreRow& row) {
    std::string text = value_text(row);
    if (row.low && row.high) {
        const int decimals = decimals_of(row.unit);
        text += fmt::format(" ({} to {})", rounded(*row.low, decimals), rounded(*row.high, decimals));
    }
    return text;
}

/// `Delivery 61.0%`.
std::string break_text(const PromiseStanding& promise) {
    if (!promise.breaks) return {};
    return fmt::format("{} {}", shown_text(promise.breaks->touchpoint), value_text(*promise.breaks->row));
}

/// A line of the summary for each promise of one need.
std::optional<Grid> summary_of(const std::vector<PromiseStanding>& promises, Need need) {
    Texts             labels;
    Texts             aims;
    Texts             breaks;
    ScoreRowList      deciding;
    ScoreRowList      kept;
    std::vector<Tone> tones;
    std::size_t       longest = 0;
    for (const PromiseStanding& promise : promises) {
        if (promise.promise->need == need) longest = std::max(longest, to_string(promise.judgement.standing).size());
    }
    for (const PromiseStanding& promise : promises) {
        if (promise.promise->need != need) continue;
        const Standing standing = promise.judgement.standing;
        labels.push_back(fmt::format("{} {:<{}}  {}", mark_of(standing), to_string(standing), longest,
                                     promise_text(*promise.promise)));
        tones.push_back(tone_of(standing));
        const bool by_gap = need == Need::differentiating && promise.gap != nullptr;
        deciding.push_back(by_gap ? promise.gap : need == Need::differentiating ? nullptr : promise.kept);
        kept.push_back(promise.kept);
        const std::string at_least = promise.targets.empty() && need == Need::basic && promise.kept != nullptr
                                         ? "≥ " + shortest(kept_at_of(*promise.promise)) + "%"
                                     : promise.targets.empty() ? std::string()
                                                               : shown_text(promise.aim);
        aims.push_back(at_least);
        breaks.push_back(break_text(promise));
    }
    if (labels.empty()) return std::nullopt;
    Columns columns(need == Need::basic             ? "Basic needs: what customers expect"
                    : need == Need::differentiating ? "Differentiating value: what they choose us for"
                                                    : "Other promises",
                    labels, tones);
    if (need == Need::differentiating) {
        columns.add_base(deciding);
        columns.add_values("gap", deciding);
        columns.add(Kind::figure, "target", aims);
        columns.add(Kind::figure, "breaks at", breaks);
        columns.add(Kind::spare, "kept",
                    cells_of(kept, [](const ScoreRowList& known) { return value_cells(known, 0); }));
    } else {
        columns.add_base(kept);
        columns.add_values("kept", kept);
        columns.add(Kind::figure, "promised", aims);
        columns.add(Kind::figure, "breaks at", breaks);
    }
    return columns.taken();
}

std::string counted_standings(const std::vector<PromiseStanding>& promises) {
    std::string text = promises.size() == 1 ? "1 promise: " : fmt::format("{} promises: ", promises.size());
    bool        first = true;
    for (const Standing standing : {Standing::kept, Standing::not_kept, Standing::undecided, Standing::not_assessed}) {
        const auto count = std::count_if(promises.begin(), promises.end(), [&](const PromiseStanding& promise) {
            return promise.judgement.standing == standing;
        });
        if (count == 0) continue;
        text += fmt::format("{}{} {}", first ? "" : ", ", count, to_string(standing));
        first = false;
    }
    return text;
}

Section summary_section(const MeasurementModel& model, const std::vector<PromiseStanding>& promises) {
    Section section{"What is promised, and whether it is kept", {}, {}};
    if (!model.survey.proposition.empty()) section.lead.push_back("“" + shown_text(model.survey.proposition) + "”");
    section.lead.push_back(counted_standings(promises));
    for (const Need need : {Need::basic, Need::differentiating, Need::none}) {
        if (auto grid = summary_of(promises, need)) section.grids.push_back(std::move(*grid));
    }
    return section;
}

std::string capitals(Standing standing) {
    std::string text(to_string(standing));
    for (char& c : text) c = c == ' ' ? ' ' : static_cast<char>(c - 'a' + 'A');
    return text;
}

/// Whose it is, and what the figures say of it.
Texts sentences_of(const PromiseStanding& made) {
    const Promise& promise = *made.promise;
    const bool     expected = std::all_of(made.items.begin(), made.items.end(), [](const PromiseItem& item) {
        return !item.item->is_pair() || item.item->importance.empty();
    });
    Texts          sentences;
    std::string    whose = promise.need == Need::basic             ? "Basic need"
                           : promise.need == Need::differentiating ? "Differentiating value"
                                                                   : "Neither basic nor differentiating";
    if (!made.owner.empty()) whose += " · answered for by " + shown_text(made.owner);
    sentences.push_back(whose);
    if (promise.minimum && has_figure(made.kept)) {
        std::string kept = fmt::format("At least {} in {} of {} responses", shortest(*promise.minimum),
                                       value_with_interval(*made.kept), count_text(made.kept->n));
        if (promise.need == Need::basic && made.targets.empty()) {
            const std::string asked = shortest(kept_at_of(promise)) + "%";
            kept +=
                promise.kept_at ? "; promised in " + asked : "; " + asked + " is asked for where no kept_at is written";
        }
        sentences.push_back(std::move(kept));
    }
    if (promise.need != Need::basic && has_figure(made.gap)) {
        const char* const against = expected ? "expectation" : "importance";
        sentences.push_back(fmt::format("Gap, performance less {}: {}, n {}", against, value_with_interval(*made.gap),
                                        count_text(made.gap->n)));
    }
    if (!made.targets.empty()) sentences.push_back("To reach: " + shown_text(made.aim));
    if (!made.judgement.reason.empty()) {
        const std::string_view standing = to_string(made.judgement.standing);
        sentences.push_back(fmt::format("{}{}: {}", static_cast<char>(standing.front() - 'a' + 'A'), standing.substr(1),
                                        shown_text(made.judgement.reason)));
    }
    if (made.breaks) {
        const ScoreRow& row = *made.breaks->row;
        const bool      sure = row.high && *row.high < made.breaks->line && !is_low_base(row);
        sentences.push_back(fmt::format("{} at {}: {}, n {}", sure ? "Breaks" : "May break",
                                        shown_text(made.breaks->touchpoint), value_with_interval(row),
                                        count_text(row.n)));
    }
    return sentences;
}

Grid items_grid(const ScoreTable& table, const PromiseStanding& made) {
    Texts             labels;
    Texts             metrics;
    ScoreRowList      scores;
    ScoreRowList      others;
    ScoreRowList      gaps;
    std::vector<Tone> tones;
    for (const PromiseItem& item : made.items) {
        labels.push_back(shown_text(item.item->text.empty() ? item.item->id : item.item->text));
        tones.push_back(Tone::plain);
        metrics.push_back(item.score == nullptr ? std::string() : metric_title(item.score->metric));
        scores.push_back(item.score);
        others.push_back(item.other);
        gaps.push_back(item.gap);
    }
    const bool alike = std::all_of(metrics.begin(), metrics.end(),
                                   [&](const std::string& metric) { return metric == metrics.front(); });
    const bool pairs = std::any_of(gaps.begin(), gaps.end(), [](const ScoreRow* row) { return row != nullptr; });
    Columns    columns("", labels, tones);
    columns.add_base(scores);
    if (!alike) columns.add(Kind::figure, "", metrics);
    columns.add_values(alike ? metrics.front() : "value", scores);
    columns.add_intervals(table, scores);
    if (pairs) {
        const auto other =
            std::find_if(others.begin(), others.end(), [](const ScoreRow* row) { return row != nullptr; });
        columns.add_values(other == others.end() ? "importance" : (*other)->metric, others);
        columns.add_values("gap", gaps);
        columns.add_intervals(table, gaps);
    }
    if (made.promise->minimum) columns.add_strips(scores, *made.promise->minimum, "minimum", true);
    return columns.taken();
}

Grid touchpoints_grid(const ScoreTable& table, const PromiseStanding& made) {
    Texts             labels;
    ScoreRowList      kept;
    ScoreRowList      gaps;
    std::vector<Tone> tones;
    for (const PromiseTouchpoint& touchpoint : made.touchpoints) {
        const Standing standing = touchpoint.judgement.standing;
        labels.push_back(fmt::format("{} {}", mark_of(standing), shown_text(touchpoint.name)));
        tones.push_back(tone_of(standing));
        kept.push_back(touchpoint.kept);
        gaps.push_back(touchpoint.gap);
    }
    Columns             columns("along the journey", labels, tones);
    const ScoreRowList& deciding = made.by_gap ? gaps : kept;
    columns.add_base(deciding);
    columns.add_values(made.by_gap ? "gap" : "kept", deciding);
    columns.add_intervals(table, deciding);
    if (made.by_gap)
        columns.add(Kind::spare, "kept",
                    cells_of(kept, [](const ScoreRowList& known) { return value_cells(known, 0); }));
    if (!made.line.empty()) {
        columns.add_strips(deciding, made.line_value, made.by_gap ? "0" : shortest(made.line_value) + "%", false);
    }
    return columns.taken();
}

Section promise_section(const ScoreTable& table, const PromiseStanding& made) {
    Section section{fmt::format("{} {}: {}", mark_of(made.judgement.standing), capitals(made.judgement.standing),
                                promise_text(*made.promise)),
                    {},
                    {}};
    section.lead = sentences_of(made);
    if (!made.items.empty()) section.grids.push_back(items_grid(table, made));
    if (!made.touchpoints.empty()) section.grids.push_back(touchpoints_grid(table, made));
    for (const std::string& practice : made.promise->practice)
        section.notes.push_back("every day: " + shown_text(practice));
    for (const std::string& excluded : made.promise->excludes)
        section.notes.push_back("not promised: " + shown_text(excluded));
    return section;
}

template <class Test> bool any_row(const std::vector<PromiseStanding>& promises, Test test) {
    const auto holds = [&](const ScoreRow* row) { return row != nullptr && test(*row); };
    for (const PromiseStanding& promise : promises) {
        if (holds(promise.kept) || holds(promise.gap)) return true;
        for (const PromiseItem& item : promise.items) {
            if (holds(item.score)) return true;
        }
        for (const PromiseTouchpoint& touchpoint : promise.touchpoints) {
            if (holds(touchpoint.kept) || holds(touchpoint.gap)) return true;
        }
    }
    return false;
}

} // namespace

std::vector<Section> promise_sections(const MeasurementModel& model, const ScoreTable& table,
                                      const std::vector<PromiseStanding>& promises, const Look& /*look*/) {
    std::vector<Section> sections;
    if (promises.empty()) {
        sections.push_back({"What is promised", {}, {"the model names no promise: it has no [[promise]]"}});
    } else {
        sections.push_back(summary_section(model, promises));
    }
    Section basics = basics_section(model, table);
    if (!basics.lead.empty()) sections.push_back(std::move(basics));
    for (const PromiseStanding& promise : promises) sections.push_back(promise_section(table, promise));
    return sections;
}

std::vector<std::string> promise_notes(const ScoreTable& table, const std::vector<PromiseStanding>& promises) {
    if (promises.empty()) return {};
    Texts notes{
        "kept: the share of responses at or over the promise's minimum on all of its questions that they answered",
        "✓ kept, ✗ not kept beyond the interval; ? undecided; – nothing to judge it by"};
    if (any_row(promises, is_low_base)) {
        notes.emplace_back("( ) low base: fewer than 30 answers, a hint rather than a figure");
    }
    if (any_row(promises, [](const ScoreRow& row) { return row.withheld(); })) {
        notes.push_back(fmt::format(
            "withheld: fewer than {} answers, or needed to keep such a group from being worked out", table.minimum_n));
    }
    if (!table.weights.empty()) notes.emplace_back("n: answers counted, before weighting");
    return notes;
}

} // namespace cx
