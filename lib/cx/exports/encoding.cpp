#include <cx/exports/encoding.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <uchardet/uchardet.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/exports/ascii_run.hpp>
#include <cx/exports/multibyte.hpp>

namespace cx {

namespace {

constexpr unsigned    first_high = 0x80;
constexpr std::size_t detector_size = 256U << 10U; // of text with other than ASCII in it: more makes no better guess

unsigned at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

/// Multi-byte characters of a text read as UTF-8, and bytes that fit none.
struct Utf8Count {
    std::size_t characters = 0;
    std::size_t bad = 0;
};

/// Length of the well-formed character at `i`; 0 when it is none, the text's length past `i` when it is cut off at the
/// end.
std::size_t utf8_length(std::string_view text, std::size_t i) {
    const unsigned lead = at(text, i);
    const unsigned length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    for (std::size_t k = 1; k < length; ++k) {
        if (i + k == text.size()) return k;
        unsigned low = 0x80;
        unsigned high = 0xBF;
        if (k == 1 && lead == 0xE0) low = 0xA0;  // overlong
        if (k == 1 && lead == 0xF0) low = 0x90;  // overlong
        if (k == 1 && lead == 0xED) high = 0x9F; // surrogates
        if (k == 1 && lead == 0xF4) high = 0x8F; // beyond Unicode
        if (at(text, i + k) < low || at(text, i + k) > high) return 0;
    }
    return length;
}

Utf8Count count_utf8(std::string_view text) {
    Utf8Count   count;
    std::size_t i = 0;
    while (i < text.size()) {
        if (at(text, i) < first_high) {
            i += detail::ascii_run(text.substr(i));
            continue;
        }
        const std::size_t length = utf8_length(text, i);
        ++(length == 0 ? count.bad : count.characters);
        i += std::max<std::size_t>(length, 1);
    }
    return count;
}

/// UTF-16 without a byte-order mark: delimiters, digits and line breaks have a zero byte on one and the same side.
std::string utf16_by_zeros(std::string_view head) {
    constexpr std::size_t      looked_at = 64U << 10U;
    constexpr std::size_t      least_share = 20; // one character in so many has a zero byte
    constexpr std::size_t      other_side = 50;  // and on the other side at most one in so many of these
    std::array<std::size_t, 2> zeros{};
    const std::size_t          size = std::min(head.size(), looked_at) & ~std::size_t{1};
    for (std::size_t i = 0; i < size; ++i) zeros[i & 1U] += head[i] == '\0' ? 1U : 0U;
    const std::size_t enough = std::max<std::size_t>(size / 2 / least_share, 2);
    if (zeros[1] >= enough && zeros[0] * other_side <= zeros[1]) return "UTF-16LE";
    if (zeros[0] >= enough && zeros[1] * other_side <= zeros[0]) return "UTF-16BE";
    return {};
}

/// What the detector makes of the text from its first byte beyond ASCII on.
std::string detected(std::string_view head) {
    const auto high =
        std::find_if(head.begin(), head.end(), [](char c) { return static_cast<unsigned char>(c) >= first_high; });
    const auto             from = static_cast<std::size_t>(high - head.begin());
    const std::string_view part = head.substr(from > 64 ? from - 64 : 0, detector_size);
    uchardet* const        detector = uchardet_new();
    uchardet_handle_data(detector, part.data(), part.size());
    uchardet_data_end(detector);
    std::string name = uchardet_get_charset(detector);
    uchardet_delete(detector);
    return name;
}

bool is_ascii_letter(unsigned byte) { return (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z'; }

/// How single bytes beyond ASCII are used: the three Western encodings differ in few of them.
struct WesternBytes {
    std::size_t c1_defined = 0;   ///< quotes, dashes and the euro of windows-1252
    std::size_t c1_undefined = 0; ///< the five that it leaves undefined
    std::size_t latin9 = 0;       ///< where ISO-8859-15 has a letter or the euro and the others an unlikely sign
};

WesternBytes count_western(std::string_view text) {
    WesternBytes count;
    for (std::size_t i = detail::ascii_run(text); i < text.size(); i += 1 + detail::ascii_run(text.substr(i + 1))) {
        const unsigned byte = at(text, i);
        const unsigned before = i > 0 ? at(text, i - 1) : ' ';
        const unsigned after = i + 1 < text.size() ? at(text, i + 1) : ' ';
        const bool     in_word = is_ascii_letter(after) && (before < '0' || before > '9');
        const bool     caron_or_oe = (byte == 0xA6 || byte == 0xA8 || byte == 0xBC || byte == 0xBD) && in_word;
        const bool     euro = byte == 0xA4; // a bare currency sign is not written
        if (byte <= 0x9F) {
            const bool undefined = byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
            ++(undefined ? count.c1_undefined : count.c1_defined);
        } else if (euro || caron_or_oe) {
            ++count.latin9;
        }
    }
    return count;
}

std::string western(std::string_view head) {
    const WesternBytes count = count_western(head);
    if (count.c1_defined > 0) return "windows-1252";
    if (count.c1_undefined > 0) return "ISO-8859-1";
    return count.latin9 > 0 ? "ISO-8859-15" : "windows-1252";
}

/// Text in another alphabet than the Western encodings have: about as many bytes beyond ASCII as letters of it.
bool is_foreign(std::string_view head) {
    std::size_t letters = 0;
    std::size_t high = 0;
    for (const char c : head.substr(0, detector_size)) {
        const auto byte = static_cast<unsigned char>(c);
        high += byte >= first_high ? 1U : 0U;
        letters += is_ascii_letter(byte) ? 1U : 0U;
    }
    return high > letters / 2;
}

std::string plain_letters(std::string_view typed) {
    std::string out;
    for (const char c : typed) {
        if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
        }
    }
    return out;
}

struct Name {
    const char* typed; ///< lower case, letters and digits only
    const char* printed;
};

constexpr std::array names{
    Name{"utf8", "UTF-8"},
    Name{"utf8bom", "UTF-8"},
    Name{"utf8sig", "UTF-8"},
    Name{"utf8withbom", "UTF-8"},
    Name{"ascii", "UTF-8"},
    Name{"usascii", "UTF-8"},
    Name{"utf16", "UTF-16LE"}, // a byte-order mark says otherwise
    Name{"utf16le", "UTF-16LE"},
    Name{"unicode", "UTF-16LE"},
    Name{"utf16be", "UTF-16BE"},
    Name{"windows1252", "windows-1252"},
    Name{"cp1252", "windows-1252"},
    Name{"win1252", "windows-1252"},
    Name{"ansi", "windows-1252"},
    Name{"iso88591", "ISO-8859-1"},
    Name{"latin1", "ISO-8859-1"},
    Name{"iso885915", "ISO-8859-15"},
    Name{"latin9", "ISO-8859-15"},
    Name{"cp949", "CP949"},
    Name{"windows949", "CP949"},
    Name{"ms949", "CP949"},
    Name{"uhc", "CP949"},
    Name{"euckr", "CP949"},
    Name{"ksc5601", "CP949"},
    Name{"shiftjis", "Shift_JIS"},
    Name{"sjis", "Shift_JIS"},
    Name{"cp932", "Shift_JIS"},
    Name{"windows31j", "Shift_JIS"},
    Name{"windows932", "Shift_JIS"},
};

} // namespace

std::string recognise_encoding(std::string_view head) {
    using namespace std::string_view_literals;
    // So many well-formed characters to a byte that fits none: the text is UTF-8 with faults, for no other encoding
    // makes such.
    constexpr std::size_t well_formed_share = 10;
    if (head.starts_with("\xEF\xBB\xBF"sv)) return "UTF-8 with BOM";
    if (head.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
    if (head.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
    if (std::string utf16 = utf16_by_zeros(head); !utf16.empty()) return utf16;
    const Utf8Count utf8 = count_utf8(head);
    if (utf8.bad == 0 || utf8.characters >= well_formed_share * utf8.bad) return "UTF-8";
    const std::string guess = detected(head);
    const bool        korean = guess == "UHC" || guess == "EUC-KR" || guess == "CP949";
    if (korean && detail::is_well_formed(head, detail::Multibyte::cp949)) return "CP949";
    const bool japanese = guess == "SHIFT_JIS" || guess.empty();
    if (japanese && detail::is_well_formed(head, detail::Multibyte::shift_jis)) return "Shift_JIS";
    const bool western_guess = guess.empty() || guess.starts_with("ISO-8859-1") || guess == "WINDOWS-1252";
    if (!western_guess && is_foreign(head)) {
        throw Error(fmt::format("the text looks like {}, which is not read", guess),
                    "save it as CSV UTF-8, or name its encoding with --encoding");
    }
    return western(head);
}

std::string encoding_named(std::string_view typed) {
    const std::string letters = plain_letters(typed);
    for (const Name& name : names) {
        if (letters == name.typed) return name.printed;
    }
    const std::vector<std::string> known{"UTF-8",      "UTF-16LE",    "UTF-16BE", "windows-1252",
                                         "ISO-8859-1", "ISO-8859-15", "CP949",    "Shift_JIS"};
    const auto                     meant = nearest(typed, known);
    throw Error(fmt::format("the encoding '{}' is not known", typed),
                meant ? fmt::format("is '{}' meant?", *meant) : fmt::format("known are {}", fmt::join(known, ", ")));
}

} // namespace cx
