#pragma once

// Which code a cell's text was found to mean, remembered for when it comes again.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <cx/exports/record.hpp>

namespace cx {

/// Texts and their codes. Finding one costs two loads and a multiplication; texts that somebody made to collide are not
/// remembered, so that none takes long.
class TextCodes {
  public:
    static constexpr std::uint32_t not_known = UINT32_MAX; ///< is no text's code

    /// @param most  texts that are remembered; further ones are not
    explicit TextCodes(std::size_t most) : most_(most) {}

    /// @param text  with `readable_beyond` bytes behind it that may be read
    /// @return its code; `not_known` without one
    [[nodiscard]] std::uint32_t find(std::string_view text) const noexcept {
        const Key         key = key_of(text);
        const std::size_t at = place_of(key);
        const Entry&      entry = entries_[at];
        if (entry.key.differs(key) == 0 && key.size <= whole_in_key) return entry.code;
        return find_from(at, key, text);
    }
    /// Remembers a text that find() did not find, unless it is long or there are too many.
    /// @param text  as for find()
    bool remember(std::string_view text, std::uint32_t code);

  private:
    static constexpr std::size_t most_tried = 32;
    static constexpr std::size_t whole_in_key = 16;
    static constexpr std::size_t longest = 256;

    /// All of a short text; of a longer one its first and last eight bytes.
    struct Key {
        std::uint64_t first = 0, last = 0;
        std::uint32_t size = UINT32_MAX; ///< of no text

        /// 0 where keys are equal.
        [[nodiscard]] std::uint64_t differs(const Key& other) const noexcept {
            return (first ^ other.first) | (last ^ other.last) | (size ^ other.size);
        }
    };
    struct Entry {
        Key           key;
        std::uint32_t code = 0;
        std::uint32_t text = 0; ///< of a long one: where it stands in texts_

        [[nodiscard]] bool is_used() const noexcept { return key.size != UINT32_MAX; }
    };

    [[nodiscard]] static std::uint64_t load(const char* at) noexcept {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        return bytes;
    }
    [[nodiscard]] static Key key_of(std::string_view text) noexcept {
        const auto        size = static_cast<std::uint32_t>(text.size());
        const char* const at = text.data();
        if (size > whole_in_key) return {load(at), load(at + size - 8), size};
        // Without a branch on the size: texts of a column are often of seven bytes as well as of nine.
        return {load(at) & ones[8 + size], load(at + 8) & ones[size], size};
    }
    /// Ones where the second eight bytes of a text of so many bytes are its own; eight places on, where the first are.
    static constexpr std::array<std::uint64_t, 25> ones = [] {
        std::array<std::uint64_t, 25> masks{};
        for (std::size_t i = 0; i < masks.size(); ++i) {
            const std::size_t own = i < 8 ? 0 : i < 16 ? i - 8 : 8;
            for (std::size_t byte = 0; byte < own; ++byte) {
                const std::size_t place = std::endian::native == std::endian::little ? byte : 7 - byte;
                masks[i] |= std::uint64_t{0xFF} << (8 * place);
            }
        }
        return masks;
    }();
    [[nodiscard]] std::size_t place_of(const Key& key) const noexcept {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U, other = 0xD6E8FEB86659FD93U;
        const std::uint64_t     mixed = (key.first * odd ^ std::rotl(key.last * other, 29)) + key.size;
        return static_cast<std::size_t>((mixed * odd) >> shift_);
    }
    [[nodiscard]] bool same_text(const Entry& entry, std::string_view text) const noexcept {
        return std::memcmp(texts_.data() + entry.text, text.data(), text.size()) == 0;
    }
    [[nodiscard]] std::uint32_t find_from(std::size_t at, const Key& key, std::string_view text) const noexcept;
    bool                        insert(const Entry& entry);
    void                        grow();

    std::vector<Entry> entries_ = std::vector<Entry>(2); ///< a power of two of them, at most half of them used
    std::string        texts_;
    std::size_t        used_ = 0, most_;
    unsigned           shift_ = 63; ///< so many low bits of a hash are not used
};

} // namespace cx
