#include <cx/model/date_findings.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace cx {

namespace {

constexpr double enough = 0.95;

/// What the values are, read in each order.
struct Readings {
    std::size_t                values = 0;
    std::array<std::size_t, 3> dates{};       ///< by order
    std::size_t                differing = 0; ///< read as another day in another order
    std::size_t                dotted = 0;    ///< `3.4.2026`: dots stand between day, month and year, never in mdy
};

constexpr std::array orders{DateOrder::ymd, DateOrder::dmy, DateOrder::mdy};

bool is_dotted(std::string_view text) noexcept {
    const std::size_t first = text.find_first_not_of("0123456789");
    return first != std::string_view::npos && first > 0 && first <= 2 && text[first] == '.';
}

bool starts_with_year(std::string_view text) noexcept {
    return text.size() > 4 && std::all_of(text.begin(), text.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
}

void take(Readings& readings, std::string_view text) {
    ++readings.values;
    if (starts_with_year(text)) { // one order, whatever is asked for
        if (!parse_moment(text, DateOrder::ymd)) return;
        for (std::size_t& dates : readings.dates) ++dates;
        return;
    }
    std::array<std::optional<Moment>, 3> read;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        read[i] = parse_moment(text, orders[i]);
        if (read[i]) ++readings.dates[i];
    }
    if (read[1] && read[2] && read[1]->day != read[2]->day) ++readings.differing;
    if (is_dotted(text)) ++readings.dotted;
}

/// Whether more values could not tell more.
bool is_told(const Readings& readings) noexcept {
    constexpr std::size_t plenty = 2000;
    return readings.values >= plenty && (readings.differing == 0 || readings.dates[1] != readings.dates[2]);
}

Readings readings_of(const Sample& sample, std::size_t column) {
    Readings    readings;
    std::string scratch;
    for (std::size_t row = 0; row < sample.size() && !is_told(readings); ++row) {
        const std::string_view text = sample.cell(row, column, scratch);
        if (text.empty() || text == "-" || text == "NA" || text == "#N/A" || text == "NULL") continue;
        take(readings, text);
    }
    return readings;
}

} // namespace

DateFindings date_findings(const Sample& sample, std::size_t column) {
    const Readings readings = readings_of(sample, column);
    DateFindings   findings;
    if (readings.values == 0) return findings;
    const auto reads = [&](std::size_t i) {
        return static_cast<double>(readings.dates[i]) >= enough * static_cast<double>(readings.values);
    };
    const auto [ymd, dmy, mdy] = std::array{reads(0), reads(1), reads(2)};
    findings.dates = ymd || dmy || mdy;
    const bool dotted = readings.dotted == readings.values;
    findings.matters = dmy && mdy && readings.differing > 0 && readings.dates[1] == readings.dates[2] && !dotted;
    if (findings.matters) return findings;
    const bool told = readings.differing > 0 || !dmy || !mdy; // else the year stands first, or the month is a word
    if (told && dmy && (readings.dates[1] >= readings.dates[2] || dotted))
        findings.order = DateOrder::dmy;
    else if (told && mdy)
        findings.order = DateOrder::mdy;
    else if (findings.dates)
        findings.order = DateOrder::ymd;
    return findings;
}

std::string_view to_string(DateOrder order) noexcept {
    switch (order) {
    case DateOrder::ymd:
        return "ymd";
    case DateOrder::dmy:
        return "dmy";
    case DateOrder::mdy:
        return "mdy";
    }
    return {};
}

} // namespace cx
