#pragma once

// Encodings of one byte a character: windows-1252, ISO-8859-1, ISO-8859-15.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

#include <cx/exports/ascii_run.hpp>
#include <cx/exports/utf8_writing.hpp>

namespace cx::detail {

/// ASCII is copied as it is, all else by table.
class SingleByteDecoder {
  public:
    explicit SingleByteDecoder(std::string_view encoding) {
        for (std::size_t i = 0; i < letters_.size(); ++i) set(0x80U + i, static_cast<char16_t>(0x80U + i));
        if (encoding == "windows-1252") {
            // WHATWG's index: the five bytes without a character keep the control character of their number.
            constexpr std::array<char16_t, 32> c1{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
            for (std::size_t i = 0; i < c1.size(); ++i) set(0x80U + i, c1[i]);
        } else if (encoding == "ISO-8859-15") {
            struct Difference {
                unsigned char byte;
                char16_t      letter;
            };
            constexpr std::array differences{
                Difference{0xA4, 0x20AC}, Difference{0xA6, 0x0160}, Difference{0xA8, 0x0161}, Difference{0xB4, 0x017D},
                Difference{0xB8, 0x017E}, Difference{0xBC, 0x0152}, Difference{0xBD, 0x0153}, Difference{0xBE, 0x0178}};
            for (const Difference& difference : differences) set(difference.byte, difference.letter);
        }
    }

    /// Decodes as many of `bytes` as fit into `room` bytes at `to`: all but the last few are used.
    [[nodiscard]] DecodedStretch decode(std::string_view bytes, char* to, std::size_t room) const noexcept {
        DecodedStretch done;
        while (done.taken < bytes.size() && room - done.written >= longest_utf8) {
            const std::size_t most = std::min(bytes.size() - done.taken, room - done.written);
            const std::size_t run = copy_ascii(bytes.substr(done.taken, most), to + done.written);
            done.taken += run;
            done.written += run;
            while (done.taken < bytes.size() && room - done.written >= longest_utf8) {
                const auto byte = static_cast<unsigned char>(bytes[done.taken]);
                if (byte < 0x80) break;
                const Letter& letter = letters_[byte - 0x80U];
                std::memcpy(to + done.written, letter.bytes.data(), longest_utf8);
                done.written += letter.size;
                ++done.taken;
            }
        }
        return done;
    }

  private:
    struct Letter {
        std::array<char, longest_utf8> bytes{};
        std::size_t                    size = 0;
    };

    void set(std::size_t byte, char16_t letter) {
        Letter& set = letters_[byte - 0x80U];
        set.size = write_utf8(letter, set.bytes.data());
    }

    std::array<Letter, 128> letters_;
};

} // namespace cx::detail
