#pragma once

// Ids that exports write for responses and customers.

#include <string_view>

namespace cx {

/// Whether an id says nothing of whose it is: blank, `#N/A`, `NULL`.
[[nodiscard]] bool identifies_nothing(std::string_view id);

} // namespace cx
