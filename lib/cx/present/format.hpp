#pragma once

// The forms an output can take: one source a format, one row in the catalogue.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <cx/statistics/score_table.hpp>

namespace cx {

/// How a table is to look where a format leaves a choice.
struct Look {
    std::size_t width = 100;    ///< of the terminal, in columns
    bool        colour = false; ///< escape sequences for colour
    bool        raw = false;    ///< csv: texts that a spreadsheet takes for formulas stay as they are
    std::string sort; ///< `--sort`: empty is what matters first; a column's name, `-` before it for the largest first
    std::size_t top = 0; ///< `--top`: groups shown of each dimension; 0 is all
};

struct ShownView;

/// What an output shows: the scores, or a view of them.
struct Shown {
    const ScoreTable& table;
    const ShownView*  view; ///< null: the scores themselves

    Shown(const ScoreTable& scores, const ShownView* shown = nullptr) // NOLINT(google-explicit-constructor): a table is
        : table(scores), view(shown) {}                               // shown as it is
};

struct Format {
    std::string_view name;   ///< as `--format` takes it
    std::string_view ending; ///< of a file's name, with the dot
    std::string (*write)(const Shown& shown, const Look& look);
};

/// Every format, in the order in which they are listed.
[[nodiscard]] std::span<const Format> formats();
/// @throws Error with the nearest name
[[nodiscard]] const Format& format_named(std::string_view name);

[[nodiscard]] std::string write_text(const Shown& shown, const Look& look);
[[nodiscard]] std::string write_csv(const Shown& shown, const Look& look);
[[nodiscard]] std::string write_json(const Shown& shown, const Look& look);
[[nodiscard]] std::string write_md(const Shown& shown, const Look& look);
[[nodiscard]] std::string write_github(const Shown& shown, const Look& look);

} // namespace cx
