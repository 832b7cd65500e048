#pragma once

// Which groups of a run must be withheld: all tables that it prints for one item, taken together.

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <cx/model/metrics.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

namespace detail {
class TableShape;
}

/// Which groups of a grouping are withheld.
class GroupMarks {
  public:
    GroupMarks() = default;
    /// @param keys  of the shown groups, in order; shared by all that are marked
    GroupMarks(std::shared_ptr<const std::vector<GroupKey>> keys, std::vector<bool> withheld)
        : keys_(std::move(keys)), withheld_(std::move(withheld)) {}

    [[nodiscard]] std::size_t     size() const noexcept { return withheld_.size(); }
    [[nodiscard]] const GroupKey& key(std::size_t place) const { return (*keys_)[place]; }
    /// @param place  of a group among its grouping's, in order of keys: ShownGroup::place
    [[nodiscard]] bool operator[](std::size_t place) const { return withheld_.at(place); }
    /// Nothing where there is no such group.
    [[nodiscard]] std::optional<bool> of(const GroupKey& key) const;
    /// Whether the group that holds all responses is.
    [[nodiscard]] bool all() const { return withheld_.at(0); }

  private:
    std::shared_ptr<const std::vector<GroupKey>> keys_;
    std::vector<bool>                            withheld_;
};

/// By grouping; of those that do not show the item there are no groups.
using WithheldGroups = std::vector<GroupMarks>;

/// Groups by the row dimensions that they are of and their key.
using GroupSet = std::set<std::pair<std::vector<std::size_t>, GroupKey>>;

/// How the groups of some tables add up: found once, and filled with the answers of one item after the other.
class PrintedTables {
  public:
    /// @param shown  by grouping: whether its table is among them; the first, of all responses, must be
    PrintedTables(const Tallies& tallies, const std::vector<bool>& shown);

    /// @param side     which answers of the item are counted: a pair's three sides are three tables
    /// @param secrets  groups that are to be withheld whatever their n
    [[nodiscard]] WithheldGroups withheld(std::size_t item, Side side, int minimum_n, const GroupSet& secrets) const;

  private:
    std::shared_ptr<const detail::TableShape> shape_;
};

/// By grouping: whether it shows the item.
[[nodiscard]] std::vector<bool> shown_in(const Schema& schema, std::size_t item);

/// What is withheld of one side of an item, in all tables that show it.
[[nodiscard]] WithheldGroups withheld_groups(const Tallies& tallies, std::size_t item, Side side, int minimum_n,
                                             const GroupSet& secrets = {});

/// The same of each side of an item: by Side; those that the item has not are empty.
using WithheldSides = std::vector<WithheldGroups>;

/// Whether the figures of that side over all responses are.
[[nodiscard]] bool is_withheld_in_all(const WithheldSides& withheld, Side side);

} // namespace cx
