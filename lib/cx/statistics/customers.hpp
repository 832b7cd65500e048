#pragma once

// What is known of whole customers: their answers across touchpoints.

namespace cx {

/// Estimates over customers instead of responses.
struct CustomerScores {};

} // namespace cx
