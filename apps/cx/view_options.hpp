#pragma once

// Options that choose another view of the scores.

#include <string>

#include <cx/model/measurement_model.hpp>
#include <cx/present/view.hpp>
#include <cx/responses/schema.hpp>

namespace CLI {
class App;
}

namespace cx {

struct ViewOptions {
    std::string name, cut = "mean";

    void add_to(CLI::App& command);

    /// The view asked for; null for the scores table.
    [[nodiscard]] const View* chosen() const;
    /// Adds to a request what the view needs to be counted.
    void                   add_needs(const MeasurementModel& model, ResponseRequest& request) const;
    [[nodiscard]] CutPoint cut_point() const;
};

} // namespace cx
