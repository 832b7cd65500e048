#include <cx/statistics/scores.hpp>

#include <algorithm>
#include <optional>
#include <span>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/model/made_items.hpp>
#include <cx/model/metrics.hpp>
#include <cx/statistics/basic_needs.hpp>
#include <cx/statistics/group_order.hpp>
#include <cx/statistics/holm.hpp>
#include <cx/statistics/known_names.hpp>
#include <cx/statistics/measure.hpp>
#include <cx/statistics/pair_scores.hpp>
#include <cx/statistics/printed_tables.hpp>
#include <cx/statistics/withheld_items.hpp>

namespace cx {

namespace {

void check_known(const std::vector<std::string>& wanted, const std::vector<std::string>& known, std::string_view what) {
    for (const std::string& name : wanted) {
        if (lists(known, name)) continue;
        const auto meant = nearest(name, known);
        const bool few = known.size() <= most_listed_names;
        throw Error(fmt::format("this survey has no {} '{}'", what, name),
                    meant ? fmt::format("did you mean '{}'?", *meant)
                    : few ? fmt::format("it has {}", fmt::join(known, ", "))
                          : fmt::format("it has {} of them; cx model lists them with their questions", known.size()));
    }
}

std::string points_counted(const Metric& metric, const Item& item) {
    const auto points = counted_points(item, metric.coding);
    const bool of_points = item.kind != ItemKind::choice && !is_made(item);
    if (metric.statistic != Statistic::share || !of_points || !points) return {};
    const std::string from = points->low == points->high ? "" : fmt::format("{}-", points->low);
    return fmt::format("{}{} of {}-{}", from, points->high, item.scale.low, item.scale.high);
}

/// The rows of one grouping.
class GroupingScores {
  public:
    GroupingScores(const Tallies& tallies, const ScoreRequest& request, std::size_t grouping, ScoreTable& table)
        : tallies_(tallies),
          request_(request),
          index_(grouping),
          grouping_(tallies.layout().schema().groupings[grouping]),
          table_(table),
          groups_(shown_groups(tallies, grouping)) {
        for (const ShownGroup& group : groups_) {
            ids_.push_back(joined_ids(schema(), grouping_, group.key));
            names_.push_back(joined_names(schema(), grouping_, group.key));
        }
    }

    /// Rows of one item in every group, and what is withheld of them.
    void add_item(std::size_t item, const ItemGroup* of, const WithheldSides& withheld) {
        const Item& described = model().items[item];
        const bool  wanted = request_.items.empty() || lists(request_.items, described.id);
        const auto  has_rows = [&](const Metric& metric) {
            return rows_of(metric, wanted) != nullptr && gives(described, metric);
        };
        if (std::none_of(metrics().begin(), metrics().end(), has_rows)) return;
        std::vector<ItemAnswers> answers, rests;
        for (const ShownGroup& group : groups_) answers.push_back(answers_in(group, item));
        const bool disjoint = of == nullptr && groups_.size() > 1 && !overlaps(schema(), grouping_);
        if (disjoint) rests = rests_of(answers);
        for (const Metric& metric : metrics()) {
            if (!has_rows(metric)) continue;
            std::vector<ScoreRow>& to = *rows_of(metric, wanted);
            const std::size_t      first = to.size();
            std::vector<Measure>   measures;
            const ScoreRow         alike = row_of(metric, described);
            const GroupMarks&      hidden = withheld[static_cast<std::size_t>(metric.side)][index_];
            for (std::size_t i = 0; i < groups_.size(); ++i) {
                measures.push_back(measure(metric, described, answers[i], request_.confidence));
                add_row(to, alike, i, of, measures[i].estimate);
                if (hidden[groups_[i].place]) withhold(to.back());
            }
            if (disjoint) compare(metric, described, rests, measures, {to.data() + first, to.size() - first});
        }
    }

    /// Rows that pool the items of a group.
    void add_pooled(const ItemGroup& of, std::size_t item_group, const std::vector<WithheldSides>& withheld) {
        for (const Metric& metric : metrics()) {
            auto* const to = rows_of(metric, request_.items.empty());
            const auto  pool = pool_for(metric, item_group);
            if (to == nullptr || !pool) continue;
            for (std::size_t i = 0; i < groups_.size(); ++i) add_pooled_row(*to, i, of, metric, *pool, withheld);
        }
    }

