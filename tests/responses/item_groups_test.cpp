#include <catch2/catch.hpp>

#include <string>

#include <cx/model/made_items.hpp>
#include <cx/responses/item_groups.hpp>
#include <support/survey_model.hpp>

using namespace cx;
using cx::test::feedback_model;
using cx::test::single_item;

namespace {

/// One question of the shop, which two own; one of the phone; one of none, which makes a promise.
MeasurementModel model_of_items() {
    MeasurementModel model = feedback_model();
    model.survey.owner = "Zoe";
    model.touchpoints[0].owners = {"Ann", "Ben"};
    model.items = {single_item("a", ItemKind::rating, {1, 5}), single_item("b", ItemKind::rating, {1, 5}),
                   single_item("c", ItemKind::rating, {1, 5})};
    model.items[0].touchpoint = "phone";
    model.items[1].touchpoint = "shop";
    model.items[2].promise = "easy";
    Promise easy;
    easy.id = "easy";
    easy.text = "It is easy";
    easy.minimum = 4;
    easy.owner = "Cee";
    model.promises = {easy};
    add_made_items(model);
    return model;
}

std::string written(const std::string& dimension) {
    std::string text;
    for (const ItemGroup& group : item_groups(model_of_items(), dimension)) {
        text += group.id + (group.name == group.id ? "" : "/" + group.name) + ":";
        for (const std::size_t item : group.items) text += " " + std::to_string(item);
        text += "; ";
    }
    return text;
}

} // namespace

TEST_CASE("items are grouped by what they belong to, in the model's order", "[responses][item_groups]") {
    CHECK(written("touchpoint") == "shop/Web shop: 1; phone: 0; ");
    CHECK(written("stage") == "buy/Buying: 1; use/Using: 0; ");
    CHECK(written("channel") == "person: 0; digital: 1; ");
    CHECK(written("promise") == "easy/It is easy: 2 3; "); // with what the promise's answers make
}

TEST_CASE("an item of two owners is in both groups", "[responses][item_groups]") {
    CHECK(written("owner") == "Zoe: 0; Ann: 1; Ben: 1; Cee: 2; ");
}

TEST_CASE("what is no dimension of items has no groups", "[responses][item_groups]") {
    CHECK(written("month").empty());
    CHECK(item_groups(feedback_model(), "promise").empty());
}
