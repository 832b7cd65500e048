#include <catch2/catch.hpp>

#include <cx/model/made_items.hpp>
#include <cx/model/model_file.hpp>

using namespace cx;

namespace {

MeasurementModel promised() {
    return parse_model(R"(
[[promise]]
id = "easy"
need = "basic"
minimum = 4
[[promise]]
id = "pioneer"
need = "differentiating"
minimum = 7
[[promise]]
id = "unmeasured"
minimum = 4
[[promise]]
id = "open"
[[item]]
id = "easy"
column = "a"
scale = [1, 5]
promise = "easy"
[[item]]
id = "strict"
column = "b"
scale = [1, 5]
promise = "easy"
threshold = 5
[[item]]
id = "solved"
kind = "choice"
column = "c"
good = ["yes"]
need = "basic"
[[item]]
id = "without"
column = "d"
scale = [1, 5]
need = "basic"
[[item]]
id = "ahead"
performance = "e"
importance = "f"
scale = [1, 10]
promise = "pioneer"
[[item]]
id = "talks"
column = "g"
scale = [1, 5]
promise = "open"
)",
                       "cx.toml");
}

} // namespace

TEST_CASE("basic needs, and promises that have a minimum and items, are made into items", "[model][made_items]") {
    MeasurementModel  model = promised();
    const std::size_t asked = model.items.size();
    add_made_items(model);
    REQUIRE(model.items.size() == asked + 3);
    CHECK(model.items[asked].kind == ItemKind::basics);
    CHECK(made_from(model, model.items[asked]) == std::vector<std::size_t>{0, 1, 2});
    CHECK(model.items[asked + 1].promise == "easy");
    CHECK(made_from(model, model.items[asked + 1]) == std::vector<std::size_t>{0, 1});
    CHECK(model.items[asked + 2].promise == "pioneer");
    for (const Item& item : model.items) CHECK(is_made(item) == item.id.empty());
}

TEST_CASE("a need's point is its threshold, a promise's its minimum", "[model][made_items]") {
    MeasurementModel  model = promised();
    const std::size_t asked = model.items.size();
    add_made_items(model);
    const Item& basics = model.items[asked];
    const Item& easy = model.items[asked + 1];
    CHECK(needed_point(model, basics, model.items[0]) == 4);
    CHECK(needed_point(model, basics, model.items[1]) == 5);
    CHECK(needed_point(model, easy, model.items[1]) == 4);
    CHECK(needed_point(model, basics, model.items[2]) == 1);
}

TEST_CASE("a model without needs and promises makes nothing", "[model][made_items]") {
    MeasurementModel model = parse_model("[[item]]\nid = 'a'\ncolumn = 'a'\nscale = [1, 5]\n", "cx.toml");
    add_made_items(model);
    CHECK(model.items.size() == 1);
}
