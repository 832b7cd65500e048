#include <cx/responses/schema.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/model/made_items.hpp>
#include <cx/responses/item_groups.hpp>

namespace cx {

namespace {

using Source = RowDimension::Source;

// Names that are in no group counted: of conditions, and of texts that were taken for rows before a quotation mark's
// other end was seen. Only memory bounds them; groups that are counted are bounded where they are.
constexpr std::size_t names_beyond = 1'000'000;

constexpr char set_separator = '\n'; // ids are on one line

bool has_rows_by_touchpoint(const MeasurementModel& model) { return !model.columns.touchpoint.empty(); }

template <class Key> bool any_touchpoint_has(const MeasurementModel& model, Key key) {
    return std::any_of(model.touchpoints.begin(), model.touchpoints.end(),
                       [&](const Touchpoint& t) { return !(t.*key).empty(); });
}

/// The source of a dimension whose groups responses are in; nothing when the model has no such one.
std::optional<Source> row_source(const MeasurementModel& model, const DimensionName& dimension) {
    if (dimension.is_column) return Source::column;
    const std::string& name = dimension.name;
    if (name == "file") return Source::file;
    if (name == "wave") return Source::wave;
    if (parse_period_kind(name) && !model.columns.date.empty()) return Source::period;
    const bool by_rows = has_rows_by_touchpoint(model);
    if (name == "touchpoint" && by_rows) return Source::touchpoint;
    if (name == "stage" &&
        (!model.columns.stage.empty() || (by_rows && any_touchpoint_has(model, &Touchpoint::stage)))) {
        return Source::stage;
    }
    if (name == "channel" &&
        (!model.columns.channel.empty() || (by_rows && any_touchpoint_has(model, &Touchpoint::channel)))) {
        return Source::channel;
    }
    const bool owned = std::any_of(model.touchpoints.begin(), model.touchpoints.end(),
                                   [&](const Touchpoint& touchpoint) { return !owners_of(model, touchpoint).empty(); });
    if (name == "owner" && by_rows && owned) return Source::owner;
    if (name == "journey" && !model.journeys.empty()) return Source::journey;
    return std::nullopt;
}

[[noreturn]] void throw_unknown(const DimensionName& dimension, const Recognition& first, bool crossed = false) {
    static const std::vector<std::string> words = {"touchpoint", "stage", "channel", "owner", "promise",
                                                   "journey",    "day",   "week",    "month", "quarter",
                                                   "year",       "file",  "wave"};
    if (std::find(words.begin(), words.end(), dimension.name) != words.end()) {
        const bool dated = parse_period_kind(dimension.name).has_value();
        throw Error(fmt::format("there is no {} in this survey's measurement model", dimension.name),
                    dated ? "name the date column in cx.toml: [columns] date = \"...\""
                          : fmt::format("name it in cx.toml, or break down by a column; see cx help score"));
    }
    std::vector<std::string> candidates = words;
    for (const Column& column : first.columns) candidates.push_back(column.code);
    const auto meant = nearest(dimension.name, candidates);
    throw Error(fmt::format("there is no dimension or column '{}'", dimension.name),
                meant     ? fmt::format("did you mean '{}'?", *meant)
                : crossed ? "write a backslash before a colon or comma that is part of a name"
                          : "cx model lists the columns");
}

/// What a dimension's groups are sets of, where they overlap.
std::vector<GroupName> members_of(const MeasurementModel& model, Source source) {
    std::vector<GroupName> members;
    const auto             add = [&](const std::string& id, const std::string& name) {
        const bool known = std::any_of(members.begin(), members.end(), [&](const auto& m) { return m.id == id; });
        if (!known) members.push_back({id, name.empty() ? id : name, static_cast<std::int64_t>(members.size())});
    };
    if (source == Source::owner) {
        for (const Touchpoint& touchpoint : model.touchpoints) {
            for (const std::string& owner : owners_of(model, touchpoint)) add(owner, owner);
        }
    }
    if (source == Source::journey) {
        for (const Journey& journey : model.journeys) add(journey.id, journey.name);
    }
    return members;
}

std::size_t row_dimension(Schema& schema, const MeasurementModel& model, const DimensionName& name, Source source,
                          std::size_t most_groups);

/// The dimensions that tell the journeys of a response.
void add_what_journeys_follow(Schema& schema, const MeasurementModel& model, std::size_t most_groups) {
    const DimensionName stage{"stage", false};
    if (row_source(model, stage)) (void)row_dimension(schema, model, stage, Source::stage, most_groups);
    for (const Journey& journey : model.journeys) {
        for (const std::string& text : journey.segment) {
            (void)row_dimension(schema, model, {model_condition(text).dimension.name, true}, Source::column,
                                most_groups);
        }
    }
}

std::size_t row_dimension(Schema& schema, const MeasurementModel& model, const DimensionName& name, Source source,
                          std::size_t most_groups) {
    const auto known = std::find_if(schema.dimensions.begin(), schema.dimensions.end(),
                                    [&](const RowDimension& d) { return d.name == name && d.source == source; });
    if (known != schema.dimensions.end()) return static_cast<std::size_t>(known - schema.dimensions.begin());
    const std::size_t most_names = most_groups + std::min(names_beyond, SIZE_MAX - most_groups);
    RowDimension      dimension{name, source, {}, std::make_shared<GroupNames>(name.name, most_names), {}};
    dimension.members = members_of(model, source);
    if (source == Source::period) dimension.period = parse_period_kind(name.name);
    schema.dimensions.push_back(std::move(dimension));
    const std::size_t index = schema.dimensions.size() - 1;
    if (source == Source::journey) add_what_journeys_follow(schema, model, most_groups);
    return index;
}

/// The source of a part that must be a dimension of responses or a column.
std::optional<Source> source_of(const MeasurementModel& model, const DimensionName& part, const Recognition& first) {
    if (const auto source = row_source(model, part)) return source;
    if (find_column(first, part.name)) return Source::column;
    return std::nullopt;
}

/// Whether an item is feedback on one touchpoint by the model, in an export whose rows are of touchpoints too: then it
/// belongs there, whatever touchpoint its row names, and in no pool with what such rows say.
bool is_of_touchpoint(const MeasurementModel& model, const Item& item) {
    return has_rows_by_touchpoint(model) && !item.touchpoint.empty();
}

bool follows_touchpoint(const DimensionName& part) {
    return !part.is_column &&
           (part.name == "touchpoint" || part.name == "stage" || part.name == "channel" || part.name == "owner");
}

/// Settles which items a grouping has rows of.
void settle_items(ResolvedGrouping& resolved, const MeasurementModel& model, bool by_touchpoint) {
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        const bool grouped =
            std::any_of(resolved.item_groups.begin(), resolved.item_groups.end(), [&](const ItemGroup& group) {
                return std::find(group.items.begin(), group.items.end(), i) != group.items.end();
            });
        const bool shown =
            resolved.item_groups.empty()
                ? model.items[i].kind != ItemKind::kept && !(by_touchpoint && is_of_touchpoint(model, model.items[i]))
                : grouped;
        if (shown) resolved.items.push_back(i);
    }
}

/// @param items_first_choice  where both rows and items have the dimension: that of the items
/// @return nothing where the grouping has no such form
std::optional<ResolvedGrouping> resolve(Schema& schema, const MeasurementModel& model, const ResponseRequest& request,
                                        const Grouping& grouping, const Recognition& first, bool items_first_choice) {
    ResolvedGrouping resolved{grouping.name(), {}, {}, true, {}, true, false};
    bool             by_touchpoint = false, chosen = false;
    for (const DimensionName& part : grouping.parts) {
        // A dimension of the model goes before a column that bears its name.
        const auto source = part.is_column ? std::optional(Source::column) : row_source(model, part);
        auto       groups = part.is_column || (source && !(items_first_choice && follows_touchpoint(part)))
                                ? std::vector<ItemGroup>{}
                                : item_groups(model, part.name);
        if (groups.empty()) {
            if (items_first_choice && source && follows_touchpoint(part)) return std::nullopt;
            const auto of_rows = source_of(model, part, first);
            if (!of_rows) throw_unknown(part, first, grouping.parts.size() > 1);
            by_touchpoint = by_touchpoint || follows_touchpoint(part);
            resolved.dimensions.push_back(row_dimension(schema, model, part, *of_rows, request.most_groups));
            continue;
        }
        if (!resolved.item_groups.empty()) {
            if (items_first_choice) return std::nullopt;
            throw Error(fmt::format("--by {} crosses two dimensions of questions", resolved.name),
                        "cross one of them with a dimension of responses, such as month");
        }
        chosen = chosen || source.has_value();
        resolved.items_first = resolved.dimensions.empty();
        resolved.item_groups = std::move(groups);
    }
    if (items_first_choice && !chosen) return std::nullopt;
    settle_items(resolved, model, by_touchpoint);
    return resolved;
}

/// A break-down by touchpoints has two forms where both rows and items are of them.
void add_grouping(Schema& schema, const MeasurementModel& model, const ResponseRequest& request,
                  const Grouping& grouping, const Recognition& first, bool printed) {
    for (const bool of_items : {false, true}) {
        if (of_items && !std::any_of(model.items.begin(), model.items.end(),
                                     [&](const Item& item) { return is_of_touchpoint(model, item); })) {
            continue;
        }
        auto resolved = resolve(schema, model, request, grouping, first, of_items);
        if (!resolved) continue;
        resolved->printed = printed;
        if (of_items)
            std::erase_if(resolved->items,
                          [&](std::size_t item) { return !is_of_touchpoint(model, model.items[item]); });
        schema.groupings.push_back(std::move(*resolved));
    }
}

bool is_coarser_than_touchpoint(const MeasurementModel& model, Source source) {
    return (source == Source::stage && model.columns.stage.empty()) ||
           (source == Source::channel && model.columns.channel.empty()) || source == Source::owner;
}

/// Stages, channels and owners are sums of the same touchpoints: together they can tell what one alone does not. So the
/// touchpoints are counted too, crossed as they are.
void add_unseen_touchpoints(Schema& schema, const MeasurementModel& model, std::size_t most_groups) {
    std::set<std::size_t>              coarse;
    std::set<std::vector<std::size_t>> crossed_with;
    for (const ResolvedGrouping& grouping : schema.groupings) {
        std::vector<std::size_t> others;
        bool                     any = false;
        for (const std::size_t dimension : grouping.dimensions) {
            const bool is_coarse = is_coarser_than_touchpoint(model, schema.dimensions[dimension].source);
            if (is_coarse) coarse.insert(dimension);
            if (!is_coarse) others.push_back(dimension);
            any = any || is_coarse;
        }
        if (any) crossed_with.insert(std::move(others));
    }
    if (coarse.size() < 2) return;
    const std::size_t touchpoint = row_dimension(schema, model, {"touchpoint", false}, Source::touchpoint, most_groups);
    for (std::vector<std::size_t> dimensions : crossed_with) {
        if (std::find(dimensions.begin(), dimensions.end(), touchpoint) == dimensions.end()) {
            dimensions.insert(dimensions.begin(), touchpoint);
        }
        ResolvedGrouping unseen{"", dimensions, {}, true, {}, false, true};
        settle_items(unseen, model, true);
        schema.groupings.push_back(std::move(unseen));
    }
}

std::vector<AnswerColumn::Part> parts_of(const Item& item) {
    using Part = AnswerColumn::Part;
    if (item.kind == ItemKind::basics) return {Part::met, Part::complete, Part::alone};
    if (item.kind == ItemKind::kept) return {Part::met};
    if (item.is_pair()) return {Part::performance, Part::other};
    return {Part::single};
}

void add_columns(Schema& schema, const Item& item, std::size_t index) {
    schema.first_column.push_back(schema.columns.size());
    for (const AnswerColumn::Part part : parts_of(item)) schema.columns.push_back({index, part});
}

} // namespace

