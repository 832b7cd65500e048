#include <cx/tally/counts_writer.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <cx/base/text.hpp>
#include <cx/tally/counts_text.hpp>

namespace cx {

namespace {

using detail::CountsText;

/// A pool of a grouping, and the same one of that grouping crossed with periods.
using SamePools = std::vector<std::pair<std::size_t, std::size_t>>;

PooledSums without_periods(const PooledSums& all, const PooledSums& dated) {
    if (all.responses <= dated.responses) return {};
    const auto left = [](double whole, double part) { return std::max(whole - part, 0.0); };
    return {all.responses - dated.responses,
            all.answers - dated.answers,
            left(all.b, dated.b),
            all.a - dated.a,
            left(all.aa, dated.aa),
            all.ab - dated.ab,
            left(all.bb, dated.bb),
            left(all.weight_squared, dated.weight_squared)};
}

/// The counts of one group in all of its periods, to tell what has none.
class SumOfPeriods {
  public:
    void add(const GroupTally& tally) {
        sum_.responses += tally.responses;
        add_to(sum_.answers, tally.answers);
        add_to(sum_.weights, tally.weights);
        add_to(sum_.weights_squared, tally.weights_squared);
        add_to(sum_.pooled, tally.pooled);
    }

    [[nodiscard]] GroupTally left_of(const GroupTally& all, const SamePools& pools) const {
        GroupTally left = all;
        left.responses -= std::min(left.responses, sum_.responses);
        for (std::size_t i = 0; i < sum_.answers.size(); ++i) {
            const Count rest = detail::without(count_of(all, i), count_of(sum_, i));
            left.answers[i] = rest.answers;
            if (all.weights.empty()) continue;
            left.weights[i] = rest.weight;
            left.weights_squared[i] = rest.weight_squared;
        }
        for (const auto& [own, dated] : pools) {
            if (dated < sum_.pooled.size()) left.pooled[own] = without_periods(all.pooled[own], sum_.pooled[dated]);
        }
        return left;
    }
    [[nodiscard]] std::uint64_t responses() const noexcept { return sum_.responses; }

  private:
    template <class Value> static void add_to(std::vector<Value>& sums, const std::vector<Value>& more) {
        sums.resize(std::max(sums.size(), more.size()));
        for (std::size_t i = 0; i < more.size(); ++i) sums[i] += more[i];
    }
    static Count count_of(const GroupTally& tally, std::size_t i) {
        if (tally.weights.empty()) return {tally.answers[i], 0, 0};
        return {tally.answers[i], tally.weights[i], tally.weights_squared[i]};
    }

    GroupTally sum_;
};

class CountsWriter {
  public:
    CountsWriter(const Tallies& tallies, const RowAccount& rows, const CountsToWrite& what, CountsText& text)
        : tallies_(tallies), schema_(tallies.layout().schema()), rows_(rows), what_(what), text_(text) {}

    void write() {
        write_account();
        for (std::size_t g = 0; g < schema_.groupings.size(); ++g) {
            if (what_.groupings[g]) write_grouping(g);
        }
        text_.end();
    }

  private:
    void write_account() {
        text_.stand_at({}, "all", {});
        const auto add = [this](const char* outcome, std::uint64_t rows) {
            if (rows > 0) text_.add_rows(outcome, rows);
        };
        add("duplicates", rows_.duplicates);
        add("rejected", rows_.rejected);
        add("filtered", rows_.filtered);
        add("undated", rows_.undated);
        add("foreign", rows_.foreign_rows);
        add("elsewhere", rows_.elsewhere);
        add("foreign_elsewhere", rows_.foreign_elsewhere);
        // Recognised again from another part of a survey, a model may be another.
        const MeasurementModel& model = tallies_.layout().model();
        if (!model.recognised && !model.sha256.empty()) {
            text_.stand_at({}, "model", model.sha256);
            text_.add_rows("counted_with", 1);
        }
        write_texts("filter", what_.filters, "counted_where");
        write_texts("source", what_.sources, "counted_from");
        if (!rows_.last_day) return;
        text_.stand_at({}, "day", to_string(*rows_.last_day));
        text_.add_rows("last", 1);
    }

