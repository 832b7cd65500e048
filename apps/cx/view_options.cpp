#include "view_options.hpp"

#include <array>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cx/responses/dimension.hpp>

namespace cx {

namespace {

constexpr std::array cuts{CutPoint::mean, CutPoint::median, CutPoint::scale, CutPoint::target};

} // namespace

void ViewOptions::add_to(CLI::App& command) {
    std::string names;
    for (const View& view : views()) names += (names.empty() ? "" : ", ") + std::string(view.name);
    command.add_option("--view", name, "Another view of the scores: " + names)->type_name("NAME");
    command.add_option("--cut", cut, "gaps: where high begins: mean, median, scale or target (default mean)")
        ->type_name("POINT")
        ->check(CLI::IsMember({"mean", "median", "scale", "target"}));
}

const View* ViewOptions::chosen() const { return name.empty() ? nullptr : &view_named(name); }

void ViewOptions::add_needs(const MeasurementModel& model, ResponseRequest& request) const {
    const View* view = chosen();
    if (view == nullptr) return;
    for (const std::string& text : view->groupings(model)) {
        for (Grouping& grouping : parse_groupings(text)) request.supporting.push_back(std::move(grouping));
    }
    request.respondents = request.respondents || (view->needs_customers && !model.columns.respondent.empty());
}

CutPoint ViewOptions::cut_point() const {
    for (const CutPoint known : cuts) {
        if (to_string(known) == cut) return known;
    }
    return CutPoint::mean;
}

} // namespace cx
