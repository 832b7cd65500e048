#include <cx/responses/group_names.hpp>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>

namespace cx {

bool is_called(const GroupName& group, std::string_view value) {
    const std::string wanted = folded(value);
    return wanted == folded(group.id) || wanted == folded(group.name);
}

GroupCode GroupNames::code_of(const GroupName& group) {
    const std::lock_guard lock(mutex_);
    if (const auto known = codes_.find(group.id); known != codes_.end()) return known->second;
    if (groups_.size() >= most_) {
        throw Error(
            fmt::format("column {} has more than {} different values, too many to break down by", called_, most_),
            "choose another column, or raise --max-groups");
    }
    const auto code = static_cast<GroupCode>(groups_.size());
    groups_.push_back(group);
    codes_.emplace(group.id, code);
    return code;
}

std::size_t GroupNames::size() const {
    const std::lock_guard lock(mutex_);
    return groups_.size();
}

GroupName GroupNames::at(GroupCode code) const {
    const std::lock_guard lock(mutex_);
    return groups_.at(code);
}

} // namespace cx
