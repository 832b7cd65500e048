#include <cx/model/coding.hpp>

namespace cx {

namespace {

std::optional<Scale> boxes(const Item& item, int count) {
    const Scale scale = item.scale;
    if (count > scale.size()) return std::nullopt;
    return Scale{scale.high - count + 1, scale.high};
}

} // namespace

Scale scale_of(const Item& item) noexcept {
    const bool yes_or_no =
        item.kind == ItemKind::choice || item.kind == ItemKind::basics || item.kind == ItemKind::kept;
    return yes_or_no ? Scale{0, 1} : item.scale;
}

std::optional<Scale> counted_points(const Item& item, Coding coding) {
    const Scale scale = scale_of(item);
    const auto  cuts = recommend_cuts(item);
    switch (coding) {
    case Coding::point:
        return scale;
    case Coding::net:
        return cuts ? std::optional(scale) : std::nullopt;
    case Coding::promoters:
        return cuts ? std::optional(Scale{cuts->first, scale.high}) : std::nullopt;
    case Coding::passives:
        return cuts ? std::optional(Scale{cuts->second + 1, cuts->first - 1}) : std::nullopt;
    case Coding::detractors:
        return cuts ? std::optional(Scale{scale.low, cuts->second}) : std::nullopt;
    case Coding::top:
        return boxes(item, item.top.value_or(2));
    case Coding::top_two:
        return boxes(item, 2);
    case Coding::above_middle:
        return Scale{scale.low + (scale.high - scale.low) / 2 + 1, scale.high};
    case Coding::good:
        return Scale{1, 1};
    }
    return std::nullopt;
}

double coded(const Item& item, Coding coding, int point) {
    if (coding == Coding::point) return point;
    if (coding == Coding::net) {
        const auto cuts = *recommend_cuts(item);
        return point >= cuts.first ? 1 : point <= cuts.second ? -1 : 0;
    }
    return counted_points(item, coding)->holds(point) ? 1 : 0;
}

} // namespace cx
