#include <cx/exports/delimiter.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include <cx/exports/scanner.hpp>

namespace cx::detail {

namespace {

constexpr std::size_t looked_at = 256U << 10U;
constexpr std::size_t records_looked_at = 1000;

/// How well a delimiter fits.
struct Fit {
    char        delimiter = ',';
    std::size_t width = 1;   ///< cells of most of the records that have more than one
    std::size_t skipped = 0; ///< records before the first one of that width
    std::size_t first = 0;   ///< cells of the first record
    double      share = 0;   ///< of the records from there on, those of that width
};

Fit fit(std::string_view text, char delimiter, char quote, bool complete, RecordIndex& index) {
    scan_records(text, delimiter, quote, complete, index);
    const auto& rows = index.rows();
    const auto  end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), records_looked_at));
    std::map<std::size_t, std::size_t> widths;
    for (auto row = rows.begin(); row != end; ++row) ++widths[row->cells];
    widths.erase(1);
    Fit found{delimiter};
    found.first = rows.empty() ? 0 : rows.front().cells;
    if (widths.empty()) return found;
    const auto most = std::max_element(widths.begin(), widths.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    found.width = most->first;
    const auto first = std::find_if(rows.begin(), end, [&](const auto& row) { return row.cells == found.width; });
    // A header with more cells than the records below it is no preamble.
    const bool before = first != rows.begin() && rows.front().cells < found.width;
    found.skipped = before ? static_cast<std::size_t>(first - rows.begin()) : 0;
    const auto counted = end - (before ? first : rows.begin());
    found.share = static_cast<double>(most->second) / static_cast<double>(counted);
    return found;
}

bool is_likely(const Fit& fit) {
    constexpr double enough = 0.5;
    constexpr double enough_after_preamble = 0.9; // a title line is believed only above a regular table
    return fit.width > 1 && fit.share >= (fit.skipped > 0 ? enough_after_preamble : enough);
}

bool is_better(const Fit& a, const Fit& b) {
    constexpr double as_good = 0.1;
    if (std::abs(a.share - b.share) > as_good) return a.share > b.share;
    if ((a.skipped == 0) != (b.skipped == 0)) return a.skipped == 0;
    return a.width > b.width;
}

} // namespace

char recognise_delimiter(std::string_view text, char quote, bool complete) {
    if (text.size() > looked_at) {
        text = text.substr(0, looked_at);
        complete = false;
    }
    Fit         best;
    Fit         widest; // for ragged records
    bool        found = false;
    RecordIndex index; // keeps its memory
    for (const char delimiter : {',', ';', '\t', '|'}) {
        if (text.find(delimiter) == std::string_view::npos) continue; // records of one cell tell nothing
        const Fit one = fit(text, delimiter, quote, complete, index);
        if (one.first > widest.first) widest = one;
        if (!is_likely(one) || (found && !is_better(one, best))) continue;
        best = one;
        found = true;
    }
    if (found) return best.delimiter;
    constexpr std::size_t no_accident = 4; // cells: prose has no such width
    return widest.first >= no_accident ? widest.delimiter : ',';
}

std::optional<char> declared_delimiter(std::string_view text) noexcept {
    constexpr std::string_view start = "sep=";
    if (text.size() < start.size() + 2) return std::nullopt;
    const char delimiter = text[start.size()];
    const char after = text[start.size() + 1];
    const bool whole_line = after == '\n' || after == '\r';
    const bool known = std::string_view(",;\t|").find(delimiter) != std::string_view::npos;
    return text.starts_with(start) && whole_line && known ? std::optional(delimiter) : std::nullopt;
}

} // namespace cx::detail
