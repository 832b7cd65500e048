#pragma once

// What every response of a run holds, whichever file it comes from: a slot for each column of an item, a group for each
// dimension.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <cx/base/calendar.hpp>
#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/responses/account.hpp>
#include <cx/responses/answer_reader.hpp>
#include <cx/responses/dimension.hpp>
#include <cx/responses/group_names.hpp>

namespace cx {

/// One response as it is counted.
struct Response {
    std::vector<Slot>      answers; ///< as Schema::columns
    std::vector<GroupCode> groups;  ///< as Schema::dimensions; no_group where the response has none
    double                 weight = 1;
    std::string            respondent; ///< the customer's id; empty where nobody asked for it or there is none
};

/// What is asked of the responses.
struct ResponseRequest {
    std::vector<Grouping>  groupings;
    bool                   by_default = false; ///< `groupings` are what the model has by itself: nobody asked for them
    std::vector<Grouping>  supporting;         ///< counted for targets and views, in no table
    std::vector<Condition> conditions;
    std::optional<Day>     from, to; ///< both included
    bool                   unique = false;
    bool                   strict = false;
    bool                   dated = false;       ///< a row without a date that can be read is rejected
    bool                   respondents = false; ///< who answered is needed
    bool                   last_day = false;    ///< the day of the last response is needed, where there are dates
    std::size_t            most_groups = 100'000;
};

/// A column of an item: a single item's, or one of a pair's two.
struct AnswerColumn {
    /// `met`, `complete` and `alone` are of items that are made, not asked: see made_items.hpp.
    enum class Part : std::uint8_t { single, performance, other, met, complete, alone };
    std::size_t item = 0;
    Part        part = Part::single;
};

/// A dimension of responses: each response is in one of its groups or in none. Where groups overlap (owners,
/// journeys), a response is in one set of them: `groups` are the sets, and `members` what they are sets of.
struct RowDimension {
    enum class Source : std::uint8_t { touchpoint, stage, channel, owner, journey, period, column, file, wave };
    DimensionName               name;
    Source                      source = Source::column;
    std::optional<PeriodKind>   period;
    std::shared_ptr<GroupNames> groups;
    std::vector<GroupName>      members; ///< in the order of the model; empty where groups do not overlap

    [[nodiscard]] bool overlaps() const noexcept { return !members.empty(); }
    /// Indices into members of what a set holds.
    [[nodiscard]] std::vector<GroupCode> members_of(GroupCode set) const;
};

/// The id of a set of groups, made of the ids of its members.
[[nodiscard]] std::string set_id(const std::vector<std::string>& members);
/// The ids of the members again.
[[nodiscard]] std::vector<std::string> members_of_set(std::string_view id);

/// A dimension of items: which of them belong together.
struct ItemGroup {
    std::string              id, name;
    std::vector<std::size_t> items;
};

/// A grouping, resolved: the row dimensions that are crossed, and the items that are grouped, or not.
struct ResolvedGrouping {
    std::string              name;
    std::vector<std::size_t> dimensions;         ///< indices into Schema::dimensions; empty is all responses
    std::vector<ItemGroup>   item_groups;        ///< empty: items are not grouped
    bool                     items_first = true; ///< whether the item dimension is named before the row dimensions
    std::vector<std::size_t> items;              ///< that have rows in it
    bool                     printed = true;     ///< in the scores table; else for targets and views alone
    bool                     unseen = false;     ///< in no output: keeps others from telling what is withheld
};

struct Schema {
    std::vector<AnswerColumn>     columns;
    std::vector<RowDimension>     dimensions;
    std::vector<ResolvedGrouping> groupings; ///< "all" first, then as asked for
    /// Response ids met so far, where one counts once: of all files together.
    std::shared_ptr<std::unordered_set<std::string>> response_ids = std::make_shared<std::unordered_set<std::string>>();

    std::vector<std::size_t> first_column; ///< by item: index into columns

    /// Index into columns of a single item or a pair's performance; the next one is the pair's other.
    [[nodiscard]] std::size_t column_of(std::size_t item) const { return first_column.at(item); }
};

/// @param first  the first export, for a dimension that is a column
/// @throws Error for a dimension that neither the model nor the export has, with the nearest one
[[nodiscard]] Schema make_schema(const MeasurementModel& model, const ResponseRequest& request,
                                 const Recognition& first);

/// The break-downs that the model's targets are about.
[[nodiscard]] std::vector<Grouping> target_groupings(const MeasurementModel& model);

/// The break-downs that the model has by itself: touchpoint and stage.
[[nodiscard]] std::vector<Grouping> default_groupings(const MeasurementModel& model);

} // namespace cx
