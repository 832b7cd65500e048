#include <cx/tally/counts_added.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <cx/base/calendar.hpp>
#include <cx/base/text.hpp>

namespace cx {

namespace {

constexpr std::size_t widest_filter = 200;
constexpr std::size_t most_shown = 5;

std::set<std::string> or_none(std::set<std::string> filters) {
    if (filters.empty()) filters.emplace();
    return filters;
}

/// A filter as it is echoed, its days apart.
struct DatedFilter {
    std::optional<Day> from, to;
    std::string        others;

    explicit DatedFilter(const std::string& filter) {
        for (std::size_t at = 0; at <= filter.size();) {
            const std::size_t end = std::min(filter.find("; ", at), filter.size());
            take(filter.substr(at, end - at));
            at = end + 2;
        }
    }

  private:
    void take(const std::string& part) {
        constexpr std::string_view since = "from ", until = "to ";
        const auto first = part.starts_with(since) ? parse_iso_day(part.substr(since.size())) : std::nullopt;
        const auto last = part.starts_with(until) ? parse_iso_day(part.substr(until.size())) : std::nullopt;
        if (first) from = first;
        if (last) to = last;
        if (!first && !last) others += part + "; ";
    }
};

/// Whether filters are the same but for their days, of which they share none.
bool differ_in_dates(const std::set<std::string>& filters) {
    std::vector<DatedFilter> dated(filters.begin(), filters.end());
    std::sort(dated.begin(), dated.end(), [](const DatedFilter& a, const DatedFilter& b) { return a.from < b.from; });
    for (std::size_t i = 1; i < dated.size(); ++i) {
        const DatedFilter &before = dated[i - 1], &after = dated[i];
        if (before.others != after.others || !before.to || !after.from || *before.to >= *after.from) return false;
    }
    return true;
}

using Names = std::set<std::string>;

/// Whether all of `some` are among `all`, and others too.
bool is_part_of(const Names& some, const Names& all) {
    return some.size() < all.size() && std::includes(all.begin(), all.end(), some.begin(), some.end());
}

bool share_one(const Names& some, const Names& others) {
    return std::any_of(some.begin(), some.end(), [&](const std::string& name) { return others.contains(name); });
}

} // namespace

std::string shown_filters(const std::set<std::string>& filters) {
    std::string text;
    for (const std::string& filter : filters) {
        if (!text.empty()) text += " | ";
        text += filter.empty() ? "no filter" : shortened(visible(filter), widest_filter);
    }
    return shortened(text, 2 * widest_filter);
}

void AddedCounts::add(const std::string& file, const CountsRead& read) {
    files_.push_back({file, or_none(read.filters), read.sources, read.bytes_digest, read.all_digest});
}

void AddedCounts::add_export(const std::string& file) {
    std::set<std::string> sources;
    const std::string     name = file.substr(file.find_last_of('/') + 1);
    if (name != "-" && !name.empty()) sources.insert(name);
    files_.push_back({file, or_none({}), std::move(sources), {}, {}});
}

Notices AddedCounts::doubts() const {
    Notices notices;
    warn_of_repeats(notices);
    warn_of_shared_exports(notices);
    warn_of_filters(notices);
    return notices;
}

std::set<std::string> AddedCounts::filters() const {
    std::set<std::string> filters;
    for (const File& file : files_) filters.insert(file.filters.begin(), file.filters.end());
    return filters;
}

std::string AddedCounts::filtered_by(const std::string& asked) const {
    const std::set<std::string> counted = filters();
    const std::string           shown = counted.size() > 1 ? shown_filters(counted)
                                        : counted.empty()  ? std::string()
                                                           : *counted.begin();
    if (shown.empty() || asked.empty() || shown == asked) return shown.empty() ? asked : shown;
    return shown + "; " + asked;
}

std::set<std::string> AddedCounts::sources() const {
    std::set<std::string> sources;
    for (const File& file : files_) sources.insert(file.sources.begin(), file.sources.end());
    return sources;
}

void AddedCounts::warn_of_repeats(Notices& notices) const {
    std::map<std::string, const File*>                         by_bytes;
    std::map<std::pair<std::string, std::string>, const File*> by_counts; // of a source
    for (const File& file : files_) {
        if (file.is_export()) continue;
        const auto [same_bytes, new_bytes] = by_bytes.emplace(file.bytes, &file);
        if (!new_bytes) {
            if (same_bytes->second->name == file.name) continue;
            notices.push_back({Notice::Level::warning,
                               fmt::format("{} and {} are the same to the last byte, and what is in them counts twice",
                                           same_bytes->second->name, file.name)});
            continue;
        }
        bool told = false;
        for (const std::string& source : file.sources) {
            const auto [same, is_new] = by_counts.emplace(std::pair(source, file.all), &file);
            if (is_new || told) continue;
            told = true;
            notices.push_back(
                {Notice::Level::warning,
                 fmt::format(
                     "{} and {} have the same counts of all responses, each of {}: is one export counted twice?",
                     same->second->name, file.name, shortened(visible(source), widest_filter))});
        }
    }
}

/// A counts file beside an export that it was counted from, or beside a sum that it is a part of.
void AddedCounts::warn_of_shared_exports(Notices& notices) const {
    std::map<std::string, std::vector<const File*>> exports, sums; // by source
    for (const File& file : files_) {
        for (const std::string& source : file.sources) {
            if (file.is_export()) exports[source].push_back(&file);
            if (file.sources.size() > 1) sums[source].push_back(&file);
        }
    }
    for (const File& file : files_) {
        if (file.is_export() || file.sources.empty()) continue;
        const auto beside = std::find_if(file.sources.begin(), file.sources.end(),
                                         [&](const std::string& source) { return exports.contains(source); });
        if (beside != file.sources.end()) {
            notices.push_back(
                {Notice::Level::warning,
                 fmt::format("{} was counted from an export of the name {}, and {} is beside it: is one "
                             "export counted twice?",
                             file.name, shortened(visible(*beside), widest_filter), exports[*beside].front()->name)});
        }
        for (const File* const sum : sums[*file.sources.begin()]) {
            if (!is_part_of(file.sources, sum->sources) || !share_one(file.filters, sum->filters)) continue;
            notices.push_back(
                {Notice::Level::warning,
                 fmt::format("{} and {} were both counted from an export of the name {}: is one export "
                             "counted twice?",
                             sum->name, file.name, shortened(visible(*file.sources.begin()), widest_filter))});
            break;
        }
    }
}

void AddedCounts::warn_of_filters(Notices& notices) const {
    std::map<std::set<std::string>, const File*> first;
    for (const File& file : files_) first.emplace(file.filters, &file);
    if (first.size() < 2 || differ_in_dates(filters())) return;
    std::vector<std::string> shown;
    for (const auto& [filters, file] : first) {
        if (shown.size() < most_shown) shown.push_back(fmt::format("{} ({})", file->name, shown_filters(filters)));
    }
    notices.push_back(
        {Notice::Level::warning, fmt::format("counts with different filters are added up: {}{}", fmt::join(shown, ", "),
                                             first.size() > most_shown ? ", ..." : "")});
}

} // namespace cx
