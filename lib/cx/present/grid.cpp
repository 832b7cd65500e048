#include <cx/present/grid.hpp>

#include <algorithm>

#include <cx/base/text.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest_page = 40;
constexpr std::size_t narrowest_label = 12;
constexpr std::size_t short_label = 20;    ///< below it spare figures go
constexpr std::size_t readable_label = 32; ///< below it strips go
constexpr std::size_t label_beside_extras = 22;
constexpr std::size_t title_width = 14; ///< from here on a title goes on below itself
constexpr std::size_t title_lines = 3;
constexpr std::size_t widest_figure = 30;
constexpr std::size_t narrowest_strip = 16;
constexpr std::size_t widest_strip = 40;
constexpr std::size_t rows_with_extra_columns = 4; ///< with fewer, extra figures stand below their row

struct Layout {
    std::vector<std::size_t> widths;     ///< 0: the column is not drawn
    std::size_t              height = 1; ///< lines of the titles
    bool                     extras_below = false;
};

std::size_t sum_of(const std::vector<std::size_t>& widths) {
    std::size_t sum = 0;
    for (const std::size_t width : widths) sum += width == 0 ? 0 : width + gap;
    return sum < gap ? 0 : sum - gap;
}

std::size_t widest_cell(const Grid& grid, std::size_t column) {
    std::size_t widest = 0;
    for (const GridRow& row : grid.rows) {
        widest = std::max(widest, row.indent * (column == 0 ? 1 : 0) + display_width(row.cells[column].text));
    }
    return widest;
}

std::vector<std::string> title_of(const GridColumn& column, std::size_t width) {
    std::vector<std::string> lines = wrapped(column.title, std::max<std::size_t>(width, 1));
    if (lines.size() > title_lines) {
        std::string rest = lines[title_lines - 1];
        for (std::size_t i = title_lines; i < lines.size(); ++i) rest += " " + lines[i];
        lines.resize(title_lines);
        lines.back() = shortened(rest, width);
    }
    return lines;
}

/// As wide as the cells need, and the title in lines of `title_width`.
std::size_t figure_width(const Grid& grid, std::size_t column) {
    std::size_t widest = widest_cell(grid, column);
    for (const std::string& line : title_of(grid.columns[column], std::max(widest, title_width))) {
        widest = std::max(widest, display_width(line));
    }
    return std::min(widest, widest_figure);
}

bool is_figure(Kind kind) { return kind == Kind::figure || kind == Kind::spare; }

/// Figures, without those that leave no room for a label.
void place_figures(const Grid& grid, std::size_t width, std::size_t natural_label, std::vector<std::size_t>& widths) {
    widths[0] = std::min(natural_label, short_label);
    for (std::size_t i = 1; i < grid.columns.size(); ++i) {
        if (is_figure(grid.columns[i].kind)) widths[i] = figure_width(grid, i);
    }
    for (std::size_t i = grid.columns.size(); i-- > 1 && sum_of(widths) > width;) {
        if (grid.columns[i].kind == Kind::spare) widths[i] = 0;
    }
    widths[0] = std::min(natural_label, narrowest_label);
    for (std::size_t i = grid.columns.size(); i-- > 1 && sum_of(widths) > width;) widths[i] = 0;
}

/// Extra columns from the left as far as they fit beside a readable label; strips in what is left.
void place_extras(const Grid& grid, std::size_t width, std::size_t natural_label, Layout& layout) {
    if (grid.rows.size() < rows_with_extra_columns) {
        layout.extras_below = true;
        return;
    }
    layout.widths[0] = std::min(natural_label, label_beside_extras);
    for (std::size_t i = 1; i < grid.columns.size(); ++i) {
        if (grid.columns[i].kind != Kind::extra) continue;
        layout.widths[i] = figure_width(grid, i);
        if (sum_of(layout.widths) > width) {
            layout.widths[i] = 0;
            break;
        }
    }
}