std::vector<Grouping> default_groupings(const MeasurementModel& model) {
    std::vector<Grouping> groupings;
    for (const char* name : {"touchpoint", "stage"}) {
        const DimensionName dimension{name, false};
        if (row_source(model, dimension) || !item_groups(model, name).empty()) groupings.push_back({{dimension}});
    }
    return groupings;
}

std::vector<GroupCode> RowDimension::members_of(GroupCode set) const {
    const std::string      id = groups->at(set).id;
    std::vector<GroupCode> found;
    for (std::size_t from = 0; from <= id.size();) {
        const std::size_t to = std::min(id.find(set_separator, from), id.size());
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (id.compare(from, to - from, members[i].id) == 0) found.push_back(static_cast<GroupCode>(i));
        }
        from = to + 1;
    }
    return found;
}

std::string set_id(const std::vector<std::string>& members) {
    return fmt::format("{}", fmt::join(members, std::string(1, set_separator)));
}

std::vector<Grouping> target_groupings(const MeasurementModel& model) {
    std::vector<Grouping> groupings;
    const auto            add = [&](std::vector<DimensionName> parts) {
        const Grouping grouping{std::move(parts)};
        if (std::find(groupings.begin(), groupings.end(), grouping) == groupings.end()) groupings.push_back(grouping);
    };
    for (const Target& target : model.targets) {
        if (target.dimension.empty()) continue;
        add({{target.dimension, target.is_segment}});
        if (target.dimension != "touchpoint" || target.group != "critical") continue;
        for (const Touchpoint& touchpoint : model.touchpoints) {
            for (const std::string& text : touchpoint.critical_for) {
                add({{"touchpoint", false}, {model_condition(text).dimension.name, true}});
            }
        }
    }
    return groupings;
}

