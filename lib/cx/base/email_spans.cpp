#include <cx/base/personal_spans.hpp>
#include <cx/base/text.hpp>

#include <algorithm>
#include <array>

namespace cx::detail {

namespace {

constexpr char ascii_lowered(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }

/// What addresses have before the `@`, less the signs by which people divide words (`/`, `?`, brackets, `|`).
bool is_local_byte(char c) noexcept {
    constexpr std::string_view signs = ".!#$%&'*+-=^_~";
    return is_word_byte(c) || signs.find(c) != std::string_view::npos;
}

constexpr char closing(char bracket) noexcept {
    switch (bracket) {
    case '(':
        return ')';
    case '[':
        return ']';
    case '{':
        return '}';
    default:
        return '\0';
    }
}

/// Length of a bracketed word that begins at `at`: `(at)`, `[ at ]`; 0 where it is none of `words`.
std::size_t bracketed_length(std::string_view text, std::size_t at, std::size_t longest, const auto& words) noexcept {
    const char close = at < text.size() ? closing(text[at]) : '\0';
    if (close == '\0') return 0;
    const std::size_t end = text.substr(0, std::min(text.size(), at + 1 + longest)).find(close, at + 1);
    if (end == std::string_view::npos) return 0;
    const std::string_view inside = trim(text.substr(at + 1, end - at - 1));
    const bool             known = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return std::equal(word.begin(), word.end(), inside.begin(), inside.end(),
                                      [](char a, char b) { return a == ascii_lowered(b); });
    });
    return known ? end + 1 - at : 0;
}

constexpr std::size_t longest_at = 13;
constexpr std::array  at_words = std::to_array<std::string_view>({"at", "a", "ät", "Ät", "@", "snabel-a", "snabela"});
constexpr std::array  dot_words = std::to_array<std::string_view>({".", "dot", "piste", "punkt", "pist"});

/// How long what stands between two labels of a domain is: `.`, ` (dot) `, `[.]`.
std::size_t dot_length(std::string_view text, std::size_t at) noexcept {
    if (at < text.size() && text[at] == '.') return 1;
    const std::size_t space = at < text.size() && text[at] == ' ' ? 1 : 0;
    const std::size_t length = bracketed_length(text, at + space, longest_at, dot_words);
    if (length == 0) return 0;
    const std::size_t end = at + space + length;
    return end < text.size() && text[end] == ' ' ? end + 1 - at : end - at;
}

bool is_capitalised(std::string_view label) noexcept {
    return label.size() > 1 && is_upper(label[0]) && is_ascii_letter(label[1]) && !is_upper(label[1]);
}

bool begins_like(std::string_view text, std::string_view lower_case) noexcept {
    return text.size() >= lower_case.size() && std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                                                          [](char a, char b) { return a == ascii_lowered(b); });
}

/// How much of the label can be the last one of a domain: its letters, if two or more; what is glued to them belongs to
/// it, but to a loose at sign it is none then. 0: none of it.
std::size_t top_level_length(std::string_view label, bool loose) noexcept {
    constexpr std::string_view encoded = "xn--";
    if (begins_like(label, encoded)) return label.size() > encoded.size() ? label.size() : 0;
    const auto letter = [](char c) { return is_word_byte(c) && !is_digit(c); };
    const auto letters = std::find_if_not(label.begin(), label.end(), letter);
    const auto end = std::find_if_not(letters, label.end(), is_word_byte);
    if (letters - label.begin() < 2 || (loose && letters != end)) return 0;
    return static_cast<std::size_t>(end - label.begin());
}

/// What stands for the `@`, with the spaces around it.
struct AtSign {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool        space_before = false;
    bool        space_behind = false;
    bool        bracketed = false;

    /// Whether people write no address so without thinking, and the rest must look the more like one.
    [[nodiscard]] bool loose() const noexcept { return space_before || space_behind || bracketed; }
};

