#pragma once

// Values that name a person, whatever the header says.

#include <string_view>

#include <cx/model/column_profile.hpp>

namespace cx {

[[nodiscard]] bool looks_like_email(std::string_view text) noexcept;
[[nodiscard]] bool looks_like_ip_address(std::string_view text) noexcept;
/// Seven to fifteen digits with a leading `+`, `0` or `(` and something that groups them; or the digits of a Finnish or
/// Swedish mobile number, with its country or without.
[[nodiscard]] bool looks_like_phone_number(std::string_view text) noexcept;

/// What most of a column's different values look like.
enum class PersonalValues { none, emails, ip_addresses, phone_numbers, identity_codes };

[[nodiscard]] PersonalValues personal_values(const ColumnProfile& profile);
[[nodiscard]] inline bool    looks_personal(const ColumnProfile& profile) {
       return personal_values(profile) != PersonalValues::none;
}

} // namespace cx
