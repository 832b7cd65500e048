#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include <cx/responses/journey_groups.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::Collected;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::Reading;

namespace {

Reading journeys() {
    Reading reading;
    reading.model.journeys = {{"home", "At home", {"buy", "use"}, {"customer=person"}},
                              {"work", "", {"use"}, {"customer=club, sports=all"}},
                              {"late", "", {"use"}, {}}};
    return reading.by("journey");
}

ExportBuilder builder() {
    return feedback()
        .column("customer")
        .row({"shop", "9", "", "person"})
        .row({"phone", "9", "", "Person"})
        .row({"phone", "9", "", "club, sports=all"})
        .row({"shop", "9", "", "club, sports=all"})
        .row({"phone", "9", "", ""});
}

std::string members(const Collected& collected, std::size_t response) {
    const RowDimension& dimension = collected.schema.dimensions.at(0);
    const GroupCode     set = collected.responses.at(response).groups.at(0);
    if (set == no_group) return "";
    std::string text;
    for (const GroupCode member : dimension.members_of(set)) text += dimension.members.at(member).id + " ";
    return text;
}

} // namespace

TEST_CASE("a response is on every journey whose stages and segment it is of", "[responses][journey]") {
    const auto collected = journeys().read(builder());
    REQUIRE(collected.schema.dimensions.at(0).source == RowDimension::Source::journey);
    CHECK(members(collected, 0) == "home ");
    CHECK(members(collected, 1) == "home late ");
    CHECK(members(collected, 2) == "work late ");
    CHECK(members(collected, 3).empty());
    CHECK(members(collected, 4) == "late ");
}

TEST_CASE("a condition on a journey holds for every set that it is in", "[responses][journey]") {
    Reading reading = journeys();
    CHECK(reading.where("journey=work,at home").read(builder()).account.accepted == 3);
    CHECK(journeys().where("journey=late").read(builder()).account.accepted == 3);
}
