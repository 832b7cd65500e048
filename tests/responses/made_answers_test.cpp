#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include <cx/model/made_items.hpp>
#include <cx/responses/made_answers.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::Reading;
using cx::test::single_item;

namespace {

constexpr int no = 0, yes = 1, nothing = 2;

Item need(const std::string& id, double threshold) {
    Item item = single_item(id, ItemKind::rating, {1, 5});
    item.need = Need::basic;
    item.threshold = threshold;
    item.promise = "easy";
    return item;
}

/// Four basic needs from 4 up, one of them at the store alone, and a promise of all from 3 up.
Reading basics() {
    Reading reading;
    reading.model.items = {need("a", 4), need("b", 4), need("c", 3.5), need("d", 4)};
    reading.model.items[3].touchpoint = "store";
    Promise easy;
    easy.id = "easy";
    easy.minimum = 3;
    reading.model.promises = {easy};
    add_made_items(reading.model);
    return reading;
}

ExportBuilder answers() { return ExportBuilder().column("where").column("a").column("b").column("c").column("d"); }

/// What is made of one response's answers at a touchpoint.
struct Made {
    int met = 0, complete = 0, alone = 0, kept = 0;

    bool operator==(const Made&) const = default;
};

Made made(const std::vector<std::string>& cells) {
    Reading reading = basics();
    reading.model.columns.date.clear();
    const auto      collected = reading.read(answers().row(cells));
    const Response& response = collected.responses.at(0);
    const auto      column = collected.schema.column_of(4);
    return {response.answers.at(column), response.answers.at(column + 1), response.answers.at(column + 2),
            response.answers.at(collected.schema.column_of(5))};
}

constexpr int none_alone = 4; // behind the four needs: missing

} // namespace

TEST_CASE("basic needs are met where every answer reaches its threshold", "[responses][made_answers]") {
    CHECK(made({"store", "4", "5", "4", "4"}) == Made{yes, yes, none_alone, yes});
    CHECK(made({"store", "4", "5", "3", "4"}) == Made{no, yes, 2, yes});
    CHECK(made({"store", "4", "2", "3", "4"}) == Made{no, yes, none_alone, no});
}

TEST_CASE("half of the needs that apply must be answered", "[responses][made_answers]") {
    CHECK(made({"store", "4", "5", "", ""}) == Made{yes, no, none_alone, yes});
    CHECK(made({"store", "4", "", "", ""}) == Made{nothing, nothing, none_alone, yes});
    CHECK(made({"store", "", "", "", ""}) == Made{nothing, nothing, none_alone, nothing});
    // Not applicable takes a need away.
    CHECK(made({"store", "4", "N/A", "N/A", ""}) == Made{yes, no, none_alone, yes});
    CHECK(made({"store", "N/A", "N/A", "N/A", "N/A"}) == Made{nothing, nothing, none_alone, nothing});
}

TEST_CASE("a need of another touchpoint does not apply", "[responses][made_answers]") {
    CHECK(made({"shop", "4", "5", "4", ""}) == Made{yes, yes, none_alone, yes});
    CHECK(made({"shop", "4", "5", "4", "1"}) == Made{yes, yes, none_alone, no});
    CHECK(made({"store", "4", "5", "4", "1"}) == Made{no, yes, 3, no});
}

TEST_CASE("where rows are of no touchpoint every need applies", "[responses][made_answers]") {
    Reading reading = basics();
    reading.model.columns = {};
    const auto collected = reading.read(answers().row({"", "4", "5", "4", "1"}).row({"", "", "4", "", "4"}));
    const auto column = collected.schema.column_of(4);
    CHECK(collected.answers(column) == std::vector<int>{no, yes});
    CHECK(collected.answers(column + 1) == std::vector<int>{yes, no});
}
