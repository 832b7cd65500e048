#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace cx::detail {

/// Bytes at the start of `bytes` that are ASCII, looked at eight at a time.
inline std::size_t ascii_run(std::string_view bytes) noexcept {
    constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
    std::size_t             run = 0;
    for (; run + sizeof(std::uint64_t) <= bytes.size(); run += sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + run, sizeof eight);
        if ((eight & high_bits) != 0) break;
    }
    while (run < bytes.size() && static_cast<signed char>(bytes[run]) >= 0) ++run;
    return run;
}

} // namespace cx::detail