std::vector<std::string> members_of_set(std::string_view id) {
    std::vector<std::string> members;
    for (std::size_t from = 0; from <= id.size();) {
        const std::size_t to = std::min(id.find(set_separator, from), id.size());
        members.emplace_back(id.substr(from, to - from));
        from = to + 1;
    }
    return members;
}

Schema make_schema(const MeasurementModel& model, const ResponseRequest& request, const Recognition& first) {
    Schema schema;
    for (std::size_t i = 0; i < model.items.size(); ++i) add_columns(schema, model.items[i], i);
    schema.groupings.push_back({"all", {}, {}, true, {}, true, false});
    settle_items(schema.groupings.back(), model, false);
    for (const Grouping& grouping : request.groupings) add_grouping(schema, model, request, grouping, first, true);
    for (const Grouping& grouping : request.supporting) {
        const bool printed =
            std::find(request.groupings.begin(), request.groupings.end(), grouping) != request.groupings.end();
        if (!printed) add_grouping(schema, model, request, grouping, first, false);
    }
    add_unseen_touchpoints(schema, model, request.most_groups);
    for (const Condition& condition : request.conditions) {
        const auto source = source_of(model, condition.dimension, first);
        if (!source) throw_unknown(condition.dimension, first);
        row_dimension(schema, model, condition.dimension, *source, request.most_groups);
    }
    // A basic need may be one of a single touchpoint, which then has to be known of each row.
    const DimensionName touchpoint{"touchpoint", false};
    const bool          asked_there = std::any_of(model.items.begin(), model.items.end(), [&](const Item& item) {
        return is_of_touchpoint(model, item) && need_of(model, item) == Need::basic;
    });
    if (asked_there) row_dimension(schema, model, touchpoint, Source::touchpoint, request.most_groups);
    return schema;
}

} // namespace cx
