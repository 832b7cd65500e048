#include <cx/statistics/printed_tables.hpp>

#include <algorithm>
#include <optional>
#include <string>

#include <cx/base/calendar.hpp>
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
               (coarse.source == Source::channel && model.columns.channel.empty());
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
            if (touchpoint.id == id) return coarse_.source == Source::stage ? touchpoint.stage : touchpoint.channel;
        }
        return {};
    }

    const MeasurementModel&          model_;
    const RowDimension&              fine_;
    const RowDimension&              coarse_;
    std::map<std::string, GroupCode> codes_;
};

/// For each dimension of a coarse grouping, the fine grouping's dimension that refines it; nothing when one has none.
std::optional<std::vector<std::size_t>> refinement(const MeasurementModel& model, const Schema& schema,
                                                   const ResolvedGrouping& fine, const ResolvedGrouping& coarse) {
    std::vector<std::size_t> by;
    for (const std::size_t wanted : coarse.dimensions) {
        const auto found = std::find_if(fine.dimensions.begin(), fine.dimensions.end(), [&](std::size_t dimension) {
            return refines(model, schema.dimensions[dimension], schema.dimensions[wanted]);
        });
        if (found == fine.dimensions.end()) return std::nullopt;
        by.push_back(static_cast<std::size_t>(found - fine.dimensions.begin()));
    }
    return by;
}

/// The cells of every grouping for one item, and how they add up.
class PrintedTables {
  public:
    PrintedTables(const Tallies& tallies, std::size_t item, Side side) : tallies_(tallies) {
        const Metric counted{"", Statistic::mean, Coding::point, side, Unit::none, 0, false};
        const auto   groupings = tallies.layout().schema().groupings.size();
        indices_.resize(groupings);
        for (std::size_t g = 0; g < groupings; ++g) {
            for (const auto& [key, group] : tallies.groups(g)) {
                indices_[g][key] = cells_.add(answers_counted(counted, answers_to(tallies, group, item)));
            }
        }
        for (std::size_t fine = 0; fine < groupings; ++fine) {
            for (std::size_t coarse = 0; coarse < groupings; ++coarse) add_totals(fine, coarse);
        }
    }

    [[nodiscard]] WithheldGroups withheld(int minimum_n) const {
        WithholdingRule rule;
        rule.minimum_n = static_cast<std::uint64_t>(std::max(minimum_n, 1));
        const std::vector<bool> hidden = withheld_cells(cells_, rule);
        WithheldGroups          groups(indices_.size());
        for (std::size_t g = 0; g < indices_.size(); ++g) {
            for (const auto& [key, index] : indices_[g]) groups[g][key] = hidden[index];
        }
        return groups;
    }

  private:
    void add_totals(std::size_t fine, std::size_t coarse) {
        const Schema& schema = tallies_.layout().schema();
        const auto&   of = schema.groupings[fine];
        const auto&   into = schema.groupings[coarse];
        const bool    same = of.dimensions == into.dimensions;
        if (fine == coarse || (same && fine < coarse)) return;
        const auto by = refinement(tallies_.layout().model(), schema, of, into);
        if (!by) return;
        std::vector<Coarsening> coarsen;
        for (std::size_t d = 0; d < by->size(); ++d) {
            coarsen.emplace_back(tallies_.layout().model(), schema.dimensions[of.dimensions[(*by)[d]]],
                                 schema.dimensions[into.dimensions[d]]);
        }
        std::map<std::size_t, std::vector<std::size_t>> parts;
        for (const auto& [key, index] : indices_[fine]) {
            if (const auto total = cell_of(coarse, key, *by, coarsen)) parts[*total].push_back(index);
        }
        for (auto& [total, members] : parts) add_total(total, std::move(members));
    }

    [[nodiscard]] std::optional<std::size_t> cell_of(std::size_t grouping, const GroupKey& key,
                                                     const std::vector<std::size_t>& by,
                                                     const std::vector<Coarsening>&  coarsen) const {
        GroupKey coarse;
        for (std::size_t d = 0; d < by.size(); ++d) {
            const auto code = coarsen[d](key[by[d]]);
            if (!code) return std::nullopt;
            coarse.push_back(*code);
        }
        const auto found = indices_[grouping].find(coarse);
        if (found == indices_[grouping].end()) return std::nullopt;
        return found->second;
    }

    /// Answers without a group in the finer table are a part that nobody sees.
    void add_total(std::size_t total, std::vector<std::size_t> parts) {
        std::uint64_t sum = 0;
        for (const std::size_t part : parts) sum += cells_.cells[part].n;
        const std::uint64_t whole = cells_.cells[total].n;
        if (whole > sum) parts.push_back(cells_.add(whole - sum, false));
        cells_.add_total(total, std::move(parts));
    }

    const Tallies&                               tallies_;
    PrintedCells                                 cells_;
    std::vector<std::map<GroupKey, std::size_t>> indices_;
};

} // namespace

WithheldGroups withheld_groups(const Tallies& tallies, std::size_t item, Side side, int minimum_n) {
    return PrintedTables(tallies, item, side).withheld(minimum_n);
}

} // namespace cx
