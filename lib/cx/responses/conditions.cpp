#include <cx/responses/conditions.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>

namespace cx {

namespace {

/// The groups of a dimension that a row was in.
std::vector<GroupName> groups_met(const RowDimension& dimension, const std::vector<bool>& met) {
    std::vector<GroupName> groups;
    for (std::size_t i = 0; i < met.size(); ++i) {
        const auto code = static_cast<GroupCode>(i);
        if (!met[i]) continue;
        if (!dimension.overlaps()) groups.push_back(dimension.groups->at(code));
        for (const GroupCode member : dimension.overlaps() ? dimension.members_of(code) : std::vector<GroupCode>{}) {
            groups.push_back(dimension.members[member]);
        }
    }
    return groups;
}

[[noreturn]] void throw_unmet(const Condition& condition, const std::string& value, const std::vector<GroupName>& met) {
    constexpr std::size_t    most_listed = 12;
    std::vector<std::string> known;
    for (const GroupName& group : met) known.push_back(group.id);
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    const auto meant = nearest(value, known);
    if (known.size() > most_listed) known.resize(most_listed);
    throw Error(fmt::format("--where: no row has {} '{}'", condition.dimension.name, value),
                meant           ? fmt::format("did you mean '{}'?", *meant)
                : known.empty() ? "no row has any value there"
                                : fmt::format("there are {}", fmt::join(known, ", ")));
}

} // namespace

void check_conditions(const Schema& schema, const ResponseRequest& request, const RowAccount& account) {
    for (std::size_t i = 0; i < request.conditions.size(); ++i) {
        const Condition& condition = request.conditions[i];
        const auto       dimension =
            std::find_if(schema.dimensions.begin(), schema.dimensions.end(),
                         [&](const RowDimension& known) { return known.name == condition.dimension; });
        const auto met = i < account.met.size() ? groups_met(*dimension, account.met[i]) : std::vector<GroupName>{};
        for (const std::string& value : condition.values) {
            const bool is_met =
                std::any_of(met.begin(), met.end(), [&](const GroupName& group) { return is_called(group, value); });
            if (!is_met) throw_unmet(condition, value, met);
        }
    }
}

} // namespace cx
