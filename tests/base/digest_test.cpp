#include <cx/base/digest.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <string>

// The examples that NIST publishes for FIPS 180-4.
TEST_CASE("SHA-256 gives the published digests") {
    CHECK(cx::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(cx::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(cx::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(cx::sha256(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 of pieces is that of the whole") {
    cx::Sha256 sum;
    for (const char* piece : {"a", "", "b", "c"}) sum.add(piece);
    CHECK(sum.digits() == cx::sha256("abc"));
}

TEST_CASE("SHA-256 reads bytes, not text") {
    CHECK(cx::sha256(std::string("a\0b", 3)) != cx::sha256("a"));
    CHECK(cx::sha256("\xff\xfe") != cx::sha256("\xff\xff"));
}

TEST_CASE("a copy goes on from where the other is") {
    cx::Sha256 sum;
    sum.add("a");
    cx::Sha256 copy = sum;
    copy.add("bc");
    CHECK(copy.digits() == cx::sha256("abc"));
    copy = sum;
    sum.add("x");
    CHECK(copy.digits() == cx::sha256("a"));
    CHECK(sum.digits() == cx::sha256("ax"));
}

TEST_CASE("bytes are written as two digits each") {
    constexpr std::array<unsigned char, 3> bytes{0x0a, 0x00, 0xff};
    CHECK(cx::hexadecimal(bytes) == "0a00ff");
    CHECK(cx::hexadecimal({}).empty());
}
