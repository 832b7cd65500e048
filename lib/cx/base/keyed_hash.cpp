#include <cx/base/keyed_hash.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>

namespace cx {

namespace {

constexpr std::size_t sha256_block_size = 64;

std::string_view as_text(std::span<const unsigned char> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

namespace detail {

/// HMAC's two digests as they are once the key went in.
class HmacStart {
  public:
    explicit HmacStart(std::string_view key) {
        std::array<unsigned char, sha256_block_size> block{};
        if (key.size() > block.size()) {
            Sha256 shortened_key;
            shortened_key.add(key);
            const Sha256::Digest digest = shortened_key.bytes();
            std::copy(digest.begin(), digest.end(), block.begin());
        } else {
            std::copy(key.begin(), key.end(), block.begin());
        }
        constexpr unsigned char inner_pad = 0x36;
        constexpr unsigned char outer_pad = 0x5c;
        for (unsigned char& byte : block) byte ^= inner_pad;
        inner_.add(as_text(block));
        for (unsigned char& byte : block) byte ^= inner_pad ^ outer_pad;
        outer_.add(as_text(block));
    }

    void begin(Sha256& running) const { running = inner_; }
    /// @param running  ends as the outer digest
    Sha256::Digest finish(Sha256& running) const {
        const Sha256::Digest inside = running.bytes();
        running = outer_;
        running.add(as_text(inside));
        return running.bytes();
    }

  private:
    Sha256 inner_;
    Sha256 outer_;
};

} // namespace detail

struct KeyedHash::State {
    explicit State(std::string_view key) : hmac(key) { hmac.begin(running); }

    void flush() {
        running.add({pending.data(), size});
        size = 0;
    }

    /// Seven bits a byte, the lowest first, the eighth set but in the last: no length is the start of another.
    void add_length(std::size_t length) {
        constexpr std::size_t most_bytes = 10;
        if (size + most_bytes > pending.size()) flush();
        constexpr unsigned bits = 7;
        for (; length >> bits != 0; length >>= bits) pending[size++] = static_cast<char>((length & 0x7FU) | 0x80U);
        pending[size++] = static_cast<char>(length);
    }

    void add(std::string_view bytes) {
        if (size + bytes.size() > pending.size()) flush();
        if (bytes.size() > pending.size()) return running.add(bytes);
        if (!bytes.empty()) std::memcpy(pending.data() + size, bytes.data(), bytes.size());
        size += bytes.size();
    }

    detail::HmacStart     hmac;
    Sha256                running;
    std::array<char, 512> pending{}; ///< short parts go to the digest together
    std::size_t           size = 0;
};

KeyedHash::KeyedHash(std::string_view key) : state_(std::make_unique<State>(key)) {}
KeyedHash::KeyedHash(const KeyedHash& other) : state_(std::make_unique<State>(*other.state_)) {}
KeyedHash::KeyedHash(KeyedHash&& other) noexcept = default;
KeyedHash& KeyedHash::operator=(const KeyedHash& other) {
    if (this != &other) state_ = std::make_unique<State>(*other.state_);
    return *this;
}
KeyedHash& KeyedHash::operator=(KeyedHash&& other) noexcept = default;
KeyedHash::~KeyedHash() = default;

void KeyedHash::add(std::string_view part) {
    state_->add_length(part.size());
    state_->add(part);
}

KeyedHash::Value KeyedHash::finish() {
    state_->flush();
    const Sha256::Digest whole = state_->hmac.finish(state_->running);
    state_->hmac.begin(state_->running);
    Value value{};
    std::copy_n(whole.begin(), value.size(), value.begin());
    return value;
}

} // namespace cx

namespace cx::detail {

Sha256::Digest hmac_sha256(std::string_view key, std::string_view text) {
    const HmacStart hmac(key);
    Sha256          running;
    hmac.begin(running);
    running.add(text);
    return hmac.finish(running);
}

} // namespace cx::detail
