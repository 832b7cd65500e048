#include <cx/responses/journey_groups.hpp>

#include <algorithm>

namespace cx {

JourneyGroups::JourneyGroups(const Binding& binding, std::size_t dimension) : schema_(binding.schema), own_(dimension) {
    const auto index_of = [this](RowDimension::Source source, const std::string& name) -> std::optional<std::size_t> {
        for (std::size_t d = 0; d < schema_->dimensions.size(); ++d) {
            const RowDimension& known = schema_->dimensions[d];
            if (known.source == source && (name.empty() || known.name.name == name)) return d;
        }
        return std::nullopt;
    };
    for (const Journey& journey : binding.model->journeys) {
        std::vector<Test> tests;
        const auto        stage = index_of(RowDimension::Source::stage, {});
        if (stage && !journey.stages.empty()) tests.push_back({*stage, journey.stages});
        for (const std::string& text : journey.segment) {
            const Condition condition = model_condition(text);
            const auto      segment = index_of(RowDimension::Source::column, condition.dimension.name);
            if (segment) tests.push_back({*segment, condition.values});
        }
        for (const Test& test : tests) read_.push_back(test.dimension);
        tests_.push_back(std::move(tests));
    }
    std::sort(read_.begin(), read_.end());
    read_.erase(std::unique(read_.begin(), read_.end()), read_.end());
}

bool JourneyGroups::holds(const Test& test, const Response& response) const {
    const GroupCode code = response.groups[test.dimension];
    if (code == no_group) return false;
    const GroupName group = schema_->dimensions[test.dimension].groups->at(code);
    return std::any_of(test.values.begin(), test.values.end(),
                       [&](const std::string& value) { return is_called(group, value); });
}

GroupCode JourneyGroups::of(const Response& response) {
    std::vector<GroupCode> seen;
    for (const std::size_t dimension : read_) seen.push_back(response.groups[dimension]);
    const auto [entry, is_new] = told_.try_emplace(std::move(seen), no_group);
    if (!is_new) return entry->second;
    const RowDimension&      own = schema_->dimensions[own_];
    std::vector<std::string> journeys;
    for (std::size_t i = 0; i < tests_.size(); ++i) {
        const bool all =
            std::all_of(tests_[i].begin(), tests_[i].end(), [&](const Test& test) { return holds(test, response); });
        if (all) journeys.push_back(own.members[i].id);
    }
    const std::string id = set_id(journeys);
    if (!journeys.empty()) entry->second = own.groups->code_of({id, id, 0});
    return entry->second;
}

} // namespace cx
