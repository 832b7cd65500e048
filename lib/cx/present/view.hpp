#pragma once

// Views: other ways to look at the same scores. One source a view, one row in the catalogue.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/present/page.hpp>
#include <cx/statistics/customers.hpp>
#include <cx/statistics/quadrants.hpp>
#include <cx/statistics/score_table.hpp>

namespace cx {

struct Look;

/// What a view is made from.
struct ViewInput {
    const MeasurementModel& model;
    const ScoreTable&       table; ///< with the rows of the groupings that the view asked for, printed or supporting
    const CustomerScores&   customers; ///< empty where no column identifies customers, or the view needs none
    CutPoint                cut = CutPoint::mean;
};

/// A view, made: the same figures as a table, and laid out for reading.
struct ShownView {
    ViewTable                table;
    std::vector<Section>     sections;
    std::vector<std::string> notes; ///< how to read it
};

struct View {
    std::string_view name; ///< as `--view` takes it
    /// The break-downs that it needs, as `--by` takes them; without those that this model has not.
    std::vector<std::string> (*groupings)(const MeasurementModel& model);
    bool needs_customers;
    ShownView (*show)(const ViewInput& input, const Look& look);
};

/// Every view, in the order in which they are listed.
[[nodiscard]] std::span<const View> views();
/// @throws Error with the nearest name
[[nodiscard]] const View& view_named(std::string_view name);

[[nodiscard]] std::vector<std::string> promise_groupings(const MeasurementModel& model);
[[nodiscard]] ShownView                promise_view(const ViewInput& input, const Look& look);
[[nodiscard]] std::vector<std::string> gaps_groupings(const MeasurementModel& model);
[[nodiscard]] ShownView                gaps_view(const ViewInput& input, const Look& look);
[[nodiscard]] std::vector<std::string> journey_groupings(const MeasurementModel& model);
[[nodiscard]] ShownView                journey_view(const ViewInput& input, const Look& look);
[[nodiscard]] std::vector<std::string> item_groupings(const MeasurementModel& model);
[[nodiscard]] ShownView                item_view(const ViewInput& input, const Look& look);

} // namespace cx
