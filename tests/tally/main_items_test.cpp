#include <catch2/catch.hpp>

#include <cx/tally/main_items.hpp>
#include <support/survey_model.hpp>

using namespace cx;
using cx::test::pair_item;
using cx::test::single_item;

namespace {

Item at(const std::string& touchpoint, Item item) {
    item.touchpoint = touchpoint;
    return item;
}

} // namespace

TEST_CASE("without items there is no main one", "[tally][main-items]") {
    MeasurementModel model;
    CHECK_FALSE(main_item(model));
    CHECK(main_touchpoint_items(model).empty());
}

TEST_CASE("the main item is the first of the kind that says most", "[tally][main-items]") {
    MeasurementModel model;
    Item             basics = single_item("", ItemKind::basics, {0, 1});
    model.items = {single_item("solved", ItemKind::choice, {0, 1}), pair_item("speed", {1, 5}), basics};
    CHECK(main_item(model) == 1U);
    model.items.push_back(single_item("easy", ItemKind::effort, {1, 7}));
    CHECK(main_item(model) == 3U);
    model.items.push_back(single_item("happy", ItemKind::satisfaction, {1, 5}));
    CHECK(main_item(model) == 4U);
    model.items.push_back(single_item("nps", ItemKind::recommend, {0, 10}));
    model.items.push_back(single_item("nps2", ItemKind::recommend, {0, 10}));
    CHECK(main_item(model) == 5U);
    model.items[5].touchpoint = "shop"; // asked of one touchpoint alone
    CHECK(main_item(model) == 6U);
}

TEST_CASE("items of touchpoints are compared where they are alike", "[tally][main-items]") {
    MeasurementModel model;
    model.items = {single_item("all", ItemKind::recommend, {0, 10}),
                   at("shop", single_item("shop-speed", ItemKind::rating, {1, 5})),
                   at("shop", single_item("shop", ItemKind::satisfaction, {1, 5})),
                   at("phone", single_item("phone", ItemKind::satisfaction, {1, 5})),
                   at("store", single_item("store", ItemKind::satisfaction, {1, 7}))};
    CHECK(main_touchpoint_items(model) == std::vector<std::size_t>{2, 3});
    model.items[3].top = 1; // counts other boxes
    CHECK(main_touchpoint_items(model) == std::vector<std::size_t>{2});
}
