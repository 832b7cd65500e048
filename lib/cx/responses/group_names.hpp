#pragma once

// The groups that a dimension has, as they are met: names for people, codes for counting.

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cx {

using GroupCode = std::uint32_t;
inline constexpr GroupCode no_group = UINT32_MAX;

struct GroupName {
    std::string  id;        ///< as outputs and conditions have it
    std::string  name;      ///< for people; the id where there is no other
    std::int64_t order = 0; ///< place among the dimension's groups, then by id
};

/// Whether a user who writes `value` means the group: its id or its name, whatever their case.
[[nodiscard]] bool is_called(const GroupName& group, std::string_view value);

/// All groups of one dimension, shared by the threads that count. Codes are given as groups are met and mean nothing
/// else.
class GroupNames {
  public:
    /// @param called  what an error names: the column or dimension
    /// @param most    groups allowed
    GroupNames(std::string called, std::size_t most) : called_(std::move(called)), most_(most) {}

    /// The group's code, made when it is new.
    /// @throws Error when there would be too many groups
    GroupCode code_of(const GroupName& group);

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] GroupName   at(GroupCode code) const;

  private:
    std::string                                called_;
    std::size_t                                most_;
    mutable std::mutex                         mutex_;
    std::vector<GroupName>                     groups_;
    std::unordered_map<std::string, GroupCode> codes_;
};

} // namespace cx
