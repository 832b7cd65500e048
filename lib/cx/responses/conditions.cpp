#include <cx/responses/conditions.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>

namespace cx {

void check_conditions(const Schema& schema, const ResponseRequest& request, const RowAccount& account) {
    constexpr std::size_t most_listed = 12;
    for (std::size_t i = 0; i < request.conditions.size(); ++i) {
        const Condition&       condition = request.conditions[i];
        const auto             dimension = std::find_if(schema.dimensions.begin(), schema.dimensions.end(),
                                                        [&](const RowDimension& d) { return d.name == condition.dimension; });
        std::vector<GroupName> met;
        for (std::size_t code = 0; i < account.met.size() && code < account.met[i].size(); ++code) {
            if (!account.met[i][code]) continue;
            if (!dimension->overlaps()) met.push_back(dimension->groups->at(static_cast<GroupCode>(code)));
            if (!dimension->overlaps()) continue;
            for (const GroupCode member : dimension->members_of(static_cast<GroupCode>(code))) {
                met.push_back(dimension->members[member]);
            }
        }
        for (const std::string& value : condition.values) {
            if (std::any_of(met.begin(), met.end(), [&](const GroupName& group) { return is_called(group, value); }))
                continue;
            std::vector<std::string> known;
            for (const GroupName& group : met) known.push_back(group.id);
            std::sort(known.begin(), known.end());
            const auto meant = nearest(value, known);
            if (known.size() > most_listed) known.resize(most_listed);
            throw Error(fmt::format("--where: no row has {} '{}'", condition.dimension.name, value),
                        meant           ? fmt::format("did you mean '{}'?", *meant)
                        : known.empty() ? "no row has any value there"
                                        : fmt::format("there are {}", fmt::join(known, ", ")));
        }
    }
}

} // namespace cx
