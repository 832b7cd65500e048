// How the answers to each question spread over its points, in all responses and in each group.
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/figures.hpp>
#include <cx/present/format.hpp>
#include <cx/present/grid.hpp>
#include <cx/present/view.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;
using DistributionRows = std::vector<const DistributionRow*>;

constexpr std::size_t bar_width = 30;
constexpr std::size_t widest_scale = 40;    ///< points of which each has a line of its own
constexpr std::size_t points_by_group = 12; ///< points of which each has a column of its own

const Item* item_of(const MeasurementModel& model, const std::string& id) {
    const auto found =
        std::find_if(model.items.begin(), model.items.end(), [&](const Item& item) { return item.id == id; });
    return found == model.items.end() ? nullptr : &*found;
}

/// The model's words for a point: of several the first in the alphabet. A choice has a good and any other answer.
std::string label_of(const Item* item, int point) {
    if (item == nullptr) return {};
    if (item->kind == ItemKind::choice) {
        return point == 0 ? "any other answer" : fmt::format("{}", fmt::join(item->good, ", "));
    }
    const auto label =
        std::find_if(item->labels.begin(), item->labels.end(), [&](const auto& each) { return each.second == point; });
    return label == item->labels.end() ? std::string() : label->first;
}

/// As `--where` would choose it: two dimensions can have a group of one name.
std::string group_of(const DistributionRow& row) {
    return row.dimension == "all" ? std::string() : row.dimension + "=" + row.group;
}

std::uint64_t answers_in(const DistributionRow& row) {
    std::uint64_t sum = 0;
    for (const auto& [point, count] : row.counts) sum += count;
    return sum;
}

double percent(std::uint64_t part, std::uint64_t all) {
    constexpr double hundred = 100;
    return hundred * static_cast<double>(part) / static_cast<double>(all);
}

void add_rows(ViewTable& table, const MeasurementModel& model, const DistributionRow& row) {
    const std::string group = group_of(row);
    if (row.counts.empty()) { // withheld: the names alone
        table.rows.push_back({row.item, group, {}, {}, {}, {}});
        return;
    }
    const Item* const   item = item_of(model, row.item);
    const std::uint64_t all = answers_in(row);
    for (const auto& [point, count] : row.counts) {
        table.rows.push_back({row.item, group, static_cast<double>(point), label_of(item, point), count,
                              all == 0 ? ViewTable::Cell() : ViewTable::Cell(percent(count, all))});
    }
}

std::string bar(std::uint64_t count, std::uint64_t most) {
    if (most == 0 || count == 0) return {};
    constexpr std::array<const char*, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto  length = static_cast<std::size_t>(static_cast<double>(count) / static_cast<double>(most) *
                                                 static_cast<double>(bar_width * eighths.size()));
    std::string drawn;
    for (std::size_t i = 0; i < length / eighths.size(); ++i) drawn += "█";
    drawn += eighths.at(length % eighths.size());
    return drawn.empty() ? "▏" : drawn;
}

std::string point_label(const Item* item, int point, std::size_t digits) {
    const std::string label = label_of(item, point);
    const std::string number = rounded(point, 0);
    const std::string space(digits > display_width(number) ? digits - display_width(number) : 0, ' ');
    if (item != nullptr && item->kind == ItemKind::choice) return shown_text(label);
    return space + number + (label.empty() ? "" : "  " + shown_text(label));
}

/// A line a point, with bars. Of a long scale only the points that somebody chose.
Grid points_grid(const Item* item, const DistributionRow& row) {
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "n"}, {Kind::figure, "share"}, {Kind::spare, ""}};
    const std::uint64_t all = answers_in(row);
    const bool          every = row.counts.size() <= widest_scale;
    std::uint64_t       most = 0;
    std::size_t         digits = 0;
    for (const auto& [point, count] : row.counts) {
        most = std::max(most, count);
        digits = std::max(digits, display_width(rounded(point, 0)));
    }
    for (const auto& [point, count] : row.counts) {
        if (!every && count == 0) continue;
        std::string drawn = bar(count, most);
        drawn.append(bar_width - display_width(drawn), ' ');
        grid.rows.push_back({{{point_label(item, point, digits), Tone::plain, {}},
                              {count_text(count), Tone::plain, {}},
                              {all == 0 ? "–" : rounded(percent(count, all), 1) + "%", Tone::plain, {}},
                              {std::move(drawn), Tone::plain, {}}},
                             0});
    }
    return grid;
}

/// What people call the groups: by dimension and group.
using NameByGroup = std::map<std::pair<std::string, std::string>, std::string>;

NameByGroup names_in(const ScoreTable& table) {
    NameByGroup names;
    for (const ScoreRow& row : table.scores) names.try_emplace({row.dimension, row.group}, row.group_name);
    return names;
}

