#include <catch2/catch.hpp>

#include <cx/responses/account.hpp>

#include <vector>

using cx::Outcome;

TEST_CASE("rows are the sum of their outcomes", "[responses][account]") {
    cx::RowAccount account;
    CHECK(account.rows() == 0);
    account.count(Outcome::accepted, {}, 2);
    account.count(Outcome::rejected, "blank weight", 3);
    account.count(Outcome::filtered, "test", 4);
    account.count(Outcome::duplicate, "response id seen before", 5);
    CHECK(account.rows() == 4);
    CHECK(account.accepted == 1);
    CHECK(account.reasons.size() == 3);
}

TEST_CASE("the ten lowest lines of a reason are kept, in whatever order pieces come", "[responses][account]") {
    cx::RowAccount first, second;
    for (std::int64_t line = 100; line < 108; ++line) second.count(Outcome::rejected, "blank weight", line);
    for (std::int64_t line = 9; line >= 1; --line) first.count(Outcome::rejected, "blank weight", line);
    cx::RowAccount whole;
    whole.add(second);
    whole.add(first);
    REQUIRE(whole.reasons.size() == 1);
    CHECK(whole.reasons[0].rows == 17);
    CHECK(whole.reasons[0].first == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 100});
}

TEST_CASE("touchpoints that the model lacks are named, five at most", "[responses][account]") {
    cx::RowAccount whole, piece;
    piece.foreign_touchpoints = {"f", "b", "c"};
    piece.foreign_rows = 3;
    whole.add(piece);
    piece.foreign_touchpoints = {"a", "e", "d"};
    whole.add(piece);
    CHECK(whole.foreign_touchpoints == std::vector<std::string>{"a", "b", "c", "d", "e"});
    CHECK(whole.foreign_rows == 6);
}

TEST_CASE("a touchpoint that the model lacks is counted and named once", "[responses][account]") {
    cx::RowAccount account;
    for (const char* value : {"f", "e", "f", "d", "c", "b", "a"}) account.count_foreign(value);
    CHECK(account.foreign_rows == 7);
    CHECK(account.foreign_touchpoints == std::vector<std::string>{"a", "b", "c", "d", "e"});
}

TEST_CASE("rows without a group are counted by dimension", "[responses][account]") {
    cx::RowAccount whole, piece;
    piece.count_ungrouped(2);
    piece.count_ungrouped(0);
    piece.count_ungrouped(2);
    whole.count_ungrouped(0);
    whole.add(piece);
    whole.add(cx::RowAccount{});
    CHECK(whole.ungrouped == std::vector<std::uint64_t>{2, 0, 2});
}