    void add_distributions(std::size_t item, const WithheldSides& withheld) {
        const Item&       described = model().items[item];
        const GroupMarks& hidden = withheld[static_cast<std::size_t>(Side::single)][index_];
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            DistributionRow row{grouping_.name, ids_[i], described.id, {}};
            if (!hidden[groups_[i].place]) {
                const Distribution distribution = single_in(groups_[i], item);
                for (int point = distribution.low; point <= distribution.high(); ++point) {
                    row.counts[point] = distribution.at(point).answers;
                }
            }
            table_.distributions.push_back(std::move(row));
        }
    }

  private:
    [[nodiscard]] const Schema&           schema() const { return tallies_.layout().schema(); }
    [[nodiscard]] const MeasurementModel& model() const { return tallies_.layout().model(); }
    /// Where rows of a metric go: to the scores, or, not asked to be seen, to what supports targets and views; null
    /// where nobody needs them.
    [[nodiscard]] std::vector<ScoreRow>* rows_of(const Metric& metric, bool item_is_wanted) const {
        const bool metric_is_wanted = request_.metrics.empty() || lists(request_.metrics, metric.name);
        if (grouping_.printed && item_is_wanted && metric_is_wanted) return &table_.scores;
        return request_.supporting ? &table_.supporting : nullptr;
    }
    [[nodiscard]] ItemAnswers answers_in(const ShownGroup& group, std::size_t item) const {
        ItemAnswers sum = answers_to(tallies_, *group.tallies.front(), item);
        for (std::size_t part = 1; part < group.tallies.size(); ++part) {
            sum += answers_to(tallies_, *group.tallies[part], item);
        }
        return sum;
    }
    /// ItemAnswers::single alone.
    [[nodiscard]] Distribution single_in(const ShownGroup& group, std::size_t item) const {
        const std::size_t column = schema().column_of(item);
        Distribution      sum = tallies_.distribution(*group.tallies.front(), column);
        for (std::size_t part = 1; part < group.tallies.size(); ++part) {
            sum += tallies_.distribution(*group.tallies[part], column);
        }
        return sum;
    }
    /// What is the same in all rows of an item's metric.
    [[nodiscard]] ScoreRow row_of(const Metric& metric, const Item& item) const {
        ScoreRow row;
        row.dimension = grouping_.name;
        row.item = item.id;
        row.item_text = item.text.empty() ? item.id : item.text;
        row.metric = metric.name;
        row.unit = metric.unit;
        row.counted = points_counted(metric, item);
        row.main = is_main(metric, item);
        const MetricRange range = range_of(metric, item);
        row.scale_low = range.low;
        row.scale_high = range.high;
        return row;
    }

    void add_row(std::vector<ScoreRow>& to, const ScoreRow& alike, std::size_t group, const ItemGroup* of,
                 const Estimate& estimate) const {
        ScoreRow& row = to.emplace_back(alike);
        row.group = of == nullptr ? ids_[group] : with_item_group(ids_[group], of->id);
        row.group_name = of == nullptr ? names_[group] : with_item_group(names_[group], of->name);
        row.n = estimate.n;
        row.base = estimate.base;
        row.n_effective = estimate.n_effective;
        row.value = estimate.value;
        row.se = estimate.standard_error;
        row.low = estimate.low;
        row.high = estimate.high;
        row.note = estimate.n == 0 ? "no answers" : estimate.n < low_base ? "low base" : "";
    }

    [[nodiscard]] std::string with_item_group(const std::string& rows, const std::string& items) const {
        if (items.empty() || rows.empty()) return items + rows;
        return grouping_.items_first ? items + ":" + rows : rows + ":" + items;
    }

    static void withhold(ScoreRow& row) {
        row.n = 0;
        row.base = row.n_effective = 0;
        row.value = row.se = row.low = row.high = std::nullopt;
        row.note = "withheld";
    }

    /// Each group against all answers of the other groups.
    void compare(const Metric& metric, const Item& item, const std::vector<ItemAnswers>& rests,
                 const std::vector<Measure>& measures, std::span<ScoreRow> rows) const {
        for (std::size_t i = 0; i < rests.size(); ++i) {
            if (rows[i].withheld() || rows[i].n == 0) continue;
            const ItemAnswers& rest = rests[i];
            if (answers_counted(metric, rest) < static_cast<std::uint64_t>(std::max(request_.minimum_n, 1))) continue;
            const Difference found =
                difference(metric, measures[i], measure_to_compare(metric, item, rest), request_.confidence);
            rows[i].difference = found.value;
            rows[i].difference_low = found.low;
            rows[i].difference_high = found.high;
            rows[i].p_raw = found.p;
        }
        correct(rows);
    }

