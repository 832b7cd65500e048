#include <cx/tally/counts_check.hpp>

#include <numeric>
#include <vector>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/model/made_items.hpp>
#include <cx/tally/counts_file.hpp>
#include <cx/tally/counts_groups.hpp>

namespace cx {

namespace {

class CountsCheck {
  public:
    CountsCheck(const Tallies& tallies, const RowAccount& rows, std::string file)
        : tallies_(tallies),
          layout_(tallies.layout()),
          schema_(layout_.schema()),
          rows_(rows),
          file_(std::move(file)) {}

    void check_rows() const {
        const GroupTally&   all = tallies_.groups(0).at({});
        const std::uint64_t accepted = rows_.accepted;
        for (std::size_t c = 0; c < schema_.columns.size(); ++c) {
            const std::uint64_t cells = cells_of(all, c);
            if (cells > accepted)
                refuse(
                    fmt::format("{} cells of {} are told, and {} rows were accepted", cells, item_called(c), accepted),
                    "is kind missing counted twice, or a part added twice?");
        }
    }

    void check_grouping(std::size_t grouping) const {
        const ResolvedGrouping& resolved = schema_.groupings[grouping];
        for (const auto& [key, tally] : tallies_.groups(grouping)) {
            check_pools(grouping, tally);
            check_basics(tally);
        }
        if (resolved.dimensions.empty()) return;
        const GroupTally&          all = tallies_.groups(0).at({});
        std::vector<std::uint64_t> sums(layout_.width());
        for (const auto& [key, tally] : tallies_.groups(grouping)) {
            for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += tally.answers[i];
        }
        for (std::size_t c = 0; c < schema_.columns.size(); ++c) {
            for (std::size_t i = 0; i < layout_.points(c) + no_answer_kinds; ++i) {
                const std::size_t counter = layout_.column(c) + i;
                if (sums[counter] > all.answers[counter])
                    refuse(fmt::format("the groups of {} have {} cells of one kind of {}, and all responses have {}",
                                       resolved.name.empty() ? "touchpoint" : resolved.name, sums[counter],
                                       item_called(c), all.answers[counter]),
                           "dimension all counts every response, the others each response once");
            }
        }
    }

    /// Rows of groups, where cx wrote them or a warehouse told them.
    void check_rows_of_groups(std::size_t grouping, bool told) const {
        const ResolvedGrouping& resolved = schema_.groupings[grouping];
        if (resolved.dimensions.empty()) return;
        std::uint64_t rows = 0;
        for (const auto& [key, tally] : tallies_.groups(grouping)) rows += tally.responses;
        const std::size_t dimension = resolved.dimensions.front();
        if (resolved.dimensions.size() == 1 && dimension < rows_.ungrouped.size()) rows += rows_.ungrouped[dimension];
        if (rows > rows_.accepted) {
            refuse(fmt::format("{} rows are told by {}, and {} were accepted", rows, dimension_called(grouping),
                               rows_.accepted),
                   "a dimension has each row in one group, or in none");
        }
        if (!told) return;
        for (const auto& [key, tally] : tallies_.groups(grouping)) {
            for (std::size_t c = 0; c < schema_.columns.size(); ++c) {
                const std::uint64_t cells = cells_of(tally, c);
                if (cells <= tally.responses) continue;
                refuse(fmt::format("{} cells of {} are told in {} of {}, and {} rows", cells, item_called(c),
                                   group_called(resolved.dimensions, key), dimension_called(grouping), tally.responses),
                       "is kind missing counted twice, or a part added twice?");
            }
        }
    }

