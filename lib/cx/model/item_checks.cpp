#include <cx/model/item_checks.hpp>

#include <initializer_list>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace cx::detail {

namespace {

constexpr int usual_top = 2;
constexpr int fewest_points_for_usual_top = 5;

std::string shown(Scale scale) { return fmt::format("{}-{}", scale.low, scale.high); }

/// Whether the scale that figures are made on is known while the file is read.
bool scale_known(const Item& item, const TableReader& table) {
    if (item.kind == ItemKind::choice) return false;
    if (table.has("scale")) return table.sound("scale");
    return item.kind != ItemKind::rating;
}

void check_columns(const Item& item, TableReader& table) {
    const bool single = table.has("column");
    const bool pair = table.has("performance");
    const bool importance = table.has("importance");
    const bool expectation = table.has("expectation");
    if (single && (pair || importance || expectation)) {
        table.problem("column", "an [[item]] has 'column' beside the columns of a pair",
                      "a pair has performance and one of importance and expectation instead");
    } else if (!single && !pair) {
        const bool half = importance || expectation;
        table.problem("column", half ? "'performance' is missing in a pair" : "'column' is missing in [[item]]",
                      half ? "name the column that says how well it was done"
                           : "name the column, or for a pair performance and importance");
    } else if (pair && !importance && !expectation) {
        table.problem("performance", "a pair has 'performance' alone, expected 'importance' or 'expectation' beside it",
                      "a question that stands alone has 'column'");
    }
    if (importance && expectation)
        table.problem("expectation", "a pair has both 'importance' and 'expectation', expected one of them",
                      "make it two pairs with the same performance");
    if (pair && item.kind != ItemKind::rating)
        table.problem("kind", fmt::format("a pair is of kind '{}', expected 'rating'", to_string(item.kind)),
                      "leave the kind out");
}

void refuse(TableReader& table, std::initializer_list<std::string_view> keys, std::string_view reason) {
    for (const std::string_view key : keys)
        if (table.has(key)) table.problem(key, fmt::format("'{}' in an [[item]] that {}", key, reason), "take it out");
}

void check_kind(const Item& item, TableReader& table) {
    if (item.kind == ItemKind::choice) {
        refuse(table, {"scale", "codes", "reversed", "promoters", "detractors", "top", "labels", "threshold"},
               "is a choice, which has no scale");
        if (!table.has("good"))
            table.problem("good", "'good' is missing in a choice",
                          "list the answers that are the good ones, as in [\"Yes\"]");
        else if (table.sound("good") && item.good.empty())
            table.problem("good", "'good' names no answer", "list the answers that are the good ones, as in [\"Yes\"]");
        return;
    }
    refuse(table, {"good"}, "is no choice");
    if (item.kind == ItemKind::recommend)
        refuse(table, {"top"}, "is of kind 'recommend', which has no boxes");
    else
        refuse(table, {"promoters", "detractors"}, "is not of kind 'recommend'");
}

void check_point(TableReader& table, std::string_view key, double point, Scale scale) {
    if (table.sound(key) && (point < scale.low || point > scale.high))
        table.problem(key, fmt::format("'{}' is {}, outside the scale {}", key, point, shown(scale)),
                      "give a point of the scale");
}

void check_recommend(const Item& item, TableReader& table) {
    if (item.promoters) check_point(table, "promoters", *item.promoters, item.scale);
    if (item.detractors) check_point(table, "detractors", *item.detractors, item.scale);
    const bool sound = (!table.has("promoters") || table.sound("promoters")) &&
                       (!table.has("detractors") || table.sound("detractors"));
    if (!sound) return;
    const auto cuts = recommend_cuts(item);
    if (!cuts)
        table.problem("scale",
                      fmt::format("a recommend item on the scale {} does not say who is a promoter", shown(item.scale)),
                      "give both promoters (from which point up) and detractors (up to which point)");
    else if (cuts->second >= cuts->first)
        table.problem(table.has("detractors") ? "detractors" : "promoters",
                      fmt::format("detractors are up to {} and promoters from {} up, expected no point in both",
                                  cuts->second, cuts->first),
                      "a promoter's points lie above a detractor's");
}

void check_top(const Item& item, TableReader& table) {
    if (table.sound("top") && *item.top > item.scale.size())
        table.problem("top", fmt::format("'top' is {} on a scale of {} points", *item.top, item.scale.size()),
                      "say how many of the highest points count");
    if (item.kind == ItemKind::satisfaction && !table.has("top") && item.scale.size() < fewest_points_for_usual_top)
        table.problem(
            "scale",
            fmt::format("a satisfaction item on {} points does not say which are the satisfied", item.scale.size()),
            fmt::format("add 'top': how many of the highest points count ({} is usual on 5 or more)", usual_top));
}

void check_scale(const Item& item, TableReader& table) {
    if (table.sound("codes") && item.codes->size() != item.scale.size())
        table.problem("codes",
                      fmt::format("'codes' has {} points and the scale {} has {}, expected as many", item.codes->size(),
                                  shown(item.scale), item.scale.size()),
                      "codes are how the export writes the points of the scale, lowest and highest");
    if (table.sound("labels"))
        for (const auto& [label, point] : item.labels)
            if (!item.scale.holds(point))
                table.problem(
                    "labels",
                    fmt::format("the label {} is {}, outside the scale {}", quoted(label), point, shown(item.scale)),
                    "a label means a point of the scale; say another scale, as in scale = [1, 7], if it has more");
    if (item.threshold) check_point(table, "threshold", *item.threshold, item.scale);
}

} // namespace

void check_item(const Item& item, TableReader& table) {
    check_columns(item, table);
    check_kind(item, table);
    if (table.sound("top") && *item.top < 1)
        table.problem("top", fmt::format("'top' is {}, expected at least 1", *item.top));
    if (!scale_known(item, table)) {
        if (item.kind == ItemKind::rating && table.sound("codes") && !table.has("scale"))
            table.problem("codes", "'codes' without 'scale'", "say which points they are on, as in scale = [1, 10]");
        return;
    }
    check_scale(item, table);
    if (item.kind == ItemKind::recommend)
        check_recommend(item, table);
    else
        check_top(item, table);
}

} // namespace cx::detail
