#include <cx/base/numbers.hpp>

#include <catch2/catch.hpp>

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <vector>

using cx::DecimalMark;
using cx::parse_number;

TEST_CASE("plain numbers are read") {
    CHECK(parse_number("0") == 0.0);
    CHECK(parse_number("007") == 7.0);
    CHECK(parse_number("+9") == 9.0);
    CHECK(parse_number("-9.5") == -9.5);
    CHECK(parse_number("\u22123") == -3.0);
    CHECK(parse_number("9,0") == 9.0);
    CHECK(parse_number(".5") == 0.5);
    CHECK(parse_number("-,5") == -0.5);
    CHECK(parse_number("1e3") == 1000.0);
    CHECK(parse_number("1.5E-3") == 0.0015);
    CHECK(parse_number("1e+0003") == 1000.0);
}

TEST_CASE("what is no number gives nothing") {
    for (const char* text : {"",
                             " ",
                             "-",
                             "+",
                             ".",
                             ",",
                             "5.",
                             "5,",
                             "--5",
                             "+-5",
                             "1e",
                             "e5",
                             "1e+",
                             "nan",
                             "inf",
                             "-inf",
                             "NaN",
                             "0x10",
                             "1 ",
                             " 1",
                             "1a",
                             "9 - very",
                             "1.2.",
                             "1,2,",
                             "1..2",
                             "1,.2",
                             "1e5.0",
                             "1e1e1",
                             "12%",
                             "\u0663",
                             "\xff",
                             "1\xa0"
                             "000",
                             "--",
                             "1-2",
                             "1.2.3"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text).has_value());
        CHECK_FALSE(parse_number(text, DecimalMark::point).has_value());
        CHECK_FALSE(parse_number(text, DecimalMark::comma).has_value());
    }
    CHECK_FALSE(parse_number(std::string_view("1\0", 2)).has_value());
}

TEST_CASE("the mark that is given decides") {
    CHECK(parse_number("1.234", DecimalMark::point) == 1.234);
    CHECK(parse_number("1.234", DecimalMark::comma) == 1234.0);
    CHECK(parse_number("1,234", DecimalMark::point) == 1234.0);
    CHECK(parse_number("1,234", DecimalMark::comma) == 1.234);
    CHECK_FALSE(parse_number("1,5", DecimalMark::point).has_value());
    CHECK_FALSE(parse_number("1.5", DecimalMark::comma).has_value());
    CHECK_FALSE(parse_number("1,234.5", DecimalMark::comma).has_value());
}

TEST_CASE("thousands marks stand between groups of three") {
    CHECK(parse_number("1 234 567,8", DecimalMark::comma) == 1234567.8);
    CHECK(parse_number("1\u00a0234\u00a0567,8", DecimalMark::comma) == 1234567.8);
    CHECK(parse_number("-1\u202f234.5", DecimalMark::point) == -1234.5);
    CHECK(parse_number("1'234'567.8", DecimalMark::point) == 1234567.8);
    CHECK(parse_number("1\u2019234", DecimalMark::point) == 1234.0);
    CHECK(parse_number("12,345,678.9e1", DecimalMark::point) == 123456789.0);
    for (const char* text : {"1234,567.0", "1,23", "1,2345", "12,34,567", "1,,234", ",123", "1,234,", "1 234'567",
                             "1  234", "1 234 ", "1 234,567.0", "0.123,456", "1,234 567"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text, DecimalMark::point).has_value());
    }
}

TEST_CASE("the mark is told from the text") {
    CHECK(parse_number("1.234") == 1.234);
    CHECK(parse_number("1,234") == 1.234);
    CHECK(parse_number("1,234.5") == 1234.5);
    CHECK(parse_number("1.234,5") == 1234.5);
    CHECK(parse_number("1.234.567") == 1234567.0);
    CHECK(parse_number("1,234,567") == 1234567.0);
    CHECK(parse_number("1.234.567,8") == 1234567.8);
    CHECK(parse_number("1 234,5") == 1234.5);
    CHECK(parse_number("1 234") == 1234.0);
    CHECK_FALSE(parse_number("1,234.567.890").has_value());
    CHECK_FALSE(parse_number("31.10.2026").has_value());
}

TEST_CASE("numbers out of the range of a double give nothing") {
    CHECK(parse_number("1e308") == 1e308);
    CHECK(parse_number("5e-324") == 5e-324);
    CHECK(parse_number("0e9999") == 0.0);
    CHECK_FALSE(parse_number("1e309").has_value());
    CHECK_FALSE(parse_number("-1e309").has_value());
    CHECK_FALSE(parse_number("1e-400").has_value());
    CHECK_FALSE(parse_number("1e10000").has_value());
    CHECK_FALSE(parse_number("1e-9999999999").has_value());
    CHECK_FALSE(parse_number("0e-9999999999").has_value());
}

