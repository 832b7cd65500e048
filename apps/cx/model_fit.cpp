#include "model_fit.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/model/column_check.hpp>
#include <cx/model/made_items.hpp>

namespace cx {

namespace {

constexpr std::size_t widest_item = 36;   ///< columns
constexpr std::size_t widest_column = 90; ///< likewise

struct Line {
    std::vector<std::string> cells;
};

std::string shown(std::string_view text, std::size_t width) { return shortened(visible(one_line(text)), width); }

std::string name_of(const Item& item, AnswerColumn::Part part) {
    if (part == AnswerColumn::Part::single) return item.id;
    if (part == AnswerColumn::Part::performance) return item.id + " (performance)";
    return item.id + (item.importance.empty() ? " (expectation)" : " (importance)");
}

bool is_asked(const Item& item, AnswerColumn::Part part) {
    return !is_made(item) && (part == AnswerColumn::Part::single || part == AnswerColumn::Part::performance ||
                              part == AnswerColumn::Part::other);
}

std::uint64_t answered(const Tallies& tallies, const GroupTally& group, std::size_t column) {
    std::uint64_t sum = 0;
    for (const Count& count : tallies.distribution(group, column).points) sum += count.answers;
    return sum;
}

Line line_of(const MeasurementModel& model, const Tallies& tallies, const GroupTally& group, std::size_t column) {
    const AnswerColumn& answers = tallies.layout().schema().columns[column];
    const Item&         item = model.items[answers.item];
    Line                line;
    line.cells.push_back(shown(name_of(item, answers.part), widest_item));
    line.cells.push_back(item.kind == ItemKind::choice ? "choice"
                                                       : fmt::format("{}-{}", item.scale.low, item.scale.high));
    line.cells.push_back(fmt::format("{}", answered(tallies, group, column)));
    for (const NoAnswer kind :
         {NoAnswer::missing, NoAnswer::not_applicable, NoAnswer::out_of_scale, NoAnswer::unreadable})
        line.cells.push_back(fmt::format("{}", tallies.no_answers(group, column, kind)));
    return line;
}

/// The first column to the left, the others to the right under their headings.
std::string drawn(const std::vector<Line>& lines) {
    std::vector<std::size_t> widths(lines.front().cells.size());
    for (const Line& line : lines)
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(line.cells[i]));
    std::string text;
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string gap(widths[i] - display_width(line.cells[i]), ' ');
            if (i == 0)
                text += line.cells[i] + gap;
            else
                text += "  " + gap + line.cells[i];
        }
        text += '\n';
    }
    return text;
}

std::string left_over(const MeasurementModel& model, const Recognition& first) {
    const auto unused = unused_columns(model, first);
    if (unused.empty()) return "The model uses every column.\n";
    std::string text = fmt::format("Columns that the model does not use: {}\n", unused.size());
    for (const std::size_t i : unused) {
        const Column& column = first.columns[i];
        const bool    asks = column.text != column.code;
        text += fmt::format("  {}\n",
                            shown(asks ? fmt::format("{}: {}", column.code, column.text) : column.code, widest_column));
    }
    return text;
}

} // namespace

std::string model_fit(const MeasurementModel& model, const Tallies& tallies, const Recognition& first) {
    const auto& all = tallies.groups(0);
    if (all.empty()) return left_over(model, first); // every row has a weight of 0
    const GroupTally& group = all.begin()->second;
    const auto&       columns = tallies.layout().schema().columns;
    std::vector<Line> lines{{{"item", "scale", "answered", "missing", "not applicable", "out of scale", "unreadable"}}};
    for (std::size_t column = 0; column < columns.size(); ++column)
        if (is_asked(model.items[columns[column].item], columns[column].part))
            lines.push_back(line_of(model, tallies, group, column));
    return drawn(lines) + "\n" + left_over(model, first);
}

} // namespace cx