Layout fitted(const Grid& grid, std::size_t width) {
    Layout            layout;
    const std::size_t natural_label = std::max(display_width(grid.columns[0].title), widest_cell(grid, 0));
    layout.widths.assign(grid.columns.size(), 0);
    place_figures(grid, width, natural_label, layout.widths);
    place_extras(grid, width, natural_label, layout);

    layout.widths[0] = 0;
    const std::size_t others = sum_of(layout.widths);
    const std::size_t room = width - (others == 0 ? 0 : others + gap);
    const auto        last = grid.columns.size() - 1;
    const bool        has_strip = grid.columns[last].kind == Kind::strip;
    const std::size_t label_beside_strip = room > narrowest_strip + gap ? room - narrowest_strip - gap : 0;
    if (has_strip && label_beside_strip >= std::min(natural_label, readable_label)) {
        layout.widths[0] = std::min(natural_label, std::max(std::min(label_beside_strip, readable_label),
                                                            room > widest_strip + gap ? room - widest_strip - gap : 0));
        layout.widths[last] = std::min(widest_strip, room - layout.widths[0] - gap);
    } else {
        layout.widths[0] = std::min(natural_label, room);
    }
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        if (layout.widths[i] == 0 || grid.columns[i].kind == Kind::strip) continue;
        layout.height = std::max(layout.height, title_of(grid.columns[i], layout.widths[i]).size());
    }
    return layout;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::size_t size = display_width(text);
    const std::string space(width > size ? width - size : 0, ' ');
    return right ? space + text : text + space;
}

/// Between the ends of its own range, said beside it.
std::string own_strip(const Dot& dot, std::size_t width) {
    constexpr std::size_t left_end = 4;
    constexpr std::size_t right_end = 3;
    const std::string     ends = strip_scale(dot.range, width, std::nullopt, "");
    const std::string     from = ends.substr(0, ends.find(' '));
    const std::string     to = ends.substr(ends.rfind(' ') + 1);
    if (width < narrowest_strip || display_width(from) > left_end || display_width(to) > right_end) {
        return strip(dot, dot.range, width, 0.0, "─");
    }
    return padded(from, left_end, true) + " " +
           strip(dot, dot.range, width - left_end - right_end - 2,
                 dot.range.from < 0 ? std::optional(0.0) : std::nullopt, "─") +
           " " + to;
}

std::string cell_text(const Grid& grid, const GridRow& row, std::size_t column, std::size_t width) {
    const Cell& cell = row.cells[column];
    switch (grid.columns[column].kind) {
    case Kind::label: {
        const std::size_t indent = std::min(row.indent, width);
        return padded(std::string(indent, ' ') + shortened(cell.text, width - indent), width, false);
    }
    case Kind::strip:
        if (!cell.dot) return {};
        return grid.axis ? strip(*cell.dot, *grid.axis, width, grid.reference) : own_strip(*cell.dot, width);
    case Kind::figure:
    case Kind::spare:
    case Kind::extra:
        break;
    }
    return padded(shortened(cell.text, width), width, true);
}

void trim_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

std::vector<std::string> title_rows(const Grid& grid, const Layout& layout) {
    std::vector<std::string> lines(layout.height);
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const std::size_t width = layout.widths[i];
        if (width == 0) continue;
        std::vector<std::string> title;
        if (grid.columns[i].kind != Kind::strip) {
            title = title_of(grid.columns[i], width);
        } else if (grid.axis) {
            title = {strip_scale(*grid.axis, width, grid.reference, grid.reference_name)};
        }
        const std::size_t start = layout.height - std::min(layout.height, title.size());
        for (std::size_t line = 0; line < layout.height; ++line) {
            if (i > 0) lines[line].append(gap, ' ');
            lines[line] += padded(line < start ? std::string() : title[line - start], width,
                                  grid.columns[i].kind != Kind::label && grid.columns[i].kind != Kind::strip);
        }
    }
    for (std::string& line : lines) trim_end(line);
    std::erase_if(lines, [](const std::string& line) { return line.empty(); });
    return lines;
}

/// The extra figures of a row in words, `promoters 52.1% · mean 8.12`, broken between figures.
std::vector<std::string> extras_of(const Grid& grid, const GridRow& row, std::size_t width) {
    constexpr std::string_view between = " · ";
    std::vector<std::string>   lines;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        if (grid.columns[i].kind != Kind::extra || row.cells[i].text.empty()) continue;
        const std::string figure = grid.columns[i].title + " " + row.cells[i].text;
        if (!lines.empty() && display_width(lines.back() + std::string(between) + figure) <= width) {
            lines.back() += std::string(between) + figure;
            continue;
        }
        for (std::string& line : wrapped(figure, width)) lines.push_back(std::move(line));
    }
    return lines;
}

