#pragma once

// All estimates of a run, from its tallies.

#include <string>
#include <vector>

#include <cx/statistics/score_table.hpp>
#include <cx/tally/tallies.hpp>

namespace cx {

struct ScoreRequest {
    double                   confidence = 0.95;
    int                      minimum_n = 5;
    std::vector<std::string> metrics;            ///< only these; empty: all that the items give
    std::vector<std::string> items;              ///< only these ids; empty: all
    bool                     supporting = false; ///< what nobody asked to see is estimated too, for targets and views
    bool                     group_distributions = true; ///< answers by point also in groups, not only in all responses
};

/// Adds to `table` its scores, answers and distributions; what the run was (files, model, filter) is the caller's to
/// say. Groups below the minimum are withheld, with enough others that none can be worked out; Holm's correction is
/// over the groups shown of one dimension, item and metric. Scores of pairs and of basic needs are there where all
/// items are asked for, or what supports targets and views.
/// @throws Error for a metric or item that does not exist, with the nearest one
void score(const Tallies& tallies, const ScoreRequest& request, ScoreTable& table);

} // namespace cx
