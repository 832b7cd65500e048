#pragma once

// Which code a cell's text was found to mean, remembered for when it comes again.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/exports/record.hpp>

namespace cx {

/// Texts and their codes. Finding one costs two loads and a multiplication; texts that somebody made to collide are not
/// remembered, so that none takes long.
class TextCodes {
  public:
    /// @param most  texts that are remembered; further ones are not
    explicit TextCodes(std::size_t most) : most_(most) {}

    /// @param text  with `readable_beyond` bytes behind it that may be read
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const noexcept {
        if (entries_.empty()) return std::nullopt;
        const Key   key = key_of(text);
        std::size_t at = place_of(key);
        for (std::size_t tried = 0; tried < most_tried; ++tried, at = (at + 1) & (entries_.size() - 1)) {
            const Entry& entry = entries_[at];
            if (!entry.used) return std::nullopt;
            if (entry.key.first == key.first && entry.key.last == key.last && entry.key.size == key.size &&
                (key.size <= whole_in_key || same_text(entry, text))) {
                return entry.code;
            }
        }
        return std::nullopt;
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
        std::uint32_t size = 0;
    };
    struct Entry {
        Key           key;
        std::uint32_t code = 0;
        std::uint32_t text = 0; ///< of a long one: where it stands in texts_
        bool          used = false;
    };

    [[nodiscard]] static std::uint64_t load(const char* at) noexcept {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        return bytes;
    }
    /// The first `size` bytes of eight.
    [[nodiscard]] static std::uint64_t load(const char* at, std::size_t size) noexcept {
        if (size == 0) return 0;
        if constexpr (std::endian::native == std::endian::little) return load(at) << (8 * (8 - size));
        return load(at) >> (8 * (8 - size));
    }
    [[nodiscard]] static Key key_of(std::string_view text) noexcept {
        const auto        size = static_cast<std::uint32_t>(text.size());
        const char* const at = text.data();
        if (size <= 8) return {load(at, size), 0, size};
        return {load(at), size <= whole_in_key ? load(at + 8, size - 8) : load(at + size - 8), size};
    }
    [[nodiscard]] std::size_t place_of(const Key& key) const noexcept {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U, other = 0xD6E8FEB86659FD93U;
        const std::uint64_t     mixed = (key.first * odd ^ std::rotl(key.last * other, 29)) + key.size;
        return static_cast<std::size_t>((mixed * odd) >> shift_);
    }
    [[nodiscard]] bool same_text(const Entry& entry, std::string_view text) const noexcept {
        return std::memcmp(texts_.data() + entry.text, text.data(), text.size()) == 0;
    }
    bool insert(const Entry& entry);
    void grow();

    std::vector<Entry> entries_; ///< a power of two of them, at most half used
    std::string        texts_;
    std::size_t        used_ = 0, most_;
    unsigned           shift_ = 64; ///< so many low bits of a hash are not used
};

} // namespace cx
