#pragma once

// A judged target in words and rounded figures. Every text is safe to show.

#include <string>

#include <cx/statistics/score_table.hpp>

namespace cx {

/// What it is about: `NPS Web shop: How likely are you to recommend us?`
[[nodiscard]] std::string target_label(const JudgedTarget& target);
/// Its value with the unit, rounded without crossing a bound; `withheld`, or a dash where there is none.
[[nodiscard]] std::string target_value(const JudgedTarget& target);
/// Ends of its interval, as `target_value` rounds; both empty where there is none.
struct IntervalEnds {
    std::string low, high;
};
[[nodiscard]] IntervalEnds target_interval(const JudgedTarget& target);
/// How far inside (`+2.1`) or outside (`−6.6`) of its bounds the value lies; a dash where there is none.
[[nodiscard]] std::string target_distance(const JudgedTarget& target);
/// Status, how sure it is, and why: `missed by 6.6, certain`.
[[nodiscard]] std::string target_standing(const JudgedTarget& target);
/// All of it: `33.4 (95% interval 28.4 to 38.1, n 1,010), target >= 40: missed by 6.6, certain; owner Web sales`.
[[nodiscard]] std::string target_sentence(const JudgedTarget& target, double confidence);

/// `2 of 9 targets missed, 1 undecided`; `all 9 targets are met`.
[[nodiscard]] std::string verdict_text(const ScoreTable& table);
/// The same where the word stands before it: `2 of 9 missed, 1 undecided`; `all 9 met`.
[[nodiscard]] std::string short_verdict(const ScoreTable& table);

} // namespace cx
