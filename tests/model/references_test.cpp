#include <cx/model/references.hpp>

#include <catch2/catch.hpp>

using cx::detail::Problems;
using cx::detail::References;

TEST_CASE("A reference to what is declared, before or after, is fine") {
    Problems   problems("cx.toml");
    References references;
    references.refer("stage", "buy", {1, 1}, "'stage' in [[touchpoint]]");
    references.declare("stage", "buy", {2, 1}, problems);
    references.refer("stage", "", {3, 1}, "'stage' in [[touchpoint]]");
    references.check(problems);
    CHECK(problems.empty());
}

TEST_CASE("A reference to another kind's id leads nowhere") {
    Problems   problems("cx.toml");
    References references;
    references.declare("touchpoint", "buy", {2, 1}, problems);
    references.refer("stage", "buy", {5, 2}, "'stage' in [[touchpoint]]");
    references.check(problems);
    CHECK_THROWS_WITH(problems.raise(),
                      "cx.toml:5:2: 'stage' in [[touchpoint]] is 'buy', and no [[stage]] has that id; add a "
                      "[[stage]] with id = 'buy'");
}

TEST_CASE("An id is declared once") {
    Problems   problems("cx.toml");
    References references;
    references.declare("stage", "buy", {2, 1}, problems);
    references.declare("stage", "", {3, 1}, problems);
    references.declare("stage", "", {4, 1}, problems);
    CHECK(problems.empty());
    references.declare("stage", "buy", {9, 1}, problems);
    CHECK_THROWS_WITH(problems.raise(),
                      "cx.toml:9:1: the id 'buy' is another [[stage]]'s already, on line 2; give each its own");
}
