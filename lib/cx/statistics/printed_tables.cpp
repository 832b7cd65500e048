#include <cx/statistics/printed_tables.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <cx/base/calendar.hpp>
#include <cx/statistics/group_order.hpp>
#include <cx/statistics/measure.hpp>
#include <cx/statistics/withholding.hpp>

namespace cx {

namespace {

using Source = RowDimension::Source;

/// Whether each group of `fine` lies in one group of `coarse`, as the reader of both tables knows.
bool refines(const MeasurementModel& model, const RowDimension& fine, const RowDimension& coarse) {
    if (&fine == &coarse) return true;
    if (fine.source == Source::touchpoint) {
        return (coarse.source == Source::stage && model.columns.stage.empty()) ||
               (coarse.source == Source::channel && model.columns.channel.empty()) || coarse.source == Source::owner;
    }
    if (!fine.period || !coarse.period) return false;
    const auto finer = static_cast<int>(*fine.period), coarser = static_cast<int>(*coarse.period);
    if (*coarse.period == PeriodKind::week) return *fine.period == PeriodKind::day;
    return *fine.period != PeriodKind::week && finer < coarser;
}

/// The coarse group that a fine one lies in; nothing when it lies in none.
class Coarsening {
  public:
    Coarsening(const MeasurementModel& model, const RowDimension& fine, const RowDimension& coarse)
        : model_(model), fine_(fine), coarse_(coarse) {
        if (&fine == &coarse) return;
        for (GroupCode code = 0; code < coarse.groups->size(); ++code) codes_.emplace(coarse.groups->at(code).id, code);
    }
    [[nodiscard]] std::optional<GroupCode> operator()(GroupCode fine) const {
        if (&fine_ == &coarse_) return fine;
        const GroupName group = fine_.groups->at(fine);
        const auto      found = codes_.find(fine_.period ? coarse_period(group) : id_of_touchpoint(group.id));
        if (found == codes_.end()) return std::nullopt;
        return found->second;
    }

  private:
    [[nodiscard]] std::string coarse_period(const GroupName& group) const {
        const Period period{*fine_.period, static_cast<std::int32_t>(group.order)};
        return to_string(period_of(first_day(period), *coarse_.period));
    }
    [[nodiscard]] std::string id_of_touchpoint(const std::string& id) const {
        for (const Touchpoint& touchpoint : model_.touchpoints) {
            if (touchpoint.id != id) continue;
            if (coarse_.source == Source::owner) return set_id(owners_of(model_, touchpoint));
            return coarse_.source == Source::stage ? touchpoint.stage : touchpoint.channel;
        }
        return {};
    }

    const MeasurementModel&          model_;
    const RowDimension&              fine_;
    const RowDimension&              coarse_;
    std::map<std::string, GroupCode> codes_;
};

using Dimensions = std::vector<std::size_t>;

/// For each dimension of a coarse table, the fine table's dimension that refines it; nothing when one has none.
std::optional<std::vector<std::size_t>> refinement(const MeasurementModel& model, const Schema& schema,
                                                   const Dimensions& fine, const Dimensions& coarse) {
    std::vector<std::size_t> by;
    for (const std::size_t wanted : coarse) {
        const auto found = std::find_if(fine.begin(), fine.end(), [&](std::size_t dimension) {
            return refines(model, schema.dimensions[dimension], schema.dimensions[wanted]);
        });
        if (found == fine.end()) return std::nullopt;
        by.push_back(static_cast<std::size_t>(found - fine.begin()));
    }
    return by;
}

/// The dimensions of the finest table that two tables both add up to, without those that others of them tell.
Dimensions shared_dimensions(const MeasurementModel& model, const Schema& schema, const Dimensions& first,
                             const Dimensions& second) {
    std::set<std::size_t> shared;
    for (const std::size_t a : first) {
        for (const std::size_t b : second) {
            if (refines(model, schema.dimensions[a], schema.dimensions[b])) {
                shared.insert(b);
            } else if (refines(model, schema.dimensions[b], schema.dimensions[a])) {
                shared.insert(a);
            }
        }
    }
    Dimensions needed;
    for (const std::size_t coarse : shared) {
        if (std::none_of(shared.begin(), shared.end(), [&](std::size_t fine) {
                return fine != coarse && refines(model, schema.dimensions[fine], schema.dimensions[coarse]);
            })) {
            needed.push_back(coarse);
        }
    }
    return needed;
}

/// The cells of every grouping for one item, and how they add up.
class PrintedTables {
  public:
    PrintedTables(const Tallies& tallies, std::size_t item, Side side)
        : tallies_(tallies), model_(tallies.layout().model()), schema_(tallies.layout().schema()) {
        const Metric counted{"", Statistic::mean, Coding::point, side, Unit::none, 0, false};
        const auto   groupings = schema_.groupings.size();
        indices_.resize(groupings);
        for (std::size_t g = 0; g < groupings; ++g) {
            if (!shows(g, item)) continue;
            const std::vector<CountedGroup> groups = counted_groups(g);
            std::vector<std::size_t>        cells(groups.size());
            for (const std::size_t at : by_ids(g, groups)) {
                cells[at] = cells_.add(answers_counted(counted, answers_to(tallies, *groups[at].second, item)));
            }
            auto& indices = indices_[g];
            for (std::size_t at = 0; at < groups.size(); ++at) {
                indices.emplace_hint(indices.end(), *groups[at].first, cells[at]);
            }
            if (schema_.groupings[g].unseen) {
                for (const auto& [key, index] : indices_[g]) sets_.push_back(index);
            } else if (overlaps(schema_, schema_.groupings[g])) {
                add_overlapping(g);
            }
        }
        for (std::size_t fine = 0; fine < groupings; ++fine) {
            for (std::size_t coarse = 0; coarse < groupings; ++coarse) add_totals(fine, coarse);
        }
        add_unprinted_margins();
        for (std::size_t g = 0; g < groupings; ++g) add_grouped_total(g);
    }

