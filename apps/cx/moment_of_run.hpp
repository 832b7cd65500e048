#pragma once

// When a run takes place: what `SOURCE_DATE_EPOCH` says where it is set, so that a run can be repeated; else now.

#include <string>

#include <cx/base/calendar.hpp>

namespace cx {

/// In UTC. @throws Error where `SOURCE_DATE_EPOCH` is no number of seconds
[[nodiscard]] Day day_of_run();
/// `2026-11-01T06:30:00Z`. @throws as day_of_run()
[[nodiscard]] std::string moment_of_run();

} // namespace cx
