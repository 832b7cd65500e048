#include <catch2/catch.hpp>

#include <cx/responses/model_groups.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::feedback_model;
using Source = RowDimension::Source;

namespace {

RowDimension dimension(const std::string& name, Source source) {
    RowDimension made;
    made.name = {name, false};
    made.source = source;
    return made;
}

} // namespace

TEST_CASE("groups that are named are those that rows tell") {
    test::Reading reading;
    reading.by("touchpoint,stage,channel,month");
    auto columns = test::feedback();
    for (const char* where : {"Verkkokauppa", "store", "PHONE", "Kiosk"}) columns.row({where, "9", "2026-10-05"});
    const auto read = reading.read(columns);
    for (const RowDimension& known : read.schema.dimensions) {
        for (GroupCode code = 0; code < known.groups->size(); ++code) {
            const GroupName told = known.groups->at(code);
            const auto      named = group_named(reading.model, known, told.id);
            INFO(known.name.name << " " << told.id);
            REQUIRE(named);
            CHECK(named->group.id == told.id);
            CHECK(named->group.name == told.name);
            CHECK(named->group.order == told.order);
            CHECK(named->foreign == (told.id == "Kiosk"));
        }
    }
}

TEST_CASE("a touchpoint is named by its id, its name or what means it") {
    const auto model = feedback_model();
    const auto touchpoints = dimension("touchpoint", Source::touchpoint);
    for (const char* text : {"shop", "SHOP", "web shop", "verkkokauppa"}) {
        const auto named = group_named(model, touchpoints, text);
        REQUIRE(named);
        CHECK(named->group.id == "shop");
        CHECK(named->group.name == "Web shop");
    }
    CHECK_FALSE(group_named(model, touchpoints, ""));
}

TEST_CASE("a dimension has no group that it cannot have") {
    const auto model = feedback_model();
    CHECK(group_named(model, dimension("stage", Source::stage), "use"));
    CHECK_FALSE(group_named(model, dimension("stage", Source::stage), "leave"));
    CHECK_FALSE(group_named(model, dimension("channel", Source::channel), "pigeon"));
    auto months = dimension("month", Source::period);
    months.period = PeriodKind::month;
    CHECK(group_named(model, months, "2026-10"));
    CHECK_FALSE(group_named(model, months, "2026-W40"));
    CHECK_FALSE(group_named(model, months, "October"));
    CHECK(group_named(model, dimension("Plan", Source::column), "anything")->group.id == "anything");
}

TEST_CASE("a set of owners is that of the touchpoint, in whatever order it is told") {
    auto model = feedback_model();
    model.touchpoints[0].owners = {"Web", "Sales"};
    model.touchpoints[1].owners = {"Sales"};
    auto owners = dimension("owner", Source::owner);
    owners.members = {{"Web", "Web", 0}, {"Sales", "Sales", 1}};
    CHECK(set_of_groups(model, owners, {"Sales", "Web"})->group.id == set_id({"Web", "Sales"}));
    CHECK(set_of_groups(model, owners, {"Sales"})->group.id == "Sales");
    CHECK(group_named(model, owners, "Sales")->group.id == "Sales");
    CHECK_FALSE(set_of_groups(model, owners, {"Sales", "Nobody"}));
    CHECK_FALSE(set_of_groups(model, owners, {}));
    CHECK(members_of_set(set_id({"Web", "Sales"})) == std::vector<std::string>{"Web", "Sales"});
}
