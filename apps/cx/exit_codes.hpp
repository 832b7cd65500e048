#pragma once

// What a caller learns from the exit code. See the manual page of each command.

namespace cx {

enum ExitCode : int { done = 0, target_missed = 1, could_not = 2, undecided = 3 };

} // namespace cx