std::string name_of(const DistributionRow& row, const NameByGroup& names) {
    const auto found = names.find({row.dimension, row.group});
    if (found != names.end() && !found->second.empty()) return shown_text(found->second);
    return row.group.empty() ? "(blank)" : shown_text(row.group);
}

/// A line a group: how many answered, how they spread, and the share of each point where there are few.
Grid groups_grid(const Item* item, const DistributionRows& rows, const std::string& dimension,
                 const NameByGroup& names) {
    Grid grid;
    grid.columns = {{Kind::label, "by " + shown_text(dimension)}, {Kind::figure, "n"}, {Kind::figure, "answers"}};
    grid.repeated = 2;
    std::vector<int> points;
    for (const DistributionRow* row : rows) {
        if (!points.empty() || row->counts.size() > points_by_group) continue;
        for (const auto& [point, count] : row->counts) points.push_back(point);
    }
    for (const int point : points) {
        const bool choice = item != nullptr && item->kind == ItemKind::choice;
        grid.columns.push_back({Kind::figure, choice ? shown_text(label_of(item, point)) : rounded(point, 0)});
    }
    for (const DistributionRow* row : rows) {
        const std::uint64_t all = answers_in(*row);
        const bool          hidden = row->counts.empty();
        GridRow             line;
        line.cells = {{name_of(*row, names), Tone::plain, {}},
                      {hidden ? "withheld" : count_text(all), hidden ? Tone::faint : Tone::plain, {}},
                      {all == 0 ? std::string() : bars(row->counts), Tone::plain, {}}};
        for (const int point : points) {
            const auto found = row->counts.find(point);
            const bool shown = all > 0 && found != row->counts.end();
            line.cells.push_back({shown ? rounded(percent(found->second, all), 0) + "%" : "", Tone::plain, {}});
        }
        grid.rows.push_back(std::move(line));
    }
    return grid;
}

/// The groups with most answers where not all are to be shown.
void keep_first(DistributionRows& rows, std::size_t top) {
    if (top == 0 || rows.size() <= top) return;
    std::stable_sort(rows.begin(), rows.end(), [](const DistributionRow* a, const DistributionRow* b) {
        return answers_in(*a) > answers_in(*b);
    });
    rows.resize(top);
}

Section section_of(const MeasurementModel& model, const std::string& id, const DistributionRows& rows,
                   const NameByGroup& names, const Look& look) {
    const Item* const item = item_of(model, id);
    Section           section{shown_text(item == nullptr || item->text.empty() ? id : item->text), {}, {}};
    if (item != nullptr && item->is_pair()) section.heading += " (performance)";
    std::vector<std::pair<std::string, DistributionRows>> dimensions;
    for (const DistributionRow* row : rows) {
        if (row->dimension == "all") {
            if (row->counts.empty()) section.notes.emplace_back("withheld");
            if (!row->counts.empty()) section.grids.push_back(points_grid(item, *row));
            continue;
        }
        if (dimensions.empty() || dimensions.back().first != row->dimension) dimensions.push_back({row->dimension, {}});
        dimensions.back().second.push_back(row);
    }
    for (auto& [dimension, groups] : dimensions) {
        const std::size_t all = groups.size();
        keep_first(groups, look.top);
        section.grids.push_back(groups_grid(item, groups, dimension, names));
        if (groups.size() < all) {
            section.notes.push_back(fmt::format("{} more groups by {}", all - groups.size(), shown_text(dimension)));
        }
    }
    return section;
}

} // namespace

std::vector<std::string> item_groupings(const MeasurementModel& /*model*/) { return {}; }

ShownView item_view(const ViewInput& input, const Look& look) {
    ShownView view;
    view.table.name = "item";
    view.table.columns = {"item", "group", "point", "label", "n", "percent"};
    std::vector<std::pair<std::string, DistributionRows>> items;
    bool                                                  any_withheld = false;
    for (const DistributionRow& row : input.table.distributions) {
        add_rows(view.table, input.model, row);
        any_withheld = any_withheld || row.counts.empty();
        const auto same =
            std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.first == row.item; });
        (same == items.end() ? items.emplace_back(row.item, DistributionRows{}) : *same).second.push_back(&row);
    }
    const NameByGroup names = names_in(input.table);
    for (const auto& [id, rows] : items) view.sections.push_back(section_of(input.model, id, rows, names, look));
    if (items.empty()) view.sections.push_back({"Answers", {}, {"no question was answered"}});
    if (any_withheld) {
        view.notes.push_back(fmt::format("withheld: fewer than {} answers, or needed to keep such a group from being "
                                         "worked out",
                                         input.table.minimum_n));
    }
    if (!input.table.weights.empty()) view.notes.emplace_back("n and shares: answers counted, without weights");
    return view;
}

} // namespace cx
