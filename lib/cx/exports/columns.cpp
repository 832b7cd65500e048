#include <cx/exports/columns.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>

namespace cx {

namespace detail {

std::size_t settle_codes(std::vector<Column>& columns) {
    std::unordered_map<std::string, std::size_t> uses;
    std::unordered_set<std::string>              taken;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Column& column = columns[i];
        if (column.code.empty()) column.code = fmt::format("column {}", i + 1);
        if (column.text.empty()) column.text = column.code;
        taken.insert(column.code);
    }
    std::size_t repeated = 0;
    for (Column& column : columns) {
        std::size_t& used = uses[column.code];
        if (++used == 1) continue;
        ++repeated;
        std::string code = fmt::format("{} ({})", column.code, used);
        while (!taken.insert(code).second) code = fmt::format("{} ({})", column.code, ++used);
        column.code = std::move(code);
    }
    return repeated;
}

std::vector<Column> numbered_columns(std::size_t count) {
    std::vector<Column> columns(count);
    for (std::size_t i = 0; i < count; ++i) columns[i].code = columns[i].text = fmt::format("{}", i + 1);
    return columns;
}

} // namespace detail

namespace {

using Fits = std::function<bool(const Column&)>;

/// The only column that fits. @throws Error when several do
std::optional<std::size_t> only(const Recognition& recognition, std::string_view name, const Fits& fits) {
    constexpr std::size_t      listed = 5;
    std::optional<std::size_t> found;
    std::size_t                count = 0;
    std::string                codes;
    for (std::size_t i = 0; i < recognition.columns.size(); ++i) {
        if (!fits(recognition.columns[i])) continue;
        if (!found) found = i;
        if (++count <= listed)
            codes += fmt::format("{}'{}'", count == 1 ? "" : ", ", visible(recognition.columns[i].code));
    }
    if (count < 2) return found;
    if (count > listed) codes += fmt::format(" and {} more", count - listed);
    throw Error(Place{recognition.file, 0, 0, {}},
                fmt::format("'{}' is the name of {} columns: {}", visible(name), count, codes),
                "name one of them by its code");
}

bool has_header(const Column& column, const std::function<bool(const std::string&)>& fits) {
    return fits(column.text) || std::any_of(column.headers.begin(), column.headers.end(), fits);
}

} // namespace

std::optional<std::size_t> find_column(const Recognition& recognition, std::string_view name) {
    if (trim(name).empty()) return std::nullopt;
    const auto exactly = [&](const std::string& text) { return text == name; };
    const auto by_code = [&](const Column& column) { return exactly(column.code); };
    const auto by_header = [&](const Column& column) { return has_header(column, exactly); };
    if (const auto found = only(recognition, name, by_code)) return found;
    if (const auto found = only(recognition, name, by_header)) return found;
    const std::string wanted = folded(name);
    const auto        nearly = [&](const std::string& text) { return folded(text) == wanted; };
    if (const auto found = only(recognition, name, [&](const Column& column) { return nearly(column.code); }))
        return found;
    return only(recognition, name, [&](const Column& column) { return has_header(column, nearly); });
}

} // namespace cx
