#pragma once

#include <string>

#include <cx/statistics/score_table.hpp>

namespace cx {

/// The judged targets as JUnit XML, one test case each: a missed one failed, an undecided one or one that is not due
/// skipped with the reason. Nothing in it depends on the time or the machine.
[[nodiscard]] std::string write_junit(const ScoreTable& table);

} // namespace cx
