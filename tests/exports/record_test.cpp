#include <catch2/catch.hpp>

#include <cx/exports/record.hpp>

#include <string>

TEST_CASE("a raw cell becomes its text", "[exports][record]") {
    std::string scratch;
    CHECK(cx::unquoted("", '"', scratch).empty());
    CHECK(cx::unquoted("plain", '"', scratch) == "plain");
    CHECK(cx::unquoted("5\" screen", '"', scratch) == "5\" screen");
    CHECK(cx::unquoted("\"\"", '"', scratch).empty());
    CHECK(cx::unquoted("\"a,b\"", '"', scratch) == "a,b");
    CHECK(cx::unquoted("\"say \"\"hi\"\"\"", '"', scratch) == "say \"hi\"");
    CHECK(cx::unquoted("\"\"\"\"", '"', scratch) == "\"");
    CHECK(cx::unquoted("\"ab\"cd", '"', scratch) == "abcd");
    CHECK(cx::unquoted("\"ab\"c\"d\"", '"', scratch) == "abc\"d\"");
    CHECK(cx::unquoted("\"never closed", '"', scratch) == "never closed");
    CHECK(cx::unquoted("'a'", '\'', scratch) == "a");
}

TEST_CASE("a cell beyond the record's last one is empty", "[exports][record]") {
    const std::string   bytes = "1,\"2\"";
    const std::uint32_t ends[] = {1, 5};
    const cx::Record    record(bytes.data(), 0, ends, 7);
    std::string         scratch;
    CHECK(record.size() == 2);
    CHECK(record.line() == 7);
    CHECK(record.bytes() == 5);
    CHECK(record.raw(1) == "\"2\"");
    CHECK(record.text(1, '"', scratch) == "2");
    CHECK(record.text(2, '"', scratch).empty());
}
