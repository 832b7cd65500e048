#include <catch2/catch.hpp>

#include <map>

#include <cx/tally/group_numbers.hpp>

using cx::GroupCode;
using cx::GroupKey;
using cx::GroupNumbers;
using cx::no_group;

TEST_CASE("all responses are one group", "[tally][numbers]") {
    GroupNumbers all({});
    CHECK(all.of({3, no_group}) == 1);
    CHECK(all.of({}) == 1);
    CHECK(all.size() == 2);
    CHECK(all.key(1).empty());
}

TEST_CASE("groups of one dimension are numbered as they are met", "[tally][numbers]") {
    GroupNumbers numbers({1});
    CHECK(numbers.of({0, no_group}) == GroupNumbers::none);
    CHECK(numbers.of({0, 70'000}) == 1);
    CHECK(numbers.of({5, 0}) == 2);
    CHECK(numbers.of({9, 70'000}) == 1);
    CHECK(numbers.size() == 3);
    CHECK(numbers.key(1) == GroupKey{70'000});
}

TEST_CASE("every crossing has a number of its own", "[tally][numbers]") {
    GroupNumbers                      numbers({2, 0, 1});
    std::map<GroupKey, std::uint32_t> met;
    for (int round = 0; round < 2; ++round) {
        for (GroupCode a = 0; a < 13; ++a) {
            for (GroupCode b = 0; b < 17; ++b) {
                for (GroupCode c = 0; c < 19; ++c) {
                    const auto number = numbers.of({a, b, c});
                    const auto known = met.emplace(GroupKey{c, a, b}, number).first;
                    REQUIRE(known->second == number);
                    REQUIRE(numbers.key(number) == known->first);
                }
            }
        }
    }
    CHECK(met.size() == 13U * 17U * 19U);
    CHECK(numbers.size() == met.size() + 1);
    CHECK(numbers.of({1, no_group, 1}) == GroupNumbers::none);
    CHECK(numbers.of({1, 1, no_group}) == GroupNumbers::none);
    CHECK(numbers.size() == met.size() + 1);
}
