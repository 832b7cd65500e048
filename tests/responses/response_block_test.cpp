#include <catch2/catch.hpp>

#include <support/response_blocks.hpp>

using namespace cx;
using cx::test::block_of;
using cx::test::responses_of;

namespace {

Response response_of(Slot first, GroupCode group, double weight, std::string respondent) {
    Response response;
    response.answers = {first, 2};
    response.groups = {group};
    response.weight = weight;
    response.respondent = std::move(respondent);
    return response;
}

} // namespace

TEST_CASE("a block gives back the responses it was given", "[responses][block]") {
    const auto found = responses_of(block_of({response_of(1, 7, 1, ""), response_of(3, no_group, 0.5, "anna")}));
    REQUIRE(found.size() == 2);
    CHECK(found[0].answers == std::vector<Slot>{1, 2});
    CHECK(found[0].groups == std::vector<GroupCode>{7});
    CHECK(found[0].weight == 1);
    CHECK(found[0].respondent.empty());
    CHECK(found[1].answers == std::vector<Slot>{3, 2});
    CHECK(found[1].groups == std::vector<GroupCode>{no_group});
    CHECK(found[1].weight == 0.5);
    CHECK(found[1].respondent == "anna");
}

TEST_CASE("a block holds what its columns have room for, and can be filled anew", "[responses][block]") {
    ResponseBlock block(2, 1);
    for (std::size_t i = 0; i < ResponseBlock::most; ++i) block.add(response_of(static_cast<Slot>(i % 9), 1, 1, "a"));
    CHECK(block.size() == ResponseBlock::most);
    CHECK(block.answers(0)[ResponseBlock::most - 1] == (ResponseBlock::most - 1) % 9);
    block.clear();
    block.add(response_of(5, 2, 1, ""));
    CHECK(responses_of(block).at(0).respondent.empty()); // not that of the one before
}

TEST_CASE("a response moves with all its columns", "[responses][block]") {
    ResponseBlock block = block_of({response_of(1, 7, 1, "a"), response_of(2, 8, 2, "b"), response_of(3, 9, 3, "c")});
    block.move(2, 0);
    block.move(1, 1);
    block.resize(2);
    const auto found = responses_of(block);
    CHECK(found.size() == 2);
    CHECK(found[0].answers.at(0) == 3);
    CHECK(found[0].groups.at(0) == 9);
    CHECK(found[0].weight == 3);
    CHECK(found[0].respondent == "c");
    CHECK(found[1].answers.at(0) == 2);
}
