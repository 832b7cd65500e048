#include <cx/model/target_reader.hpp>

#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include <cx/base/calendar.hpp>
#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/model/places.hpp>
#include <cx/model/target_checks.hpp>

namespace cx::detail {

namespace {

// `owner` is who answers for the target, whatever stands beside it, and so no dimension here.
constexpr std::array<std::string_view, 5> dimensions{"touchpoint", "stage", "channel", "promise", "segment"};

void take_segment(TableReader& table, const std::vector<std::string>& conditions, Target& target) {
    if (!table.sound("segment")) return;
    if (conditions.size() != 1)
        return table.problem("segment",
                             fmt::format("'segment' in [[target]] has {} conditions, expected one", conditions.size()),
                             "write a target for each");
    const std::size_t sign = conditions.front().find('=');
    target.dimension = one_line(conditions.front().substr(0, sign));
    target.group = one_line(conditions.front().substr(sign + 1));
    target.is_segment = true;
}

void take_group(const TableReader& table, std::string_view dimension, const std::string& id, Target& target,
                References& references) {
    if (id.empty()) return;
    target.dimension = dimension;
    target.group = id;
    const bool critical = dimension == "touchpoint" && id == critical_touchpoints;
    if (dimension != "channel" && !critical)
        references.refer(target.dimension, id, table.marks(dimension).front(),
                         fmt::format("'{}' in [[target]]", dimension));
}

/// The one dimension that the target is about.
void read_group(TableReader& table, Target& target, References& references) {
    std::string_view first;
    for (const std::string_view dimension : dimensions) {
        const bool        segment = dimension == "segment";
        const auto        conditions = segment ? table.conditions(dimension) : std::vector<std::string>{};
        const std::string id = segment ? std::string() : table.id(dimension);
        if (!table.has(dimension)) continue;
        if (!first.empty()) {
            table.problem(dimension,
                          fmt::format("'{}' beside '{}' in [[target]], expected one of them", dimension, first),
                          "write two targets, or leave one out");
            continue;
        }
        first = dimension;
        if (segment)
            take_segment(table, conditions, target);
        else
            take_group(table, dimension, id, target, references);
    }
}

void read_bounds(TableReader& table, Target& target) {
    target.at_least = table.number("at_least");
    target.at_most = table.number("at_most");
    if (!table.has("at_most")) table.require("at_least", "a target has at_least, at_most or both");
    if (target.at_least && target.at_most && *target.at_least > *target.at_most)
        table.problem(
            "at_most",
            fmt::format("'at_most' is {}, below 'at_least' {}", shortest(*target.at_most), shortest(*target.at_least)),
            "a figure between both meets the target");
}

void read_period(TableReader& table, Target& target) {
    target.by = one_line(table.name("by"));
    if (table.sound("by") && !parse_period(target.by))
        table.problem(
            "by", fmt::format("'by' in [[target]] is {}, expected a period", quoted(target.by)),
            "write a year, quarter, month, week or day, as in 2026, 2026-Q4, 2026-12, 2026-W50 or 2026-12-31");
}

Target read_target(TableReader& table, References& references) {
    Target target;
    target.metric = one_line(table.name("metric"));
    table.require("metric", "name the metric that it is about, as in metric = \"nps\"");
    target.item = table.id("item");
    read_group(table, target, references);
    read_bounds(table, target);
    read_period(table, target);
    if (const auto rule = table.word("rule", {"estimate", "certain"})) target.certain = *rule == 1;
    if (const auto least = table.whole("min_n")) target.minimum_n = *least;
    if (target.minimum_n < 1)
        table.problem("min_n", fmt::format("'min_n' is {}, expected at least 1", target.minimum_n),
                      "it is the least number of answers to judge by");
    target.owner = one_line(table.text("owner"));
    const Mark at = table.at({});
    target.at = {at.line, at.character};
    table.finish();
    return target;
}

} // namespace

void read_targets(const std::vector<const TomlNode*>& tables, MeasurementModel& model, References& references,
                  Problems& problems) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
        TableReader table(*tables[i], "[[target]]", problems);
        model.targets.push_back(read_target(table, references));
        keep_places(
            model, called_target(i), table,
            {"metric", "item", "touchpoint", "stage", "channel", "promise", "segment", "at_least", "at_most", "owner"});
    }
}

} // namespace cx::detail
