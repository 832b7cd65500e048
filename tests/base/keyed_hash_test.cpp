#include <cx/base/keyed_hash.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

std::string bytes_of(std::string_view digits) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
    return bytes;
}

std::string hmac(std::string_view key, std::string_view text) {
    const auto digest = cx::detail::hmac_sha256(key, text);
    return {digest.begin(), digest.end()};
}

std::string value_of(cx::KeyedHash& hash, const std::vector<std::string>& parts) {
    for (const std::string& part : parts) hash.add(part);
    return cx::hexadecimal(hash.finish());
}

std::string value_of(const std::vector<std::string>& parts, const std::string& key = "a key of our own") {
    cx::KeyedHash hash(key);
    return value_of(hash, parts);
}

} // namespace

TEST_CASE("HMAC-SHA256 gives the published values") { // RFC 4231
    CHECK(hmac(std::string(20, '\x0b'), "Hi There") ==
          bytes_of("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
    CHECK(hmac("Jefe", "what do ya want for nothing?") ==
          bytes_of("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    CHECK(hmac(std::string(20, '\xaa'), std::string(50, '\xdd')) ==
          bytes_of("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"));
    CHECK(hmac(bytes_of("0102030405060708090a0b0c0d0e0f10111213141516171819"), std::string(50, '\xcd')) ==
          bytes_of("82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"));
    CHECK(hmac(std::string(20, '\x0c'), "Test With Truncation").substr(0, 16) ==
          bytes_of("a3b6167473100ee06e0c796c2955552b"));
    CHECK(hmac(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First") ==
          bytes_of("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
    CHECK(hmac(std::string(131, '\xaa'),
               "This is a test using a larger than block-size key and a larger than block-size data. The key needs to "
               "be hashed before being used by the HMAC algorithm.") ==
          bytes_of("9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"));
}

TEST_CASE("a value is HMAC of its parts, each after its length") {
    using namespace std::string_literals;
    cx::KeyedHash hash("Jefe");
    hash.add("ab");
    hash.add("");
    hash.add(std::string(300, 'x'));
    const auto value = hash.finish();
    CHECK(std::string(value.begin(), value.end()) ==
          hmac("Jefe", "\x02"s + "ab" + "\0"s + "\xac\x02" + std::string(300, 'x')).substr(0, 16));
}

TEST_CASE("values stay what they are: archives hold them") {
    CHECK(value_of({"webropol", "C-1042"}) == "1ed634cca5fd4166966e8a7ef41dc6c6");
    CHECK(value_of({}) == "e80e261dbbd9aa01a763605a8f5475a9");
}

TEST_CASE("parts that read alike together differ") {
    const std::vector<std::vector<std::string>> different{{},
                                                          {""},
                                                          {"", ""},
                                                          {"abc"},
                                                          {"a", "bc"},
                                                          {"ab", "c"},
                                                          {"ab", "c", ""},
                                                          {"", "ab", "c"},
                                                          {"\x02"},
                                                          {"\x02", ""},
                                                          {std::string(1, '\0')},
                                                          {std::string(128, 'a')},
                                                          {std::string(128, 'a'), ""}};
    std::set<std::string>                       values;
    for (const auto& parts : different) values.insert(value_of(parts));
    CHECK(values.size() == different.size());
}

TEST_CASE("another key gives another value") {
    CHECK(value_of({"x"}, "key 1") != value_of({"x"}, "key 2"));
    CHECK(value_of({"x"}, "") != value_of({"x"}, "key 2"));
}

TEST_CASE("a value starts anew after another") {
    cx::KeyedHash     hash("a key of our own");
    const std::string first = value_of(hash, {"a", "b"});
    CHECK(value_of(hash, {"c"}) == value_of({"c"}));
    CHECK(value_of(hash, {"a", "b"}) == first);
}

TEST_CASE("parts of any length, across what is gathered") {
    for (const std::size_t size : {1U, 63U, 64U, 65U, 127U, 128U, 500U, 501U, 502U, 503U, 511U, 512U, 513U, 5'000U}) {
        cx::KeyedHash hash("key");
        std::string   plain;
        for (int i = 0; i < 4; ++i) {
            const std::string part(size + static_cast<std::size_t>(i), static_cast<char>('a' + i));
            hash.add(part);
            for (std::size_t length = part.size();; length >>= 7U) {
                plain += static_cast<char>((length & 0x7FU) | (length >> 7U != 0 ? 0x80U : 0U));
                if (length >> 7U == 0) break;
            }
            plain += part;
        }
        const auto value = hash.finish();
        CHECK(std::string(value.begin(), value.end()) == hmac("key", plain).substr(0, 16));
    }
}

TEST_CASE("a copy works on its own, also from the middle") {
    cx::KeyedHash hash("a key of our own");
    hash.add("a");
    cx::KeyedHash copy = hash;
    hash.add("b");
    copy.add("c");
    CHECK(cx::hexadecimal(hash.finish()) == value_of({"a", "b"}));
    CHECK(cx::hexadecimal(copy.finish()) == value_of({"a", "c"}));
    hash.add("x");
    copy = hash;
    copy.add("y");
    CHECK(cx::hexadecimal(copy.finish()) == value_of({"x", "y"}));
    const cx::KeyedHash moved = std::move(copy);
    cx::KeyedHash       again(moved);
    CHECK(value_of(again, {"z"}) == value_of({"z"}));
}

TEST_CASE("a value is written as 32 lower-case digits") {
    cx::KeyedHash::Value value{};
    value.front() = 0x0a;
    value.back() = 0xff;
    CHECK(cx::hexadecimal(value) == "0a0000000000000000000000000000ff");
}