    [[nodiscard]] WithheldGroups withheld(int minimum_n, const GroupSet& secrets) const {
        WithholdingRule rule;
        rule.minimum_n = static_cast<std::uint64_t>(std::max(minimum_n, 1));
        PrintedCells cells = cells_;
        for (const std::size_t set : sets_) cells.cells[set].printed = cells.cells[set].n < rule.minimum_n;
        for (std::size_t g = 0; !secrets.empty() && g < indices_.size(); ++g) {
            for (const auto& [key, index] : shown_in(g)) {
                cells.cells[index].secret = secrets.contains({dimensions(g), key});
            }
        }
        const std::vector<bool> hidden = withheld_cells(cells, rule);
        WithheldGroups          groups(indices_.size());
        for (std::size_t g = 0; g < indices_.size(); ++g) {
            for (const auto& [key, index] : shown_in(g)) groups[g][key] = hidden[index];
        }
        return groups;
    }

  private:
    using Parts = std::map<GroupKey, std::vector<std::size_t>>;

    [[nodiscard]] bool shows(std::size_t grouping, std::size_t item) const {
        const auto& items = schema_.groupings[grouping].items;
        return std::find(items.begin(), items.end(), item) != items.end();
    }

    /// Cells of the groups that a grouping shows.
    [[nodiscard]] const std::map<GroupKey, std::size_t>& shown_in(std::size_t grouping) const {
        const auto overlapping = shown_.find(grouping);
        return overlapping == shown_.end() ? indices_[grouping] : overlapping->second;
    }

    /// Groups that overlap are totals of the sets they are in. Nobody prints the sets; a small one is a secret all the
    /// same.
    void add_overlapping(std::size_t grouping) {
        for (const auto& [key, index] : indices_[grouping]) sets_.push_back(index);
        for (const ShownGroup& group : shown_groups(tallies_, grouping)) {
            std::vector<std::size_t> parts;
            for (const GroupKey& part : group.parts) parts.push_back(indices_[grouping].at(part));
            const std::size_t total = cells_.add(sum_of(parts));
            shown_[grouping][group.key] = total;
            cells_.add_total(total, std::move(parts));
        }
    }

    [[nodiscard]] const Dimensions& dimensions(std::size_t grouping) const {
        return schema_.groupings[grouping].dimensions;
    }

    using CountedGroup = std::pair<const GroupKey*, const GroupTally*>;

    [[nodiscard]] std::vector<CountedGroup> counted_groups(std::size_t grouping) const {
        std::vector<CountedGroup> groups;
        for (const auto& [key, tally] : tallies_.groups(grouping)) groups.emplace_back(&key, &tally);
        return groups;
    }

    /// Indices of groups in the order of their ids, which decides between groups of the same size: codes depend on
    /// which thread met a group first.
    [[nodiscard]] std::vector<std::size_t> by_ids(std::size_t grouping, const std::vector<CountedGroup>& groups) const {
        std::vector<std::pair<std::vector<std::string>, std::size_t>> ids;
        for (std::size_t at = 0; at < groups.size(); ++at) {
            const GroupKey& key = *groups[at].first;
            ids.push_back({{}, at});
            for (std::size_t d = 0; d < key.size(); ++d) {
                ids.back().first.push_back(schema_.dimensions[dimensions(grouping)[d]].groups->at(key[d]).id);
            }
        }
        std::sort(ids.begin(), ids.end());
        std::vector<std::size_t> ordered;
        for (const auto& [id, at] : ids) ordered.push_back(at);
        return ordered;
    }

    /// A grouping's cells by the group of a coarser table that they lie in; empty when it does not add up to that one.
    [[nodiscard]] Parts parts_of(std::size_t fine, const Dimensions& coarse) const {
        const auto by = refinement(model_, schema_, dimensions(fine), coarse);
        if (!by) return {};
        std::vector<Coarsening> coarsen;
        for (std::size_t d = 0; d < by->size(); ++d) {
            coarsen.emplace_back(model_, schema_.dimensions[dimensions(fine)[(*by)[d]]], schema_.dimensions[coarse[d]]);
        }
        Parts parts;
        for (const auto& [key, index] : indices_[fine]) {
            if (const auto group = coarse_key(key, *by, coarsen)) parts[*group].push_back(index);
        }
        return parts;
    }

