#include <cx/model/later_tables.hpp>

#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace cx::detail {

namespace {

// Values are read for their checks alone, and dropped.
void check_texts(TableReader& table, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) static_cast<void>(table.text(key));
}

void check_wave(TableReader& table, Problems& /*problems*/) {
    check_texts(table, {"name"});
    static_cast<void>(table.date("date"));
}

void check_break(TableReader& table, Problems& /*problems*/) {
    check_texts(table, {"item", "text"});
    static_cast<void>(table.date("date"));
}

void check_action(TableReader& table, Problems& /*problems*/) {
    check_texts(table, {"text", "because", "touchpoint", "owner"});
    static_cast<void>(table.date("date"));
}

void check_theme(TableReader& table, Problems& /*problems*/) {
    check_texts(table, {"name"});
    static_cast<void>(table.names("words"));
    static_cast<void>(table.flag("outside"));
}

struct LaterTable {
    const char* name;
    void (*check)(TableReader&, Problems&);
};

constexpr std::array later_tables{
    LaterTable{"wave", check_wave},
    LaterTable{"break", check_break},
    LaterTable{"action", check_action},
    LaterTable{"theme", check_theme},
};

} // namespace

std::vector<std::string> check_later_tables(TableReader& file, Problems& problems) {
    std::vector<std::string> found;
    for (const LaterTable& later : later_tables) {
        const std::string name = fmt::format("[[{}]]", later.name);
        for (const TomlNode* node : file.tables(later.name)) {
            TableReader table(*node, name, problems);
            later.check(table, problems);
            table.finish();
        }
        if (file.has(later.name)) found.push_back(name);
    }
    return found;
}

} // namespace cx::detail
