#pragma once

// The sections of a page of scores: overall, and one dimension after another.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <cx/present/format.hpp>
#include <cx/present/page.hpp>
#include <cx/statistics/score_table.hpp>

namespace cx {

/// Rows of one item and metric in one dimension, in the order of the table.
struct Series {
    std::vector<const ScoreRow*> rows; ///< never empty

    [[nodiscard]] const ScoreRow& head() const { return *rows.front(); }
};

/// What the sections of a table share.
struct ScoreRows {
    explicit ScoreRows(const ScoreTable& scores);

    const ScoreTable*        table;
    std::vector<std::string> dimensions; ///< in order of appearance, `all` left out
    std::map<std::string, std::vector<Series>>
        shown; ///< by dimension: the main metric of each item, or all it has without one
    std::map<std::string, std::vector<const ScoreRow*>> beside; ///< by item: the other metrics of `all`
    double                                              alpha;  ///< below it a difference is marked

    [[nodiscard]] const std::vector<Series>& of(const std::string& dimension) const;
    /// The row of `all` for the same item and metric; none where there is none or it has no value to show.
    [[nodiscard]] const ScoreRow* overall(const ScoreRow& row) const;
};

/// The question, or the item's id, or what an empty item stands for; safe to show.
[[nodiscard]] std::string item_label(const ScoreRow& row);
[[nodiscard]] std::string group_label(const ScoreRow& row);
[[nodiscard]] bool        is_low_base(const ScoreRow& row);
/// `▲` or `▼` where a row differs from the rest by more than chance; else empty.
[[nodiscard]] std::string mark_of(const ScoreRow& row, double alpha);
[[nodiscard]] Tone        tone_of(const ScoreRow& row, double alpha);

/// Cells of a column of figures that line up: the number of answers, in parentheses for a low base; `31.6 to 36.8`, or
/// why there is none.
[[nodiscard]] std::vector<std::string> base_cells(const std::vector<const ScoreRow*>& rows);
[[nodiscard]] std::vector<std::string> interval_cells(const std::vector<const ScoreRow*>& rows);
[[nodiscard]] std::string              interval_title(const ScoreTable& table);
/// Values with the mark of their difference: `-8.7 ▼`; `withheld` where it is, a dash where there is none.
[[nodiscard]] std::vector<std::string> value_cells(const std::vector<const ScoreRow*>& rows, double alpha);
[[nodiscard]] std::optional<Dot>       dot_of(const ScoreRow& row);
/// An axis for the values and intervals of `rows`, and for `reference`.
[[nodiscard]] std::optional<Axis> axis_of(const std::vector<const ScoreRow*>& rows, std::optional<double> reference);

/// Whether two rows can be compared with one another: of one metric and range.
[[nodiscard]] bool same_family(const ScoreRow& left, const ScoreRow& right);
/// From so many items of a family on, they are compared with one another in a grid of their own.
inline constexpr std::size_t comparable_items = 4;

[[nodiscard]] Section              overall_section(const ScoreRows& scores, const Look& look);
[[nodiscard]] std::vector<Section> group_sections(const ScoreRows& scores, const std::string& dimension,
                                                  const Look& look);
/// Answers that are in no figure, by item and reason; without grids where there are none.
[[nodiscard]] Section left_out_section(const ScoreTable& table);

} // namespace cx
