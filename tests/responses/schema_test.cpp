#include <catch2/catch.hpp>

#include <string>

#include <cx/base/error.hpp>
#include <cx/responses/schema.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::pair_item;
using cx::test::Reading;
using cx::test::single_item;
using Source = RowDimension::Source;

namespace {

Schema schema_of(const Reading& reading, const ExportBuilder& builder) {
    return make_schema(reading.model, reading.request, builder.opened().recognition);
}

std::string refusal(const Reading& reading, const ExportBuilder& builder) {
    try {
        (void)schema_of(reading, builder);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

/// One customer a row; questions belong to touchpoints and promises.
Reading relationship() {
    Reading reading;
    reading.model.columns.touchpoint.clear();
    reading.model.columns.date.clear();
    reading.model.items = {single_item("a", ItemKind::satisfaction, {1, 5}),
                           single_item("b", ItemKind::satisfaction, {1, 5}), pair_item("c", {1, 7}),
                           single_item("d", ItemKind::rating, {1, 5})};
    reading.model.items[0].touchpoint = "store";
    reading.model.items[1].touchpoint = "shop";
    reading.model.items[2].touchpoint = "phone";
    reading.model.items[2].promise = "easy";
    Promise easy;
    easy.id = "easy";
    easy.text = "It is easy";
    reading.model.promises = {easy};
    return reading;
}

} // namespace

TEST_CASE("a pair has two columns, side by side", "[responses][schema]") {
    const Schema schema = schema_of(relationship(), feedback());
    REQUIRE(schema.columns.size() == 5);
    CHECK(schema.column_of(0) == 0);
    CHECK(schema.column_of(2) == 2);
    CHECK(schema.column_of(3) == 4);
    CHECK(schema.columns[2].part == AnswerColumn::Part::performance);
    CHECK(schema.columns[3].part == AnswerColumn::Part::other);
    CHECK(schema.columns[3].item == 2);
}

TEST_CASE("all responses come first, and dimensions are shared by groupings", "[responses][schema]") {
    const Schema schema = schema_of(Reading().by("touchpoint,touchpoint:month,month"), feedback());
    REQUIRE(schema.groupings.size() == 4);
    CHECK(schema.groupings[0].name == "all");
    CHECK(schema.groupings[0].dimensions.empty());
    CHECK(schema.groupings[2].name == "touchpoint:month");
    CHECK(schema.groupings[2].dimensions == std::vector<std::size_t>{0, 1});
    CHECK(schema.groupings[3].dimensions == std::vector<std::size_t>{1});
    CHECK(schema.dimensions.size() == 2);
    CHECK(schema.dimensions[1].period == PeriodKind::month);
}

TEST_CASE("a condition's dimension is read too", "[responses][schema]") {
    const Schema schema = schema_of(Reading().by("touchpoint").where("region=north").where("touchpoint=shop"),
                                    feedback().column("region"));
    REQUIRE(schema.dimensions.size() == 2);
    CHECK(schema.dimensions[1].name.name == "region");
    CHECK(schema.groupings.size() == 2);
}

TEST_CASE("a word of --by is the model's dimension, and column: the column of that name", "[responses][schema]") {
    const ExportBuilder builder = feedback().column("month").column("touchpoint");
    const Schema        schema = schema_of(Reading().by("month,column:month,touchpoint,column:touchpoint"), builder);
    REQUIRE(schema.dimensions.size() == 4);
    CHECK(schema.dimensions[0].source == Source::period);
    CHECK(schema.dimensions[1].source == Source::column);
    CHECK(schema.dimensions[2].source == Source::touchpoint);
    CHECK(schema.dimensions[3].source == Source::column);
    Reading undated;
    undated.model.columns.date.clear();
    CHECK(schema_of(undated.by("month"), builder).dimensions[0].source == Source::column);
}

TEST_CASE("questions are grouped where rows are not, in the model's order", "[responses][schema]") {
    const Schema schema =
        schema_of(relationship().by("touchpoint,stage,promise,channel:region"), feedback().column("region"));
    REQUIRE(schema.groupings.size() == 5);
    const auto& touchpoints = schema.groupings[1].item_groups;
    REQUIRE(touchpoints.size() == 3);
    CHECK(touchpoints[0].id == "shop");
    CHECK(touchpoints[0].name == "Web shop");
    CHECK(touchpoints[0].items == std::vector<std::size_t>{1});
    CHECK(schema.groupings[1].dimensions.empty());
    REQUIRE(schema.groupings[2].item_groups.size() == 2);
    CHECK(schema.groupings[2].item_groups[0].name == "Buying");
    CHECK(schema.groupings[2].item_groups[0].items == std::vector<std::size_t>{0, 1});
    REQUIRE(schema.groupings[3].item_groups.size() == 1);
    CHECK(schema.groupings[3].item_groups[0].name == "It is easy");
    CHECK(schema.groupings[4].items_first);
    CHECK(schema.groupings[4].dimensions.size() == 1);
    CHECK_FALSE(schema_of(relationship().by("region:channel"), feedback().column("region")).groupings[1].items_first);
}

TEST_CASE("questions' touchpoints go before a column that is called so", "[responses][schema]") {
    const Schema schema = schema_of(relationship().by("touchpoint"), feedback().column("Touchpoint"));
    CHECK(schema.dimensions.empty());
    CHECK(schema.groupings[1].item_groups.size() == 3);
    Reading plain = relationship();
    for (Item& item : plain.model.items) item.touchpoint.clear();
    CHECK(schema_of(plain.by("touchpoint"), feedback().column("Touchpoint")).dimensions[0].source == Source::column);
}

TEST_CASE("two dimensions of questions cannot be crossed", "[responses][schema]") {
    CHECK(refusal(relationship().by("promise:touchpoint"), feedback()).find("two dimensions of questions") !=
          std::string::npos);
}

TEST_CASE("a dimension that nobody has is told, with the nearest", "[responses][schema]") {
    CHECK(refusal(Reading().by("tuchpoint"), feedback()).find("did you mean 'touchpoint'?") != std::string::npos);
    CHECK(refusal(Reading().by("regoin"), feedback().column("region")).find("did you mean 'region'?") !=
          std::string::npos);
    CHECK(refusal(Reading().where("regoin=x"), feedback().column("region")).find("did you mean 'region'?") !=
          std::string::npos);
    CHECK(refusal(Reading().by("promise"), feedback()).find("there is no promise") != std::string::npos);
    CHECK(refusal(relationship().by("month"), feedback()).find("[columns] date") != std::string::npos);
}

TEST_CASE("a model's own break-downs are those that it has", "[responses][schema]") {
    const auto names = [](const MeasurementModel& model) {
        std::string all;
        for (const Grouping& grouping : default_groupings(model)) all += grouping.name() + " ";
        return all;
    };
    Reading reading;
    CHECK(names(reading.model) == "touchpoint stage ");
    for (Touchpoint& touchpoint : reading.model.touchpoints) touchpoint.stage.clear();
    CHECK(names(reading.model) == "touchpoint ");
    reading.model.columns.touchpoint.clear();
    CHECK(names(reading.model).empty());
    CHECK(names(relationship().model) == "touchpoint stage ");
}

TEST_CASE("the break-downs of targets are theirs alone", "[responses][schema]") {
    const auto names = [](const MeasurementModel& model) {
        std::string all;
        for (const Grouping& grouping : target_groupings(model)) all += grouping.name() + " ";
        return all;
    };
    Reading reading;
    CHECK(names(reading.model).empty());
    Target all, shop, region;
    all.metric = shop.metric = region.metric = "nps";
    shop.dimension = "touchpoint";
    shop.group = "shop";
    region.dimension = "Region";
    region.group = "North";
    region.is_segment = true;
    reading.model.targets = {all, shop, shop, region};
    CHECK(names(reading.model) == "touchpoint Region ");
    reading.model.touchpoints[1].critical_for = {"Plan=Big"};
    reading.model.targets[1].group = "critical";
    CHECK(names(reading.model) == "touchpoint touchpoint:Plan Region ");
}

TEST_CASE("what supports is counted and not printed, and once where it is asked for", "[responses][schema]") {
    Reading reading = Reading().by("touchpoint");
    reading.request.supporting = parse_groupings("touchpoint,stage");
    const Schema schema = schema_of(reading, feedback());
    REQUIRE(schema.groupings.size() == 3);
    CHECK(schema.groupings[1].printed);
    CHECK(schema.groupings[2].name == "stage");
    CHECK_FALSE(schema.groupings[2].printed);
}

TEST_CASE("stages and channels bring the touchpoints along, unseen", "[responses][schema]") {
    const Schema both = schema_of(Reading().by("stage,channel:month"), feedback());
    REQUIRE(both.groupings.size() == 5);
    CHECK(both.groupings[3].unseen);
    CHECK_FALSE(both.groupings[3].printed);
    CHECK(both.groupings[4].dimensions.size() == 2);
    CHECK(schema_of(Reading().by("stage"), feedback()).groupings.size() == 2);
}

TEST_CASE("an owner is a set of owners until it is shown", "[responses][schema]") {
    Reading reading = Reading().by("owner");
    reading.model.touchpoints[0].owners = {"Ann", "Ben"};
    reading.model.touchpoints[1].owners = {"Ben"};
    const auto collected =
        reading.read(feedback().row({"shop", "9", ""}).row({"store", "9", ""}).row({"phone", "9", ""}));
    const RowDimension& owner = collected.schema.dimensions.at(0);
    CHECK(owner.overlaps());
    CHECK(owner.members.size() == 2);
    CHECK(collected.groups() == std::vector<std::string>{set_id({"Ann", "Ben"}), "Ben", "(none)"});
    CHECK(owner.members_of(collected.responses[0].groups[0]) == std::vector<GroupCode>{0, 1});
    CHECK(owner.members_of(collected.responses[1].groups[0]) == std::vector<GroupCode>{1});
    CHECK(reading.where("owner=ann").read(feedback().row({"shop", "9", ""}).row({"store", "9", ""})).account.accepted ==
          1);
}

TEST_CASE("rows and questions of touchpoints stand side by side", "[responses][schema]") {
    Reading reading = relationship().by("touchpoint,touchpoint:month,channel");
    reading.model.columns = Reading().model.columns;
    const Schema schema = schema_of(reading, feedback());
    REQUIRE(schema.groupings.size() == 7);
    CHECK(schema.groupings[1].name == "touchpoint");
    CHECK(schema.groupings[1].items == std::vector<std::size_t>{3});
    CHECK(schema.groupings[2].name == "touchpoint");
    CHECK(schema.groupings[2].items == std::vector<std::size_t>{0, 1, 2});
    CHECK(schema.groupings[2].dimensions.empty());
    CHECK(schema.groupings[4].dimensions.size() == 1);
}
