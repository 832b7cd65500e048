#pragma once

// Numbers for the groups of a grouping, in the order in which they are met.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <cx/responses/group_names.hpp>
#include <cx/responses/response_block.hpp>

namespace cx {

/// Codes of the groups that are crossed, in the order of a grouping's dimensions; empty for all responses.
using GroupKey = std::vector<GroupCode>;

/// Tells a group's number from the codes of its dimensions. Belongs to one thread.
class GroupNumbers {
  public:
    explicit GroupNumbers(std::vector<std::size_t> dimensions);

    /// What is the number of those responses that have no group in a dimension, and of those that weigh nothing: they
    /// are accepted, and in no figure.
    static constexpr std::uint32_t none = 0;

    /// The number of each response's group, a new one where it is met for the first time.
    /// @param numbers  room for as many as there are responses
    void of(const ResponseBlock& responses, std::uint32_t* numbers);
    /// Numbers that there are, `none` among them.
    [[nodiscard]] std::size_t     size() const noexcept { return keys_.size(); }
    [[nodiscard]] const GroupKey& key(std::uint32_t number) const { return keys_[number]; }

  private:
    /// Where a group so far, and the code of the next dimension, lead.
    struct Step {
        std::uint64_t from = UINT64_MAX;
        std::uint32_t to = 0;
    };

    std::uint32_t       add_code(GroupCode code);
    std::uint32_t       crossed(const ResponseBlock& responses, std::size_t response);
    [[nodiscard]] Step& step(std::uint64_t from);
    void                grow();

    std::vector<std::size_t>   dimensions_;
    std::vector<GroupKey>      keys_;       ///< by number; that of `none` is empty
    std::vector<std::uint32_t> by_code_;    ///< of a single dimension
    std::uint64_t              multiplier_; ///< of the steps' places
    std::vector<Step>          steps_;      ///< of several: a power of two of them, at most half used
    std::size_t                used_steps_ = 0;
    std::uint32_t              nodes_ = 1U << 31U; ///< of the next beginning of a crossing: never the code of a group
};

} // namespace cx
