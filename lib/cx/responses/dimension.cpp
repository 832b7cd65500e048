#include <cx/responses/dimension.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/model/dimension_names.hpp>

namespace cx {

namespace {

std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() &&
            std::string_view("\\,:=").find(text[i + 1]) != std::string_view::npos)
            ++i;
        plain += text[i];
    }
    return std::string(trim(plain));
}

} // namespace

std::vector<std::string> split_unescaped(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            parts.back() += text.substr(i, 2);
            ++i;
        } else if (text[i] == separator) {
            parts.emplace_back();
        } else {
            parts.back() += text[i];
        }
    }
    return parts;
}

std::string Grouping::name() const {
    std::string joined;
    for (const DimensionName& part : parts) {
        joined += (joined.empty() ? "" : ":") + (part.is_column ? column_dimension(part.name) : part.name);
    }
    return joined;
}

std::vector<Grouping> parse_groupings(std::string_view text) {
    std::vector<Grouping> groupings;
    for (const std::string& written : split_unescaped(text, ',')) {
        Grouping grouping;
        bool     column_next = false;
        for (const std::string& part : split_unescaped(written, ':')) {
            const std::string name = unescaped(part);
            if (name == "column" && !column_next) {
                column_next = true;
                continue;
            }
            if (name.empty())
                throw Error(fmt::format("--by '{}' has an empty part", text), "write it as touchpoint,stage:channel");
            grouping.parts.push_back({name, column_next});
            column_next = false;
        }
        if (column_next) grouping.parts.push_back({"column", true});
        for (std::size_t i = 1; i < grouping.parts.size(); ++i) {
            const auto before = grouping.parts.begin() + static_cast<std::ptrdiff_t>(i);
            if (std::find(grouping.parts.begin(), before, *before) == before) continue;
            throw Error(fmt::format("--by '{}' crosses a dimension with itself", written), "name two different ones");
        }
        if (std::find(groupings.begin(), groupings.end(), grouping) == groupings.end())
            groupings.push_back(std::move(grouping));
    }
    return groupings;
}

Condition parse_condition(std::string_view text) {
    const std::vector<std::string> sides = split_unescaped(text, '=');
    if (sides.size() != 2 || trim(sides[0]).empty() || trim(sides[1]).empty()) {
        throw Error(fmt::format("--where '{}' is not of the form DIMENSION=VALUE", text),
                    "write it as touchpoint=web-shop, with a backslash before , : and = inside a name");
    }
    Condition        condition;
    std::string_view dimension = sides[0];
    constexpr auto   prefix = std::string_view("column:");
    if (dimension.starts_with(prefix)) {
        condition.dimension.is_column = true;
        dimension.remove_prefix(prefix.size());
    }
    condition.dimension.name = unescaped(dimension);
    for (const std::string& value : split_unescaped(sides[1], ',')) condition.values.push_back(unescaped(value));
    return condition;
}

Condition model_condition(std::string_view text) {
    const std::size_t at = std::min(text.find('='), text.size());
    Condition         condition{{std::string(trim(text.substr(0, at))), true}, {}};
    if (at < text.size()) condition.values.emplace_back(trim(text.substr(at + 1)));
    return condition;
}

} // namespace cx