    /// Two groups that are each other's rest are one test.
    static void correct(std::span<ScoreRow> rows) {
        const auto answered =
            std::count_if(rows.begin(), rows.end(), [](const ScoreRow& row) { return row.note != "no answers"; });
        if (answered == 2) {
            for (ScoreRow& row : rows) row.p = row.p_raw;
            return;
        }
        std::vector<std::optional<double>> raw;
        for (const ScoreRow& row : rows) raw.push_back(row.p_raw);
        const auto corrected = holm(raw);
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i].p = corrected[i];
    }

    /// The pool that gives the metric; nothing when there is none, or when two would give it and neither is the
    /// group's.
    [[nodiscard]] std::optional<std::size_t> pool_for(const Metric& metric, std::size_t item_group) const {
        const auto&                pools = tallies_.layout().pools();
        std::optional<std::size_t> found;
        for (std::size_t p = 0; p < pools.size(); ++p) {
            const Pool& pool = pools[p];
            if (pool.grouping != index_ || pool.item_group != item_group || !matches(metric, pool)) continue;
            if (found) return std::nullopt;
            found = p;
        }
        return found;
    }

    [[nodiscard]] bool matches(const Metric& metric, const Pool& pool) const {
        if (!gives(model().items[pool.items.front()], metric)) return false;
        switch (pool.value) {
        case PooledValue::coding:
            return metric.side == Side::single && metric.coding == pool.coding;
        case PooledValue::performance:
            return metric.side == Side::performance && metric.coding == pool.coding;
        case PooledValue::other:
            return metric.side == Side::importance || metric.side == Side::expectation;
        case PooledValue::gap:
            return metric.side == Side::both;
        }
        return false;
    }

    void add_pooled_row(std::vector<ScoreRow>& to, std::size_t at, const ItemGroup& of, const Metric& metric,
                        std::size_t index, const std::vector<WithheldSides>& withheld) const {
        const ShownGroup& group = groups_[at];
        const Pool&       pool = tallies_.layout().pools()[index];
        const Item&       first = model().items[pool.items.front()];
        ItemAnswers       all;
        bool              hidden = false;
        for (const std::size_t item : pool.items) {
            const ItemAnswers answers = answers_in(group, item);
            const GroupMarks& marks = withheld[item][static_cast<std::size_t>(metric.side)][index_];
            hidden = hidden || (marks[group.place] && answers_counted(metric, answers) > 0);
            all += answers;
        }
        PooledSums sums;
        for (const GroupTally* part : group.tallies) sums += part->pooled[index];
        add_row(to, row_of(metric, first), at, &of,
                measure_pooled(metric, first, sums, all, request_.confidence).estimate);
        ScoreRow& made = to.back();
        made.item.clear();
        made.item_text.clear();
        if (hidden ||
            (sums.responses > 0 && sums.responses < static_cast<std::uint64_t>(std::max(request_.minimum_n, 0))))
            withhold(made);
    }

    const Tallies&           tallies_;
    const ScoreRequest&      request_;
    std::size_t              index_;
    const ResolvedGrouping&  grouping_;
    ScoreTable&              table_;
    std::vector<ShownGroup>  groups_;
    std::vector<std::string> ids_, names_; ///< of the groups
};

/// About as many rows as there will be to show: moving rows to a larger place over and over takes longer than making
/// them.
std::size_t rows_expected(const Tallies& tallies, const ScoreRequest& request) {
    const MeasurementModel& model = tallies.layout().model();
    const Schema&           schema = tallies.layout().schema();
    std::size_t             rows = 0;
    for (std::size_t g = 0; g < schema.groupings.size(); ++g) {
        if (!schema.groupings[g].printed) continue;
        std::size_t in_a_group = 0;
        for (const std::size_t item : schema.groupings[g].items) {
            const Item& described = model.items[item];
            if (!request.items.empty() && !lists(request.items, described.id)) continue;
            in_a_group +=
                static_cast<std::size_t>(std::count_if(metrics().begin(), metrics().end(), [&](const Metric& metric) {
                    return (request.metrics.empty() || lists(request.metrics, metric.name)) && gives(described, metric);
                }));
        }
        rows += in_a_group * tallies.groups(g).size();
    }
    return rows;
}

