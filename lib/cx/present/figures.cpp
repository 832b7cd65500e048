#include <cx/present/figures.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>

namespace cx {
namespace {

constexpr double nothing = 1e-9;
constexpr int    most_decimals = 9;

/// -1, 0 or 1: on which side of `bound` a figure lies.
int side(double value, double bound) noexcept {
    const double distance = value - bound;
    if (std::abs(distance) < nothing) return 0;
    return distance < 0 ? -1 : 1;
}

bool keeps_sides(double value, double shown, std::span<const double> bounds) {
    return side(value, 0) == side(shown, 0) && std::all_of(bounds.begin(), bounds.end(), [&](double bound) {
               return side(value, bound) == side(shown, bound);
           });
}

} // namespace

int decimals_of(Unit unit) noexcept { return unit == Unit::points || unit == Unit::percent ? 1 : 2; }

std::string rounded(double value, int decimals, std::span<const double> bounds) {
    if (!std::isfinite(value)) return "–";
    if (std::abs(value) < nothing) value = 0;
    std::string text = fixed(value, decimals);
    for (int more = decimals + 1; more <= most_decimals; ++more) {
        if (keeps_sides(value, parse_number(text, DecimalMark::point).value_or(value), bounds)) break;
        text = fixed(value, more);
    }
    if (text.starts_with('-')) text.replace(0, 1, "−");
    return text;
}

std::string rounded_with_sign(double value, int decimals) {
    return (value >= nothing ? "+" : "") + rounded(value, decimals);
}

std::string value_text(const ScoreRow& row) {
    if (!row.value) return {};
    return rounded(*row.value, decimals_of(row.unit)) + (row.unit == Unit::percent ? "%" : "");
}

std::string count_text(std::uint64_t count) {
    std::string text = std::to_string(count);
    for (std::size_t end = text.size(); end > 3; end -= 3) text.insert(end - 3, 1, ',');
    return text;
}

std::string percent_text(double share) {
    // Through twelve decimals, so that 100 * 0.99 is 99 and no longer figure.
    return shortest(parse_number(fixed(100 * share, most_decimals), DecimalMark::point).value_or(100 * share)) + "%";
}

std::string shown_text(const std::string& text) {
    constexpr std::size_t longest = 300;
    return shortened(visible(text), longest);
}

std::string metric_title(std::string_view metric) {
    using namespace std::string_view_literals;
    static constexpr std::array titles{std::pair{"nps"sv, "NPS"sv},    std::pair{"csat"sv, "CSAT"sv},
                                       std::pair{"ces"sv, "CES"sv},    std::pair{"ces_easy"sv, "easy"sv},
                                       std::pair{"top2"sv, "top 2"sv}, std::pair{"basics_met"sv, "basics met"sv}};
    const auto* const           known =
        std::find_if(titles.begin(), titles.end(), [&](const auto& title) { return title.first == metric; });
    return std::string(known == titles.end() ? metric : known->second);
}

GoodEnd good_end(std::string_view metric) noexcept {
    if (metric == "detractors" || metric == "opportunity") return GoodEnd::low;
    if (metric == "importance" || metric == "expectation" || metric == "passives" || metric == "consensus") {
        return GoodEnd::neither;
    }
    return GoodEnd::high;
}

} // namespace cx
