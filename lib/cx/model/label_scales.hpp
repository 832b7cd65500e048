#pragma once

// Scales whose points are words: what the labels are called in Finnish, Swedish, English and German, and in which
// order they stand. The order never comes from the data.

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cx/model/measurement_model.hpp>

namespace cx {

enum class LabelFamily { agreement, satisfaction, likelihood, quality, ease, importance, favour };

inline constexpr int label_families = 7;

/// Labels of one position of a family in one language, divided by `|`. Positions are -3 (the worst of all) to 3, 0 the
/// middle, 4 what is still better than the usual best. The labels of a position stand in the order of their opposites.
struct LabelRow {
    LabelFamily      family;
    std::string_view language;
    int              position;
    std::string_view labels;
};

[[nodiscard]] std::span<const LabelRow> label_rows() noexcept;

/// `agreement`, ...
[[nodiscard]] std::string_view to_string(LabelFamily family) noexcept;

/// Where the label (folded) stands in the family. Nothing when it is none of its labels.
[[nodiscard]] std::optional<int> label_position(LabelFamily family, std::string_view label);

/// The family's label that `label` is a slip of the keyboard away from: one letter more, less, other or swapped, in a
/// word of ten letters or more.
[[nodiscard]] std::optional<std::string> label_meant(LabelFamily family, std::string_view label);

/// Positions that were used, and by how many answers.
struct LabelUse {
    std::set<int> positions;
    std::size_t   answers = 0;

    void add(const LabelUse& other);
};

/// The positions of the scale that the used ones belong to, from the worst on: one of the usual scales of 3 to 7
/// points. A scale without a middle is told by 20 answers on both sides that leave the middle out.
struct LabelScale {
    std::vector<int> positions;
    bool             certain = false; ///< used labels tell the scale; otherwise it is the usual one of five

    /// The scale's points, 1 to the number of positions.
    [[nodiscard]] Scale              scale() const noexcept { return {1, static_cast<int>(positions.size())}; }
    [[nodiscard]] std::optional<int> point(int position) const;
};

/// Nothing when no usual scale of the family has all of the positions.
[[nodiscard]] std::optional<LabelScale> label_scale(LabelFamily family, const LabelUse& use);
/// The one with `points` points, where there is one.
[[nodiscard]] std::optional<LabelScale> label_scale(LabelFamily family, const LabelUse& use, int points);

/// Labels of the family for the scale's points: those that were seen, and for points that nobody chose their opposites.
[[nodiscard]] std::map<std::string, int> labels_of(LabelFamily family, const LabelScale& scale,
                                                   const std::set<std::string>& seen);

/// What end of a scale a lone word beside numbers stands for: 1 the best, -1 the worst, 0 the middle.
[[nodiscard]] std::optional<int> end_of_scale(std::string_view label);

enum class YesNo { yes, no, partly };

/// `Kyllä`, `nej`, `partly`, ...; `label` is folded.
[[nodiscard]] std::optional<YesNo> yes_or_no(std::string_view label);

} // namespace cx
