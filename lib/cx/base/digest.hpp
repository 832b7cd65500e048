#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace cx {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece.
class Sha256 {
  public:
    Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    ~Sha256();

    void add(std::string_view bytes);
    /// Of all that was added, as 64 lower-case hexadecimal digits. Nothing may be added afterwards.
    [[nodiscard]] std::string digits();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// SHA-256 of the bytes, as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace cx
