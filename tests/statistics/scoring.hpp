#pragma once

// Scores of an export made of literals, and their rows by name.

#include <catch2/catch.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>

#include <cx/statistics/estimate.hpp>
#include <cx/statistics/scores.hpp>
#include <support/counting.hpp>

namespace cx::testing {

inline ScoreTable scored(const test::Reading& reading, const test::ExportBuilder& builder,
                         const ScoreRequest& request = {}) {
    const auto counted = test::count(reading, builder);
    ScoreTable table;
    score(counted->tallies, request, table);
    return table;
}

/// The only row of these names.
inline const ScoreRow& row(const ScoreTable& table, const std::string& dimension, const std::string& group,
                           const std::string& metric, const std::string& item = "nps") {
    const ScoreRow* found = nullptr;
    for (const ScoreRow& candidate : table.scores) {
        if (candidate.dimension != dimension || candidate.group != group) continue;
        if (candidate.metric != metric || candidate.item != item) continue;
        if (found != nullptr) throw std::logic_error("two rows of the same names: " + dimension + " " + group);
        found = &candidate;
    }
    if (found == nullptr) throw std::out_of_range(dimension + " " + group + " " + metric + " " + item);
    return *found;
}

inline bool has(const ScoreTable& table, const std::string& metric, const std::string& item) {
    return std::any_of(table.scores.begin(), table.scores.end(),
                       [&](const ScoreRow& candidate) { return candidate.metric == metric && candidate.item == item; });
}

inline void check(const ScoreRow& found, const Estimate& expected) {
    CHECK(found.n == expected.n);
    CHECK(found.base == expected.base);
    CHECK(found.n_effective == expected.n_effective);
    CHECK(found.value == expected.value);
    CHECK(found.se == expected.standard_error);
    CHECK(found.low == expected.low);
    CHECK(found.high == expected.high);
}

inline void check(const ScoreRow& found, const Difference& expected) {
    CHECK(found.difference == expected.value);
    CHECK(found.difference_low == expected.low);
    CHECK(found.difference_high == expected.high);
    CHECK(found.p_raw == expected.p);
}

inline void check_without_figures(const ScoreRow& found) {
    CHECK(found.n == 0);
    CHECK(found.base == 0);
    CHECK(found.n_effective == 0);
    for (const auto& figure : {found.value, found.se, found.low, found.high, found.difference, found.difference_low,
                               found.difference_high, found.p_raw, found.p}) {
        CHECK_FALSE(figure);
    }
}

} // namespace cx::testing
