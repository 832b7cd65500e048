#include <cx/responses/account.hpp>

#include <algorithm>

namespace cx {

namespace {

constexpr std::size_t lines_kept = 10;
constexpr std::size_t touchpoints_kept = 5;

RowAccount::Reason& reason_in(std::vector<RowAccount::Reason>& reasons, std::string_view text) {
    const auto at = std::lower_bound(
        reasons.begin(), reasons.end(), text,
        [](const RowAccount::Reason& reason, std::string_view wanted) { return reason.text < wanted; });
    if (at != reasons.end() && at->text == text) return *at;
    return *reasons.insert(at, {std::string(text), 0, {}});
}

void keep_line(std::vector<std::int64_t>& lines, std::int64_t line) {
    if (lines.size() == lines_kept && line >= lines.back()) return;
    lines.insert(std::upper_bound(lines.begin(), lines.end(), line), line);
    if (lines.size() > lines_kept) lines.pop_back();
}

/// The five that sort first, so that they do not depend on the order in which rows and pieces come.
void keep_touchpoint(std::vector<std::string>& touchpoints, const std::string& value) {
    const auto at = std::lower_bound(touchpoints.begin(), touchpoints.end(), value);
    if (at != touchpoints.end() && *at == value) return;
    touchpoints.insert(at, value);
    if (touchpoints.size() > touchpoints_kept) touchpoints.pop_back();
}

} // namespace

void RowAccount::count(Outcome outcome, std::string_view reason, std::int64_t line) {
    switch (outcome) {
    case Outcome::accepted:
        ++accepted;
        return;
    case Outcome::duplicate:
        ++duplicates;
        break;
    case Outcome::rejected:
        ++rejected;
        break;
    case Outcome::filtered:
        ++filtered;
        break;
    }
    Reason& entry = reason_in(reasons, reason);
    ++entry.rows;
    entry.outcome = outcome;
    keep_line(entry.first, line);
}

void RowAccount::note_met(std::size_t condition, std::size_t group) {
    if (condition >= met.size()) met.resize(condition + 1);
    if (group >= met[condition].size()) met[condition].resize(group + 1);
    met[condition][group] = true;
}

void RowAccount::note_day(Day day) {
    if (!last_day || *last_day < day) last_day = day;
}

void RowAccount::count_ungrouped(std::size_t dimension, std::uint64_t rows) {
    if (dimension >= ungrouped.size()) ungrouped.resize(dimension + 1);
    ungrouped[dimension] += rows;
}

void RowAccount::count_foreign(const std::string& touchpoint) {
    ++foreign_rows;
    keep_touchpoint(foreign_touchpoints, touchpoint);
}

void RowAccount::add(const RowAccount& other) {
    accepted += other.accepted;
    duplicates += other.duplicates;
    rejected += other.rejected;
    filtered += other.filtered;
    short_rows += other.short_rows;
    unread_legend_rows += other.unread_legend_rows;
    undated += other.undated;
    zero_weights += other.zero_weights;
    foreign_rows += other.foreign_rows;
    elsewhere += other.elsewhere;
    foreign_elsewhere += other.foreign_elsewhere;
    if (other.last_day) note_day(*other.last_day);
    for (std::size_t condition = 0; condition < other.met.size(); ++condition) {
        for (std::size_t group = 0; group < other.met[condition].size(); ++group) {
            if (other.met[condition][group]) note_met(condition, group);
        }
    }
    if (other.ungrouped.size() > ungrouped.size()) ungrouped.resize(other.ungrouped.size());
    for (std::size_t i = 0; i < other.ungrouped.size(); ++i) ungrouped[i] += other.ungrouped[i];
    for (const Reason& reason : other.reasons) {
        Reason& entry = reason_in(reasons, reason.text);
        entry.rows += reason.rows;
        entry.outcome = reason.outcome;
        for (const std::int64_t first : reason.first) keep_line(entry.first, first);
    }
    for (const std::string& value : other.foreign_touchpoints) keep_touchpoint(foreign_touchpoints, value);
}

} // namespace cx