    void write_texts(const char* dimension, const std::set<std::string>& texts, const char* point) {
        if (texts.empty() || texts == std::set<std::string>{""}) return;
        for (const std::string& text : texts) {
            text_.stand_at({}, dimension, one_line(text));
            text_.add_rows(point, 1);
        }
    }

    [[nodiscard]] std::vector<std::string> ids_of(const std::vector<std::size_t>& dimensions,
                                                  const GroupKey&                 key) const {
        std::vector<std::string> ids;
        for (std::size_t d = 0; d < key.size(); ++d)
            ids.push_back(schema_.dimensions[dimensions[d]].groups->at(key[d]).id);
        return ids;
    }
    [[nodiscard]] std::string text_of(std::size_t grouping, const GroupKey& key) const {
        const auto& dimensions = schema_.groupings[grouping].dimensions;
        return detail::group_text(schema_, dimensions, ids_of(dimensions, key));
    }
    /// Codes depend on which thread met a group first, ids do not.
    [[nodiscard]] std::vector<GroupKey> ordered(std::size_t grouping) const {
        std::map<std::string, GroupKey> keys;
        for (const auto& [key, tally] : tallies_.groups(grouping)) keys.emplace(text_of(grouping, key), key);
        std::vector<GroupKey> by_text;
        for (auto& [text, key] : keys) by_text.push_back(std::move(key));
        return by_text;
    }

    void write_grouping(std::size_t grouping) {
        const auto&       dimensions = schema_.groupings[grouping].dimensions;
        const std::string dimension = detail::dimension_text(schema_, dimensions);
        // Groupings of items have the counts of their rows, which another grouping may have brought already.
        const bool counts = written_.insert(dimension).second;
        if (counts && !dimensions.empty()) write_ungrouped(grouping, dimension);
        std::map<GroupKey, SumOfPeriods> periods;
        SamePools                        pools;
        std::uint64_t                    dated_weightless = 0;
        if (const auto dated = what_.period ? crossed_with_periods(grouping) : std::nullopt) {
            pools = same_pools(grouping, *dated);
            for (const GroupKey& key : ordered(*dated)) {
                const auto        own = own_key(grouping, *dated, key);
                const GroupTally& tally = tallies_.groups(*dated).at(key);
                const std::string period = period_of_key(*dated, key);
                periods[own].add(tally);
                const std::uint64_t weightless = dimensions.empty() ? weightless_in(key.front()) : 0;
                dated_weightless += weightless;
                if (counts) write_tally(period, dimension, grouping, own, tally, tally.responses + weightless);
                if (counts && weightless > 0) text_.add_rows("weightless", weightless);
                for (const auto& [pool, same] : pools) write_pool(period, grouping, own, pool, tally.pooled[same]);
            }
        }
        if (counts && dimensions.empty()) dated_weightless += write_weightless_periods();
        for (const GroupKey& key : ordered(grouping)) {
            const GroupTally&   all = tallies_.groups(grouping).at(key);
            const std::uint64_t rows = dimensions.empty() ? rows_.accepted - dated_weightless : all.responses;
            const auto          dated = periods.find(key);
            if (dated == periods.end()) {
                write_rest(dimension, grouping, key, all, rows, counts);
            } else {
                write_rest(dimension, grouping, key, dated->second.left_of(all, pools),
                           rows - std::min(rows, dated->second.responses()), counts);
            }
        }
        if (!counts || !dimensions.empty() || rows_.zero_weights <= dated_weightless) return;
        text_.stand_at({}, dimension, {});
        text_.add_rows("weightless", rows_.zero_weights - dated_weightless);
    }

