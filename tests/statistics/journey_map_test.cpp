#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <cx/statistics/journey_map.hpp>
#include <statistics/scoring.hpp>

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::Reading;
using cx::test::single_item;

namespace {

Reading by_rows() {
    Reading reading;
    reading.model.columns.date.clear();
    reading.model.columns.channel = {"how"};
    reading.model.touchpoints[2].critical = true;
    reading.by("stage,channel,stage:channel,touchpoint,touchpoint:channel");
    return reading;
}

ExportBuilder columns() { return ExportBuilder().column("where").column("how").column("nps").column("plan"); }

/// `good` answers of 10 and `bad` ones of 0.
void add(ExportBuilder& to, const std::string& where, const std::string& how, std::size_t good, std::size_t bad,
         const std::string& plan = "") {
    to.rows(good, {where, how, "10", plan}).rows(bad, {where, how, "0", plan});
}

std::vector<std::string> ids(const JourneyMap& map) {
    std::vector<std::string> found;
    for (const MapTouchpoint& at : map.touchpoints) found.push_back(at.id);
    return found;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("without a question about touchpoints there is no map", "[statistics][journey-map]") {
    MeasurementModel model;
    model.items = {single_item("nps", ItemKind::recommend, {0, 10})};
    CHECK(journey_maps(model, {}).empty());
}

TEST_CASE("a map without answers has its places and no figures", "[statistics][journey-map]") {
    const auto maps = journey_maps(by_rows().model, {});
    REQUIRE(maps.size() == 1);
    CHECK(maps[0].whole == nullptr);
    CHECK(ids(maps[0]) == Ids{"phone", "shop", "store"});
    CHECK(maps[0].touchpoints[0].score == nullptr);
    CHECK_FALSE(maps[0].weakest);
    CHECK_FALSE(maps[0].touchpoint_mean);
    CHECK(maps[0].channels.empty());
}

TEST_CASE("feedback rows stand by stage, channel and touchpoint", "[statistics][journey-map]") {
    const Reading reading = by_rows();
    auto          builder = columns();
    add(builder, "shop", "web", 30, 10);
    add(builder, "store", "person", 40, 0);
    add(builder, "phone", "phone", 10, 30);
    add(builder, "phone", "web", 30, 10);
    const ScoreTable table = testing::scored(reading, builder);
    const auto       maps = journey_maps(reading.model, table);
    REQUIRE(maps.size() == 1);
    const JourneyMap& map = maps[0];
    CHECK(map.item == "nps");
    CHECK(map.metric == "nps");
    CHECK_FALSE(map.of_items);
    CHECK(*map.whole->value == Approx(37.5)); // 110 less 50 of 160
    REQUIRE(map.stages.size() == 2);
    CHECK(*map.stages[0]->value == Approx(75));
    CHECK(*map.stages[1]->value == 0);
    REQUIRE(map.channels.size() == 3);
    const MapChannel& web = map.channels[2];
    CHECK(web.id == "web");
    CHECK(*web.score->value == Approx(50));
    CHECK(web.stages[0]->n == 40);
    CHECK(map.channels[0].id == "person");
    CHECK(map.channels[0].stages[1] == nullptr); // nobody was met in person while using

    CHECK(ids(map) == Ids{"phone", "shop", "store"}); // the critical one first
    CHECK(map.touchpoints[0].critical);
    CHECK(map.touchpoints[0].place == 2);
    CHECK(map.touchpoints[0].stage == 1);
    CHECK(map.touchpoints[1].name == "Web shop");
    CHECK(map.weakest == 0U);
    REQUIRE(map.rival); // 0 (-22 to 22) and 50 (22 to 71)
    CHECK(map.touchpoints[*map.rival].id == "shop");
    CHECK_FALSE(map.lower_hint);
    CHECK(*map.touchpoint_mean == Approx((0 + 50 + 100) / 3.0));
    CHECK(map.averaged == 3);
}

TEST_CASE("channels of one touchpoint have a spread", "[statistics][journey-map]") {
    const Reading reading = by_rows();
    auto          builder = columns();
    add(builder, "phone", "phone", 10, 30);
    add(builder, "phone", "web", 30, 10);
    add(builder, "phone", "chat", 3, 0); // withheld
    add(builder, "shop", "web", 40, 0);
    const ScoreTable table = testing::scored(reading, builder);
    const JourneyMap map = journey_maps(reading.model, table).at(0);
    CHECK(map.touchpoints[0].channels.size() == 3);
    CHECK(map.touchpoints[1].spread.units < 2);
    // Withholding the three takes another channel along: no spread is left to tell.
    CHECK(map.touchpoints[0].spread.units == 1);

    auto two = columns();
    add(two, "phone", "phone", 10, 30);
    add(two, "phone", "web", 30, 10);
    const ScoreTable with_two = testing::scored(reading, two);
    const Spread     spread = journey_maps(reading.model, with_two).at(0).touchpoints[0].spread;
    CHECK(spread.units == 2);
    CHECK(*spread.range == Approx(100)); // 50 less -50
    // S2 = 5000, mean SE2 = 100^2 x 0.75 / 39.
    CHECK(*spread.variance == Approx(5000 - 7500.0 / 39).epsilon(1e-9));
}

TEST_CASE("a weakest link that others reach has a rival, and a low base is none", "[statistics][journey-map]") {
    const Reading reading = by_rows();
    auto          builder = columns();
    add(builder, "shop", "web", 25, 15);
    add(builder, "store", "person", 26, 14);
    add(builder, "phone", "phone", 0, 10); // fewer than 30
    const ScoreTable table = testing::scored(reading, builder);
    const JourneyMap map = journey_maps(reading.model, table).at(0);
    REQUIRE(map.weakest);
    CHECK(map.touchpoints[*map.weakest].id == "shop");
    REQUIRE(map.rival);
    CHECK(map.touchpoints[*map.rival].id == "store");
    REQUIRE(map.lower_hint);
    CHECK(map.touchpoints[*map.lower_hint].id == "phone");

    auto few = columns();
    add(few, "shop", "web", 10, 0);
    add(few, "phone", "phone", 0, 10);
    const ScoreTable of_few = testing::scored(reading, few);
    const JourneyMap hint = journey_maps(reading.model, of_few).at(0);
    CHECK(hint.touchpoints[*hint.weakest].id == "phone"); // nothing else is known

    auto one = columns();
    add(one, "shop", "web", 40, 0);
    const ScoreTable of_one = testing::scored(reading, one);
    CHECK_FALSE(journey_maps(reading.model, of_one).at(0).weakest);
}

TEST_CASE("each journey has a map of its own rows", "[statistics][journey-map]") {
    Reading reading = by_rows();
    reading.model.journeys = {{"large", "Large", {"use", "buy"}, {"plan=Large"}}, {"buying", "", {"buy"}, {}}};
    reading.by("journey,journey:stage,journey:channel,journey:stage:channel,journey:touchpoint,"
               "journey:touchpoint:channel");
    auto builder = columns();
    add(builder, "shop", "web", 30, 10, "Large");
    add(builder, "shop", "web", 40, 0, "Small");
    add(builder, "phone", "phone", 10, 30, "Large");
    const ScoreTable table = testing::scored(reading, builder);
    const auto       maps = journey_maps(reading.model, table);
    REQUIRE(maps.size() == 2);
    CHECK(maps[0].course.id == "large");
    CHECK(maps[0].whole->n == 80);
    CHECK(*maps[0].stages[1]->value == Approx(50)); // buying, second on this journey
    CHECK(maps[0].channels.size() == 2);
    CHECK(maps[0].touchpoints[0].score->n == 40);
    CHECK(maps[1].whole->n == 80);
    CHECK(*maps[1].whole->value == Approx(75));
    CHECK(ids(maps[1]) == Ids{"shop", "store"});
    CHECK(maps[1].touchpoints[1].score == nullptr);
    CHECK(maps[1].channels.size() == 1);
}

TEST_CASE("relationship columns are mapped by the touchpoints of their items", "[statistics][journey-map]") {
    Reading reading;
    reading.model.columns = {};
    const auto of = [](const std::string& id, const std::string& touchpoint) {
        Item item = single_item(id, ItemKind::satisfaction, {1, 5});
        item.touchpoint = touchpoint;
        return item;
    };
    reading.model.items = {of("whole", ""), of("a", "shop"), of("b", "store"), of("c", "phone")};
    reading.by("stage,channel,touchpoint");
    ExportBuilder builder;
    for (const char* name : {"whole", "a", "b", "c"}) builder.column(name);
    builder.rows(30, {"5", "5", "4", "2"}).rows(30, {"2", "5", "2", "2"});
    const ScoreTable table = testing::scored(reading, builder);
    const auto       maps = journey_maps(reading.model, table);
    REQUIRE(maps.size() == 1);
    const JourneyMap& map = maps[0];
    CHECK(map.of_items);
    CHECK(map.metric == "csat");
    CHECK(map.item.empty());
    CHECK(map.whole->item == "whole");
    CHECK(*map.whole->value == 50);
    REQUIRE(map.stages.size() == 2);
    CHECK(map.stages[0]->item.empty()); // two items, pooled
    CHECK(*map.stages[0]->value == Approx(75));
    CHECK(map.stages[1]->item == "c");
    REQUIRE(map.channels.size() == 2);
    CHECK(map.channels[0].id == "digital");
    CHECK(*map.channels[1].score->value == Approx(25)); // in person: store and phone
    CHECK(*map.touchpoints[0].score->value == 100);
    CHECK(map.touchpoints[*map.weakest].id == "phone");
    CHECK_FALSE(map.rival);
    CHECK(*map.touchpoint_mean == Approx(50));
}

TEST_CASE("rows and columns about touchpoints are two maps", "[statistics][journey-map]") {
    Reading reading = by_rows();
    Item    own = single_item("queue", ItemKind::satisfaction, {1, 5});
    own.touchpoint = "phone";
    reading.model.items.push_back(own);
    auto builder = columns().column("queue");
    builder.rows(10, {"shop", "web", "9", "", ""}).rows(10, {"phone", "phone", "5", "", "2"});
    const ScoreTable table = testing::scored(reading, builder);
    const auto       maps = journey_maps(reading.model, table);
    REQUIRE(maps.size() == 2);
    CHECK(maps[0].item == "nps");
    CHECK_FALSE(maps[0].of_items);
    CHECK(ids(maps[0]).size() == 3);
    CHECK(maps[1].of_items);
    CHECK(ids(maps[1]) == Ids{"phone"});
    CHECK(*maps[1].touchpoints[0].score->value == 0);
    CHECK(maps[1].touchpoints[0].score->item == "queue");
}

TEST_CASE("touchpoints that no model names are taken from the rows", "[statistics][journey-map]") {
    Reading reading = by_rows();
    reading.model.touchpoints.clear();
    reading.model.stages.clear();
    reading.by("touchpoint,channel");
    auto builder = columns();
    add(builder, "kiosk", "web", 30, 10);
    add(builder, "desk", "web", 40, 0);
    const ScoreTable table = testing::scored(reading, builder);
    const JourneyMap map = journey_maps(reading.model, table).at(0);
    CHECK(ids(map) == Ids{"desk", "kiosk"});
    CHECK(map.touchpoints[1].touchpoint == nullptr);
    CHECK(map.touchpoints[*map.weakest].id == "kiosk");
}
