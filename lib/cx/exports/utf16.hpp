#pragma once

// UTF-16 of either order.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include <cx/exports/ascii_run.hpp>
#include <cx/exports/utf8_writing.hpp>

namespace cx::detail {

/// A byte-order mark at the start turns it where it says so. ASCII is narrowed sixteen characters at a time.
class Utf16Decoder {
  public:
    explicit Utf16Decoder(bool big_endian) : big_endian_(big_endian) {}

    /// Decodes as many of `bytes` as fit into `room` bytes at `to`: all but the last few are used. What is cut off at
    /// the end of `bytes`, a unit or a pair of them, is not taken.
    [[nodiscard]] DecodedStretch decode(std::string_view bytes, char* to, std::size_t room) noexcept {
        DecodedStretch done;
        if (at_start_ && bytes.size() >= unit_size) done.taken = mark(bytes);
        const bool swapped = big_endian_ != (std::endian::native == std::endian::big);
        return swapped ? decode_units<true>(bytes, to, room, done) : decode_units<false>(bytes, to, room, done);
    }

  private:
    static constexpr std::size_t unit_size = 2;
    static constexpr std::size_t at_once = 16; // units

    template <bool Swapped> static char16_t unit(const char* from) noexcept {
        std::uint16_t bits = 0;
        std::memcpy(&bits, from, sizeof bits);
        return static_cast<char16_t>(Swapped ? static_cast<std::uint16_t>((bits >> 8U) | (bits << 8U)) : bits);
    }

    /// Size of the byte-order mark.
    std::size_t mark(std::string_view bytes) noexcept {
        constexpr char16_t mark = 0xFEFF;
        constexpr char16_t turned_mark = 0xFFFE;
        at_start_ = false;
        const bool     swapped = big_endian_ != (std::endian::native == std::endian::big);
        const char16_t first = swapped ? unit<true>(bytes.data()) : unit<false>(bytes.data());
        if (first == turned_mark) big_endian_ = !big_endian_;
        return first == mark || first == turned_mark ? unit_size : 0;
    }

    /// Writes sixteen units as if they were ASCII.
    /// @return how many of them are, before the first that is not
    template <bool Swapped> static std::size_t narrow(const char* from, char* to) noexcept {
        constexpr std::uint64_t       beyond = Swapped ? 0x80FF80FF80FF80FFULL : 0xFF80FF80FF80FF80ULL;
        std::array<std::uint16_t, 16> units{};
        std::array<std::uint8_t, 16>  bytes{};
        constexpr std::size_t         units_in_word = sizeof(std::uint64_t) / unit_size;
        std::array<std::uint64_t, 4>  words{};
        std::memcpy(units.data(), from, sizeof units);
        for (std::size_t i = 0; i < at_once; ++i) {
            bytes[i] = static_cast<std::uint8_t>(Swapped ? units[i] >> 8U : units[i]);
        }
        std::memcpy(to, bytes.data(), sizeof bytes);
        std::memcpy(words.data(), from, sizeof words);
        if (((words[0] | words[1] | words[2] | words[3]) & beyond) == 0) return at_once;
        std::size_t word = 0;
        while ((words[word] & beyond) == 0) ++word;
        return word * units_in_word + first_byte(words[word] & beyond) / unit_size;
    }

    template <bool Swapped>
    static DecodedStretch decode_units(std::string_view bytes, char* to, std::size_t room,
                                       DecodedStretch done) noexcept {
        while (bytes.size() - done.taken >= unit_size && room - done.written >= longest_utf8) {
            while (bytes.size() - done.taken >= at_once * unit_size && room - done.written >= at_once) {
                const std::size_t run = narrow<Swapped>(bytes.data() + done.taken, to + done.written);
                done.taken += run * unit_size;
                done.written += run;
                if (run < at_once) break;
            }
            if (bytes.size() - done.taken < unit_size || room - done.written < longest_utf8) break;
            if (!take<Swapped>(bytes, to, done)) break;
        }
        return done;
    }

    /// One character; false when it is cut off.
    template <bool Swapped> static bool take(std::string_view bytes, char* to, DecodedStretch& done) noexcept {
        const char* const from = bytes.data() + done.taken;
        const char16_t    first = unit<Swapped>(from);
        char* const       here = to + done.written;
        std::size_t       units = 1;
        if (is_high_surrogate(first)) {
            if (bytes.size() - done.taken < 2 * unit_size) return false;
            const char16_t second = unit<Swapped>(from + unit_size);
            if (is_low_surrogate(second)) {
                units = 2;
                done.written += write_utf8(code_point(first, second), here);
            } else {
                *here = bad_byte;
                ++done.written;
            }
        } else if (is_low_surrogate(first)) {
            *here = bad_byte;
            ++done.written;
        } else {
            done.written += write_utf8(first, here);
        }
        done.taken += units * unit_size;
        return true;
    }

    bool big_endian_;
    bool at_start_ = true;
};

} // namespace cx::detail
