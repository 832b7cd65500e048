#include <cx/present/view.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>

namespace cx {

std::span<const View> views() {
    static constexpr std::array catalogue{
        View{"promise", promise_groupings, false, promise_view},
        View{"gaps", gaps_groupings, false, gaps_view},
        View{"journey", journey_groupings, true, journey_view},
        View{"item", item_groupings, false, item_view},
    };
    return catalogue;
}

const View& view_named(std::string_view name) {
    const auto all = views();
    const auto found = std::find_if(all.begin(), all.end(), [&](const View& view) { return view.name == name; });
    if (found != all.end()) return *found;
    std::vector<std::string> names;
    for (const View& view : all) names.emplace_back(view.name);
    const auto meant = nearest(name, names);
    throw Error(fmt::format("'{}' is no view", name), meant ? fmt::format("did you mean '{}'?", *meant)
                                                            : fmt::format("use one of {}", fmt::join(names, ", ")));
}

} // namespace cx
