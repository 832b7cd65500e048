#pragma once

// Values that name a person, whatever the header says.

#include <string_view>

#include <cx/model/column_profile.hpp>

namespace cx {

[[nodiscard]] bool looks_like_email(std::string_view text) noexcept;
[[nodiscard]] bool looks_like_ip_address(std::string_view text) noexcept;
/// Seven to fifteen digits with a leading `+`, `0` or `(` and something that groups them.
[[nodiscard]] bool looks_like_phone_number(std::string_view text) noexcept;
/// A Finnish or Swedish personal identity code: `131052-308T`, `19121212-1212`.
[[nodiscard]] bool looks_like_identity_code(std::string_view text) noexcept;

/// Whether most of a column's different values look so.
[[nodiscard]] bool looks_personal(const ColumnProfile& profile);

} // namespace cx
