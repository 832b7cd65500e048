#include <cx/model/key_depth.hpp>

#include <string>

#include <catch2/catch.hpp>

using cx::detail::line_of_deep_key;

namespace {

std::string dotted(int parts) {
    std::string key;
    for (int i = 0; i < parts; ++i) key += "a.";
    return key + "a";
}

} // namespace

TEST_CASE("A deep key is found wherever keys stand") {
    CHECK_FALSE(line_of_deep_key("", 3).has_value());
    CHECK_FALSE(line_of_deep_key(dotted(3) + " = 1", 3).has_value());
    CHECK(line_of_deep_key(dotted(4) + " = 1", 3) == 1U);
    CHECK(line_of_deep_key("x = 1\n\n[" + dotted(4) + "]", 3) == 3U);
    CHECK(line_of_deep_key("x = { " + dotted(4) + " = 1 }", 3) == 1U);
    CHECK(line_of_deep_key("\"a\".'b'.\"c\" . 'd'.e = 1", 3) == 1U);
    CHECK(line_of_deep_key(dotted(4), 3) == 1U);
}

TEST_CASE("Dots in texts, comments and numbers are no key's") {
    CHECK_FALSE(line_of_deep_key("x = \"a.b.c.d.e \\\" .......\"", 3).has_value());
    CHECK_FALSE(line_of_deep_key("x = 'a.b.c.d.e\\'", 3).has_value());
    CHECK_FALSE(line_of_deep_key("# ..........\nx = 1", 3).has_value());
    CHECK_FALSE(line_of_deep_key("x = [1.5, 1.5, 1.5, 1.5, 1.5]", 3).has_value());
    CHECK_FALSE(line_of_deep_key("x = \"\"\"\n....\n\"....\n\"\"\"", 3).has_value());
    CHECK_FALSE(line_of_deep_key("x = '''\n....\n'....\n'''", 3).has_value());
}

TEST_CASE("Strings of several lines count in the line number") {
    CHECK(line_of_deep_key("x = \"\"\"\n\n\"\"\"\n" + dotted(4), 3) == 4U);
    CHECK_FALSE(line_of_deep_key("x = \"", 3).has_value());
    CHECK_FALSE(line_of_deep_key("x = \"\\", 3).has_value());
    CHECK_FALSE(line_of_deep_key("'''", 3).has_value());
}
