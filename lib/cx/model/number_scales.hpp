#pragma once

// Scales whose points are numbers: which of the usual ones an item's answers and its question tell of.

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>

namespace cx {

/// Answers by the number they write.
using NumberCounts = std::map<int, std::size_t>;

/// A scale told by numbers.
struct NumberScale {
    Scale            scale;
    bool             usual = true; ///< one of 0-10, 1-10, 4-10, 1-7, 1-6, 1-5, 0-5, 1-4, 1-3, 0-100
    bool             fills = true; ///< both its ends are among the answers
    std::vector<int> missing;      ///< codes such as 99 that stand for no answer
};

/// What the question's text says beside the answers.
struct ScaleHint {
    std::optional<Scale> said;           ///< see said_scale
    bool                 grades = false; ///< school grades: 4-10
    int                  lowest = 0;     ///< lowest answer of items that end alike; 0 too where none is known
};

[[nodiscard]] bool is_usual(Scale scale) noexcept;

/// The scale that a question names: `0-10`, `from 1 to 5`, `10 - strongly agree, 1 - strongly disagree`.
[[nodiscard]] std::optional<Scale> said_scale(std::string_view question);

/// The scale of the answers: the one said, if it holds 99 % of them; else the usual one whose high end is used and that
/// holds all of them (or, failing that, 99 %); else the answers' own range, if each point of it is used. Nothing where
/// the answers are no scale.
[[nodiscard]] std::optional<NumberScale> number_scale(const NumberCounts& counts, const ScaleHint& hint);

/// Share of the answers that lie on the scale, 0 to 1; 1 without answers.
[[nodiscard]] double share_on(const NumberCounts& counts, Scale scale);

} // namespace cx
