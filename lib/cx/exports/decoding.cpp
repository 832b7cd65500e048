#include <cx/exports/encoding.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include <cx/exports/ascii_run.hpp>
#include <cx/exports/multibyte.hpp>
#include <cx/exports/utf8_writing.hpp>

namespace cx {

namespace {

constexpr std::size_t block_size = 128U << 10U;

using detail::append_utf8;
using detail::ascii_run;
using detail::bad_byte;

/// One byte a character, by table.
class SingleByteDecoder {
  public:
    explicit SingleByteDecoder(const std::string& encoding) {
        for (std::size_t i = 0; i < letters_.size(); ++i) letters_[i] = utf8_of(static_cast<char16_t>(0x80U + i));
        if (encoding == "windows-1252") {
            // WHATWG's index: the five bytes without a character keep the control character of their number.
            constexpr std::array<char16_t, 32> c1{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
            for (std::size_t i = 0; i < c1.size(); ++i) letters_[i] = utf8_of(c1[i]);
        } else if (encoding == "ISO-8859-15") {
            using Letter = std::pair<unsigned, char16_t>;
            constexpr std::array differences{Letter{0xA4, 0x20AC}, Letter{0xA6, 0x0160}, Letter{0xA8, 0x0161},
                                             Letter{0xB4, 0x017D}, Letter{0xB8, 0x017E}, Letter{0xBC, 0x0152},
                                             Letter{0xBD, 0x0153}, Letter{0xBE, 0x0178}};
            for (const auto& [byte, letter] : differences) letters_[byte - 0x80U] = utf8_of(letter);
        }
    }

    void decode(std::string_view bytes, bool /*at_end*/, std::string& out) const {
        while (!bytes.empty()) {
            const std::size_t run = ascii_run(bytes);
            out.append(bytes.substr(0, run));
            bytes.remove_prefix(run);
            while (!bytes.empty() && static_cast<signed char>(bytes.front()) < 0) {
                out.append(letters_[static_cast<unsigned char>(bytes.front()) - 0x80U]);
                bytes.remove_prefix(1);
            }
        }
    }

  private:
    static std::string utf8_of(char16_t letter) {
        std::string text;
        append_utf8(letter, text);
        return text;
    }

    std::array<std::string, 128> letters_;
};

/// UTF-16 in either order; a byte-order mark at the start turns it where it says so.
class Utf16Decoder {
  public:
    explicit Utf16Decoder(bool big_endian) : big_endian_(big_endian) {}

    void decode(std::string_view bytes, bool at_end, std::string& out) {
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            if (!half_) {
                half_ = byte;
                continue;
            }
            take(big_endian_ ? unit(*half_, byte) : unit(byte, *half_), out);
            half_.reset();
        }
        if (!at_end) return;
        if (half_ || high_ != 0) out.push_back(bad_byte);
    }

  private:
    static char16_t unit(unsigned high, unsigned low) { return static_cast<char16_t>((high << 8U) | low); }

    void take(char16_t unit, std::string& out) {
        constexpr char16_t mark = 0xFEFF;
        constexpr char16_t turned_mark = 0xFFFE;
        if (std::exchange(at_start_, false) && (unit == mark || unit == turned_mark)) {
            big_endian_ = big_endian_ != (unit == turned_mark);
            return;
        }
        if (high_ != 0) {
            const char16_t high = std::exchange(high_, u'\0');
            if (detail::is_low_surrogate(unit)) {
                append_utf8(detail::code_point(high, unit), out);
                return;
            }
            out.push_back(bad_byte);
        }
        if (detail::is_high_surrogate(unit)) {
            high_ = unit;
        } else if (detail::is_low_surrogate(unit)) {
            out.push_back(bad_byte);
        } else {
            append_utf8(unit, out);
        }
    }

    bool                         big_endian_;
    bool                         at_start_ = true;
    std::optional<unsigned char> half_;
    char16_t                     high_ = 0;
};

/// Reads blocks, and what a decoder makes of them.
template <class Decoder> class DecodedInput : public Input {
  public:
    DecodedInput(std::unique_ptr<Input> input, Decoder decoder)
        : input_(std::move(input)), decoder_(std::move(decoder)) {}

    std::size_t read(char* to, std::size_t size) override {
        std::size_t done = 0;
        while (done < size && (taken_ < text_.size() || fill())) {
            const std::size_t count = std::min(size - done, text_.size() - taken_);
            std::memcpy(to + done, text_.data() + taken_, count);
            taken_ += count;
            done += count;
        }
        return done;
    }

  private:
    bool fill() {
        text_.clear();
        taken_ = 0;
        while (text_.empty() && !ended_) {
            block_.resize(block_size);
            block_.resize(input_->read(block_.data(), block_size));
            ended_ = block_.size() < block_size;
            decoder_.decode(block_, ended_, text_);
        }
        return !text_.empty();
    }

    std::unique_ptr<Input> input_;
    Decoder                decoder_;
    std::string            block_;
    std::string            text_;
    std::size_t            taken_ = 0;
    bool                   ended_ = false;
};

template <class Decoder> std::unique_ptr<Input> decoded_by(Decoder decoder, std::unique_ptr<Input> input) {
    return std::make_unique<DecodedInput<Decoder>>(std::move(input), std::move(decoder));
}

/// UTF-8 is handed through as it is: only cells that are used are looked at for faults.
std::unique_ptr<Input> without_mark(std::unique_ptr<Input> input) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    std::string                start = read_head(*input, mark.size());
    if (start == mark) return input;
    return replayed(std::move(start), std::move(input));
}

} // namespace

std::unique_ptr<Input> decoded(std::unique_ptr<Input> input, const std::string& encoding) {
    if (encoding == "UTF-16LE" || encoding == "UTF-16BE") {
        return decoded_by(Utf16Decoder(encoding == "UTF-16BE"), std::move(input));
    }
    if (encoding == "windows-1252" || encoding == "ISO-8859-1" || encoding == "ISO-8859-15") {
        return decoded_by(SingleByteDecoder(encoding), std::move(input));
    }
    if (encoding == "CP949") {
        return decoded_by(detail::MultibyteDecoder(detail::Multibyte::cp949), std::move(input));
    }
    if (encoding == "Shift_JIS") {
        return decoded_by(detail::MultibyteDecoder(detail::Multibyte::shift_jis), std::move(input));
    }
    return without_mark(std::move(input));
}

} // namespace cx
