#include <cx/model/toml_document.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>

// The library is compiled here and nowhere else.
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/model/key_depth.hpp>

namespace cx::detail {

namespace {

constexpr std::size_t deepest_key = 32;

Place place_of(const std::string& file, Mark at) {
    Place place;
    place.file = file;
    place.line = at.line;
    place.character = at.character;
    return place;
}

Mark mark_of(const toml::source_region& region) {
    return {static_cast<std::uint32_t>(region.begin.line), static_cast<std::uint32_t>(region.begin.column)};
}

TomlNode converted(const toml::node& node);

void take_table(const toml::table& table, TomlNode& into) {
    into.kind = TomlNode::Kind::table;
    into.entries.reserve(table.size());
    for (const auto& [key, value] : table)
        into.entries.push_back({std::string(key.str()), mark_of(key.source()), converted(value)});
}

void take_list(const toml::array& list, TomlNode& into) {
    into.kind = TomlNode::Kind::list;
    into.list.reserve(list.size());
    for (const toml::node& value : list) into.list.push_back(converted(value));
}

void take_date(const toml::date& date, TomlNode& into) {
    into.kind = TomlNode::Kind::date;
    into.date = std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
}

TomlNode converted(const toml::node& node) {
    TomlNode made;
    made.at = mark_of(node.source());
    if (const auto* table = node.as_table()) {
        take_table(*table, made);
    } else if (const auto* list = node.as_array()) {
        take_list(*list, made);
    } else if (const auto* text = node.as_string()) {
        made.kind = TomlNode::Kind::text;
        made.text = text->get();
    } else if (const auto* whole = node.as_integer()) {
        made.kind = TomlNode::Kind::whole;
        made.whole = whole->get();
    } else if (const auto* decimal = node.as_floating_point()) {
        made.kind = TomlNode::Kind::decimal;
        made.decimal = decimal->get();
    } else if (const auto* flag = node.as_boolean()) {
        made.kind = TomlNode::Kind::flag;
        made.flag = flag->get();
    } else if (const auto* date = node.as_date()) {
        take_date(date->get(), made);
    } else {
        made.kind = TomlNode::Kind::time;
    }
    return made;
}

} // namespace

const TomlEntry* TomlNode::find(std::string_view key) const noexcept {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [key](const auto& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

TomlNode parse_toml(std::string_view toml, const std::string& file) {
    if (const auto line = line_of_deep_key(toml, deepest_key))
        throw Error(place_of(file, {*line, 1}), "a key with more than 32 dots",
                    "a model's tables nest one or two deep");
    try {
        return converted(toml::parse(toml));
    } catch (const toml::parse_error& error) {
        const std::string advice = is_valid_utf8(toml) ? "a model file is TOML 1.0; texts stand in quotes"
                                                       : "save the file with the encoding UTF-8";
        throw Error(place_of(file, mark_of(error.source())), visible(error.description()), advice);
    }
}

} // namespace cx::detail
