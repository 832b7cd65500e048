#pragma once

// What cx import does with an archive beside importing.

#include "import_options.hpp"

namespace cx {

/// Prints the archive's waves and imports.
void list_archive(const ImportOptions& options);
/// @throws Error with all that is wrong
void verify_archive(const ImportOptions& options);
void remove_wave(const ImportOptions& options);
void forget_respondent(const ImportOptions& options);

} // namespace cx
