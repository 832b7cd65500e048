#include <cx/exports/multibyte.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <cx/base/error.hpp>
#include <cx/exports/ascii_run.hpp>
#include <cx/exports/utf8_writing.hpp>

namespace cx::detail {

namespace {

constexpr std::size_t units_at_once = 4096;
constexpr char16_t    replacement = 0xFFFD;

/// Neither encoding has U+FFFD, so ICU put it there. For the few single bytes that mean nothing it has characters for
/// private use.
constexpr bool is_bad(char16_t unit) { return unit == replacement || (unit >= 0xF8F0 && unit <= 0xF8FF); }

const char* icu_name(Multibyte encoding) {
    return encoding == Multibyte::cp949 ? "windows-949-2000"
                                        : "ibm-943_P15A-2003"; // the latter is Microsoft's code page 932
}

/// ICU's own callback writes a control character for some single bytes, which text may hold as well.
void mark_bad(const void* /*context*/, UConverterToUnicodeArgs* to, const char* /*bytes*/, std::int32_t /*length*/,
              UConverterCallbackReason reason, UErrorCode* status) {
    if (reason > UCNV_IRREGULAR) return; // no fault, but the converter being reset or closed
    *status = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(to, &replacement, 1, 0, status);
}

} // namespace

struct MultibyteDecoder::Converter {
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    std::unique_ptr<UConverter, Close> icu;
    char16_t                           high = 0; ///< first half of a pair whose second half is still to come

    void append(const char16_t* unit, const char16_t* end, std::string& out) {
        for (; unit != end; ++unit) {
            if (high != 0) {
                append_utf8(code_point(std::exchange(high, u'\0'), *unit), out);
            } else if (is_high_surrogate(*unit)) {
                high = *unit;
            } else if (is_bad(*unit)) {
                out.push_back(bad_byte);
            } else {
                append_utf8(*unit, out);
            }
        }
    }
};

MultibyteDecoder::MultibyteDecoder(Multibyte encoding) : converter_(std::make_unique<Converter>()) {
    UErrorCode status = U_ZERO_ERROR;
    converter_->icu.reset(ucnv_open(icu_name(encoding), &status));
    if (U_FAILURE(status) != 0) throw Error(std::string("ICU has no converter ") + icu_name(encoding));
    ucnv_setToUCallBack(converter_->icu.get(), mark_bad, nullptr, nullptr, nullptr, &status);
}

MultibyteDecoder::MultibyteDecoder(MultibyteDecoder&&) noexcept = default;
MultibyteDecoder& MultibyteDecoder::operator=(MultibyteDecoder&&) noexcept = default;
MultibyteDecoder::~MultibyteDecoder() = default;

void MultibyteDecoder::decode(std::string_view bytes, bool at_end, std::string& out) {
    std::array<char16_t, units_at_once> units{};
    const char*                         from = bytes.data();
    const char* const                   end = from + bytes.size();
    UErrorCode                          status = U_ZERO_ERROR;
    do {
        char16_t* to = units.data();
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter_->icu.get(), &to, units.data() + units.size(), &from, end, nullptr,
                       static_cast<UBool>(at_end), &status);
        converter_->append(units.data(), to, out);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (U_FAILURE(status) != 0) throw Error(std::string("text could not be converted: ") + u_errorName(status));
}

bool is_well_formed(std::string_view head, Multibyte encoding) {
    constexpr std::size_t least_share = 4; // of what is not ASCII, one in so many is Hangul, or kana
    MultibyteDecoder      decoder(encoding);
    std::string           utf8;
    decoder.decode(head, false, utf8);
    std::size_t other = 0;
    std::size_t letters = 0;
    for (std::size_t i = ascii_run(utf8); i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte == 0xFF) return false;
        if (byte < 0xC0) continue;
        ++other;
        const auto second = static_cast<unsigned char>(i + 1 < utf8.size() ? utf8[i + 1] : '\0');
        const bool hangul =
            (byte == 0xEA && second >= 0xB0) || (byte > 0xEA && byte < 0xED) || (byte == 0xED && second < 0x9F);
        const bool kana = byte == 0xE3 && (second == 0x81 || second == 0x82 || second == 0x83);
        letters += (encoding == Multibyte::cp949 ? hangul : kana) ? 1U : 0U;
    }
    return letters > 0 && letters * least_share >= other;
}

} // namespace cx::detail
