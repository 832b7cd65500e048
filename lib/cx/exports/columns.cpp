#include <cx/exports/columns.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
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

/// @param group  the header over the column where the first of several header rows joins columns: that of the nearest
/// one that has it
using Fits = std::function<bool(const Column& column, const std::string& group)>;

/// The only column that fits. @throws Error when several do
std::optional<std::size_t> only(const Recognition& recognition, std::string_view name, const Fits& fits) {
    constexpr std::size_t      listed = 5;
    std::optional<std::size_t> found;
    std::size_t                count = 0;
    std::string                codes;
    std::string                group;
    for (std::size_t i = 0; i < recognition.columns.size(); ++i) {
        const Column& column = recognition.columns[i];
        if (column.headers.size() < 2) group.clear();
        if (column.headers.size() > 1 && !column.headers.front().empty()) group = column.headers.front();
        if (!fits(column, group)) continue;
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

/// Whether a column's own header fits, or the one that it shares with its neighbours.
bool has_header(const Column& column, const std::string& group, const std::function<bool(const std::string&)>& fits) {
    const std::size_t shared = column.headers.size() > 1 ? 1 : 0;
    return fits(group) ||
           std::any_of(column.headers.begin() + static_cast<std::ptrdiff_t>(shared), column.headers.end(), fits);
}

} // namespace

std::optional<std::size_t> find_column(const Recognition& recognition, std::string_view name) {
    if (trim(name).empty()) return std::nullopt;
    const std::string wanted = folded(name);
    const auto        exactly = [&](const std::string& text) { return text == name; };
    const auto        nearly = [&](const std::string& text) { return folded(text) == wanted; };
    const std::array  looked_at = {
         Fits([&](const Column& column, const std::string&) { return exactly(column.code); }),
         Fits([&](const Column& column, const std::string&) { return exactly(column.text); }),
         Fits([&](const Column& column, const std::string& group) { return has_header(column, group, exactly); }),
         Fits([&](const Column& column, const std::string&) { return nearly(column.code); }),
         Fits([&](const Column& column, const std::string&) { return nearly(column.text); }),
         Fits([&](const Column& column, const std::string& group) { return has_header(column, group, nearly); }),
    };
    for (const Fits& fits : looked_at) {
        if (const auto found = only(recognition, name, fits)) return found;
    }
    return std::nullopt;
}

} // namespace cx
