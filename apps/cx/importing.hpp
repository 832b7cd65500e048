#pragma once

// Exports brought into an archive, or written as a clean CSV: each whole, or not at all.

#include "import_options.hpp"

namespace cx {

/// Brings every export in, in one change of the archive, and says what became of its rows.
/// @throws Error where anything cannot be done: then the archive is as it was
void import_exports(const ImportOptions& options);

} // namespace cx
