#include <cx/statistics/printed_tables.hpp>

#include <algorithm>
#include <map>
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

std::vector<std::size_t> cells_of(const std::map<GroupKey, std::size_t>& groups) {
    std::vector<std::size_t> cells;
    cells.reserve(groups.size());
    for (const auto& [key, cell] : groups) cells.push_back(cell);
    return cells;
}

} // namespace

namespace detail {

/// The cells of all tables that show an item, without their answers, and how they add up.
class TableShape {
  public:
    TableShape(const Tallies& tallies, const std::vector<bool>& shown)
        : tallies_(tallies), model_(tallies.layout().model()), schema_(tallies.layout().schema()) {
        const auto groupings = schema_.groupings.size();
        indices_.resize(groupings);
        keys_.resize(groupings);
        shown_.resize(groupings);
        for (std::size_t g = 0; g < groupings; ++g) {
            if (shown[g]) add_cells(g);
        }
        for (std::size_t fine = 0; fine < groupings; ++fine) {
            for (std::size_t coarse = 0; coarse < groupings; ++coarse) add_totals(fine, coarse);
        }
        add_unprinted_margins();
        for (std::size_t g = 0; g < groupings; ++g) add_grouped_total(g);
        const auto all = indices_.front().find({});
        if (all != indices_.front().end()) all_ = all->second;
        indices_.clear();
    }

    /// The tables with an item's answers: first the cells of groups, in the order of their ids.
    [[nodiscard]] PrintedCells filled(std::size_t item, Side side, std::uint64_t minimum_n) const {
        PrintedCells made;
        made.cells.reserve(cells_.size());
        for (const BaseCell& cell : cells_) {
            if (cell.tally != nullptr) {
                made.add(answers_counted(tallies_, *cell.tally, item, side));
                continue;
            }
            const std::size_t total = made.add(sum_of(made, cell.parts));
            made.add_total(total, cell.parts);
        }
        for (const PrintedCells::Total& total : totals_) add_total(made, total.total, total.parts);
        for (const auto& lines : margins_) {
            std::uint64_t whole = 0;
            for (const auto& parts : lines) whole = std::max(whole, sum_of(made, parts));
            const std::size_t total = made.add(whole, false);
            for (const auto& parts : lines) add_total(made, total, parts);
        }
        for (const auto& parts : grouped_) {
            const std::uint64_t sum = sum_of(made, parts);
            if (parts.size() > 1 && sum < made.cells[all_].n) made.add_total(made.add(sum), parts);
        }
        for (const std::size_t set : sets_) made.cells[set].printed = made.cells[set].n < minimum_n;
        return made;
    }

    /// Groups that a grouping shows, in order of their keys, and their cells.
    [[nodiscard]] const std::shared_ptr<const std::vector<GroupKey>>& keys(std::size_t grouping) const {
        return keys_[grouping];
    }
    [[nodiscard]] const std::vector<std::size_t>& shown(std::size_t grouping) const { return shown_[grouping]; }
    [[nodiscard]] std::size_t                     groupings() const noexcept { return shown_.size(); }
    [[nodiscard]] const Dimensions&               dimensions(std::size_t grouping) const {
                      return schema_.groupings[grouping].dimensions;
    }

  private:
    using Parts = std::map<GroupKey, std::vector<std::size_t>>;
    using CountedGroup = std::pair<const GroupKey*, const GroupTally*>;
    struct BaseCell {
        const GroupTally*        tally = nullptr;
        std::vector<std::size_t> parts; ///< without a tally: of a group that overlaps others
    };

    void add_cells(std::size_t grouping) {
        std::vector<CountedGroup> groups;
        for (const auto& [key, tally] : tallies_.groups(grouping)) groups.emplace_back(&key, &tally);
        std::vector<std::size_t> cells(groups.size());
        for (const std::size_t at : by_ids(grouping, groups)) {
            cells[at] = cells_.size();
            cells_.push_back({groups[at].second, {}});
        }
        auto& indices = indices_[grouping];
        for (std::size_t at = 0; at < groups.size(); ++at) {
            indices.emplace_hint(indices.end(), *groups[at].first, cells[at]);
        }
        const ResolvedGrouping& resolved = schema_.groupings[grouping];
        if (!resolved.unseen && overlaps(schema_, resolved)) return add_overlapping(grouping);
        if (resolved.unseen) sets_.insert(sets_.end(), cells.begin(), cells.end());
        show(grouping, indices);
    }

    void show(std::size_t grouping, const std::map<GroupKey, std::size_t>& groups) {
        std::vector<GroupKey> keys;
        keys.reserve(groups.size());
        for (const auto& [key, cell] : groups) keys.push_back(key);
        keys_[grouping] = std::make_shared<const std::vector<GroupKey>>(std::move(keys));
        shown_[grouping] = cells_of(groups);
    }

