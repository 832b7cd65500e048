#include <cx/model/promise_reader.hpp>

#include <string>

#include <catch2/catch.hpp>

#include "model/faults.hpp"

using Catch::Matchers::Contains;
using cx::test::faults;

namespace {

std::string promise() { return "[[promise]]\nid = \"easy\"\n"; }

std::string item(const std::string& keys) {
    return "[[item]]\nid = \"a\"\ncolumn = \"Q\"\npromise = \"easy\"\n" + keys;
}

} // namespace

TEST_CASE("A promise kept at a percentage says of what") {
    CHECK(
        faults(promise() + "kept_at = 80\n") ==
        "cx.toml:3:1: 'kept_at' without 'minimum' in [[promise]]; say which point that many percent of responses must "
        "reach, as in minimum = 4");
    CHECK(faults(promise() + "minimum = 4\nkept_at = 0\n").empty());
    CHECK_THAT(faults(promise() + "minimum = 4\nkept_at = 100.5\n"), Contains("expected 0 to 100"));
}

TEST_CASE("A minimum is a point of the scale of the promise's items") {
    const std::string seven = promise() + "minimum = 7\n";
    CHECK(
        faults(seven + item("scale = [1, 5]\n")) ==
        "cx.toml:3:11: 'minimum' of promise 'easy' is 7, outside the scale 1-5 of item 'a'; the minimum is a point of "
        "the scale of the promise's items");
    CHECK(faults(seven + item("scale = [1, 7]\n")).empty());
    CHECK(faults(seven + item("scale = [8, 17]\n")).find("outside the scale 8-17") != std::string::npos);
    // Scales that only the export tells, choices, and what other waves asked are no contradiction.
    CHECK(faults(seven + item("")).empty());
    CHECK(faults(seven + item("kind = \"choice\"\ngood = \"Yes\"\n")).empty());
    CHECK(faults(seven + item("scale = [1, 5]\nwaves = \"2024\"\n")).empty());
}

TEST_CASE("Scales that the export told are checked when they are known") {
    auto model = cx::parse_model(promise() + "minimum = 7\n" + item("threshold = 6\n"), "cx.toml");
    model.items[0].scale = {1, 5};
    cx::detail::Problems problems("cx.toml");
    cx::detail::check_levels(model, true, problems);
    CHECK(problems.empty());
    cx::detail::check_levels(model, false, problems);
    CHECK_THROWS_WITH(problems.raise(),
                      Contains("cx.toml:3:11: 'minimum' of promise 'easy' is 7") &&
                          Contains("cx.toml:8:13: 'threshold' of item 'a' is 6, outside the scale 1-5"));
}