    [[nodiscard]] static std::optional<GroupKey> coarse_key(const GroupKey& key, const std::vector<std::size_t>& by,
                                                            const std::vector<Coarsening>& coarsen) {
        GroupKey coarse;
        for (std::size_t d = 0; d < by.size(); ++d) {
            const auto code = coarsen[d](key[by[d]]);
            if (!code) return std::nullopt;
            coarse.push_back(*code);
        }
        return coarse;
    }

    void add_totals(std::size_t fine, std::size_t coarse) {
        if (fine == coarse || (dimensions(fine) == dimensions(coarse) && fine < coarse)) return;
        for (auto& [key, parts] : parts_of(fine, dimensions(coarse))) {
            const auto total = indices_[coarse].find(key);
            if (total != indices_[coarse].end()) add_total(total->second, std::move(parts));
        }
    }

    /// Two tables may add up to the same margin that is in no table: of touchpoint:month and channel:month both give
    /// the answers of a month.
    void add_unprinted_margins() {
        std::map<Dimensions, std::set<std::size_t>> margins;
        for (std::size_t first = 0; first < indices_.size(); ++first) {
            for (std::size_t second = 0; second < first; ++second) {
                const Dimensions shared = shared_dimensions(model_, schema_, dimensions(first), dimensions(second));
                if (!shared.empty() && !is_printed(shared)) margins[shared].insert({first, second});
            }
        }
        for (const auto& [shared, groupings] : margins) add_margin(shared, groupings);
    }

    [[nodiscard]] bool is_printed(const Dimensions& wanted) const {
        for (std::size_t g = 0; g < indices_.size(); ++g) {
            if (!indices_[g].empty() && refinement(model_, schema_, dimensions(g), wanted) &&
                refinement(model_, schema_, wanted, dimensions(g))) {
                return true;
            }
        }
        return false;
    }

    void add_margin(const Dimensions& margin, const std::set<std::size_t>& groupings) {
        std::map<GroupKey, std::vector<std::vector<std::size_t>>> lines;
        for (const std::size_t grouping : groupings) {
            for (auto& [key, parts] : parts_of(grouping, margin)) lines[key].push_back(std::move(parts));
        }
        for (auto& [key, several] : lines) {
            if (several.size() < 2) continue;
            std::uint64_t whole = 0;
            for (const auto& parts : several) whole = std::max(whole, sum_of(parts));
            const std::size_t total = cells_.add(whole, false);
            for (auto& parts : several) add_total(total, std::move(parts));
        }
    }

    [[nodiscard]] std::uint64_t sum_of(const std::vector<std::size_t>& parts) const {
        std::uint64_t sum = 0;
        for (const std::size_t part : parts) sum += cells_.cells[part].n;
        return sum;
    }

    /// A group's value and its difference from the rest tell the answers of all groups together, where those without a
    /// group would otherwise hide them. (Being the largest of its line it is hidden last, when no group is left to
    /// differ.)
    void add_grouped_total(std::size_t grouping) {
        const ResolvedGrouping& resolved = schema_.groupings[grouping];
        if (resolved.dimensions.empty() || !resolved.item_groups.empty() || overlaps(schema_, resolved)) return;
        if (indices_[grouping].empty()) return;
        std::vector<std::size_t> parts;
        for (const auto& [key, index] : indices_[grouping]) parts.push_back(index);
        const std::uint64_t sum = sum_of(parts), all = cells_.cells[indices_[0].at({})].n;
        if (parts.size() > 1 && sum < all) cells_.add_total(cells_.add(sum), std::move(parts));
    }

    /// Answers without a group in the finer table are a part that nobody sees.
    void add_total(std::size_t total, std::vector<std::size_t> parts) {
        const std::uint64_t whole = cells_.cells[total].n, sum = sum_of(parts);
        if (whole > sum) parts.push_back(cells_.add(whole - sum, false));
        cells_.add_total(total, std::move(parts));
    }

    const Tallies&                                         tallies_;
    const MeasurementModel&                                model_;
    const Schema&                                          schema_;
    PrintedCells                                           cells_;
    std::vector<std::map<GroupKey, std::size_t>>           indices_;
    std::map<std::size_t, std::map<GroupKey, std::size_t>> shown_; ///< by grouping whose groups overlap
    std::vector<std::size_t>                               sets_;  ///< cells that nobody prints: secrets where small
};

} // namespace

WithheldGroups withheld_groups(const Tallies& tallies, std::size_t item, Side side, int minimum_n,
                               const GroupSet& secrets) {
    return PrintedTables(tallies, item, side).withheld(minimum_n, secrets);
}

bool is_withheld_in_all(const WithheldSides& withheld, Side side) {
    return withheld[static_cast<std::size_t>(side)][0].at({});
}

} // namespace cx