    [[nodiscard]] std::uint64_t weightless_in(GroupCode period) const {
        if (what_.weightless == nullptr) return 0;
        const auto rows = what_.weightless->by_period().find(period);
        return rows == what_.weightless->by_period().end() ? 0 : rows->second;
    }
    /// Periods that have rows with a weight of 0 alone, and how many.
    std::uint64_t write_weightless_periods() {
        const auto    all = by_period_alone();
        std::uint64_t sum = 0;
        if (!all || what_.weightless == nullptr) return sum;
        std::map<std::string, std::uint64_t> periods;
        for (const auto& [period, rows] : what_.weightless->by_period()) {
            if (!tallies_.groups(*all).contains({period})) periods[period_of_key(*all, {period})] = rows;
        }
        for (const auto& [period, rows] : periods) {
            text_.stand_at(period, "all", {});
            text_.add_rows("accepted", rows);
            text_.add_rows("weightless", rows);
            sum += rows;
        }
        return sum;
    }

    /// What is of no period.
    void write_rest(const std::string& dimension, std::size_t grouping, const GroupKey& key, const GroupTally& tally,
                    std::uint64_t rows, bool counts) {
        if (counts) write_tally({}, dimension, grouping, key, tally, rows);
        for (std::size_t pool = 0; pool < tallies_.layout().pools().size(); ++pool) {
            if (tallies_.layout().pools()[pool].grouping == grouping)
                write_pool({}, grouping, key, pool, tally.pooled[pool]);
        }
    }

    /// Accepted rows without a group; said even where there are none, so that the file has the dimension.
    void write_ungrouped(std::size_t grouping, const std::string& dimension) {
        const auto&   dimensions = schema_.groupings[grouping].dimensions;
        std::uint64_t grouped = 0;
        for (const auto& [key, tally] : tallies_.groups(grouping)) grouped += tally.responses;
        std::uint64_t rows = rows_.accepted - std::min(rows_.accepted, grouped);
        if (dimensions.size() == 1)
            rows = dimensions.front() < rows_.ungrouped.size() ? rows_.ungrouped[dimensions.front()] : 0;
        for (const auto& [period, dated] : ungrouped_by_period(grouping)) {
            const std::uint64_t told = std::min(rows, dated);
            rows -= told;
            text_.stand_at(period, dimension, {});
            if (told > 0) text_.add_rows("accepted", told);
        }
        text_.stand_at({}, dimension, {});
        text_.add_rows("accepted", rows);
    }

    [[nodiscard]] std::optional<std::size_t> by_period_alone() const {
        for (std::size_t g = 0; g < schema_.groupings.size() && what_.period; ++g) {
            const ResolvedGrouping& known = schema_.groupings[g];
            if (known.item_groups.empty() && known.dimensions == std::vector<std::size_t>{*what_.period}) return g;
        }
        return std::nullopt;
    }
    /// Rows of each period that are in no group of a dimension: all of them without those of its groups.
    [[nodiscard]] std::map<std::string, std::uint64_t> ungrouped_by_period(std::size_t grouping) const {
        std::map<std::string, std::uint64_t> rows;
        const auto&                          dimensions = schema_.groupings[grouping].dimensions;
        const auto                           all = by_period_alone();
        if (!all || dimensions.size() != 1) return rows;
        const auto dated = crossed_with_periods(grouping);
        if (!dated) return rows;
        for (const auto& [key, tally] : tallies_.groups(*all)) rows[period_of_key(*all, key)] += tally.responses;
        for (const auto& [key, tally] : tallies_.groups(*dated)) {
            auto& left = rows[period_of_key(*dated, key)];
            left -= std::min(left, tally.responses);
        }
        if (what_.weightless == nullptr) return rows;
        for (const auto& [period, all_rows] : what_.weightless->by_period())
            rows[period_of_key(*all, {period})] += what_.weightless->ungrouped(dimensions.front(), period);
        return rows;
    }

    void write_tally(const std::string& period, const std::string& dimension, std::size_t grouping, const GroupKey& key,
                     const GroupTally& tally, std::uint64_t rows) {
        text_.stand_at(period, dimension, text_of(grouping, key));
        if (rows > 0 || key.empty()) text_.add_rows("accepted", rows);
        text_.add_tally(tallies_, tally);
    }

