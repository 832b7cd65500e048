#include <catch2/catch.hpp>

#include <string>

#include <cx/model/coding.hpp>
#include <support/survey_model.hpp>

using namespace cx;
using cx::test::single_item;

namespace {

/// The points of the item's scale that are coded as 1, as text.
std::string ones(const Item& item, Coding coding) {
    std::string points;
    for (int point = scale_of(item).low; point <= scale_of(item).high; ++point) {
        if (coded(item, coding, point) == 1) points += std::to_string(point) + " ";
    }
    return points;
}

Item item(ItemKind kind, Scale scale) { return single_item("a", kind, scale); }

} // namespace

TEST_CASE("promoters, passives and detractors part the scale", "[model][coding]") {
    const Item usual = item(ItemKind::recommend, {0, 10});
    CHECK(ones(usual, Coding::promoters) == "9 10 ");
    CHECK(ones(usual, Coding::passives) == "7 8 ");
    CHECK(ones(usual, Coding::detractors) == "0 1 2 3 4 5 6 ");
    CHECK(ones(item(ItemKind::recommend, {1, 10}), Coding::detractors) == "1 2 3 4 5 6 ");
    for (int point = 0; point <= 10; ++point) {
        CHECK(coded(usual, Coding::net, point) ==
              coded(usual, Coding::promoters, point) - coded(usual, Coding::detractors, point));
        CHECK(coded(usual, Coding::point, point) == point);
    }
}

TEST_CASE("another scale must say who promotes", "[model][coding]") {
    Item five = item(ItemKind::recommend, {1, 5});
    for (const Coding coding : {Coding::net, Coding::promoters, Coding::passives, Coding::detractors}) {
        CHECK_FALSE(counted_points(five, coding));
    }
    five.promoters = 5;
    CHECK_FALSE(counted_points(five, Coding::net));
    five.detractors = 4;
    CHECK(counted_points(five, Coding::net) == Scale{1, 5});
    CHECK(ones(five, Coding::promoters) == "5 ");
    CHECK(ones(five, Coding::passives).empty()); // nobody is between
    CHECK(coded(five, Coding::net, 4) == -1);
}

TEST_CASE("boxes are counted from the top", "[model][coding]") {
    Item five = item(ItemKind::satisfaction, {1, 5});
    CHECK(ones(five, Coding::top) == "4 5 ");
    five.top = 1;
    CHECK(ones(five, Coding::top) == "5 ");
    CHECK(ones(five, Coding::top_two) == "4 5 ");
    five.top = 6;
    CHECK_FALSE(counted_points(five, Coding::top));
    CHECK_FALSE(counted_points(item(ItemKind::satisfaction, {1, 1}), Coding::top_two));
}

TEST_CASE("easy is above the middle, which an even scale has between two points", "[model][coding]") {
    const auto easy = [](int low, int high) { return ones(item(ItemKind::effort, {low, high}), Coding::above_middle); };
    CHECK(easy(1, 7) == "5 6 7 ");
    CHECK(easy(1, 5) == "4 5 ");
    CHECK(easy(1, 6) == "4 5 6 ");
    CHECK(easy(1, 4) == "3 4 ");
    CHECK(easy(0, 10) == "6 7 8 9 10 ");
    CHECK(easy(1, 10) == "6 7 8 9 10 ");
    CHECK(easy(-3, 3) == "1 2 3 ");
    CHECK(easy(-2, 3) == "1 2 3 ");
    CHECK(easy(-3, -1) == "-1 ");
}

TEST_CASE("a choice is 0 or 1 whatever scale it has", "[model][coding]") {
    const Item choice = item(ItemKind::choice, {0, 10});
    CHECK(scale_of(choice) == Scale{0, 1});
    CHECK(ones(choice, Coding::good) == "1 ");
    CHECK(counted_points(choice, Coding::point) == Scale{0, 1});
}