std::string row_line(const Grid& grid, const Layout& layout, const GridRow& row, bool colour) {
    std::string line;
    std::string spaces; // held back, so that no line ends with any
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        if (layout.widths[i] == 0) continue;
        if (i > 0) spaces.append(gap, ' ');
        std::string       text = cell_text(grid, row, i, layout.widths[i]);
        const std::size_t start = text.find_first_not_of(' ');
        if (start == std::string::npos) {
            spaces += text;
            continue;
        }
        const std::size_t end = text.find_last_not_of(' ') + 1;
        line += spaces + text.substr(0, start) + toned(text.substr(start, end - start), row.cells[i].tone, colour);
        spaces = text.substr(end);
    }
    return line;
}

std::vector<std::string> drawn_once(const Grid& grid, std::size_t width, bool colour) {
    constexpr std::size_t    below_indent = 4;
    const Layout             layout = fitted(grid, width);
    std::vector<std::string> lines;
    for (const std::string& title : title_rows(grid, layout)) lines.push_back(toned(title, Tone::faint, colour));
    for (const GridRow& row : grid.rows) {
        lines.push_back(row_line(grid, layout, row, colour));
        if (!layout.extras_below) continue;
        for (const std::string& line : extras_of(grid, row, width - below_indent)) {
            lines.push_back(std::string(below_indent, ' ') + toned(line, Tone::faint, colour));
        }
    }
    return lines;
}

/// The repeated columns of `grid` and those from `first` to before `last`.
Grid part_of(const Grid& grid, std::size_t first, std::size_t last) {
    const auto take = [&](const auto& all) {
        auto taken = all;
        taken.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(grid.repeated));
        taken.insert(taken.end(), all.begin() + static_cast<std::ptrdiff_t>(first),
                     all.begin() + static_cast<std::ptrdiff_t>(last));
        return taken;
    };
    Grid part;
    part.columns = take(grid.columns);
    for (const GridRow& row : grid.rows) part.rows.push_back({take(row.cells), row.indent});
    return part;
}

} // namespace

std::string toned(const std::string& text, Tone tone, bool colour) {
    if (!colour || tone == Tone::plain || text.empty()) return text;
    const char* const start = tone == Tone::faint ? "\x1b[2m" : tone == Tone::good ? "\x1b[32m" : "\x1b[31m";
    return start + text + "\x1b[0m";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    std::vector<std::string> lines;
    std::string              line;
    std::size_t              used = 0;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string word = shortened(text.substr(0, space), width > indent ? width - indent : 1);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        const std::size_t size = display_width(word);
        if (used > 0 && used + 1 + size > width) {
            lines.push_back(line);
            line.assign(indent, ' ');
            used = 0;
        }
        if (used > 0) line += ' ';
        line += word;
        used = display_width(line);
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

std::vector<std::string> drawn(const Grid& grid, std::size_t width, bool colour) {
    width = std::max(width, narrowest_page);
    if (grid.columns.empty()) return {};
    if (grid.repeated == 0 || grid.repeated >= grid.columns.size()) return drawn_once(grid, width, colour);
    std::size_t fixed_width =
        std::min(std::max(widest_cell(grid, 0), narrowest_label), std::max(short_label, width / 3));
    for (std::size_t i = 1; i < grid.repeated; ++i) fixed_width += gap + figure_width(grid, i);
    std::vector<std::string> lines;
    for (std::size_t first = grid.repeated; first < grid.columns.size();) {
        std::size_t used = fixed_width;
        std::size_t last = first;
        while (last < grid.columns.size() && (last == first || used + gap + figure_width(grid, last) <= width)) {
            used += gap + figure_width(grid, last++);
        }
        if (!lines.empty()) lines.emplace_back();
        const Grid part = part_of(grid, first, last);
        for (std::string& line : drawn_once(part, width, colour)) lines.push_back(std::move(line));
        first = last;
    }
    return lines;
}

} // namespace cx
