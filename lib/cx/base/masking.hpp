#pragma once

// What names a person in a text that people wrote, made unreadable.

#include <cstddef>
#include <string>
#include <string_view>

namespace cx {

/// Replaces e-mail addresses by `[e-mail]`, telephone numbers by `[phone]`, Finnish and Swedish personal identity codes
/// by `[identity code]` and IBANs by `[IBAN]`. Identity codes and IBANs are told by their check characters; telephone
/// numbers by their form: international ones (`+`, `00`), Finnish and Swedish mobile ones with their country, and
/// national ones that start with 0 or are written as in North America. Full-width characters, invisible ones and `(at)`
/// hide none of them. Dates, times, years, amounts, IP addresses and numbers glued to letters are left as they are.
///
/// UTF-8 stays UTF-8; a text that was masked has nothing more to mask; the time is linear in the text.
/// @return how many were replaced; `masked` is written to only where it is not 0
std::size_t mask_personal(std::string_view text, std::string& masked);

/// Whether all of `text` is a Finnish or Swedish personal identity code (`131052-308T`, `811228-9874`), by its date and
/// its check character. Swedish co-ordination numbers (days from 61 on) are such codes too.
[[nodiscard]] bool is_identity_code(std::string_view text) noexcept;

} // namespace cx
