#include <cx/base/digest.hpp>

// The newer interface reads a configuration and sets up providers: a millisecond, and most of libcrypto.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

namespace cx {

struct Sha256::State {
    SHA256_CTX context{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) { SHA256_Init(&state_->context); }

Sha256::Sha256(const Sha256& other) : state_(std::make_unique<State>(*other.state_)) {}

Sha256& Sha256::operator=(const Sha256& other) {
    *state_ = *other.state_;
    return *this;
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { SHA256_Update(&state_->context, bytes.data(), bytes.size()); }

Sha256::Digest Sha256::bytes() {
    Digest digest{};
    static_assert(digest.size() == SHA256_DIGEST_LENGTH);
    SHA256_Final(digest.data(), &state_->context);
    return digest;
}

std::string Sha256::digits() { return hexadecimal(bytes()); }

std::string hexadecimal(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string                text;
    text.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

std::string sha256(std::string_view bytes) {
    Sha256 sum;
    sum.add(bytes);
    return sum.digits();
}

} // namespace cx
