#pragma once

// What cells of at most two bytes were read as, which is most answers there are.

#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

namespace cx {

/// A byte for each cell that there can be; finding it takes no branch.
class ShortCells {
  public:
    static constexpr std::size_t longest = 2; ///< bytes of a cell

    // From calloc(), whose memory is not touched before it is used: few of the places ever are.
    // NOLINTBEGIN(cppcoreguidelines-no-malloc,modernize-avoid-c-arrays)

    /// Bytes are 0 until somebody sets them.
    ShortCells() : bytes_(static_cast<std::uint8_t*>(std::calloc(places, 1))) {
        if (bytes_ == nullptr) throw std::bad_alloc();
    }

    /// @param cell  at most `longest` bytes, with `readable_beyond` bytes behind them that may be read
    [[nodiscard]] std::uint8_t& at(std::string_view cell) noexcept { return bytes_.get()[place_of(cell)]; }
    [[nodiscard]] std::uint8_t  at(std::string_view cell) const noexcept { return bytes_.get()[place_of(cell)]; }

  private:
    /// Cells of two bytes have places by their bytes, shorter ones before them.
    static constexpr std::size_t                            places = 0x200 + 0x10000;
    static constexpr std::array<std::uint32_t, longest + 1> first_place = {0, 0x100, 0x200};
    static constexpr std::array<std::uint32_t, longest + 1> own_bits = {0, 0xFF, 0xFFFF};

    [[nodiscard]] static std::size_t place_of(std::string_view cell) noexcept {
        std::uint16_t bytes = 0;
        std::memcpy(&bytes, cell.data(), sizeof bytes);
        if constexpr (std::endian::native == std::endian::big)
            bytes = static_cast<std::uint16_t>(bytes << 8U | bytes >> 8U);
        return (bytes & own_bits[cell.size()]) + first_place[cell.size()];
    }

    struct Free {
        void operator()(std::uint8_t* bytes) const noexcept { std::free(bytes); }
    };
    std::unique_ptr<std::uint8_t[], Free> bytes_;
    // NOLINTEND(cppcoreguidelines-no-malloc,modernize-avoid-c-arrays)
};

} // namespace cx