    /// Groups that overlap are totals of the sets they are in. Nobody prints the sets; a small one is a secret all the
    /// same.
    void add_overlapping(std::size_t grouping) {
        const auto& sets = indices_[grouping];
        for (const auto& [key, cell] : sets) sets_.push_back(cell);
        std::map<GroupKey, std::size_t> shown;
        for (const ShownGroup& group : shown_groups(tallies_, grouping)) {
            std::vector<std::size_t> parts;
            for (const GroupKey& part : group.parts) parts.push_back(sets.at(part));
            shown[group.key] = cells_.size();
            cells_.push_back({nullptr, std::move(parts)});
        }
        show(grouping, shown);
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
            if (total != indices_[coarse].end()) totals_.push_back({total->second, std::move(parts)});
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
            if (several.size() >= 2) margins_.push_back(std::move(several));
        }
    }

    /// A group's value and its difference from the rest tell the answers of all groups together, where those without a
    /// group would otherwise hide them. (Being the largest of its line it is hidden last, when no group is left to
    /// differ.)
    void add_grouped_total(std::size_t grouping) {
        const ResolvedGrouping& resolved = schema_.groupings[grouping];
        if (resolved.dimensions.empty() || !resolved.item_groups.empty() || overlaps(schema_, resolved)) return;
        if (!indices_[grouping].empty()) grouped_.push_back(cells_of(indices_[grouping]));
    }

    [[nodiscard]] static std::uint64_t sum_of(const PrintedCells& made, const std::vector<std::size_t>& parts) {
        std::uint64_t sum = 0;
        for (const std::size_t part : parts) sum += made.cells[part].n;
        return sum;
    }

    /// Answers without a group in the finer table are a part that nobody sees.
    static void add_total(PrintedCells& made, std::size_t total, std::vector<std::size_t> parts) {
        const std::uint64_t whole = made.cells[total].n, sum = sum_of(made, parts);
        if (whole > sum) parts.push_back(made.add(whole - sum, false));
        made.add_total(total, std::move(parts));
    }

    const Tallies&                                            tallies_;
    const MeasurementModel&                                   model_;
    const Schema&                                             schema_;
    std::vector<std::map<GroupKey, std::size_t>>              indices_; ///< by grouping; while the shape is found
    std::vector<BaseCell>                                     cells_;
    std::vector<PrintedCells::Total>                          totals_;  ///< of groups of coarser tables
    std::vector<std::vector<std::vector<std::size_t>>>        margins_; ///< that no table prints: the lines of each
    std::vector<std::vector<std::size_t>>                     grouped_; ///< all groups of a table
    std::vector<std::size_t>                                  sets_;    ///< that nobody prints: secrets where small
    std::size_t                                               all_ = 0; ///< the cell of all responses
    std::vector<std::shared_ptr<const std::vector<GroupKey>>> keys_;    ///< by grouping: of the groups it shows
    std::vector<std::vector<std::size_t>>                     shown_;   ///< their cells
};

} // namespace detail

std::optional<bool> GroupMarks::of(const GroupKey& key) const {
    if (!keys_) return std::nullopt;
    const auto found = std::lower_bound(keys_->begin(), keys_->end(), key);
    if (found == keys_->end() || *found != key) return std::nullopt;
    return withheld_[static_cast<std::size_t>(found - keys_->begin())];
}

PrintedTables::PrintedTables(const Tallies& tallies, const std::vector<bool>& shown)
    : shape_(std::make_shared<const detail::TableShape>(tallies, shown)) {}

WithheldGroups PrintedTables::withheld(std::size_t item, Side side, int minimum_n, const GroupSet& secrets) const {
    WithholdingRule rule;
    rule.minimum_n = static_cast<std::uint64_t>(std::max(minimum_n, 1));
    PrintedCells cells = shape_->filled(item, side, rule.minimum_n);
    for (std::size_t g = 0; !secrets.empty() && g < shape_->groupings(); ++g) {
        const auto& shown = shape_->shown(g);
        for (std::size_t i = 0; i < shown.size(); ++i) {
            cells.cells[shown[i]].secret = secrets.contains({shape_->dimensions(g), (*shape_->keys(g))[i]});
        }
    }
    const std::vector<bool> hidden = withheld_cells(cells, rule);
    WithheldGroups          groups;
    for (std::size_t g = 0; g < shape_->groupings(); ++g) {
        std::vector<bool> marks;
        for (const std::size_t cell : shape_->shown(g)) marks.push_back(hidden[cell]);
        groups.emplace_back(shape_->keys(g), std::move(marks));
    }
    return groups;
}

std::vector<bool> shown_in(const Schema& schema, std::size_t item) {
    std::vector<bool> shown;
    for (const ResolvedGrouping& grouping : schema.groupings) {
        shown.push_back(std::find(grouping.items.begin(), grouping.items.end(), item) != grouping.items.end());
    }
    return shown;
}

WithheldGroups withheld_groups(const Tallies& tallies, std::size_t item, Side side, int minimum_n,
                               const GroupSet& secrets) {
    return PrintedTables(tallies, shown_in(tallies.layout().schema(), item)).withheld(item, side, minimum_n, secrets);
}

bool is_withheld_in_all(const WithheldSides& withheld, Side side) {
    return withheld[static_cast<std::size_t>(side)].front().all();
}

} // namespace cx
