// Many items of one dimension: a value a cell.
#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <cx/present/figures.hpp>
#include <cx/present/group_layout.hpp>
#include <cx/present/order.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;

struct MatrixGroup {
    const ScoreRow*              name = nullptr; ///< a row of the group, to name it by
    std::vector<const ScoreRow*> cells;          ///< by item; none where the group has no row of it

    [[nodiscard]] bool has_low_base() const {
        return std::any_of(cells.begin(), cells.end(),
                           [](const ScoreRow* row) { return row != nullptr && is_low_base(*row); });
    }
    [[nodiscard]] bool is_withheld() const {
        return std::all_of(cells.begin(), cells.end(),
                           [](const ScoreRow* row) { return row == nullptr || row->withheld(); });
    }
};

struct Matrix {
    std::vector<MatrixGroup> groups; ///< in the order of reading
    std::vector<Series>      items;
    double                   alpha = 0;
};

/// Items that can be compared in the order in which they are read, all others as in the table.
std::vector<Series> in_order(const ScoreRows& scores, const std::vector<Series>& items, const Look& look) {
    GroupRows                                heads;
    std::map<const ScoreRow*, const Series*> series;
    for (const Series& item : items) {
        if (!same_family(item.head(), items.front().head())) return items;
        const ScoreRow* overall = scores.overall(item.head());
        heads.push_back(overall == nullptr ? &item.head() : overall);
        series[heads.back()] = &item;
    }
    sort_rows(heads, look.sort);
    std::vector<Series> ordered;
    for (const ScoreRow* head : heads) ordered.push_back(*series.at(head));
    return ordered;
}

Matrix matrix_of(const ScoreRows& scores, std::vector<Series> items, const Look& look) {
    Matrix                                            matrix{{}, std::move(items), scores.alpha};
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t item = 0; item < matrix.items.size(); ++item) {
        GroupRows rows = matrix.items[item].rows;
        // The first item that has a group says where it stands.
        if (item == 0) sort_rows(rows, look.sort);
        for (const ScoreRow* row : rows) {
            const auto [place, is_new] = places.try_emplace(row->group, matrix.groups.size());
            if (is_new) matrix.groups.push_back({row, GroupRows(matrix.items.size())});
            matrix.groups[place->second].cells[item] = row;
        }
    }
    return matrix;
}

/// Takes out the groups of which nothing is shown.
GroupRows take_withheld(Matrix& matrix) {
    const auto hidden = std::stable_partition(matrix.groups.begin(), matrix.groups.end(),
                                              [](const MatrixGroup& group) { return !group.is_withheld(); });
    GroupRows  withheld;
    std::transform(hidden, matrix.groups.end(), std::back_inserter(withheld),
                   [](const MatrixGroup& group) { return group.name; });
    matrix.groups.erase(hidden, matrix.groups.end());
    return withheld;
}

/// @param parentheses  there are some in the column, for which the other cells leave room
Cell cell_of(const Matrix& matrix, const ScoreRow* row, bool parentheses) {
    if (row == nullptr) return {};
    if (row->withheld()) return {"withheld", Tone::faint, {}};
    if (!row->value) return {"–  ", Tone::faint, {}};
    const bool        low = is_low_base(*row);
    std::string       text = (low ? "(" : "") + value_text(*row) + (low ? ")" : parentheses ? " " : "");
    const std::string mark = mark_of(*row, matrix.alpha);
    return {text + (mark.empty() ? std::string("  ") : " " + mark), tone_of(*row, matrix.alpha), {}};
}

Cell overall_cell(const ScoreRows& scores, const ScoreRow& row) {
    const ScoreRow* overall = scores.overall(row);
    return {overall == nullptr ? std::string() : value_text(*overall), Tone::plain, {}};
}

bool low_base_in(const Matrix& matrix, std::size_t item) {
    return std::any_of(matrix.groups.begin(), matrix.groups.end(), [&](const MatrixGroup& group) {
        return group.cells[item] != nullptr && is_low_base(*group.cells[item]);
    });
}

