#include <cx/model/item_reader.hpp>

#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/model/item_checks.hpp>
#include <cx/model/places.hpp>
#include <cx/model/table_reader.hpp>

namespace cx::detail {

namespace {

Scale default_scale(ItemKind kind) noexcept {
    switch (kind) {
    case ItemKind::satisfaction:
        return {1, 5};
    case ItemKind::effort:
        return {1, 7};
    case ItemKind::recommend:
    case ItemKind::rating:
    case ItemKind::choice:
    case ItemKind::basics:
    case ItemKind::kept:
        break;
    }
    return {0, 10};
}

void read_columns(TableReader& table, Item& item) {
    item.column = table.name("column");
    item.performance = table.name("performance");
    item.importance = table.name("importance");
    item.expectation = table.name("expectation");
}

void read_answers(TableReader& table, Item& item) {
    const auto scale = table.scale("scale");
    item.scale_stated = scale.has_value();
    item.scale = scale.value_or(default_scale(item.kind));
    item.codes = table.scale("codes");
    item.reversed = table.flag("reversed");
    item.promoters = table.whole("promoters");
    item.detractors = table.whole("detractors");
    item.top = table.whole("top");
    item.labels = table.points("labels");
    item.missing = table.texts("missing");
    item.not_applicable = table.texts("not_applicable");
    item.good = table.texts("good");
}

void read_belongings(TableReader& table, Item& item, References& references) {
    item.touchpoint = table.id("touchpoint");
    item.promise = table.id("promise");
    references.refer("touchpoint", item.touchpoint, table.at("touchpoint"), "'touchpoint' in [[item]]");
    references.refer("promise", item.promise, table.at("promise"), "'promise' in [[item]]");
    constexpr std::array needs{Need::basic, Need::differentiating};
    if (const auto need = table.word("need", {"basic", "differentiating"})) item.need = needs.at(*need);
    item.threshold = table.number("threshold");
    item.waves = table.names("waves");
}

Item read_item(const TomlNode& node, References& references, Problems& problems) {
    TableReader table(node, "[[item]]", problems);
    Item        item;
    item.id = table.id("id");
    item.text = table.text("text");
    constexpr std::array kinds{ItemKind::recommend, ItemKind::satisfaction, ItemKind::effort, ItemKind::rating,
                               ItemKind::choice};
    if (const auto kind = table.word("kind", {"recommend", "satisfaction", "effort", "rating", "choice"}))
        item.kind = kinds.at(*kind);
    read_columns(table, item);
    read_answers(table, item);
    read_belongings(table, item, references);
    // What follows from an unknown kind is no news.
    if (!table.has("kind") || table.sound("kind")) check_item(item, table);
    table.finish();
    return item;
}

/// Items without an id get one of their column's letters that no other item has.
void name_items(std::vector<Item>& items) {
    std::set<std::string> taken;
    for (const Item& item : items) taken.insert(item.id);
    std::map<std::string, int> last; // per stem: a thousand columns of one name stay cheap
    for (Item& item : items) {
        if (!item.id.empty()) continue;
        std::string stem = slug(item.is_pair() ? item.performance : item.column);
        if (stem.empty()) stem = "item";
        int& count = last[stem];
        item.id = stem;
        while (!taken.insert(item.id).second) item.id = fmt::format("{}-{}", stem, ++count + 1);
    }
}

/// The same id is for the same question in other waves only.
void check_ids(const std::vector<Item>& items, const std::vector<const TomlNode*>& tables, Problems& problems) {
    struct Seen {
        std::size_t           first = 0;
        bool                  without_waves = false;
        std::set<std::string> waves;
    };
    std::map<std::string, Seen> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        if (item.id.empty()) continue;
        const auto [entry, added] = seen.try_emplace(item.id, Seen{i, false, {}});
        Seen&       same = entry->second;
        const auto  line = tables[same.first]->at.line;
        const auto* key = tables[i]->find("id");
        const Mark  at = key == nullptr ? tables[i]->at : key->at;
        if (items[same.first].kind != item.kind)
            problems.add(at, fmt::format("the item {} is of another kind than on line {}", quoted(item.id), line),
                         "one id is one question, asked in one kind");
        if (item.waves.empty() && std::exchange(same.without_waves, true))
            problems.add(at, fmt::format("the id {} is another [[item]]'s already, on line {}", quoted(item.id), line),
                         "give it another id, or say in which waves it was asked otherwise");
        for (const std::string& wave : item.waves)
            if (!same.waves.insert(wave).second)
                problems.add(at,
                             fmt::format("the item {} is there twice for the wave {}", quoted(item.id), quoted(wave)),
                             "a wave asks a question once");
    }
}

/// A column answers one question. A choice may look at it once more, for other good answers.
void check_columns_once(const std::vector<Item>& items, const std::vector<const TomlNode*>& tables,
                        Problems& problems) {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        if (item.column.empty() || item.kind == ItemKind::choice || !item.waves.empty()) continue;
        const auto [first, added] = seen.emplace(item.column, i);
        if (added) continue;
        problems.add(tables[i]->find("column")->value.at,
                     fmt::format("{} has the column {} already, on line {}", called(items[first->second]),
                                 quoted(item.column), tables[first->second]->at.line),
                     "name each column in one item, which gives all of its figures");
    }
}

} // namespace

void read_items(const std::vector<const TomlNode*>& tables, MeasurementModel& model, References& references,
                Problems& problems) {
    std::vector<Item>& items = model.items;
    items.reserve(tables.size());
    for (const TomlNode* table : tables) items.push_back(read_item(*table, references, problems));
    check_ids(items, tables, problems);
    name_items(items);
    check_columns_once(items, tables, problems);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].text.empty()) items[i].text = items[i].id;
        if (!items[i].waves.empty()) continue; // messages are about the one that an export has
        const TableReader table(*tables[i], "[[item]]", problems);
        keep_places(model, called(items[i]), table,
                    {"column", "performance", "importance", "expectation", "scale", "labels", "good", "threshold",
                     "missing", "not_applicable"});
    }
}

} // namespace cx::detail