/// Where an item's scores are withheld, so is what would tell its number of answers.
void add_answer_counts(const Tallies& tallies, std::size_t item, const WithheldSides& withheld, ScoreTable& table) {
    const GroupTally& all = tallies.groups(0).at({});
    const Item&       described = tallies.layout().model().items[item];
    const auto        count = [&](std::size_t column, Side side, const std::string& name) {
        AnswerCounts counts;
        counts.item = name;
        counts.out_of_scale = tallies.no_answers(all, column, NoAnswer::out_of_scale);
        counts.unreadable = tallies.no_answers(all, column, NoAnswer::unreadable);
        counts.withheld = withheld[static_cast<std::size_t>(side)].front().all();
        if (!counts.withheld) {
            counts.answered = tallies.distribution(all, column).total().answers;
            counts.missing = tallies.no_answers(all, column, NoAnswer::missing);
            counts.not_applicable = tallies.no_answers(all, column, NoAnswer::not_applicable);
        }
        table.answers.push_back(counts);
    };
    const std::size_t column = tallies.layout().schema().column_of(item);
    if (!described.is_pair()) {
        count(column, Side::single, described.id);
        return;
    }
    const bool has_importance = !described.importance.empty();
    count(column, Side::performance, described.id + ":performance");
    count(column + 1, has_importance ? Side::importance : Side::expectation,
          described.id + (has_importance ? ":importance" : ":expectation"));
}

bool lists_item(const std::vector<std::size_t>& items, std::size_t item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

/// Items that belong together: pooled, then each of them.
void add_item_groups(const ResolvedGrouping& grouping, const std::vector<WithheldSides>& withheld,
                     GroupingScores& scores) {
    for (std::size_t i = 0; i < grouping.item_groups.size(); ++i) {
        scores.add_pooled(grouping.item_groups[i], i, withheld);
        for (const std::size_t item : grouping.item_groups[i].items) {
            if (lists_item(grouping.items, item)) scores.add_item(item, &grouping.item_groups[i], withheld[item]);
        }
    }
}

void check_request(const MeasurementModel& model, const ScoreRequest& request) {
    std::vector<std::string> names, items;
    for (const Metric& metric : metrics()) {
        const bool given =
            std::any_of(model.items.begin(), model.items.end(), [&](const Item& item) { return gives(item, metric); });
        if (given && !lists(names, metric.name)) names.emplace_back(metric.name);
    }
    for (const Item& item : model.items) {
        if (!is_made(item)) items.push_back(item.id);
    }
    check_known(request.metrics, names, "metric");
    check_known(request.items, items, "item");
}

} // namespace

void score(const Tallies& tallies, const ScoreRequest& request, ScoreTable& table) {
    const MeasurementModel& model = tallies.layout().model();
    const Schema&           schema = tallies.layout().schema();
    check_request(model, request);
    const auto is_wanted = [&](std::size_t item) {
        return request.items.empty() || lists(request.items, model.items[item].id);
    };

    const bool        all_wanted = request.items.empty() || request.supporting;
    std::vector<bool> wanted(model.items.size(), all_wanted);
    for (std::size_t item = 0; item < model.items.size(); ++item) wanted[item] = all_wanted || is_wanted(item);
    const std::vector<WithheldSides> withheld = withheld_items(tallies, request.minimum_n, wanted);
    for (std::size_t item = 0; item < model.items.size(); ++item) {
        if (is_wanted(item) && !is_made(model.items[item])) add_answer_counts(tallies, item, withheld[item], table);
    }
    table.scores.reserve(table.scores.size() + rows_expected(tallies, request));
    for (std::size_t g = 0; g < schema.groupings.size(); ++g) {
        GroupingScores          scores(tallies, request, g, table);
        const ResolvedGrouping& grouping = schema.groupings[g];
        if (grouping.unseen) continue;
        add_item_groups(grouping, withheld, scores);
        for (std::size_t item = 0; grouping.item_groups.empty() && item < model.items.size(); ++item) {
            if (!lists_item(grouping.items, item)) continue;
            scores.add_item(item, nullptr, withheld[item]);
            const bool is_seen = grouping.printed && is_wanted(item) && !is_made(model.items[item]) &&
                                 (request.group_distributions || grouping.dimensions.empty());
            if (is_seen) scores.add_distributions(item, withheld[item]);
        }
    }
    if (!all_wanted) return;
    table.pairs = pair_scores(tallies, request.confidence, withheld);
    table.basics = basic_needs(tallies, withheld);
}

} // namespace cx
