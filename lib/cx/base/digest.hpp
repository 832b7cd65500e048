#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace cx {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece. A copy goes on from where this one is.
class Sha256 {
  public:
    using Digest = std::array<unsigned char, 32>;

    Sha256();
    Sha256(const Sha256& other);
    Sha256& operator=(const Sha256& other); ///< allocates nothing
    ~Sha256();

    void add(std::string_view bytes);
    /// Of all that was added. Nothing may be added afterwards; another may be assigned.
    [[nodiscard]] Digest bytes();
    /// The same as 64 lower-case hexadecimal digits.
    [[nodiscard]] std::string digits();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Two lower-case digits a byte.
[[nodiscard]] std::string hexadecimal(std::span<const unsigned char> bytes);

/// SHA-256 of the bytes, as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace cx