    void write_pool(const std::string& period, std::size_t grouping, const GroupKey& key, std::size_t index,
                    const PooledSums& sums) {
        const ResolvedGrouping& resolved = schema_.groupings[grouping];
        const Pool&             pool = tallies_.layout().pools()[index];
        const std::string       items = resolved.item_groups[pool.item_group].id;
        std::string             group = items;
        if (!key.empty()) {
            std::string rows = text_of(grouping, key);
            if (key.size() == 1 && !schema_.dimensions[resolved.dimensions.front()].overlaps())
                rows = detail::escaped_part(rows);
            group = resolved.items_first ? detail::escaped_part(items) + ":" + rows
                                         : rows + ":" + detail::escaped_part(items);
        }
        text_.stand_at(period, resolved.name, group);
        text_.add_pool(tallies_.layout(), pool, sums);
    }

    /// The grouping of the same items and dimensions, and the period beside them.
    [[nodiscard]] std::optional<std::size_t> crossed_with_periods(std::size_t grouping) const {
        const ResolvedGrouping& wanted = schema_.groupings[grouping];
        if (has_period(wanted)) return grouping;
        for (std::size_t g = 0; g < schema_.groupings.size(); ++g) {
            const ResolvedGrouping& known = schema_.groupings[g];
            if (!has_period(known) || without_period(known) != wanted.dimensions) continue;
            const bool same_items =
                std::equal(known.item_groups.begin(), known.item_groups.end(), wanted.item_groups.begin(),
                           wanted.item_groups.end(),
                           [](const ItemGroup& a, const ItemGroup& b) { return a.id == b.id && a.items == b.items; });
            if (same_items) return g;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool has_period(const ResolvedGrouping& grouping) const {
        return std::find(grouping.dimensions.begin(), grouping.dimensions.end(), *what_.period) !=
               grouping.dimensions.end();
    }
    [[nodiscard]] std::vector<std::size_t> without_period(const ResolvedGrouping& grouping) const {
        std::vector<std::size_t> dimensions = grouping.dimensions;
        std::erase(dimensions, *what_.period);
        return dimensions;
    }
    [[nodiscard]] GroupKey own_key(std::size_t grouping, std::size_t dated, const GroupKey& key) const {
        if (grouping == dated) return key;
        GroupKey own;
        for (std::size_t d = 0; d < key.size(); ++d) {
            if (schema_.groupings[dated].dimensions[d] != *what_.period) own.push_back(key[d]);
        }
        return own;
    }
    [[nodiscard]] std::string period_of_key(std::size_t dated, const GroupKey& key) const {
        const auto& dimensions = schema_.groupings[dated].dimensions;
        const auto  at = std::find(dimensions.begin(), dimensions.end(), *what_.period) - dimensions.begin();
        return schema_.dimensions[*what_.period].groups->at(key[static_cast<std::size_t>(at)]).id;
    }
    [[nodiscard]] SamePools same_pools(std::size_t grouping, std::size_t dated) const {
        const auto& pools = tallies_.layout().pools();
        SamePools   same;
        for (std::size_t own = 0; own < pools.size(); ++own) {
            for (std::size_t other = 0; other < pools.size(); ++other) {
                if (pools[own].grouping == grouping && pools[other].grouping == dated &&
                    pools[own].item_group == pools[other].item_group && pools[own].items == pools[other].items &&
                    pools[own].value == pools[other].value && pools[own].coding == pools[other].coding)
                    same.emplace_back(own, other);
            }
        }
        return same;
    }

    const Tallies&        tallies_;
    const Schema&         schema_;
    const RowAccount&     rows_;
    const CountsToWrite&  what_;
    CountsText&           text_;
    std::set<std::string> written_;
};

} // namespace

void write_counts(const Tallies& tallies, const RowAccount& rows, const CountsToWrite& what,
                  const std::function<void(std::string_view)>& write) {
    CountsText text(tallies.weighted(), write);
    CountsWriter(tallies, rows, what, text).write();
}

} // namespace cx
