#pragma once

// Draws a grid of a page for a terminal.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <cx/present/page.hpp>

namespace cx {

/// The grid in lines of at most `width` columns (40 at the least), without line ends. What does not fit is left out in
/// this order: extra columns, strips, figures from the right; labels are shortened before figures go.
/// @param colour  with escape sequences for the cells' tones
[[nodiscard]] std::vector<std::string> drawn(const Grid& grid, std::size_t width, bool colour);

/// `text` in lines of at most `width` columns, broken between words; a word that is too long is shortened. Later lines
/// start with `indent` spaces.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::size_t indent = 0);

/// `text` in the colour of a tone; as it is without colour.
[[nodiscard]] std::string toned(const std::string& text, Tone tone, bool colour);

} // namespace cx
