#pragma once

// Where personal values stand in a text, for masking. The texts are those of PlainForm: what is no ASCII in them are
// parts of words.

#include <cstddef>
#include <string_view>
#include <vector>

namespace cx::detail {

enum class PersonalKind { email, iban, identity_code, phone };

struct PersonalSpan {
    std::size_t  begin = 0;
    std::size_t  end = 0; ///< one past its last byte
    PersonalKind kind{};

    bool operator==(const PersonalSpan&) const = default;
};

using PersonalSpans = std::vector<PersonalSpan>;

// Each adds what it finds to `spans`, in the order of the text, `offset` added to the places. What is left between
// found spans never begins or ends within a word, and is nothing personal of the same kind.

void find_emails(std::string_view text, std::size_t offset, PersonalSpans& spans);
/// IBANs and identity codes.
void find_codes(std::string_view text, std::size_t offset, PersonalSpans& spans);
void find_phones(std::string_view text, std::size_t offset, PersonalSpans& spans);

/// How long the `(at)` is that begins at byte `at`, a bracket: `(at)`, `[a]`, `{ ät }`, `(snabel-a)`; 0 where there is
/// none.
[[nodiscard]] std::size_t typed_at_length(std::string_view text, std::size_t at) noexcept;

[[nodiscard]] constexpr bool is_ascii_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// Of a letter or digit of any script.
[[nodiscard]] constexpr bool is_word_byte(char c) noexcept {
    return is_ascii_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
}

} // namespace cx::detail
