#include <cx/model/table_reader.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>

namespace cx::detail {

namespace {

constexpr int         furthest_point = 1'000'000;
constexpr int         most_points = 101;
constexpr std::size_t most_words_listed = 40;

/// What was found where something else was expected.
std::string described(const TomlNode& value) {
    switch (value.kind) {
    case TomlNode::Kind::text:
        return fmt::format("the text {}", quoted(value.text));
    case TomlNode::Kind::whole:
        return fmt::format("the number {}", value.whole);
    case TomlNode::Kind::decimal:
        return fmt::format("the number {}", shortest(value.decimal));
    case TomlNode::Kind::flag:
        return value.flag ? "true" : "false";
    case TomlNode::Kind::date:
        return fmt::format("the date {}", to_string(value.date));
    case TomlNode::Kind::time:
        return "a time";
    case TomlNode::Kind::list:
        return "a list";
    case TomlNode::Kind::table:
        return "a table";
    }
    return {};
}

/// What to do about a value without its quotes, or a number within them.
std::string quoting_advice(const TomlNode& value) {
    if (value.kind == TomlNode::Kind::whole) return fmt::format("write \"{}\"", value.whole);
    if (value.kind == TomlNode::Kind::date) return fmt::format("write \"{}\"", to_string(value.date));
    return {};
}

/// What to do about a number within quotes.
std::string unquoting_advice(const TomlNode& value) {
    const bool number = value.kind == TomlNode::Kind::text && parse_number(trim(value.text));
    return number ? fmt::format("write {}, without quotes", trim(value.text)) : std::string();
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

} // namespace

const TomlNode* TableReader::value(std::string_view key) {
    known_.emplace_back(key);
    const TomlEntry* entry = table_->find(key);
    return entry == nullptr ? nullptr : &entry->value;
}

Mark TableReader::at(std::string_view key) const noexcept {
    const TomlEntry* entry = table_->find(key);
    return entry == nullptr ? table_->at : entry->at;
}

std::vector<Mark> TableReader::marks(std::string_view key) const {
    const TomlEntry* entry = table_->find(key);
    if (entry == nullptr) return {};
    if (entry->value.kind != TomlNode::Kind::list) return {entry->value.at};
    std::vector<Mark> found;
    for (const TomlNode& part : entry->value.list) found.push_back(part.at);
    return found;
}

void TableReader::problem(std::string_view key, std::string_view found, std::string_view advice) {
    faulty_.emplace(key);
    problems_->add(at(key), found, advice);
}

void TableReader::expected(std::string_view key, const TomlNode& value, std::string_view what,
                           std::string_view advice) {
    faulty_.emplace(key);
    problems_->add(value.at, fmt::format("'{}' in {} is {}, expected {}", key, name_, described(value), what), advice);
}

void TableReader::require(std::string_view key, std::string_view advice) {
    if (!has(key)) problem(key, fmt::format("'{}' is missing in {}", key, name_), advice);
}

std::string TableReader::text(std::string_view key) {
    const TomlNode* found = value(key);
    if (found == nullptr) return {};
    if (found->kind == TomlNode::Kind::text) return found->text;
    expected(key, *found, "a text in quotes", quoting_advice(*found));
    return {};
}

std::string TableReader::name(std::string_view key) {
    std::string found = text(key);
    if (!sound(key) || !is_blank(found)) return found;
    problem(key, fmt::format("'{}' in {} is empty", key, name_), "write a name or leave the key out");
    return {};
}

std::string TableReader::id(std::string_view key) { return one_line(name(key)); }

std::vector<std::string> TableReader::texts_of(std::string_view key, bool blank_allowed) {
    const TomlNode* found = value(key);
    if (found == nullptr) return {};
    std::vector<const TomlNode*> parts;
    if (found->kind == TomlNode::Kind::list) {
        for (const TomlNode& part : found->list) parts.push_back(&part);
    } else {
        parts.push_back(found);
    }
    std::vector<std::string> read;
    for (const TomlNode* part : parts) {
        if (part->kind != TomlNode::Kind::text) {
            expected(key, *part, "a text or a list of texts", quoting_advice(*part));
        } else if (!blank_allowed && is_blank(part->text)) {
            faulty_.emplace(key);
            problems_->add(part->at, fmt::format("an empty name in '{}' of {}", key, name_), "take it out");
        } else {
            read.push_back(part->text);
        }
    }
    return read;
}

std::vector<std::string> TableReader::texts(std::string_view key) { return texts_of(key, true); }
std::vector<std::string> TableReader::names(std::string_view key) { return texts_of(key, false); }

std::vector<std::string> TableReader::conditions(std::string_view key) {
    std::vector<std::string> read = names(key);
    for (const std::string& condition : read) {
        const std::size_t sign = condition.find('=');
        if (sign != std::string::npos && !is_blank(condition.substr(0, sign)) && !is_blank(condition.substr(sign + 1)))
            continue;
        problem(key, fmt::format("'{}' in {} has {}, expected a column, = and a value", key, name_, quoted(condition)),
                "write it as in \"Region=North\"");
    }
    return read;
}

std::optional<std::size_t> TableReader::word(std::string_view key, std::initializer_list<std::string_view> words) {
    const std::string found = text(key);
    if (!sound(key)) return std::nullopt;
    const auto* at = std::find(words.begin(), words.end(), found);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    const std::vector<std::string> known(words.begin(), words.end());
    problem(key, fmt::format("'{}' in {} is {}, expected one of {}", key, name_, quoted(found), listed(known)),
            problems_->meant(found, known));
    return std::nullopt;
}

bool TableReader::flag(std::string_view key) {
    const TomlNode* found = value(key);
    if (found == nullptr) return false;
    if (found->kind == TomlNode::Kind::flag) return found->flag;
    expected(key, *found, "true or false");
    return false;
}

std::optional<double> TableReader::number(std::string_view key) {
    const TomlNode* found = value(key);
    if (found == nullptr) return std::nullopt;
    if (found->kind == TomlNode::Kind::whole) return static_cast<double>(found->whole);
    if (found->kind == TomlNode::Kind::decimal && std::isfinite(found->decimal)) return found->decimal;
    expected(key, *found, "a number", unquoting_advice(*found));
    return std::nullopt;
}

std::optional<int> TableReader::small_whole(std::string_view key, const TomlNode& value) {
    if (value.kind == TomlNode::Kind::whole && value.whole >= -furthest_point && value.whole <= furthest_point)
        return static_cast<int>(value.whole);
    expected(key, value,
             value.kind == TomlNode::Kind::whole ? "one between -1,000,000 and 1,000,000" : "a whole number",
             unquoting_advice(value));
    return std::nullopt;
}

std::optional<int> TableReader::whole(std::string_view key) {
    const TomlNode* found = value(key);
    return found == nullptr ? std::nullopt : small_whole(key, *found);
}

std::optional<Day> TableReader::date(std::string_view key) {
    const TomlNode* found = value(key);
    if (found == nullptr) return std::nullopt;
    if (found->kind == TomlNode::Kind::date) return found->date;
    expected(key, *found, "a date as in 2026-10-31, without quotes");
    return std::nullopt;
}

std::optional<Scale> TableReader::scale(std::string_view key) {
    const TomlNode* found = value(key);
    if (found == nullptr) return std::nullopt;
    if (found->kind != TomlNode::Kind::list || found->list.size() != 2) {
        const bool list = found->kind == TomlNode::Kind::list;
        problem(key,
                fmt::format("'{}' in {} is {}, expected two whole numbers", key, name_,
                            list ? fmt::format("a list of {}", found->list.size()) : described(*found)),
                "write the lowest and the highest point, as in [0, 10]");
        return std::nullopt;
    }
    const auto low = small_whole(key, found->list[0]);
    const auto high = small_whole(key, found->list[1]);
    if (!low || !high) return std::nullopt;
    const Scale read{*low, *high};
    if (read.low >= read.high) {
        problem(key, fmt::format("'{}' in {} is [{}, {}], expected the lower point first", key, name_, *low, *high),
                "where a low answer is the good one, say so with reversed = true");
        return std::nullopt;
    }
    if (read.size() > most_points) {
        problem(key, fmt::format("'{}' in {} has {} points, expected at most {}", key, name_, read.size(), most_points),
                "an amount is no scale");
        return std::nullopt;
    }
    return read;
}

std::map<std::string, int> TableReader::points(std::string_view key) {
    const TomlNode* found = table(key);
    if (found == nullptr) return {};
    std::map<std::string, int> read;
    for (const TomlEntry& entry : found->entries) {
        const auto point = small_whole(key, entry.value);
        if (!point) continue;
        if (read.emplace(folded(entry.key), *point).second) continue;
        faulty_.emplace(key);
        problems_->add(entry.at,
                       fmt::format("the label {} in '{}' of {} is there already", quoted(entry.key), key, name_),
                       "labels are compared without case and extra white space");
    }
    return read;
}

void TableReader::number_or_text(std::string_view key) {
    const TomlNode* found = value(key);
    if (found == nullptr || found->kind == TomlNode::Kind::whole || found->kind == TomlNode::Kind::text) return;
    expected(key, *found, "a whole number or the name of a file");
}

const TomlNode* TableReader::table(std::string_view key) {
    const TomlNode* found = value(key);
    if (found == nullptr || found->kind == TomlNode::Kind::table) return found;
    if (name_.empty())
        problem(key, fmt::format("'{}' is {}, expected the table [{}]", key, described(*found), key),
                found->kind == TomlNode::Kind::list ? "there is one only: write it in single brackets" : "");
    else
        expected(key, *found, "a table, as in { \"one\" = 1 }");
    return nullptr;
}

std::vector<const TomlNode*> TableReader::tables(std::string_view key) {
    const TomlNode* found = value(key);
    if (found == nullptr) return {};
    std::vector<const TomlNode*> read;
    const auto                   is_table = [](const TomlNode& node) { return node.kind == TomlNode::Kind::table; };
    if (found->kind != TomlNode::Kind::list || !std::all_of(found->list.begin(), found->list.end(), is_table)) {
        problem(key, fmt::format("'{}' is {}, expected tables, each [[{}]]", key, described(*found), key),
                is_table(*found) ? "there can be several: write it in double brackets" : "");
        return {};
    }
    for (const TomlNode& one : found->list) read.push_back(&one);
    return read;
}

void TableReader::finish() {
    std::vector<std::string> known = known_;
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    if (known.size() > most_words_listed) known.resize(most_words_listed);
    const std::string list = fmt::format("known are {}", listed(known));
    for (const TomlEntry& entry : table_->entries) {
        if (std::binary_search(known.begin(), known.end(), entry.key)) continue;
        if (problems_->full()) {
            problems_->add(entry.at, {});
            continue;
        }
        const bool is_table = entry.value.kind == TomlNode::Kind::table || entry.value.kind == TomlNode::Kind::list;
        const std::string where = name_.empty() ? "outside of any table" : fmt::format("in {}", name_);
        const std::string what = name_.empty() && is_table ? fmt::format("unknown table {}", quoted(entry.key))
                                                           : fmt::format("unknown key {} {}", quoted(entry.key), where);
        problems_->add(entry.at, what, problems_->meant(entry.key, known, list));
    }
}

} // namespace cx::detail
