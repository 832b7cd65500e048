#include <cx/base/masking.hpp>

#include <cx/base/personal_spans.hpp>
#include <cx/base/plain_form.hpp>

#include <cstdint>
#include <utility>

namespace cx {

namespace {

using detail::PersonalKind;
using detail::PersonalSpan;
using detail::PersonalSpans;

/// No personal value but an e-mail address has fewer.
constexpr std::size_t fewest_digits = 7;

/// The shortest e-mail address; every other value is longer.
constexpr std::size_t shortest_value = 6;

constexpr bool is_open_bracket(char c) noexcept { return c == '(' || c == '[' || c == '{'; }

bool has_typed_at(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (is_open_bracket(text[at]) && detail::typed_at_length(text, at) > 0) return true;
    return false;
}

/// What a text of at most 255 bytes has of what personal values are made of.
struct Signs {
    std::uint8_t digits = 0;
    std::uint8_t brackets = 0; ///< not 0: there are some
    std::uint8_t others = 0;   ///< the same of `@`, and of first bytes of characters that PlainForm may take for digits
};

constexpr std::uint8_t one_if(bool yes) noexcept { return static_cast<std::uint8_t>(yes); }

/// No branches and one byte wide, so that compilers make vectors of it.
Signs signs_in(std::string_view text) noexcept {
    Signs signs;
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        const auto from_zero = static_cast<std::uint8_t>(byte - '0');
        const auto from_arabic = static_cast<std::uint8_t>(byte - 0xD9U); // 0xD9 to 0xE1, and from 0xEA on
        signs.digits = static_cast<std::uint8_t>(signs.digits + one_if(from_zero < 10));
        const auto bracket = one_if(byte == '(') | one_if(byte == '[') | one_if(byte == '{');
        const auto other = one_if(byte == '@') | one_if(from_arabic < 9) | one_if(byte >= 0xEAU);
        signs.brackets |= static_cast<std::uint8_t>(bracket);
        signs.others |= static_cast<std::uint8_t>(other);
    }
    return signs;
}

/// What nearly every text is spared of: a closer look.
bool may_name_a_person(std::string_view text) noexcept {
    constexpr std::size_t at_once = 255;
    std::size_t           digits = 0;
    bool                  brackets = false;
    for (std::size_t from = 0; from < text.size(); from += at_once) {
        const Signs signs = signs_in(text.substr(from, at_once));
        digits += signs.digits;
        brackets = brackets || signs.brackets != 0;
        if (signs.others != 0 || digits >= fewest_digits) return true;
    }
    return brackets && has_typed_at(text);
}

std::string_view mask_of(PersonalKind kind) noexcept {
    switch (kind) {
    case PersonalKind::email:
        return "[e-mail]";
    case PersonalKind::iban:
        return "[IBAN]";
    case PersonalKind::identity_code:
        return "[identity code]";
    case PersonalKind::phone:
        return "[phone]";
    }
    return {};
}

/// What `find` finds between what was found before, and that.
PersonalSpans with_gaps_searched(std::string_view text, const PersonalSpans& found,
                                 void (*find)(std::string_view, std::size_t, PersonalSpans&)) {
    PersonalSpans all;
    std::size_t   at = 0;
    for (const PersonalSpan& span : found) {
        find(text.substr(at, span.begin - at), at, all);
        all.push_back(span);
        at = span.end;
    }
    find(text.substr(at), at, all);
    return all;
}

} // namespace

std::size_t mask_personal(std::string_view text, std::string& masked) {
    if (text.size() < shortest_value || !may_name_a_person(text)) return 0;
    const detail::PlainForm form(text);
    // What is certain by itself goes first, so that telephone numbers can be told by what stands around them.
    PersonalSpans spans;
    for (const auto find : {detail::find_emails, detail::find_codes, detail::find_phones})
        spans = with_gaps_searched(form.text(), spans, find);
    if (spans.empty()) return 0;
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    for (const PersonalSpan& span : spans) {
        out += text.substr(at, form.beginning(span.begin) - at);
        out += mask_of(span.kind);
        at = form.ending(span.end);
    }
    out += text.substr(at);
    masked = std::move(out);
    return spans.size();
}

} // namespace cx
