#include <cx/exports/dialects/catalogue.hpp>

#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/base/text.hpp>

namespace cx::detail {

std::span<const Dialect* const> dialects() noexcept {
    static constexpr std::array all{&qualtrics,  &surveymonkey, &typeform,    &googleforms,
                                    &limesurvey, &webropol,     &surveygizmo, &plain};
    return all;
}

const Dialect& dialect_named(std::string_view name) {
    const std::string        wanted = folded(name);
    std::vector<std::string> names;
    for (const Dialect* dialect : dialects()) {
        if (wanted == dialect->name || wanted == folded(dialect->title)) return *dialect;
        names.emplace_back(dialect->name);
    }
    const auto meant = nearest(name, names);
    throw Error(fmt::format("the dialect '{}' is not known", visible(name)),
                meant ? fmt::format("is '{}' meant?", *meant) : fmt::format("known are {}", fmt::join(names, ", ")));
}

const Dialect& recognised(const Opening& opening) {
    const Dialect* best = &plain;
    double         confidence = sure;
    for (const Dialect* dialect : dialects()) {
        const double own = dialect->confidence(opening);
        if (own <= confidence) continue;
        confidence = own;
        best = dialect;
    }
    return *best;
}

} // namespace cx::detail
