#include <cx/tally/counts_check.hpp>

#include <numeric>
#include <vector>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/model/made_items.hpp>

namespace cx {

namespace {

class CountsCheck {
  public:
    CountsCheck(const Tallies& tallies, std::string file)
        : tallies_(tallies), layout_(tallies.layout()), schema_(layout_.schema()), file_(std::move(file)) {}

    void check_rows(std::uint64_t accepted) const {
        const GroupTally& all = tallies_.groups(0).at({});
        for (std::size_t c = 0; c < schema_.columns.size(); ++c) {
            const auto          first = all.answers.begin() + static_cast<std::ptrdiff_t>(layout_.column(c));
            const auto          counters = static_cast<std::ptrdiff_t>(layout_.points(c) + no_answer_kinds);
            const std::uint64_t cells = std::accumulate(first, first + counters, std::uint64_t{0});
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

  private:
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
            refuse(fmt::format(
                       "the pooled sums of {} {} are of {} answers from {} responses, and {} answers are counted",
                       schema_.groupings[grouping].name, schema_.groupings[grouping].item_groups[pool.item_group].id,
                       sums.answers, sums.responses, answers),
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

    const Tallies& tallies_;
    const Layout&  layout_;
    const Schema&  schema_;
    std::string    file_;
};

} // namespace

void check_counts(const Tallies& tallies, std::uint64_t accepted, const std::string& file) {
    const CountsCheck check(tallies, file);
    check.check_rows(accepted);
    for (std::size_t g = 0; g < tallies.layout().schema().groupings.size(); ++g) check.check_grouping(g);
}

} // namespace cx
