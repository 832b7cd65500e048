#include <cx/tally/counts_file.hpp>

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/model/dimension_names.hpp>

namespace cx {

namespace {

constexpr std::array<std::string_view, 9> kind_names{
    "answer", "missing", "not_applicable", "out_of_scale", "unreadable", "rows", "basics", "kept", "pooled"};
constexpr std::string_view escaped_marks = "\\:|";

/// Behind any number of guards.
bool looks_like_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

std::string_view coding_text(Coding coding) {
    switch (coding) {
    case Coding::point:
        return "point";
    case Coding::net:
        return "net";
    case Coding::promoters:
        return "promoters";
    case Coding::passives:
        return "passives";
    case Coding::detractors:
        return "detractors";
    case Coding::top:
        return "top";
    case Coding::top_two:
        return "top_two";
    case Coding::above_middle:
        return "above_middle";
    case Coding::good:
        return "good";
    }
    return {};
}

std::string name_of_dimension(const RowDimension& dimension) {
    const DimensionName& name = dimension.name;
    return name.is_column || name.name == "all" ? column_dimension(name.name) : name.name;
}

/// Whether most of the columns stand there in any order and letters, whatever separates them.
bool has_counts_columns(std::string_view line) {
    constexpr std::string_view separators = ",;|\t\r";
    constexpr std::size_t      most = 8;
    std::set<std::string>      known;
    for (std::size_t from = 0; from <= line.size();) {
        const std::size_t to = std::min(line.find_first_of(separators, from), line.size());
        const auto        cell = line.substr(from, to - from);
        std::string       name = is_ascii(cell) ? folded(cell) : std::string();
        if (is_counts_column(name)) known.insert(std::move(name));
        from = to + 1;
    }
    return known.size() >= most;
}

} // namespace

bool is_counts_column(std::string_view name) noexcept {
    for (std::size_t from = 0; from < counts_header.size();) {
        const std::size_t to = std::min(counts_header.find(',', from), counts_header.size());
        if (counts_header.substr(from, to - from) == name) return true;
        from = to + 1;
    }
    return false;
}

bool starts_counts(std::string_view head) {
    constexpr std::string_view order_mark = "\xEF\xBB\xBF";
    constexpr std::string_view first_columns = "period,dimension,group,item,kind,";
    if (head.starts_with(order_mark)) head.remove_prefix(order_mark.size());
    head = head.substr(0, std::min(head.find('\n'), 2 * counts_header.size()));
    std::string line(head);
    std::erase(line, '"'); // some warehouses quote every text
    return line.starts_with(first_columns) || has_counts_columns(line);
}

std::string_view to_string(CountsKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<CountsKind> parse_counts_kind(std::string_view text) noexcept {
    const auto* const found = std::find(kind_names.begin(), kind_names.end(), text);
    if (found == kind_names.end()) return std::nullopt;
    return static_cast<CountsKind>(found - kind_names.begin());
}

namespace detail {

std::string escaped_part(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (escaped_marks.find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string unescaped_part(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escapes =
            text[i] == '\\' && i + 1 < text.size() && escaped_marks.find(text[i + 1]) != std::string_view::npos;
        if (escapes) ++i;
        plain += text[i];
    }
    return plain;
}

std::string dimension_text(const Schema& schema, const std::vector<std::size_t>& dimensions) {
    if (dimensions.empty()) return "all";
    if (dimensions.size() == 1) return name_of_dimension(schema.dimensions[dimensions.front()]);
    std::string text;
    for (const std::size_t dimension : dimensions) {
        if (!text.empty()) text += ':';
        text += escaped_part(name_of_dimension(schema.dimensions[dimension]));
    }
    return text;
}

std::string group_text(const Schema& schema, const std::vector<std::size_t>& dimensions,
                       const std::vector<std::string>& ids) {
    std::string text;
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
        const RowDimension& dimension = schema.dimensions[dimensions[d]];
        if (d > 0) text += ':';
        if (dimension.overlaps()) {
            std::vector<std::string> members;
            for (const std::string& member : members_of_set(ids[d])) members.push_back(escaped_part(member));
            text += fmt::format("{}", fmt::join(members, "|"));
        } else {
            text += dimensions.size() > 1 ? escaped_part(ids[d]) : ids[d];
        }
    }
    return text;
}

std::string guarded(std::string_view text) {
    return looks_like_formula(text) ? "'" + std::string(text) : std::string(text);
}

std::string_view unguarded(std::string_view text) noexcept {
    return text.starts_with('\'') && looks_like_formula(text) ? text.substr(1) : text;
}

std::string pool_text(const Pool& pool) {
    switch (pool.value) {
    case PooledValue::coding:
        return std::string(coding_text(pool.coding));
    case PooledValue::performance:
        return pool.coding == Coding::point ? "performance" : fmt::format("performance_{}", coding_text(pool.coding));
    case PooledValue::other:
        return "other";
    case PooledValue::gap:
        break;
    }
    return "gap";
}

std::string_view side_text(const Item& item, AnswerColumn::Part part) noexcept {
    if (part == AnswerColumn::Part::performance) return "performance";
    if (part != AnswerColumn::Part::other) return {};
    return item.importance.empty() ? "expectation" : "importance";
}

} // namespace detail

} // namespace cx
