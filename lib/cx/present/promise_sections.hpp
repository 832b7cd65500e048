#pragma once

// The promise view laid out for reading.

#include <string>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/present/page.hpp>
#include <cx/present/promise_standing.hpp>
#include <cx/statistics/score_table.hpp>

namespace cx {

struct Look;

/// All promises at a glance, basic needs beside differentiating value; how basic needs fail; then promise by promise.
[[nodiscard]] std::vector<Section> promise_sections(const MeasurementModel& model, const ScoreTable& table,
                                                    const std::vector<PromiseStanding>& promises, const Look& look);

/// How basic needs are met and which of them fails most; without grids and lead where nothing is a basic need.
[[nodiscard]] Section basics_section(const MeasurementModel& model, const ScoreTable& table);

/// How to read it.
[[nodiscard]] std::vector<std::string> promise_notes(const ScoreTable&                   table,
                                                     const std::vector<PromiseStanding>& promises);

} // namespace cx
