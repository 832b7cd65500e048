#include <cx/present/quadrant_plot.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/grid.hpp>

namespace cx {
namespace {

constexpr std::size_t narrowest_plot = 40;
constexpr std::size_t widest_plot = 90;
constexpr std::size_t fewest_rows = 13, most_rows = 21;
constexpr int         decimals = 2;

/// Where on an axis of `size` characters a value is drawn.
std::size_t place_of(double value, Axis axis, std::size_t size) {
    const double length = axis.to - axis.from;
    const double share = length > 0 ? (value - axis.from) / length : 0.5;
    const auto   last = static_cast<double>(size - 1);
    return static_cast<std::size_t>(std::clamp(std::round(share * last), 0.0, last));
}

/// The end of an axis as short as it can be said.
std::string scale_end(double end) {
    std::string text = rounded(end, decimals);
    if (text.find('.') != std::string::npos) text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

struct CanvasCell {
    std::string text = " ";
    Tone        tone = Tone::plain;
    bool        taken = false; ///< by a mark, a label or a name: the lines of the cuts are not in the way
};

class Canvas {
  public:
    Canvas(std::size_t rows, std::size_t columns) : cells_(rows, std::vector<CanvasCell>(columns)) {}

    [[nodiscard]] std::size_t rows() const { return cells_.size(); }
    [[nodiscard]] std::size_t columns() const { return cells_.front().size(); }
    [[nodiscard]] CanvasCell& at(std::size_t row, std::size_t column) { return cells_[row][column]; }

    /// Whether `size` characters and one on either side of them are free.
    [[nodiscard]] bool has_room(std::ptrdiff_t row, std::ptrdiff_t column, std::size_t size) const {
        const auto length = static_cast<std::ptrdiff_t>(size);
        if (row < 0 || row >= static_cast<std::ptrdiff_t>(rows())) return false;
        if (column < 0 || column + length > static_cast<std::ptrdiff_t>(columns())) return false;
        const auto& line = cells_[static_cast<std::size_t>(row)];
        const auto  first = static_cast<std::size_t>(std::max<std::ptrdiff_t>(column - 1, 0));
        const auto  last = std::min(static_cast<std::size_t>(column + length) + 1, columns());
        return std::none_of(line.begin() + static_cast<std::ptrdiff_t>(first),
                            line.begin() + static_cast<std::ptrdiff_t>(last),
                            [](const CanvasCell& cell) { return cell.taken; });
    }

    void write(std::size_t row, std::size_t column, const std::string& text, Tone tone) {
        for (std::size_t i = 0; i < text.size(); ++i) at(row, column + i) = {text.substr(i, 1), tone, true};
    }

    /// A row with runs of one tone coloured, without spaces at its end.
    [[nodiscard]] std::string line(std::size_t row, bool colour) const {
        const auto& cells = cells_[row];
        std::size_t size = cells.size();
        while (size > 0 && cells[size - 1].text == " ") --size;
        std::string out;
        for (std::size_t i = 0; i < size;) {
            std::string run;
            const Tone  tone = cells[i].tone;
            for (; i < size && cells[i].tone == tone; ++i) run += cells[i].text;
            out += toned(run, tone, colour);
        }
        return out;
    }

  private:
    std::vector<std::vector<CanvasCell>> cells_;
};

/// Names stand above the highest row of points and below the lowest.
constexpr std::size_t name_rows = 2;

std::size_t row_of(double value, const QuadrantPlot& plot, std::size_t rows) {
    return rows - name_rows - place_of(value, plot.y, rows - name_rows);
}

/// What is drawn at one place of the canvas.
struct Mark {
    std::size_t row = 0, column = 0;
    PlotPoint   shown;
};

std::vector<Mark> marks_of(const QuadrantPlot& plot, std::size_t rows, std::size_t columns) {
    std::vector<Mark> marks;
    for (const PlotPoint& point : plot.points) {
        const std::size_t row = row_of(point.y, plot, rows);
        const std::size_t column = place_of(point.x, plot.x, columns);
        const auto        same = std::find_if(marks.begin(), marks.end(),
                                              [&](const Mark& mark) { return mark.row == row && mark.column == column; });
        if (same == marks.end()) {
            marks.push_back({row, column, point});
        } else {
            same->shown.label += "," + point.label;
            same->shown.hollow = same->shown.hollow || point.hollow;
            if (same->shown.tone != point.tone) same->shown.tone = Tone::plain;
        }
    }
    return marks;
}

void draw_cuts(Canvas& canvas, std::size_t cut_row, std::size_t cut_column) {
    for (std::size_t column = 0; column < canvas.columns(); ++column) {
        canvas.at(cut_row, column) = {"─", Tone::faint, false};
    }
    for (std::size_t row = 0; row < canvas.rows(); ++row) {
        canvas.at(row, cut_column) = {row == cut_row ? "┼" : "│", Tone::faint, false};
    }
}

/// The names in the first and the last row, where two fit beside one another.
void draw_names(Canvas& canvas, const QuadrantPlot& plot) {
    const auto both = [&](std::size_t row, const std::string& left, const std::string& right) {
        if (left.size() + right.size() + 3 > canvas.columns()) return;
        canvas.write(row, 0, left, Tone::faint);
        canvas.write(row, canvas.columns() - right.size(), right, Tone::faint);
    };
    both(0, plot.top_left, plot.top_right);
    both(canvas.rows() - 1, plot.bottom_left, plot.bottom_right);
}

/// Beside its mark, else above or below, else a little farther off.
bool draw_label(Canvas& canvas, const Mark& mark) {
    const auto row = static_cast<std::ptrdiff_t>(mark.row);
    const auto column = static_cast<std::ptrdiff_t>(mark.column);
    const auto size = static_cast<std::ptrdiff_t>(mark.shown.label.size());
    // The mark itself takes the place beside its label: the label alone must have room.
    canvas.at(mark.row, mark.column).taken = false;
    const std::array<std::pair<std::ptrdiff_t, std::ptrdiff_t>, 8> places{{{row, column + 1},
                                                                           {row, column - size},
                                                                           {row - 1, column},
                                                                           {row + 1, column},
                                                                           {row - 1, column + 1},
                                                                           {row + 1, column + 1},
                                                                           {row - 1, column - size},
                                                                           {row + 1, column - size}}};
    const auto free = std::find_if(places.begin(), places.end(), [&](const auto& place) {
        return canvas.has_room(place.first, place.second, mark.shown.label.size());
    });
    canvas.at(mark.row, mark.column).taken = true;
    if (free == places.end()) return false;
    canvas.write(static_cast<std::size_t>(free->first), static_cast<std::size_t>(free->second), mark.shown.label,
                 mark.shown.tone);
    return true;
}

/// The ends and the cut of the upright axis, by row.
std::map<std::size_t, std::string> row_figures(const QuadrantPlot& plot, std::size_t rows, std::size_t cut_row) {
    std::map<std::size_t, std::string> figures{{1, scale_end(plot.y.to)}, {rows - 2, scale_end(plot.y.from)}};
    figures[cut_row] = rounded(plot.cut_y, decimals);
    return figures;
}

/// The ends and the cut of the level axis, below it.
std::string column_figures(const QuadrantPlot& plot, std::size_t columns, std::size_t cut_column) {
    const std::string from = scale_end(plot.x.from);
    const std::string to = scale_end(plot.x.to);
    const std::string cut = rounded(plot.cut_x, decimals);
    const std::size_t half = display_width(cut) / 2;
    const std::size_t start = std::min(cut_column > half ? cut_column - half : 0, columns - display_width(cut));
    std::string       line;
    if (start > display_width(from)) line = from;
    line += std::string(start - display_width(line), ' ') + cut;
    const std::size_t room = columns - display_width(line);
    if (room > display_width(to)) line += std::string(room - display_width(to), ' ') + to;
    return line;
}

std::string at_right(const std::string& text, std::size_t width) {
    const std::size_t size = display_width(text);
    return std::string(width > size ? width - size : 0, ' ') + text;
}

} // namespace

DrawnPlot drawn(const QuadrantPlot& plot, std::size_t width, bool colour) {
    constexpr std::size_t shape = 4; // a character is about twice as high as wide
    width = std::clamp(width, narrowest_plot, widest_plot);
    std::size_t margin = 0;
    for (const std::string& figure : {scale_end(plot.y.from), scale_end(plot.y.to), rounded(plot.cut_y, decimals)}) {
        margin = std::max(margin, display_width(figure));
    }
    const std::size_t columns = width - margin - 3;
    const std::size_t rows = std::clamp(columns / shape, fewest_rows, most_rows);
    const std::size_t cut_row = row_of(plot.cut_y, plot, rows);
    const std::size_t cut_column = place_of(plot.cut_x, plot.x, columns);

    DrawnPlot         result;
    Canvas            canvas(rows, columns);
    std::vector<Mark> marks = marks_of(plot, rows, columns);
    draw_cuts(canvas, cut_row, cut_column);
    draw_names(canvas, plot);
    for (const Mark& mark : marks) {
        canvas.at(mark.row, mark.column) = {mark.shown.hollow ? "○" : "●", mark.shown.tone, true};
    }
    for (const Mark& mark : marks) {
        if (!draw_label(canvas, mark)) result.unlabelled.push_back(mark.shown.label);
    }

    const auto figures = row_figures(plot, rows, cut_row);
    result.lines.push_back(std::string(margin + 1, ' ') + plot.y_title);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto        figure = figures.find(row);
        const std::string edge = figure == figures.end() ? "│" : "┤";
        result.lines.push_back(at_right(figure == figures.end() ? "" : figure->second, margin) + " " +
                               toned(edge, Tone::faint, colour) + " " + canvas.line(row, colour));
        std::string& line = result.lines.back();
        line.erase(line.find_last_not_of(' ') + 1);
    }
    result.lines.push_back(std::string(margin + 1, ' ') + toned("└", Tone::faint, colour));
    std::string& floor = result.lines.back();
    std::string  rule;
    for (std::size_t column = 0; column <= columns; ++column) rule += column == cut_column + 1 ? "┴" : "─";
    floor += toned(rule, Tone::faint, colour);
    result.lines.push_back(std::string(margin + 3, ' ') + column_figures(plot, columns, cut_column));
    result.lines.push_back(at_right(plot.x_title, width));
    return result;
}

} // namespace cx