/// The most answers that a group gave to one of the items.
std::string most_answers(const MatrixGroup& group) {
    std::uint64_t most = 0;
    for (const ScoreRow* row : group.cells) {
        if (row != nullptr && !row->withheld()) most = std::max(most, row->n);
    }
    return count_text(most);
}

bool one_metric(const std::vector<Series>& items) {
    return std::all_of(items.begin(), items.end(),
                       [&](const Series& item) { return item.head().metric == items.front().head().metric; });
}

Grid items_down(const ScoreRows& scores, const Matrix& matrix) {
    Grid       grid;
    const bool same = one_metric(matrix.items);
    grid.columns.push_back({Kind::label, ""});
    if (!same) grid.columns.push_back({Kind::figure, ""});
    grid.columns.push_back({Kind::figure, "all"});
    grid.repeated = grid.columns.size();
    std::vector<bool> parentheses;
    GridRow           bases;
    bases.cells.resize(grid.repeated);
    bases.cells.front() = {"n, at most", Tone::faint, {}};
    for (const MatrixGroup& group : matrix.groups) {
        grid.columns.push_back({Kind::figure, group_label(*group.name)});
        parentheses.push_back(group.has_low_base());
        bases.cells.push_back({most_answers(group) + (parentheses.back() ? "   " : "  "), Tone::faint, {}});
    }
    grid.rows.push_back(std::move(bases));
    for (std::size_t item = 0; item < matrix.items.size(); ++item) {
        const ScoreRow& head = matrix.items[item].head();
        GridRow         line;
        line.cells.push_back({item_label(head), Tone::plain, {}});
        if (!same) line.cells.push_back({metric_title(head.metric), Tone::plain, {}});
        line.cells.push_back(overall_cell(scores, head));
        std::size_t at = 0;
        for (const MatrixGroup& group : matrix.groups) {
            line.cells.push_back(cell_of(matrix, group.cells[item], parentheses[at++]));
        }
        grid.rows.push_back(std::move(line));
    }
    return grid;
}

Grid groups_down(const ScoreRows& scores, const Matrix& matrix) {
    Grid       grid;
    const bool same = one_metric(matrix.items);
    grid.columns = {{Kind::label, ""}, {Kind::figure, "n, at most"}};
    grid.repeated = grid.columns.size();
    std::vector<bool> parentheses;
    for (std::size_t item = 0; item < matrix.items.size(); ++item) parentheses.push_back(low_base_in(matrix, item));
    GridRow all;
    all.cells = {{"all", Tone::plain, {}}, {}};
    for (std::size_t at = 0; at < matrix.items.size(); ++at) {
        const Series&     item = matrix.items[at];
        const std::string metric = same ? std::string() : " " + metric_title(item.head().metric);
        grid.columns.push_back({Kind::figure, item_label(item.head()) + metric});
        all.cells.push_back(overall_cell(scores, item.head()));
        if (!all.cells.back().text.empty()) all.cells.back().text += parentheses[at] ? "   " : "  ";
    }
    grid.rows.push_back(std::move(all));
    for (const MatrixGroup& group : matrix.groups) {
        GridRow line;
        line.cells = {{group_label(*group.name), Tone::plain, {}}, {most_answers(group), Tone::faint, {}}};
        for (std::size_t item = 0; item < matrix.items.size(); ++item) {
            line.cells.push_back(cell_of(matrix, group.cells[item], parentheses[item]));
        }
        grid.rows.push_back(std::move(line));
    }
    return grid;
}

} // namespace

Section matrix_section(const ScoreRows& scores, const std::vector<Series>& series, const Look& look) {
    Section           section{heading(series.front().head(), one_metric(series)), {}, {}};
    Matrix            matrix = matrix_of(scores, in_order(scores, series, look), look);
    const GroupRows   withheld = take_withheld(matrix);
    const std::size_t left = keep_top(matrix.groups, look);
    if (!matrix.groups.empty()) {
        section.grids.push_back(series.size() >= matrix.groups.size() ? items_down(scores, matrix)
                                                                      : groups_down(scores, matrix));
    }
    add_group_notes(section, left, withheld);
    return section;
}

} // namespace cx
