#pragma once

#include <cx/present/format.hpp>
#include <cx/present/page.hpp>

namespace cx {

/// The scores table laid out for reading: what was read, the overall figures, each dimension, what was left out, and
/// how to read it.
/// @throws Error when `look.sort` names no column
[[nodiscard]] Page score_page(const ScoreTable& table, const Look& look);

} // namespace cx
