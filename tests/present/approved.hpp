#pragma once

// Whole outputs against files that somebody has read and approved.

#include <string>

namespace cx {

/// Fails where `output` is not, byte for byte, tests/present/approved/`name`. With CX_APPROVE=1 in the environment the
/// file is written instead, to be read in the diff.
void check_approved(const std::string& name, const std::string& output);

} // namespace cx
