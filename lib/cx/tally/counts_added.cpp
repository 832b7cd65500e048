#include <cx/tally/counts_added.hpp>

#include <map>
#include <utility>

#include <fmt/format.h>

#include <cx/base/text.hpp>

namespace cx {

namespace {

constexpr std::size_t widest_filter = 200;
constexpr std::size_t most_shown = 5;

std::set<std::string> or_none(std::set<std::string> filters) {
    if (filters.empty()) filters.emplace();
    return filters;
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
    warn_of_filters(notices);
    return notices;
}

std::set<std::string> AddedCounts::filters() const {
    std::set<std::string> filters;
    for (const File& file : files_) filters.insert(file.filters.begin(), file.filters.end());
    return filters;
}

std::set<std::string> AddedCounts::sources() const {
    std::set<std::string> sources;
    for (const File& file : files_) sources.insert(file.sources.begin(), file.sources.end());
    return sources;
}

void AddedCounts::warn_of_repeats(Notices& notices) const {
    std::map<std::string, const File*>                                   by_bytes;
    std::map<std::pair<std::set<std::string>, std::string>, const File*> by_counts;
    for (const File& file : files_) {
        if (file.bytes.empty()) continue;
        const auto [same_bytes, new_bytes] = by_bytes.emplace(file.bytes, &file);
        const auto [same, new_counts] = by_counts.emplace(std::pair(file.sources, file.all), &file);
        if (!new_bytes && same_bytes->second->name != file.name) {
            notices.push_back({Notice::Level::warning,
                               fmt::format("{} and {} are the same to the last byte, and what is in them counts twice",
                                           same_bytes->second->name, file.name)});
        } else if (new_bytes && !new_counts && !file.sources.empty()) {
            notices.push_back(
                {Notice::Level::warning,
                 fmt::format(
                     "{} and {} have the same counts of all responses, each of {}: is one export counted twice?",
                     same->second->name, file.name, shortened(visible(*file.sources.begin()), widest_filter))});
        }
    }
}

void AddedCounts::warn_of_filters(Notices& notices) const {
    std::map<std::set<std::string>, const File*> first;
    for (const File& file : files_) first.emplace(file.filters, &file);
    if (first.size() < 2) return;
    std::vector<std::string> shown;
    for (const auto& [filters, file] : first) {
        if (shown.size() < most_shown) shown.push_back(fmt::format("{} ({})", file->name, shown_filters(filters)));
    }
    notices.push_back(
        {Notice::Level::warning, fmt::format("counts with different filters are added up: {}{}", fmt::join(shown, ", "),
                                             first.size() > most_shown ? ", ..." : "")});
}

} // namespace cx
