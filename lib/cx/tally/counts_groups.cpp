#include <cx/tally/counts_groups.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/responses/dimension.hpp>
#include <cx/responses/model_groups.hpp>
#include <cx/tally/counts_file.hpp>

namespace cx::detail {

namespace {

constexpr const char* other_model = "give the model that these were counted with: --model FILE";

/// @param part  of a cell, escaped where it is one of several or the groups overlap
GroupCode code_of_part(const Layout& layout, std::size_t dimension, const std::string& part, bool escaped,
                       std::string& foreign, const Place& place) {
    const RowDimension&       described = layout.schema().dimensions[dimension];
    std::optional<NamedGroup> group;
    if (described.overlaps()) {
        std::vector<std::string> members;
        for (const std::string& member : split_unescaped(part, '|'))
            members.push_back(one_line(unescaped_part(member)));
        group = set_of_groups(layout.model(), described, members);
    } else {
        group = group_named(layout.model(), described, one_line(escaped ? unescaped_part(part) : part));
    }
    if (!group)
        throw Error(place, fmt::format("{} is no {} of the model", shown_cell(part), described.name.name), other_model);
    if (group->foreign) foreign = group->group.id;
    return described.groups->code_of(group->group);
}

GroupOfCell group_of_parts(const Layout& layout, std::size_t grouping, const std::vector<std::string>& parts,
                           bool escaped, const Place& place) {
    const auto& dimensions = layout.schema().groupings[grouping].dimensions;
    GroupOfCell found;
    for (std::size_t d = 0; d < dimensions.size(); ++d)
        found.key.push_back(code_of_part(layout, dimensions[d], parts[d], escaped, found.foreign, place));
    return found;
}

/// The pools of a grouping whose group of items and items a record names.
std::vector<std::size_t> pools_of(const Layout& layout, std::size_t grouping, const std::string& item_group,
                                  const CountsRecord& record) {
    std::vector<std::size_t> found;
    const auto&              groups = layout.schema().groupings[grouping].item_groups;
    for (std::size_t p = 0; p < layout.pools().size(); ++p) {
        const Pool& pool = layout.pools()[p];
        if (pool.grouping == grouping && groups[pool.item_group].id == item_group &&
            layout.model().items[pool.items.front()].id == record.item && pool_text(pool) == record.paired_point)
            found.push_back(p);
    }
    return found;
}

void add_to_pool(PooledSums& sums, const CountsRecord& record, const CountsRecords& at) {
    const Place place = at.place("weight");
    if (record.point == "a") {
        add_count(sums.responses, record.count.answers, at.place("answers"));
        add_sum(sums.a, record.count.weight, place);
    } else if (record.point == "b") {
        add_count(sums.answers, record.count.answers, at.place("answers"));
        add_sum(sums.b, record.count.weight, place);
        add_sum(sums.weight_squared, record.count.weight_squared, place);
    } else {
        add_sum(record.point == "aa" ? sums.aa : record.point == "ab" ? sums.ab : sums.bb, record.count.weight, place);
    }
}

void check_sum(const CountsRecord& record, const CountsRecords& at) {
    constexpr std::array<std::string_view, 5> names{"a", "b", "aa", "ab", "bb"};
    if (std::find(names.begin(), names.end(), record.point) == names.end()) {
        throw Error(at.place("point"), fmt::format("{} is none of the five sums", shown_cell(record.point)),
                    "they are a, b, aa, ab and bb");
    }
    const bool may_be_negative = record.point == "a" || record.point == "ab";
    if (!may_be_negative && (record.count.weight < 0 || record.count.weight_squared < 0))
        throw Error(at.place("weight"), "is below 0, which such a sum cannot be");
}

} // namespace

void add_count(std::uint64_t& to, std::uint64_t more, const Place& place) {
    if (to > most_answers || more > most_answers - to)
        throw Error(place, "makes the sum more than anybody can have counted", "is a file added many times over?");
    to += more;
}

void add_sum(double& to, double more, const Place& place) {
    to += more;
    if (!std::isfinite(to)) throw Error(place, "makes the sum of weights too large");
}

std::string shown_cell(std::string_view text) {
    constexpr std::size_t widest = 60;
    return "'" + shortened(visible(text), widest) + "'";
}

GroupOfCell group_of_cell(const Layout& layout, std::size_t grouping, std::string_view cell, const Place& place) {
    const auto&              dimensions = layout.schema().groupings[grouping].dimensions;
    std::vector<std::string> parts;
    if (dimensions.size() > 1) parts = split_unescaped(cell, ':');
    if (dimensions.size() == 1) parts.emplace_back(cell);
    if (parts.size() != dimensions.size() || (dimensions.empty() && !cell.empty())) {
        throw Error(place, fmt::format("{} is no group of this dimension", shown_cell(cell)),
                    "a crossing has a part for each of its dimensions, and all has none");
    }
    return group_of_parts(layout, grouping, parts, dimensions.size() > 1, place);
}

void add_pooled_sum(Tallies& tallies, const CountsRecord& record, const CountsRecords& at, bool included) {
    check_sum(record, at);
    const Layout& layout = tallies.layout();
    const auto&   groupings = layout.schema().groupings;
    for (std::size_t g = 0; g < groupings.size(); ++g) {
        if (groupings[g].item_groups.empty() || groupings[g].name != record.dimension) continue;
        std::vector<std::string> parts{std::string(record.group)};
        std::string              item_group = parts.front();
        const bool               crossed = !groupings[g].dimensions.empty();
        if (crossed) parts = split_unescaped(record.group, ':');
        if (parts.size() != groupings[g].dimensions.size() + 1)
            throw Error(at.place("group"), fmt::format("{} is no group of this dimension", shown_cell(record.group)));
        const auto of_items = groupings[g].items_first ? parts.begin() : parts.end() - 1;
        if (crossed) item_group = unescaped_part(*of_items);
        parts.erase(of_items);
        const auto pools = pools_of(layout, g, item_group, record);
        if (pools.empty()) {
            throw Error(at.place("item"),
                        fmt::format("the model pools no items of {} as {} {}", shown_cell(record.group),
                                    shown_cell(record.item), shown_cell(record.paired_point)),
                        other_model);
        }
        if (!included) continue;
        GroupTally& tally = tallies.at(g, group_of_parts(layout, g, parts, true, at.place("group")).key);
        for (const std::size_t pool : pools) add_to_pool(tally.pooled[pool], record, at);
    }
}

} // namespace cx::detail