TEST_CASE("hostile numbers are answered at once") {
    const std::string digits(1'000'000, '9');
    const std::string zeros(1'000'000, '0');
    std::string       groups = "1";
    while (groups.size() < 1'000'000) groups += " 000";
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 1'000; ++i) REQUIRE_FALSE(parse_number("1e-9999999999").has_value());
    CHECK_FALSE(parse_number(digits).has_value());
    CHECK_FALSE(parse_number(groups).has_value());
    CHECK_FALSE(parse_number("1e" + digits).has_value());
    CHECK_FALSE(parse_number(digits + "x").has_value());
    CHECK(parse_number("0." + zeros) == 0.0);
    CHECK(parse_number(zeros + "7") == 7.0);
    CHECK(parse_number("0." + digits) == 1.0);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("the shortest text is written") {
    CHECK(cx::shortest(0.0) == "0");
    CHECK(cx::shortest(-0.0) == "0");
    CHECK(cx::shortest(0.1) == "0.1");
    CHECK(cx::shortest(-2.5) == "-2.5");
    CHECK(cx::shortest(77.03703703703704) == "77.03703703703704");
    CHECK(cx::shortest(1e300) == "1e+300");
    CHECK(cx::shortest(12.0) == "12");
    CHECK(cx::shortest(9999.0) == "9999");
    CHECK(cx::shortest(-9999.0) == "-9999");
    CHECK(cx::shortest(10000.0) == "10000");
    CHECK(cx::shortest(100000.0) == "1e+05");
    CHECK(cx::shortest(std::numeric_limits<double>::infinity()) == "inf");
    std::string line = "n,";
    cx::append_shortest(line, -7);
    CHECK(line == "n,-7");
    for (int whole = -10001; whole <= 10001; ++whole) {
        std::array<char, 40> digits{};
        auto* const          end = std::to_chars(digits.data(), digits.data() + digits.size(), 1.0 * whole).ptr;
        REQUIRE(cx::shortest(whole) == std::string(digits.data(), end));
    }
}

TEST_CASE("every double is written so that it reads back") {
    std::mt19937_64 random(44); // NOLINT(cert-msc51-cpp): the same numbers every time
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t bits = random();
        double              value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) continue;
        REQUIRE(parse_number(cx::shortest(value), DecimalMark::point) == value);
    }
    for (const double value : {std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(), -1e-310})
        CHECK(parse_number(cx::shortest(value), DecimalMark::point) == value);
}

TEST_CASE("fixed rounds half away from zero as the number is printed") {
    CHECK(cx::fixed(2.5, 0) == "3");
    CHECK(cx::fixed(-2.5, 0) == "-3");
    CHECK(cx::fixed(3.5, 0) == "4");
    CHECK(cx::fixed(0.5, 0) == "1");
    CHECK(cx::fixed(0.49, 0) == "0");
    CHECK(cx::fixed(0.05, 1) == "0.1");
    CHECK(cx::fixed(1.005, 2) == "1.01");
    CHECK(cx::fixed(1.115, 2) == "1.12");
    CHECK(cx::fixed(77.037037, 2) == "77.04");
    CHECK(cx::fixed(53.416, 2) == "53.42");
    CHECK(cx::fixed(0.004, 2) == "0.00");
    CHECK(cx::fixed(0.005, 2) == "0.01");
    CHECK(cx::fixed(0.0005, 2) == "0.00");
    CHECK(cx::fixed(0.0009, 2) == "0.00");
}

TEST_CASE("fixed never writes a negative zero") {
    CHECK(cx::fixed(-0.04, 1) == "0.0");
    CHECK(cx::fixed(-0.0, 2) == "0.00");
    CHECK(cx::fixed(-1e-300, 3) == "0.000");
    CHECK(cx::fixed(-0.05, 1) == "-0.1");
}

TEST_CASE("fixed carries and pads") {
    CHECK(cx::fixed(9.96, 1) == "10.0");
    CHECK(cx::fixed(99.95, 1) == "100.0");
    CHECK(cx::fixed(0.999, 2) == "1.00");
    CHECK(cx::fixed(1299.5, 0) == "1300");
    CHECK(cx::fixed(7, 3) == "7.000");
    CHECK(cx::fixed(100000, 1) == "100000.0");
    CHECK(cx::fixed(1e23, 0) == "100000000000000000000000");
    CHECK(cx::fixed(1e-7, 8) == "0.00000010");
    CHECK(cx::fixed(5e-324, 1) == "0.0");
    CHECK(cx::fixed(1.5, -3) == "2");
    CHECK(cx::fixed(std::numeric_limits<double>::max(), 0).size() == 309);
    CHECK(cx::fixed(1.0, 1'000'000'000).size() == 402); // bounded
}

TEST_CASE("what is not finite is named") {
    CHECK(cx::fixed(std::numeric_limits<double>::infinity(), 1) == "inf");
    CHECK(cx::fixed(-std::numeric_limits<double>::infinity(), 1) == "-inf");
    CHECK(cx::shortest(std::numeric_limits<double>::quiet_NaN()) == "nan");
}

TEST_CASE("fixed is within half a unit of the last place") {
    std::mt19937                           random(7); // NOLINT(cert-msc51-cpp): the same numbers every time
    std::uniform_real_distribution<double> values(-200, 200);
    for (int i = 0; i < 20'000; ++i) {
        const double value = values(random);
        const int    decimals = i % 5;
        const double shown = parse_number(cx::fixed(value, decimals), DecimalMark::point).value();
        REQUIRE(std::abs(shown - value) <= 0.5 * std::pow(10.0, -decimals) + 1e-9);
    }
}
