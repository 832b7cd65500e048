#pragma once

// ASCII among other characters: most of every export, so it is looked at and copied many bytes at a time.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace cx::detail {

constexpr std::uint64_t high_bits = 0x8080808080808080ULL;

/// Eight bytes as they lie in memory.
inline std::uint64_t eight_bytes(const char* from) noexcept {
    std::uint64_t eight = 0;
    std::memcpy(&eight, from, sizeof eight);
    return eight;
}

/// Which of eight bytes in memory is the first that has a bit of `bits`, which are not zero.
inline std::size_t first_byte(std::uint64_t bits) noexcept {
    const int before = std::endian::native == std::endian::little ? std::countr_zero(bits) : std::countl_zero(bits);
    return static_cast<std::size_t>(before) / 8;
}

/// Bytes at the start of `bytes` that are ASCII.
inline std::size_t ascii_run(std::string_view bytes) noexcept {
    constexpr std::size_t word = sizeof(std::uint64_t);
    const char* const     data = bytes.data();
    std::size_t           run = 0;
    for (; run + 4 * word <= bytes.size(); run += 4 * word) {
        const std::uint64_t first = eight_bytes(data + run) | eight_bytes(data + run + word);
        const std::uint64_t second = eight_bytes(data + run + 2 * word) | eight_bytes(data + run + 3 * word);
        if (((first | second) & high_bits) != 0) break;
    }
    for (; run + word <= bytes.size(); run += word) {
        const std::uint64_t high = eight_bytes(data + run) & high_bits;
        if (high != 0) return run + first_byte(high);
    }
    while (run < bytes.size() && static_cast<signed char>(bytes[run]) >= 0) ++run;
    return run;
}

/// Copies the ASCII at the start of `bytes`, which are at most what `to` has room for, and perhaps bytes behind it.
/// @return how many of the bytes are ASCII
inline std::size_t copy_ascii(std::string_view bytes, char* to) noexcept {
    constexpr std::size_t word = sizeof(std::uint64_t);
    const char* const     data = bytes.data();
    std::size_t           run = 0;
    for (; run + 4 * word <= bytes.size(); run += 4 * word) {
        const std::array<std::uint64_t, 4> words{eight_bytes(data + run), eight_bytes(data + run + word),
                                                 eight_bytes(data + run + 2 * word),
                                                 eight_bytes(data + run + 3 * word)};
        if (((words[0] | words[1] | words[2] | words[3]) & high_bits) != 0) break;
        std::memcpy(to + run, words.data(), sizeof words);
    }
    for (; run + word <= bytes.size(); run += word) {
        const std::uint64_t eight = eight_bytes(data + run);
        std::memcpy(to + run, &eight, word);
        if ((eight & high_bits) != 0) return run + first_byte(eight & high_bits);
    }
    for (; run < bytes.size() && static_cast<signed char>(bytes[run]) >= 0; ++run) to[run] = bytes[run];
    return run;
}

} // namespace cx::detail
