#pragma once

// What is said to the user beside the data: what was recognised, what was left out, what to beware of.

#include <string>
#include <vector>

namespace cx {

/// One line for standard error. `--quiet` hides information; warnings stay; details need `--verbose`.
struct Notice {
    enum class Level { detail, information, warning };
    Level       level = Level::information;
    std::string text; ///< one line, without "cx: " and without a full stop
};

using Notices = std::vector<Notice>;

} // namespace cx
