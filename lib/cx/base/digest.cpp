#include <cx/base/digest.hpp>

#include <cx/base/error.hpp>

#include <openssl/evp.h>

#include <array>

namespace cx {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int                               length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
        throw Error("SHA-256 is not available", "check the installation of OpenSSL");
    constexpr std::string_view digits = "0123456789abcdef";
    std::string                text;
    for (unsigned int i = 0; i < length; ++i) {
        text += digits[digest[i] >> 4U];
        text += digits[digest[i] & 0xFU];
    }
    return text;
}

} // namespace cx
