#pragma once

// Items as the model has them, from recognised columns: ids, texts, pairs, and the basic needs they measure.

#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/model/recognise_items.hpp>
#include <cx/model/survey_columns.hpp>

namespace cx {

struct ModelItems {
    std::vector<Item>    items;
    std::vector<Promise> promises; ///< proposed: to be understood, helped, met kindly, in time and with little effort
};

[[nodiscard]] ModelItems model_items(const SurveyColumns& survey, const ItemFindings& findings);

} // namespace cx
