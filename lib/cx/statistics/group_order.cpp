#include <cx/statistics/group_order.hpp>

#include <algorithm>
#include <cstddef>

namespace cx {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::string_view take_digits(std::string_view& text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) ++count;
    std::string_view digits = text.substr(0, count);
    text.remove_prefix(count);
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return digits;
}

std::string joined(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key,
                   std::string GroupName::*part) {
    std::string text;
    for (std::size_t d = 0; d < key.size(); ++d) {
        if (d > 0) text += ':';
        text += schema.dimensions[grouping.dimensions[d]].groups->at(key[d]).*part;
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

std::vector<GroupKey> ordered_groups(const Tallies& tallies, std::size_t grouping) {
    const Schema&                       schema = tallies.layout().schema();
    const auto&                         dimensions = schema.groupings[grouping].dimensions;
    std::vector<GroupKey>               keys;
    std::vector<std::vector<GroupName>> names(dimensions.size());
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
        const GroupNames& groups = *schema.dimensions[dimensions[d]].groups;
        for (GroupCode code = 0; code < groups.size(); ++code) names[d].push_back(groups.at(code));
    }
    for (const auto& [key, group] : tallies.groups(grouping)) keys.push_back(key);
    std::sort(keys.begin(), keys.end(), [&](const GroupKey& a, const GroupKey& b) {
        for (std::size_t d = 0; d < a.size(); ++d) {
            if (a[d] == b[d]) continue;
            const GroupName& x = names[d][a[d]];
            const GroupName& y = names[d][b[d]];
            if (x.order != y.order) return x.order < y.order;
            return natural_less(x.id, y.id);
        }
        return false;
    });
    return keys;
}

std::string joined_ids(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key) {
    return joined(schema, grouping, key, &GroupName::id);
}

std::string joined_names(const Schema& schema, const ResolvedGrouping& grouping, const GroupKey& key) {
    return joined(schema, grouping, key, &GroupName::name);
}

} // namespace cx
