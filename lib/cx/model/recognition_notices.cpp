#include <cx/model/recognition_notices.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/model/date_findings.hpp>

namespace cx {

namespace {

constexpr std::size_t question_width = 70;
constexpr std::size_t name_width = 40;
constexpr std::size_t names_shown = 4;

std::string range_of(Scale scale) { return fmt::format("{}-{}", scale.low, scale.high); }

std::string question_of(const Item& item) {
    return fmt::format("\"{}\"", shortened(visible(one_line(item.text)), question_width));
}

void say(Notices& notices, Notice::Level level, std::string text) { notices.push_back({level, std::move(text)}); }

/// How many, and on which scales: `8 ratings 1-5`, `37 ratings: 34 on 1-5, 3 on 1-10`.
std::string counted(const std::vector<const Item*>& items, std::string_view what) {
    std::map<std::pair<int, int>, std::size_t> counts;
    for (const Item* item : items) ++counts[{item->scale.low, item->scale.high}];
    std::vector<std::pair<std::size_t, Scale>> order;
    for (const auto& [ends, count] : counts) order.emplace_back(count, Scale{ends.first, ends.second});
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string text = fmt::format("{} {}{}", items.size(), what, items.size() == 1 ? "" : "s");
    if (order.size() == 1) return fmt::format("{} {}", text, range_of(order.front().second));
    for (std::size_t i = 0; i < order.size(); ++i)
        text += fmt::format("{} {} on {}", i == 0 ? ":" : ",", order[i].first, range_of(order[i].second));
    return text;
}

void announce_kind(const std::vector<const Item*>& items, ItemKind kind, Notices& notices) {
    if (items.empty()) return;
    const std::string name(to_string(kind));
    if (kind == ItemKind::choice) {
        std::vector<std::string> texts;
        for (const Item* item : items) texts.push_back(item->text);
        return say(notices, Notice::Level::information, fmt::format("{}: {}", name, some_of(texts, names_shown)));
    }
    if (kind != ItemKind::rating && items.size() == 1)
        return say(notices, Notice::Level::information,
                   fmt::format("{}: {} ({})", name, question_of(*items.front()), range_of(items.front()->scale)));
    std::vector<const Item*> pairs;
    std::vector<const Item*> single;
    for (const Item* item : items) (item->is_pair() ? pairs : single).push_back(item);
    const std::string what = kind == ItemKind::rating ? name : name + " item";
    if (!single.empty()) say(notices, Notice::Level::information, counted(single, what));
    if (pairs.empty()) return;
    const bool expected = pairs.front()->importance.empty();
    say(notices, Notice::Level::information,
        counted(pairs, fmt::format("{}-performance pair", expected ? "expectation" : "importance")));
}

void announce_doubts(const SurveyColumns& survey, const ItemFindings& findings, Notices& notices) {
    std::map<std::tuple<int, int, bool>, std::vector<std::string>> doubtful;
    for (const RecognisedItem& item : findings.items) {
        if (item.kind == ItemKind::choice || item.scale.named) continue;
        if (item.scale.usual && item.scale.fills) continue;
        doubtful[{item.scale.scale.low, item.scale.scale.high, item.scale.usual}].push_back(
            survey.columns[item.column].name());
    }
    for (const auto& [key, names] : doubtful) {
        const auto& [low, high, usual] = key;
        const std::string_view why =
            usual ? "assumed: the answers do not reach both its ends" : "taken from the answers: it is no usual scale";
        say(notices, Notice::Level::warning,
            fmt::format("scale {}-{} of {} is {}; state it in a model file", low, high, some_of(names, 2), why));
    }
}

std::string value_count(const SurveyColumns& survey, const std::string& code) {
    for (const SurveyColumn& column : survey.columns)
        if (column.column->code == code)
            return fmt::format("{}{}", column.profile.distinct(), column.profile.open ? "+" : "");
    return "0";
}

std::string shown(const std::string& name) { return shortened(visible(one_line(name)), name_width); }

void add(std::string& line, std::string_view role, const std::vector<std::string>& names,
         const std::string& more = {}) {
    if (names.empty()) return;
    line += fmt::format("{}{}: {}{}", line.empty() ? "" : "; ", role, shown(names.front()), more);
}

} // namespace

std::string some_of(const std::vector<std::string>& names, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) text += (i == 0 ? "" : ", ") + shown(names[i]);
    if (names.size() > most) text += fmt::format(" and {} more", names.size() - most);
    return text;
}

