#include <cx/base/error.hpp>

#include <catch2/catch.hpp>

#include <string>

TEST_CASE("a place names what is known and nothing else") {
    CHECK(cx::to_string(cx::Place{}).empty());
    CHECK(cx::to_string(cx::Place{"survey.csv", 118, 0, "Q7"}) == "survey.csv:118, column Q7");
    CHECK(cx::to_string(cx::Place{"cx.toml", 12, 3, ""}) == "cx.toml:12:3");
    CHECK(cx::to_string(cx::Place{"-", 0, 0, ""}) == "-");
    CHECK(cx::to_string(cx::Place{"", 0, 0, "Q7"}) == "column Q7");
}

TEST_CASE("an error says where, what was found and what to do") {
    CHECK(std::string(cx::Error("found this").what()) == "found this");
    CHECK(std::string(cx::Error("found this", "do that").what()) == "found this; do that");
    CHECK(std::string(cx::Error(cx::Place{}, "found this", "do that").what()) == "found this; do that");
    const cx::Error located({"survey.csv", 118, 0, "Q7"}, "'eleven' is not on the scale 0-10", "add it to the labels");
    CHECK(std::string(located.what()) ==
          "survey.csv:118, column Q7: 'eleven' is not on the scale 0-10; add it to the labels");
}
