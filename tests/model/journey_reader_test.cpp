#include <cx/model/journey_reader.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "model/faults.hpp"

using Catch::Matchers::Contains;
using cx::parse_model;
using cx::test::faults;

namespace {

std::string stages() { return "[[stage]]\nid = \"buy\"\n[[stage]]\nid = \"use\"\n"; }

} // namespace

TEST_CASE("Journeys pass through stages in their own order") {
    const auto model = parse_model(stages() + "[[journey]]\n"
                                              "id = \"business\"\n"
                                              "name = \"Business\"\n"
                                              "stages = [\"use\", \" buy\"]\n"
                                              "segment = \"Group=Business\"\n"
                                              "[[journey]]\n"
                                              "name = \"Every one\"\n"
                                              "[[journey]]\n",
                                   "cx.toml");
    REQUIRE(model.journeys.size() == 3);
    CHECK(model.journeys[0] == cx::Journey{"business", "Business", {"use", "buy"}, {"Group=Business"}});
    CHECK(model.journeys[1] == cx::Journey{"every-one", "Every one", {"buy", "use"}, {}});
    CHECK(model.journeys[2] == cx::Journey{"journey", "", {"buy", "use"}, {}});
    CHECK(model.unused_tables.empty());
}

TEST_CASE("Journeys without an id get one that is free") {
    const auto model =
        parse_model(stages() + "[[journey]]\nname = \"A\"\n[[journey]]\nid = \"a\"\n[[journey]]\n", "cx.toml");
    CHECK(model.journeys[0].id == "a-1");
    CHECK(model.journeys[1].id == "a");
    CHECK(model.journeys[2].id == "journey");
}

TEST_CASE("A journey passes through stages that exist, each once") {
    CHECK(faults(stages() + "[[journey]]\nstages = [\"buy\", \"usse\"]\n") ==
          "cx.toml:6:18: a stage of [[journey]] is 'usse', and no [[stage]] has that id; did you mean 'use'?");
    CHECK(faults(stages() + "[[journey]]\nstages = [\"buy\", \"use\", \"buy\"]\n") ==
          "cx.toml:6:25: the stage 'buy' is in this [[journey]] already; a journey passes through a stage once");
    CHECK_THAT(faults(stages() + "[[journey]]\nstages = []\n"), Contains("'stages' in [[journey]] names no stage"));
    CHECK_THAT(faults("[[journey]]\nid = \"a\"\n"), Contains("a [[journey]] in a model without any [[stage]]"));
    CHECK_THAT(faults(stages() + "[[journey]]\nid = \"a\"\n[[journey]]\nid = \"a\"\n"),
               Contains("the id 'a' is another [[journey]]'s already, on line 6"));
    CHECK_THAT(faults(stages() + "[[journey]]\nsegment = \"Business\"\n"),
               Contains("expected a column, = and a value"));
    CHECK_THAT(faults(stages() + "[[journey]]\nstages = [\"buy\", 2]\n"),
               Contains("expected a text or a list of texts"));
}
