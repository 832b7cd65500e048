#include <catch2/catch.hpp>

#include <map>
#include <utility>
#include <vector>

#include <cx/tally/group_numbers.hpp>
#include <support/response_blocks.hpp>

using cx::GroupCode;
using cx::GroupKey;
using cx::GroupNumbers;
using cx::no_group;

namespace {

/// The number of a response's group; its groups by dimension.
std::uint32_t number_of(GroupNumbers& numbers, std::vector<GroupCode> groups, double weight = 1) {
    cx::Response response;
    response.weight = weight;
    response.groups = std::move(groups);
    std::uint32_t number = 0;
    numbers.of(cx::test::block_of({response}), &number);
    return number;
}

} // namespace

TEST_CASE("all responses are one group", "[tally][numbers]") {
    GroupNumbers all({});
    CHECK(number_of(all, {3, no_group}) == 1);
    CHECK(number_of(all, {7}) == 1);
    CHECK(all.size() == 2);
    CHECK(all.key(1).empty());
}

TEST_CASE("groups of one dimension are numbered as they are met", "[tally][numbers]") {
    GroupNumbers numbers({1});
    CHECK(number_of(numbers, {0, no_group}) == GroupNumbers::none);
    CHECK(number_of(numbers, {0, 70'000}) == 1);
    CHECK(number_of(numbers, {5, 0}) == 2);
    CHECK(number_of(numbers, {9, 70'000}) == 1);
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
                    const auto number = number_of(numbers, {a, b, c});
                    const auto known = met.emplace(GroupKey{c, a, b}, number).first;
                    REQUIRE(known->second == number);
                    REQUIRE(numbers.key(number) == known->first);
                }
            }
        }
    }
    CHECK(met.size() == 13U * 17U * 19U);
    CHECK(numbers.size() == met.size() + 1);
    CHECK(number_of(numbers, {1, no_group, 1}) == GroupNumbers::none);
    CHECK(number_of(numbers, {1, 1, no_group}) == GroupNumbers::none);
    CHECK(numbers.size() == met.size() + 1);
}

TEST_CASE("responses that weigh nothing open no group", "[tally][numbers]") {
    GroupNumbers all({}), one({0}), crossed({0, 1});
    for (GroupNumbers* numbers : {&all, &one, &crossed}) {
        const std::size_t before = numbers->size();
        CHECK(number_of(*numbers, {3, 4}, 0) == GroupNumbers::none);
        CHECK(numbers->size() == before);
        CHECK(number_of(*numbers, {3, 4}, 0.5) == 1);
        CHECK(number_of(*numbers, {3, 4}, 0) == GroupNumbers::none);
    }
}