void announce_items(const MeasurementModel& model, const SurveyColumns& survey, const ItemFindings& findings,
                    Notices& notices) {
    for (const ItemKind kind :
         {ItemKind::recommend, ItemKind::satisfaction, ItemKind::effort, ItemKind::rating, ItemKind::choice}) {
        std::vector<const Item*> items;
        for (const Item& item : model.items)
            if (item.kind == kind) items.push_back(&item);
        announce_kind(items, kind, notices);
    }
    if (model.items.empty())
        say(notices, Notice::Level::warning,
            "no column is recognised as a question with a scale; say in a model file which are");
    for (const Item& item : model.items)
        say(notices, Notice::Level::detail,
            fmt::format("item {}: {} {}", item.id, question_of(item),
                        item.kind == ItemKind::choice ? "choice" : range_of(item.scale)));
    announce_doubts(survey, findings, notices);
    std::string no_items;
    if (findings.options > 0) no_items += fmt::format("{} boxes of multi-selects", findings.options);
    if (findings.ranks > 0) no_items += fmt::format("{}{} ranks", no_items.empty() ? "" : ", ", findings.ranks);
    if (findings.derived > 0) no_items += fmt::format("{}{} derived", no_items.empty() ? "" : ", ", findings.derived);
    if (!no_items.empty()) say(notices, Notice::Level::information, "no items: " + no_items);
    std::string needs;
    for (const Promise& promise : model.promises) needs += (needs.empty() ? "" : ", ") + promise.id;
    if (!needs.empty()) say(notices, Notice::Level::detail, "basic needs proposed as promises: " + needs);
}

void announce_numbers(const SurveyColumns& survey, const std::vector<bool>& taken, Notices& notices) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < survey.columns.size(); ++i) {
        const SurveyColumn& column = survey.columns[i];
        if (taken[i] || column.mainly(Meaning::duration) || column.mainly(Meaning::tool)) continue;
        const ColumnProfile& profile = column.profile;
        const std::size_t    numbers = profile.count(ValueKind::whole) + profile.count(ValueKind::decimal);
        const std::size_t    looked_at = profile.open ? profile.filled_when_open : profile.answers();
        if (numbers > 0 && numbers * 10 >= looked_at * 9) names.push_back(column.name());
    }
    if (names.empty()) return;
    say(notices, Notice::Level::information,
        fmt::format("numbers that are left out: {}; what is a question among them, name in a model file",
                    some_of(names, names_shown)));
}

void announce_roles(const ColumnRoles& roles, const SurveyColumns& survey, Notices& notices) {
    std::string ids;
    add(ids, "response id", roles.response);
    add(ids, "respondent id", roles.respondent);
    const std::string order = roles.date_order ? fmt::format(" ({})", to_string(*roles.date_order)) : std::string();
    add(ids, "date", roles.date, order);
    add(ids, "weight", roles.weight);
    add(ids, "contact permission", roles.contact);
    if (!ids.empty()) say(notices, Notice::Level::information, ids);
    std::string groups;
    for (const auto& [role, names] :
         {std::pair{"touchpoint", &roles.touchpoint}, {"stage", &roles.stage}, {"channel", &roles.channel}})
        if (!names->empty())
            add(groups, role, *names, fmt::format(" ({} values)", value_count(survey, names->front())));
    if (!groups.empty()) say(notices, Notice::Level::information, groups);
    if (!roles.segments.empty())
        say(notices, Notice::Level::information, "segments: " + some_of(roles.segments, names_shown));
    if (!roles.comment.empty())
        say(notices, Notice::Level::information,
            fmt::format("comments: {}", roles.comment.size() > 2 ? fmt::format("{} columns", roles.comment.size())
                                                                 : some_of(roles.comment, 2)));
    if (!roles.personal.empty())
        say(notices, Notice::Level::information, "personal, never shown: " + some_of(roles.personal, 6));
}

} // namespace cx
