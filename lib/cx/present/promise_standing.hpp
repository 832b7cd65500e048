#pragma once

// Whether promises are kept, and where along the journey they break.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/statistics/score_table.hpp>

namespace cx {

enum class Standing : std::uint8_t { kept, not_kept, undecided, not_assessed };

[[nodiscard]] std::string_view to_string(Standing standing) noexcept; ///< `not kept`

/// A standing and why it is not surer: empty where a figure says it all.
struct Judgement {
    Standing    standing = Standing::not_assessed;
    std::string reason; ///< `the interval reaches over 75%`
};

/// What a figure says about a line that it is to reach: undecided where its interval reaches over the line or there is
/// none, where fewer than 30 answered, and where it is withheld.
[[nodiscard]] Judgement judged(const ScoreRow* row, double line, const std::string& line_text);

/// One question of a promise. Rows are null where there is none.
struct PromiseItem {
    const Item*     item = nullptr;
    const ScoreRow* score = nullptr; ///< its mean, performance, share of good answers, or effort
    const ScoreRow* other = nullptr; ///< importance or expectation of a pair
    const ScoreRow* gap = nullptr;
};

/// A promise at one touchpoint.
struct PromiseTouchpoint {
    std::string     id, name;
    const ScoreRow* kept = nullptr;
    const ScoreRow* gap = nullptr;
    Judgement       judgement;
};

/// Where a promise fails most.
struct Break {
    std::string     touchpoint; ///< name
    const ScoreRow* row = nullptr;
    double          line = 0; ///< that it does not reach
};

struct PromiseStanding {
    const Promise*                   promise = nullptr;
    Judgement                        judgement;
    std::string                      owner;
    const ScoreRow*                  kept = nullptr;        ///< share of responses at its minimum
    const ScoreRow*                  performance = nullptr; ///< of all its pairs together
    const ScoreRow*                  gap = nullptr;
    std::vector<const JudgedTarget*> targets; ///< on the promise itself
    std::string                      aim;     ///< what decides: `kept >= 80`, `gap >= 0`, `mean >= 4`; empty: nothing
    std::string                      line;    ///< the same of a touchpoint, which no target is on
    bool                             by_gap = false; ///< that line is one of the gap
    double                           line_value = 0;
    std::vector<PromiseItem>         items;
    std::vector<PromiseTouchpoint>   touchpoints; ///< along the journey
    std::optional<Break>             breaks;
};

/// Percent of responses that must reach a basic promise's minimum.
[[nodiscard]] double kept_at_of(const Promise& promise);

/// Every promise of the model, in its order. A promise is kept where every target on it that is due is met; without
/// one, a basic one where the share of responses at its minimum reaches its `kept_at`, a differentiating one where its
/// gap is not below 0. It breaks at the touchpoint with the lowest deciding figure of those that do not reach the line.
[[nodiscard]] std::vector<PromiseStanding> promises_in(const MeasurementModel& model, const ScoreTable& table);

/// Whether there is a row whose value may be shown.
[[nodiscard]] bool has_figure(const ScoreRow* row);

} // namespace cx
