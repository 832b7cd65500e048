#include <catch2/catch.hpp>

#include <cx/present/journey_sections.hpp>
#include <present/journey_sample.hpp>

using namespace cx;
using namespace cx::test;

namespace {

Section shown(const SampleJourney& sample) { return customers_section(sample.maps.at(0), 0, sample.input()); }

bool says(const std::vector<std::string>& sentences, const std::string& words) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](const std::string& sentence) { return sentence.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("whole customers: what they met, and their weakest touchpoint", "[present][journey]") {
    const SampleJourney sample(journey_reading(), journey_answers());
    const Section       section = shown(sample);
    CHECK(section.heading == "Journey: whole customers");
    CHECK(section.lead == std::vector<std::string>{"40 customers known; 40 met two touchpoints or more."});
    REQUIRE(section.grids.size() == 2);
    const auto& met = section.grids[0].rows;
    REQUIRE(met.size() == 2);
    CHECK(met[0].cells[1].text == "40");
    CHECK(met[0].cells[2].text == "12.5%"); // 5 of the last 10, whose store was good
    const auto& weakest = section.grids[1].rows;
    REQUIRE(weakest.size() == 3);
    CHECK(weakest[0].cells[0].text == "★ phone");
    CHECK(weakest[0].cells[2].text == "82.5%");
}

TEST_CASE("what cannot be measured of customers is said", "[present][journey]") {
    Reading no_column = journey_reading();
    no_column.model.columns.respondent.clear();
    const SampleJourney unknown(no_column, journey_answers());
    CHECK(says(shown(unknown).lead, "no column says which customer answered"));

    const SampleJourney nameless(journey_reading(), journey_columns().rows(9, {"", "shop", "web", "9", ""}));
    CHECK(says(shown(nameless).lead, "no answer says which customer gave it"));

    Reading no_threshold = journey_reading();
    no_threshold.model.items[0].threshold.reset();
    const SampleJourney unjudged(no_threshold, journey_answers());
    CHECK(says(shown(unjudged).notes, "no question that is asked along the journey has one"));
    CHECK(shown(unjudged).grids.size() == 1);

    auto single = journey_columns();
    for (int i = 0; i < 40; ++i) single.row({"c" + std::to_string(i), "shop", "web", "9", ""});
    const SampleJourney alone(journey_reading(), single);
    CHECK(says(shown(alone).notes, "no customer rated two touchpoints"));
    CHECK(says(shown(alone).lead, "40 customers known; 0 met two"));

    auto few = journey_columns();
    for (int i = 0; i < 3; ++i) few.row({"c" + std::to_string(i), "shop", "web", "9", ""});
    const SampleJourney hidden(journey_reading(), few);
    CHECK(says(shown(hidden).lead, "Withheld"));
    CHECK(shown(hidden).grids.empty());

    const SampleJourney elsewhere(journey_reading(), journey_columns().rows(9, {"anna", "", "web", "9", ""}));
    CHECK(says(shown(elsewhere).lead, "No customer is known who met any of its touchpoints"));
}
