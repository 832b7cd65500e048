#include <cx/present/order.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/present/figures.hpp>

namespace cx {
namespace {

using Figure = std::optional<double>;

struct SortKey {
    std::string_view name;
    Figure (*figure)(const ScoreRow&); ///< none: by the group's name
};

constexpr std::array sort_keys{
    SortKey{"value", [](const ScoreRow& row) { return row.value; }},
    SortKey{"group", nullptr},
    SortKey{"n", [](const ScoreRow& row) { return Figure(static_cast<double>(row.n)); }},
    SortKey{"base", [](const ScoreRow& row) { return Figure(row.base); }},
    SortKey{"n_effective", [](const ScoreRow& row) { return Figure(row.n_effective); }},
    SortKey{"se", [](const ScoreRow& row) { return row.se; }},
    SortKey{"low", [](const ScoreRow& row) { return row.low; }},
    SortKey{"high", [](const ScoreRow& row) { return row.high; }},
    SortKey{"difference", [](const ScoreRow& row) { return row.difference; }},
    SortKey{"difference_low", [](const ScoreRow& row) { return row.difference_low; }},
    SortKey{"difference_high", [](const ScoreRow& row) { return row.difference_high; }},
    SortKey{"p_raw", [](const ScoreRow& row) { return row.p_raw; }},
    SortKey{"p", [](const ScoreRow& row) { return row.p; }},
};

std::string_view without_minus(std::string_view sort) { return sort.starts_with('-') ? sort.substr(1) : sort; }

const SortKey& key_named(std::string_view name) {
    const auto* const found =
        std::find_if(sort_keys.begin(), sort_keys.end(), [&](const SortKey& key) { return key.name == name; });
    if (found != sort_keys.end()) return *found;
    std::vector<std::string> names;
    std::string              list;
    for (const SortKey& key : sort_keys) {
        names.emplace_back(key.name);
        list += (list.empty() ? "" : ", ") + names.back();
    }
    const auto meant = nearest(name, names);
    throw Error(fmt::format("--sort: '{}' is no column to sort by", name),
                meant ? fmt::format("did you mean '{}'?", *meant) : fmt::format("use one of {}", list));
}

/// 0 where a row stands on its own feet, 1 for a low base, 2 where there is nothing to compare.
int standing(const ScoreRow& row) {
    if (row.withheld() || !row.value) return 2;
    return row.note == "low base" ? 1 : 0;
}

bool matters_more(const ScoreRow& left, const ScoreRow& right) {
    if (standing(left) != standing(right)) return standing(left) < standing(right);
    if (!left.value || !right.value) return false;
    return good_end(left.metric) == GoodEnd::high ? *left.value < *right.value : *left.value > *right.value;
}

} // namespace

bool is_time(std::string_view dimension) {
    constexpr std::array<std::string_view, 6> times{"day", "week", "month", "quarter", "year", "wave"};
    while (true) {
        const std::size_t colon = dimension.find(':');
        const auto        part = dimension.substr(0, colon);
        if (part == "column") return false; // a segment that bears such a name
        if (std::find(times.begin(), times.end(), part) != times.end()) return true;
        if (colon == std::string_view::npos) return false;
        dimension.remove_prefix(colon + 1);
    }
}

void check_sort(std::string_view sort) {
    if (!sort.empty()) (void)key_named(without_minus(sort));
}

void sort_rows(std::vector<const ScoreRow*>& rows, std::string_view sort) {
    if (sort.empty()) {
        if (!rows.empty() && is_time(rows.front()->dimension)) return;
        std::stable_sort(rows.begin(), rows.end(),
                         [](const ScoreRow* left, const ScoreRow* right) { return matters_more(*left, *right); });
        return;
    }
    const bool     down = sort.starts_with('-');
    const SortKey& key = key_named(without_minus(sort));
    std::stable_sort(rows.begin(), rows.end(), [&](const ScoreRow* left, const ScoreRow* right) {
        if (key.figure == nullptr) {
            return down ? right->group_name < left->group_name : left->group_name < right->group_name;
        }
        const Figure a = left->withheld() ? Figure{} : key.figure(*left);
        const Figure b = right->withheld() ? Figure{} : key.figure(*right);
        if (!a || !b) return a.has_value() && !b.has_value();
        return down ? *b < *a : *a < *b;
    });
}

} // namespace cx
