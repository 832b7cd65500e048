#include <cx/base/code_points.hpp>
#include <cx/base/text.hpp>

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>

namespace cx {

namespace {

constexpr char32_t         zero_width_joiner = 0x200D;
constexpr char32_t         emoji_variation = 0xFE0F;
constexpr std::string_view ellipsis = "\u2026";

bool has(char32_t c, UProperty property) noexcept {
    return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

bool is_plain_ascii(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// What a joiner may join to a picture: the end of an emoji.
bool ends_emoji(char32_t c) noexcept {
    return c == emoji_variation || (c >= 0x80 && (has(c, UCHAR_EXTENDED_PICTOGRAPHIC) || has(c, UCHAR_EMOJI_MODIFIER)));
}

/// Controls, line separators, and whatever acts without being seen.
bool acts_unseen(char32_t c) noexcept {
    const int type = u_charType(static_cast<UChar32>(c));
    if (type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR) return true;
    if (type == U_FORMAT_CHAR) return !has(c, UCHAR_PREPENDED_CONCATENATION_MARK);
    return has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

char32_t peek(std::string_view text, std::size_t at) noexcept {
    return at < text.size() ? detail::next_code_point(text, at) : 0;
}

/// A joiner inside an emoji, or one variation selector behind a character that is seen: both only choose a glyph.
bool chooses_glyph(char32_t before, char32_t c, char32_t after) noexcept {
    if (c == zero_width_joiner) return ends_emoji(before) && has(after, UCHAR_EXTENDED_PICTOGRAPHIC);
    return has(c, UCHAR_VARIATION_SELECTOR) && before > 0x20 && !acts_unseen(before);
}

void append_escape(std::string& out, char32_t c) {
    const auto number = static_cast<std::uint32_t>(c);
    if (c == '\n')
        out += "\\n";
    else if (c == '\r')
        out += "\\r";
    else if (c == '\t')
        out += "\\t";
    else if (c < 0x100)
        fmt::format_to(std::back_inserter(out), "\\x{:02x}", number);
    else if (c < 0x10000)
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", number);
    else
        fmt::format_to(std::back_inserter(out), "\\U{:08x}", number);
}

std::size_t width_of(char32_t before, char32_t c) noexcept {
    if (c < 0x7F) return c >= 0x20 ? 1 : 0;
    if (c == emoji_variation) {
        // A text symbol becomes a picture, which is wide.
        const int east_asian = u_getIntPropertyValue(static_cast<UChar32>(before), UCHAR_EAST_ASIAN_WIDTH);
        return before >= 0x80 && has(before, UCHAR_EXTENDED_PICTOGRAPHIC) && east_asian != U_EA_WIDE ? 1 : 0;
    }
    const int type = u_charType(static_cast<UChar32>(c));
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || acts_unseen(c)) return 0;
    const int syllable = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_HANGUL_SYLLABLE_TYPE);
    if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
    if (has(c, UCHAR_EMOJI_MODIFIER) && ends_emoji(before)) return 0;
    const int east_asian = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

/// Where the graphemes of a well-formed text end.
class Graphemes {
  public:
    explicit Graphemes(const std::string& text) {
        UErrorCode status = U_ZERO_ERROR;
        utext_openUTF8(&units_, text.data(), static_cast<std::int64_t>(text.size()), &status);
        breaks_.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        if (breaks_ && U_SUCCESS(status) != 0) breaks_->setText(&units_, status);
        usable_ = breaks_ && U_SUCCESS(status) != 0;
    }
    ~Graphemes() { utext_close(&units_); }
    Graphemes(const Graphemes&) = delete;
    Graphemes& operator=(const Graphemes&) = delete;
    Graphemes(Graphemes&&) = delete;
    Graphemes& operator=(Graphemes&&) = delete;

    /// The end of the next grapheme in bytes; 0 behind the last one.
    std::size_t next() {
        const std::int32_t end = usable_ ? breaks_->next() : icu::BreakIterator::DONE;
        return end == icu::BreakIterator::DONE ? 0 : static_cast<std::size_t>(end);
    }

  private:
    UText                               units_ = UTEXT_INITIALIZER;
    std::unique_ptr<icu::BreakIterator> breaks_;
    bool                                usable_ = false;
};

} // namespace

std::string visible(std::string_view text) {
    if (is_plain_ascii(text)) return std::string(text);
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = detail::next_code_point(text, at);
        const bool     seen = c < 0x80 ? c >= 0x20 && c != 0x7F : !acts_unseen(c);
        if (seen || chooses_glyph(before, c, peek(text, at)))
            detail::append_code_point(out, c);
        else
            append_escape(out, c);
        before = c;
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    if (is_plain_ascii(text)) return text.size();
    std::size_t width = 0;
    char32_t    before = 0;
    char32_t    joined = 0; // what stands before a joiner
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = detail::next_code_point(text, at);
        const bool     continues_emoji = before == zero_width_joiner && ends_emoji(joined);
        if (!continues_emoji || !has(c, UCHAR_EXTENDED_PICTOGRAPHIC)) width += width_of(before, c);
        joined = before;
        before = c;
    }
    return width;
}

std::string shortened(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) return detail::well_formed(text);
    if (columns == 0) return {};
    if (is_plain_ascii(text)) return std::string(text.substr(0, columns - 1)).append(ellipsis);

    std::string clean = detail::well_formed(text);
    Graphemes   graphemes(clean);
    std::size_t width = 0;
    std::size_t start = 0;
    std::size_t kept = 0; // bytes that fit with the ellipsis behind them
    for (std::size_t end = graphemes.next(); end != 0; start = end, end = graphemes.next()) {
        width += display_width(std::string_view(clean).substr(start, end - start));
        if (width > columns) return clean.substr(0, kept).append(ellipsis);
        if (width < columns) kept = end;
    }
    return clean;
}

} // namespace cx
