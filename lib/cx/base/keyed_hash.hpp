#pragma once

#include <array>
#include <memory>
#include <string_view>

#include <cx/base/digest.hpp>

namespace cx {

/// What stands for a text that is not to be kept: the same for the same text and key, and of no use to anyone who does
/// not have the key. The first 16 bytes of HMAC-SHA256 over the parts, each preceded by its length, so that ("ab", "c")
/// and ("a", "bc") differ. Archives hold such values, written by hexadecimal(): how they are made can never change.
///
/// A copy works on its own: one for each thread, which costs less than the key anew.
class KeyedHash {
  public:
    using Value = std::array<unsigned char, 16>;

    explicit KeyedHash(std::string_view key);
    KeyedHash(const KeyedHash& other);
    KeyedHash(KeyedHash&& other) noexcept;
    KeyedHash& operator=(const KeyedHash& other);
    KeyedHash& operator=(KeyedHash&& other) noexcept;
    ~KeyedHash();

    void add(std::string_view part);
    /// Of all parts that were added; the next part is the first of the next value.
    [[nodiscard]] Value finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace cx

namespace cx::detail {

/// HMAC-SHA256 (RFC 2104) of `text`.
[[nodiscard]] Sha256::Digest hmac_sha256(std::string_view key, std::string_view text);

} // namespace cx::detail
