#include <cx/present/format.hpp>

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>

namespace cx {

std::span<const Format> formats() {
    static constexpr std::array catalogue{
        Format{"text", ".txt", write_text},        Format{"csv", ".csv", write_csv},
        Format{"json", ".json", write_json},       Format{"md", ".md", write_md},
        Format{"github", ".github", write_github},
    };
    return catalogue;
}

const Format& format_named(std::string_view name) {
    const auto all = formats();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Format& format) { return format.name == name; });
    if (found != all.end()) return *found;
    std::vector<std::string> names;
    std::string              list;
    for (const Format& format : all) {
        names.emplace_back(format.name);
        list += (list.empty() ? "" : ", ") + names.back();
    }
    const auto meant = nearest(name, names);
    throw Error(fmt::format("'{}' is no format", name),
                meant ? fmt::format("did you mean '{}'?", *meant) : fmt::format("use one of {}", list));
}

} // namespace cx