  private:
    [[nodiscard]] std::uint64_t cells_of(const GroupTally& tally, std::size_t column) const {
        const auto first = tally.answers.begin() + static_cast<std::ptrdiff_t>(layout_.column(column));
        const auto counters = static_cast<std::ptrdiff_t>(layout_.points(column) + no_answer_kinds);
        return std::accumulate(first, first + counters, std::uint64_t{0});
    }
    [[nodiscard]] std::string dimension_called(std::size_t grouping) const {
        return detail::dimension_text(schema_, schema_.groupings[grouping].dimensions);
    }
    [[nodiscard]] std::string group_called(const std::vector<std::size_t>& dimensions, const GroupKey& key) const {
        std::vector<std::string> ids;
        for (std::size_t d = 0; d < key.size(); ++d)
            ids.push_back(schema_.dimensions[dimensions[d]].groups->at(key[d]).id);
        return detail::shown_cell(detail::group_text(schema_, dimensions, ids));
    }
    [[noreturn]] void refuse(const std::string& found, const std::string& advice) const {
        throw Error(Place{file_, 0, 0, {}}, found, advice);
    }
    [[nodiscard]] std::string item_called(std::size_t column) const {
        const Item& item = layout_.model().items[schema_.columns[column].item];
        if (item.kind == ItemKind::basics) return "basics";
        return item.kind == ItemKind::kept ? "promise " + item.promise : "item " + item.id;
    }

    [[nodiscard]] std::uint64_t answers_of(const GroupTally& tally, const Pool& pool, std::size_t item) const {
        const std::size_t column = schema_.column_of(item);
        if (pool.value == PooledValue::other) return tallies_.distribution(tally, column + 1).total().answers;
        if (pool.value != PooledValue::gap) return tallies_.distribution(tally, column).total().answers;
        std::uint64_t both = 0;
        for (const Count& cell : tallies_.pair(tally, item).cells) both += cell.answers;
        return both;
    }

    void check_pools(std::size_t grouping, const GroupTally& tally) const {
        for (std::size_t p = 0; p < layout_.pools().size(); ++p) {
            const Pool& pool = layout_.pools()[p];
            if (pool.grouping != grouping) continue;
            std::uint64_t answers = 0;
            for (const std::size_t item : pool.items) answers += answers_of(tally, pool, item);
            const PooledSums& sums = tally.pooled[p];
            const bool        possible = sums.responses <= sums.answers && (sums.responses > 0) == (sums.answers > 0);
            if (sums.answers == answers && possible) continue;
            const std::string& by = schema_.groupings[grouping].name;
            if (possible && sums.answers < answers) {
                refuse(fmt::format("{} answers of {} are counted one by one, and of {} of them there are no sums by {}",
                                   answers, schema_.groupings[grouping].item_groups[pool.item_group].id,
                                   answers - sums.answers, by),
                       fmt::format("count every part with --by {} (or the --view that shows it) and --write-counts; a "
                                   "warehouse tells it in records of kind pooled, see docs/counts.md",
                                   by));
            }
            refuse(
                fmt::format("the pooled sums of {} {} are of {} answers from {} responses, and {} answers are counted",
                            by, schema_.groupings[grouping].item_groups[pool.item_group].id, sums.answers,
                            sums.responses, answers),
                "items that a break-down groups want records of kind pooled; see docs/counts.md");
        }
    }

    void check_basics(const GroupTally& tally) const {
        const auto& items = layout_.model().items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].kind != ItemKind::basics) continue;
            const std::size_t   column = schema_.column_of(i);
            const Distribution  met = tallies_.distribution(tally, column);
            const std::uint64_t counted = met.total().answers;
            if (tallies_.distribution(tally, column + 1).total().answers != counted)
                refuse("basics that are complete or incomplete are not as many as those that are 1 or 0",
                       "each response that counts is one of both");
            if (tallies_.distribution(tally, column + 2).total().answers > met.at(0).answers)
                refuse("more basic needs failed alone than responses have an unmet one", "");
        }
    }

    const Tallies&    tallies_;
    const Layout&     layout_;
    const Schema&     schema_;
    const RowAccount& rows_;
    std::string       file_;
};

} // namespace

void check_counts(const Tallies& tallies, const RowAccount& rows, const std::set<std::size_t>& untold,
                  const std::string& file) {
    const CountsCheck check(tallies, rows, file);
    check.check_rows();
    for (std::size_t g = 0; g < tallies.layout().schema().groupings.size(); ++g) {
        check.check_grouping(g);
        check.check_rows_of_groups(g, !untold.contains(g));
    }
}

} // namespace cx
