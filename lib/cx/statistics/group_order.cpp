#include <cx/statistics/group_order.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include <cx/base/text.hpp>

namespace cx {

namespace {

std::string_view take_digits(std::string_view& text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) ++count;
    std::string_view digits = text.substr(0, count);
    text.remove_prefix(count);
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return digits;
}

GroupName name_of(const RowDimension& dimension, GroupCode code) {
    return dimension.overlaps() ? dimension.members[code] : dimension.groups->at(code);
}

/// The keys of the shown groups that a key of the tallies counts in: more than one where a set has several members.
std::vector<GroupKey> shown_keys(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key) {
    std::vector<GroupKey> keys{{}};
    for (std::size_t d = 0; d < key.size(); ++d) {
        const RowDimension&          dimension = schema.dimensions[grouping.dimensions[d]];
        const std::vector<GroupCode> codes =
            dimension.overlaps() ? dimension.members_of(key[d]) : std::vector<GroupCode>{key[d]};
        std::vector<GroupKey> longer;
        for (const GroupKey& so_far : keys) {
            for (const GroupCode code : codes) {
                longer.push_back(so_far);
                longer.back().push_back(code);
            }
        }
        keys = std::move(longer);
    }
    return keys;
}

std::string joined(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key,
                   std::string GroupName::*part) {
    std::string text;
    for (std::size_t d = 0; d < key.size(); ++d) {
        if (d > 0) text += ':';
        text += name_of(schema.dimensions[grouping.dimensions[d]], key[d]).*part;
    }
    return text;
}

} // namespace

bool natural_less(std::string_view a, std::string_view b) {
    std::string_view x = a, y = b;
    while (!x.empty() && !y.empty()) {
        if (is_digit(x.front()) && is_digit(y.front())) {
            const std::string_view m = take_digits(x), n = take_digits(y);
            if (m.size() != n.size()) return m.size() < n.size();
            if (m != n) return m < n;
            continue;
        }
        if (x.front() != y.front())
            return static_cast<unsigned char>(x.front()) < static_cast<unsigned char>(y.front());
        x.remove_prefix(1);
        y.remove_prefix(1);
    }
    if (x.empty() != y.empty()) return x.empty();
    return a < b;
}

bool overlaps(const Schema& schema, const ResolvedGrouping& grouping) {
    return std::any_of(grouping.dimensions.begin(), grouping.dimensions.end(),
                       [&](std::size_t dimension) { return schema.dimensions[dimension].overlaps(); });
}

std::vector<ShownGroup> shown_groups(const Tallies& tallies, std::size_t grouping) {
    const Schema&                       schema = tallies.layout().schema();
    const ResolvedGrouping&             resolved = schema.groupings[grouping];
    std::vector<std::vector<GroupName>> names(resolved.dimensions.size());
    std::map<GroupKey, ShownGroup>      found;
    for (std::size_t d = 0; d < resolved.dimensions.size(); ++d) {
        const RowDimension& dimension = schema.dimensions[resolved.dimensions[d]];
        names[d] = dimension.members;
        for (GroupCode code = 0; !dimension.overlaps() && code < dimension.groups->size(); ++code) {
            names[d].push_back(dimension.groups->at(code));
        }
    }
    for (const auto& [key, group] : tallies.groups(grouping)) {
        for (const GroupKey& shown : shown_keys(schema, resolved, key)) {
            ShownGroup& group_shown = found[shown];
            group_shown.parts.push_back(key);
            group_shown.tallies.push_back(&group);
        }
    }
    std::vector<ShownGroup> groups;
    for (auto& [key, group] : found) {
        group.key = key;
        group.place = groups.size();
        groups.push_back(std::move(group));
    }
    std::sort(groups.begin(), groups.end(), [&](const ShownGroup& a, const ShownGroup& b) {
        for (std::size_t d = 0; d < a.key.size(); ++d) {
            if (a.key[d] == b.key[d]) continue;
            const GroupName& x = names[d][a.key[d]];
            const GroupName& y = names[d][b.key[d]];
            if (x.order != y.order) return x.order < y.order;
            return natural_less(x.id, y.id);
        }
        return false;
    });
    return groups;
}

std::string joined_ids(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key) {
    return joined(schema, grouping, key, &GroupName::id);
}

std::string joined_names(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key) {
    return joined(schema, grouping, key, &GroupName::name);
}

} // namespace cx
