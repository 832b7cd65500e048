#pragma once

#include <cx/present/format.hpp>
#include <cx/present/page.hpp>

namespace cx {

/// The view that is shown, or the scores table, laid out for reading: what was read, the overall figures, each
/// dimension, what was left out, and how to read it.
/// @throws Error when `look.sort` names no column
[[nodiscard]] Page score_page(const Shown& shown, const Look& look);

} // namespace cx
