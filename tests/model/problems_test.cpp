#include <cx/model/problems.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

using cx::detail::listed;
using cx::detail::Problems;

TEST_CASE("No problem raises nothing") {
    const Problems problems("cx.toml");
    CHECK(problems.empty());
    CHECK_NOTHROW(problems.raise());
}

TEST_CASE("Problems are raised in the order of the file, with their places") {
    Problems problems("my.toml");
    problems.add({12, 3}, "third");
    problems.add({2, 9}, "second", "do this");
    problems.add({2, 1}, "first");
    CHECK_THROWS_WITH(problems.raise(), "my.toml:2:1: first\nmy.toml:2:9: second; do this\nmy.toml:12:3: third");
}

TEST_CASE("Each problem shows its line of the file") {
    Problems problems("my.toml", "one = 1\n  two = 2\n");
    problems.add({2, 3}, "second");
    problems.add({1, 7}, "first");
    problems.add({9, 1}, "beyond");
    CHECK_THROWS_WITH(problems.raise(), "my.toml:1:7: first\n    one = 1\n          ^\n"
                                        "my.toml:2:3: second\n      two = 2\n      ^\nmy.toml:9:1: beyond");
}

TEST_CASE("Very many problems are counted, not listed") {
    Problems problems("cx.toml");
    for (std::uint32_t line = 1; line <= 5000; ++line) problems.add({line, 1}, "x");
    try {
        problems.raise();
        FAIL("nothing raised");
    } catch (const cx::Error& error) {
        const std::string text = error.what();
        CHECK(text.size() < 5000);
        CHECK_THAT(text, Catch::Matchers::EndsWith("\ncx.toml: and 4900 more"));
    }
}

TEST_CASE("The nearest word is guessed, for as long as that takes little") {
    Problems                       problems("cx.toml");
    const std::vector<std::string> known{"title", "owner"};
    CHECK(problems.meant("tilte", known) == "did you mean 'title'?");
    CHECK(problems.meant("zzz", known, "known are two") == "known are two");
    CHECK(problems.meant(std::string(100'000, 't'), known).empty());
    for (int i = 0; i < 200; ++i) static_cast<void>(problems.meant("tilte", known));
    CHECK(problems.meant("tilte", known, "none") == "none");
}

TEST_CASE("Texts of the file are quoted short and cannot act") {
    CHECK(cx::detail::quoted("abc") == "'abc'");
    CHECK(cx::detail::quoted("a\x1b[31mb\nc").find_first_of("\x1b\n") == std::string::npos);
    CHECK(cx::detail::quoted(std::string(1'000'000, 'x')).size() < 100);
    CHECK(listed(std::vector<std::string>{}).empty());
    CHECK(listed(std::vector<std::string>{"a"}) == "'a'");
    CHECK(listed(std::vector<std::string>{"a", "b", "c"}) == "'a', 'b' and 'c'");
}
