#include <cx/statistics/elimination.hpp>

#include <catch2/catch.hpp>

#include <limits>

using cx::detail::minus_one;
using cx::detail::solvable;
using cx::detail::Term;

namespace {

constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

} // namespace

TEST_CASE("an equation of one unknown solves it, of two ties them") {
    const auto found = solvable(4, {{{0, 1}}, {{1, 1}, {2, 1}}}, unlimited);
    REQUIRE(found);
    CHECK(found->determined == std::vector<bool>{true, false, false, false});
    CHECK(found->tied[0] == 0);
    CHECK(found->tied[1] == found->tied[2]);
    CHECK(found->tied[3] != found->tied[1]);
    CHECK(found->tied[3] != 0);
}

TEST_CASE("three equations together solve what none does alone") {
    // x + y, y + z and x + z: all three follow.
    const auto found = solvable(3, {{{0, 1}, {1, 1}}, {{1, 1}, {2, 1}}, {{0, 1}, {2, 1}}}, unlimited);
    REQUIRE(found);
    CHECK(found->determined == std::vector<bool>{true, true, true});
}

TEST_CASE("a square of unknowns with all margins leaves one degree of freedom") {
    const auto found = solvable(4, {{{0, 1}, {1, 1}}, {{2, 1}, {3, 1}}, {{0, 1}, {2, 1}}, {{1, 1}, {3, 1}}}, unlimited);
    REQUIRE(found);
    CHECK(found->determined == std::vector<bool>(4, false));
    CHECK(found->tied == std::vector<std::size_t>(4, found->tied[0]));
}

TEST_CASE("factors that cancel leave no equation") {
    const auto found = solvable(2, {{{0, 1}, {0, minus_one}}, {{0, 1}, {1, 1}}, {{0, 1}, {1, 1}}}, unlimited);
    REQUIRE(found);
    CHECK(found->determined == std::vector<bool>{false, false});
}

TEST_CASE("nothing unknown is nothing solved") {
    const auto found = solvable(0, {}, unlimited);
    REQUIRE(found);
    CHECK(found->determined.empty());
}

TEST_CASE("elimination stops at its budget") {
    CHECK_FALSE(solvable(3, {{{0, 1}, {1, 1}}, {{1, 1}, {2, 1}}, {{0, 1}, {2, 1}}}, 1));
}