/// Where the domain ends that begins at `at`; `at` where there is none.
std::size_t domain_end(std::string_view text, std::size_t at, bool loose) noexcept {
    std::size_t end = at;
    for (std::size_t from = at, labels = 1;; ++labels) {
        std::size_t behind = from;
        while (behind < text.size() && (is_word_byte(text[behind]) || text[behind] == '-' || text[behind] == '_'))
            ++behind;
        const std::string_view label = text.substr(from, behind - from);
        if (label.empty()) break;
        // `example.com.Thanks`, and with a loose at sign also `work.Thanks`: the next sentence
        if (labels > 1 && is_capitalised(label) && (loose || end > at)) break;
        const std::size_t length = labels > 1 ? top_level_length(label, loose) : 0;
        if (length > 0) end = from + length;
        const std::size_t dot = dot_length(text, behind);
        if (dot == 0) break;
        from = behind + dot;
    }
    return end;
}

/// Where the part before the at sign begins, not before `floor`; `end` where there is none.
std::size_t local_begin(std::string_view text, std::size_t floor, std::size_t end) noexcept {
    std::size_t begin = end;
    while (begin > floor && is_local_byte(text[begin - 1])) --begin;
    while (begin < end && !is_word_byte(text[begin])) ++begin;
    if (begin < end || end == floor || text[end - 1] != '"') return begin;
    constexpr std::size_t  longest_quoted = 66;
    const std::size_t      first = std::max(floor, end - std::min(end, longest_quoted));
    const std::string_view quoted = text.substr(first, end - 1 - first);
    const std::size_t      open = quoted.rfind('"');
    const bool             told = open != std::string_view::npos && open + 1 < quoted.size() &&
                      quoted.find(']', open) == std::string_view::npos; // what was masked before is no name
    return told ? first + open : end;
}

/// The at sign at `at`, an `@` or a bracket; its end is its beginning where there is none.
AtSign at_sign(std::string_view text, std::size_t at, std::size_t floor) noexcept {
    AtSign            sign;
    const std::size_t length = text[at] == '@' ? 1 : typed_at_length(text, at);
    sign.begin = at;
    sign.end = at + length;
    if (length == 0) return sign;
    sign.bracketed = text[at] != '@';
    sign.space_before = at > floor && text[at - 1] == ' ';
    sign.space_behind = sign.end < text.size() && text[sign.end] == ' ';
    return sign;
}

/// The address around the at sign; empty where there is none.
PersonalSpan address_at(std::string_view text, const AtSign& sign, std::size_t floor) noexcept {
    const std::size_t  local_end = sign.begin - (sign.space_before ? 1 : 0);
    const std::size_t  begin = local_begin(text, floor, local_end);
    const PersonalSpan none{sign.begin, sign.begin, PersonalKind::email};
    if (begin == local_end) return none;
    const std::string_view local = text.substr(begin, local_end - begin);
    // `(a)` numbers things, and `look @example.com` names a site
    const bool lone_letter = sign.bracketed && sign.end - sign.begin == 3 && text[sign.begin + 1] != '@';
    if (lone_letter && (sign.space_before || sign.space_behind)) return none;
    if (sign.space_before && !sign.space_behind && !sign.bracketed &&
        local.find_first_of("._0123456789") == std::string_view::npos)
        return none;
    const std::size_t domain = sign.end + (sign.space_behind ? 1 : 0);
    const std::size_t end = domain_end(text, domain, sign.loose());
    return end == domain ? none : PersonalSpan{begin, end, PersonalKind::email};
}

} // namespace

std::size_t typed_at_length(std::string_view text, std::size_t at) noexcept {
    return bracketed_length(text, at, longest_at, at_words);
}

void find_emails(std::string_view text, std::size_t offset, PersonalSpans& spans) {
    std::size_t floor = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at++;
        if (text[here] != '@' && closing(text[here]) == '\0') continue;
        const AtSign sign = at_sign(text, here, floor);
        if (sign.end == sign.begin) continue;
        const PersonalSpan found = address_at(text, sign, floor);
        if (found.begin == found.end) continue;
        spans.push_back({offset + found.begin, offset + found.end, found.kind});
        floor = found.end;
        at = found.end;
    }
}

} // namespace cx::detail
