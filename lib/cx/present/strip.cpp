#include <cx/present/strip.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>

namespace cx {
namespace {

/// The column of `width` in which `value` is drawn.
std::size_t column_of(double value, Axis axis, std::size_t width) {
    const double length = axis.to - axis.from;
    const double share = length > 0 ? (value - axis.from) / length : 0.5;
    const auto   last = static_cast<double>(width - 1);
    return static_cast<std::size_t>(std::clamp(std::round(share * last), 0.0, last));
}

/// 1, 2 or 5 times a power of ten, at least `step`.
double round_step(double step) {
    const double ten = std::pow(10.0, std::floor(std::log10(step)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * ten >= step * (1 - 1e-9)) return times * ten;
    }
    return 10 * ten;
}

/// The end of an axis as short as it can be said.
std::string end_text(double end) {
    std::string text = shortest(parse_number(fixed(end, 6), DecimalMark::point).value_or(end));
    if (text.starts_with('-')) text.replace(0, 1, "−");
    return text;
}

} // namespace

Axis round_axis(double lowest, double highest, Axis range) {
    if (!(highest > lowest) || !std::isfinite(highest - lowest)) return range;
    constexpr double steps = 8;
    const double     step = round_step((highest - lowest) / steps);
    const Axis       round{std::max(range.from, std::floor(lowest / step) * step),
                     std::min(range.to, std::ceil(highest / step) * step)};
    return round.to > round.from ? round : range;
}

std::string strip(const Dot& dot, Axis axis, std::size_t width, std::optional<double> reference,
                  const std::string& ground) {
    if (width == 0) return {};
    std::vector<std::string> columns(width, ground);
    if (reference && *reference >= axis.from && *reference <= axis.to) {
        columns[column_of(*reference, axis, width)] = ground == " " ? "│" : "┼";
    }
    if (dot.low && dot.high) {
        const std::size_t first = column_of(*dot.low, axis, width);
        const std::size_t last = std::max(first, column_of(*dot.high, axis, width));
        std::fill(columns.begin() + static_cast<std::ptrdiff_t>(first),
                  columns.begin() + static_cast<std::ptrdiff_t>(last) + 1, "━");
    }
    columns[column_of(dot.value, axis, width)] = dot.hollow ? "○" : "●";
    std::string drawn;
    for (const std::string& column : columns) drawn += column;
    return drawn;
}

std::string strip_scale(Axis axis, std::size_t width, std::optional<double> reference, const std::string& name) {
    const std::string from = end_text(axis.from);
    const std::string to = end_text(axis.to);
    const std::size_t left = display_width(from);
    const std::size_t right = display_width(to);
    if (left + right + 1 > width) {
        std::string blank(width, ' ');
        return blank;
    }
    std::string middle(width - left - right, ' ');
    if (reference && *reference >= axis.from && *reference <= axis.to) {
        const std::size_t size = display_width(name);
        const std::size_t at = column_of(*reference, axis, width);
        const std::size_t start = at > size / 2 ? at - size / 2 : 0;
        const bool        free = start > left && start + size < width - right;
        if (free && name.size() == size) middle.replace(start - left, size, name);
    }
    return from + middle + to;
}

std::string bars(const std::map<int, std::uint64_t>& counts) {
    constexpr std::int64_t longest = 40;
    if (counts.empty()) return {};
    const int     low = counts.begin()->first;
    const int     high = counts.rbegin()->first;
    std::uint64_t most = 0;
    for (const auto& [point, count] : counts) most = std::max(most, count);
    if (most == 0 || std::int64_t{high} - low >= longest) return {};
    using namespace std::string_view_literals;
    static constexpr std::array eighths{"▁"sv, "▂"sv, "▃"sv, "▄"sv, "▅"sv, "▆"sv, "▇"sv, "█"sv};
    std::string                 drawn = end_text(low) + " ";
    for (int point = low; point <= high; ++point) {
        const auto   found = counts.find(point);
        const double share = found == counts.end() ? 0 : static_cast<double>(found->second) / static_cast<double>(most);
        // Nobody's point is the lowest bar, and anybody's is above it.
        const auto height = static_cast<std::size_t>(std::ceil(share * static_cast<double>(eighths.size() - 1)));
        drawn += eighths.at(height);
    }
    return drawn + " " + end_text(high);
}

} // namespace cx
