#include <cx/model/legend_scale.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

namespace cx {

namespace {

using Points = std::map<int, std::string>; ///< code -> label, folded

constexpr std::size_t fewest_named_points = 3;
constexpr int         most_named_points = 11;
constexpr int         highest_first = 4; ///< school grades start at 4

std::optional<int> code_number(std::string_view code) {
    int        number = 0;
    const auto read = std::from_chars(code.data(), code.data() + code.size(), number);
    if (read.ec != std::errc{} || read.ptr != code.data() + code.size()) return std::nullopt;
    return number;
}

bool says_nothing(const ProfiledValue& label) {
    return label.kind == ValueKind::missing || label.kind == ValueKind::not_applicable || says_no_answer(label.folded);
}

/// Whether all labels but those of the ends repeat their code.
bool is_numbered(const Points& points, const AnswerTexts& texts) {
    return std::all_of(std::next(points.begin()), std::prev(points.end()), [&](const auto& point) {
        const ProfiledValue label = read_value(point.second, texts);
        return (label.kind == ValueKind::whole || label.kind == ValueKind::numbered) && label.number == point.first;
    });
}

enum class Direction { none, rising, falling };

Direction direction_of(const Points& points, LabelFamily family) {
    std::optional<int> before;
    bool               rising = true;
    bool               falling = true;
    for (const auto& [code, label] : points) {
        const auto position = label_position(family, label);
        if (!position) return Direction::none;
        rising = rising && (!before || *position > *before);
        falling = falling && (!before || *position < *before);
        before = position;
    }
    if (rising) return Direction::rising;
    return falling ? Direction::falling : Direction::none;
}

} // namespace

std::optional<AnswerScale> legend_scale(const SurveyColumn& column, const AnswerTexts& texts) {
    AnswerScale found;
    found.source = ScaleSource::legend;
    Points points;
    for (const auto& [code, label] : column.column->labels) {
        const ProfiledValue read = read_value(label, texts);
        if (says_nothing(read)) {
            found.not_applicable.push_back(code);
            continue;
        }
        const auto number = code_number(code);
        if (!number) return std::nullopt;
        points.emplace(*number, read.folded);
    }
    if (points.size() < fewest_named_points) return std::nullopt;
    found.scale = {points.begin()->first, points.rbegin()->first};
    const bool gaps = found.scale.size() != static_cast<int>(points.size());
    if (gaps || found.scale.size() > most_named_points || found.scale.low < 0 || found.scale.low > highest_first)
        return std::nullopt;
    found.named = true;
    found.usual = is_usual(found.scale);
    for (const ProfiledValue& value : column.profile.values)
        if (value.kind == ValueKind::whole) found.counts[value.number] += value.count;
    if (is_numbered(points, texts)) {
        found.reversed = end_of_scale(points.begin()->second) == 1 && end_of_scale(points.rbegin()->second) == -1;
        return found;
    }
    for (int i = 0; i < label_families; ++i) {
        const Direction direction = direction_of(points, static_cast<LabelFamily>(i));
        if (direction == Direction::none) continue;
        found.family = static_cast<LabelFamily>(i);
        found.reversed = direction == Direction::falling;
        return found;
    }
    return std::nullopt;
}

} // namespace cx
