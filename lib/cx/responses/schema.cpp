#include <cx/responses/schema.hpp>

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>

namespace cx {

namespace {

using Source = RowDimension::Source;

// Names that are in no group counted: of conditions, and of texts that were taken for rows before a quotation mark's
// other end was seen. Only memory bounds them; groups that are counted are bounded where they are.
constexpr std::size_t names_beyond = 1'000'000;

const Touchpoint* touchpoint_of(const MeasurementModel& model, const std::string& id) {
    const auto found = std::find_if(model.touchpoints.begin(), model.touchpoints.end(),
                                    [&](const Touchpoint& t) { return t.id == id; });
    return found == model.touchpoints.end() ? nullptr : &*found;
}

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
    return std::nullopt;
}

/// The id of the group that an item belongs to in a dimension of items; empty when it is in none.
std::string item_group(const MeasurementModel& model, const Item& item, const std::string& dimension) {
    if (dimension == "promise") return item.promise;
    if (dimension == "touchpoint") return item.touchpoint;
    const Touchpoint* touchpoint = touchpoint_of(model, item.touchpoint);
    if (touchpoint == nullptr) return {};
    return dimension == "stage" ? touchpoint->stage : dimension == "channel" ? touchpoint->channel : std::string{};
}

std::string name_of_group(const MeasurementModel& model, const std::string& dimension, const std::string& id) {
    if (dimension == "touchpoint") {
        const Touchpoint* touchpoint = touchpoint_of(model, id);
        return touchpoint != nullptr && !touchpoint->name.empty() ? touchpoint->name : id;
    }
    if (dimension == "stage") {
        for (const Stage& stage : model.stages) {
            if (stage.id == id && !stage.name.empty()) return stage.name;
        }
    }
    if (dimension == "promise") {
        for (const Promise& promise : model.promises) {
            if (promise.id == id && !promise.text.empty()) return promise.text;
        }
    }
    return id;
}

/// Ids of a dimension's groups in the model's order.
std::vector<std::string> ordered_ids(const MeasurementModel& model, const std::string& dimension) {
    std::vector<std::string> ids;
    const auto               add = [&ids](const std::string& id) {
        if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    if (dimension == "touchpoint")
        std::for_each(model.touchpoints.begin(), model.touchpoints.end(), [&](const auto& t) { add(t.id); });
    if (dimension == "stage")
        std::for_each(model.stages.begin(), model.stages.end(), [&](const auto& s) { add(s.id); });
    if (dimension == "promise")
        std::for_each(model.promises.begin(), model.promises.end(), [&](const auto& p) { add(p.id); });
    for (const Item& item : model.items) add(item_group(model, item, dimension));
    return ids;
}

std::vector<ItemGroup> item_groups(const MeasurementModel& model, const std::string& dimension) {
    std::vector<ItemGroup> groups;
    for (const std::string& id : ordered_ids(model, dimension)) {
        ItemGroup group{id, name_of_group(model, dimension, id), {}};
        for (std::size_t i = 0; i < model.items.size(); ++i) {
            if (item_group(model, model.items[i], dimension) == id) group.items.push_back(i);
        }
        if (!group.items.empty()) groups.push_back(std::move(group));
    }
    return groups;
}

[[noreturn]] void throw_unknown(const DimensionName& dimension, const Recognition& first, bool crossed = false) {
    static const std::vector<std::string> words = {"touchpoint", "stage", "channel", "promise", "day",
                                                   "week",       "month", "quarter", "year",    "file"};
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

std::size_t row_dimension(Schema& schema, const DimensionName& name, Source source, std::size_t most_groups) {
    const auto known = std::find_if(schema.dimensions.begin(), schema.dimensions.end(),
                                    [&](const RowDimension& d) { return d.name == name && d.source == source; });
    if (known != schema.dimensions.end()) return static_cast<std::size_t>(known - schema.dimensions.begin());
    const std::size_t most_names = most_groups + std::min(names_beyond, SIZE_MAX - most_groups);
    RowDimension      dimension{name, source, {}, std::make_shared<GroupNames>(name.name, most_names)};
    if (source == Source::period) dimension.period = parse_period_kind(name.name);
    schema.dimensions.push_back(std::move(dimension));
    return schema.dimensions.size() - 1;
}

/// The source of a part that must be a dimension of responses or a column.
std::optional<Source> source_of(const MeasurementModel& model, const DimensionName& part, const Recognition& first) {
    if (const auto source = row_source(model, part)) return source;
    if (find_column(first, part.name)) return Source::column;
    return std::nullopt;
}

ResolvedGrouping resolve(Schema& schema, const MeasurementModel& model, const ResponseRequest& request,
                         const Grouping& grouping, const Recognition& first) {
    ResolvedGrouping resolved{grouping.name(), {}, {}, true};
    for (const DimensionName& part : grouping.parts) {
        // A dimension of the model goes before a column that bears its name.
        auto groups =
            part.is_column || row_source(model, part) ? std::vector<ItemGroup>{} : item_groups(model, part.name);
        if (groups.empty()) {
            const auto source = source_of(model, part, first);
            if (!source) throw_unknown(part, first, grouping.parts.size() > 1);
            resolved.dimensions.push_back(row_dimension(schema, part, *source, request.most_groups));
            continue;
        }
        if (!resolved.item_groups.empty()) {
            throw Error(fmt::format("--by {} crosses two dimensions of questions", resolved.name),
                        "cross one of them with a dimension of responses, such as month");
        }
        resolved.items_first = resolved.dimensions.empty();
        resolved.item_groups = std::move(groups);
    }
    return resolved;
}

} // namespace

void check_conditions(const Schema& schema, const ResponseRequest& request, const RowAccount& account) {
    constexpr std::size_t most_listed = 12;
    for (std::size_t i = 0; i < request.conditions.size(); ++i) {
        const Condition&       condition = request.conditions[i];
        const auto             dimension = std::find_if(schema.dimensions.begin(), schema.dimensions.end(),
                                                        [&](const RowDimension& d) { return d.name == condition.dimension; });
        std::vector<GroupName> met;
        for (std::size_t code = 0; i < account.met.size() && code < account.met[i].size(); ++code) {
            if (account.met[i][code]) met.push_back(dimension->groups->at(static_cast<GroupCode>(code)));
        }
        for (const std::string& value : condition.values) {
            if (std::any_of(met.begin(), met.end(), [&](const GroupName& group) { return is_called(group, value); }))
                continue;
            std::vector<std::string> known;
            for (const GroupName& group : met) known.push_back(group.id);
            std::sort(known.begin(), known.end());
            const auto meant = nearest(value, known);
            if (known.size() > most_listed) known.resize(most_listed);
            throw Error(fmt::format("--where: no row has {} '{}'", condition.dimension.name, value),
                        meant           ? fmt::format("did you mean '{}'?", *meant)
                        : known.empty() ? "no row has any value there"
                                        : fmt::format("there are {}", fmt::join(known, ", ")));
        }
    }
}

std::vector<Grouping> default_groupings(const MeasurementModel& model) {
    std::vector<Grouping> groupings;
    for (const char* name : {"touchpoint", "stage"}) {
        const DimensionName dimension{name, false};
        if (row_source(model, dimension) || !item_groups(model, name).empty()) groupings.push_back({{dimension}});
    }
    return groupings;
}

Schema make_schema(const MeasurementModel& model, const ResponseRequest& request, const Recognition& first) {
    Schema schema;
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        schema.first_column.push_back(schema.columns.size());
        if (model.items[i].is_pair()) {
            schema.columns.push_back({i, AnswerColumn::Part::performance});
            schema.columns.push_back({i, AnswerColumn::Part::other});
        } else {
            schema.columns.push_back({i, AnswerColumn::Part::single});
        }
    }
    schema.groupings.push_back({"all", {}, {}, true});
    for (const Grouping& grouping : request.groupings) {
        schema.groupings.push_back(resolve(schema, model, request, grouping, first));
    }
    for (const Condition& condition : request.conditions) {
        const auto source = source_of(model, condition.dimension, first);
        if (!source) throw_unknown(condition.dimension, first);
        row_dimension(schema, condition.dimension, *source, request.most_groups);
    }
    return schema;
}

} // namespace cx
