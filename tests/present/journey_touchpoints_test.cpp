#include <catch2/catch.hpp>

#include <cx/present/journey_sections.hpp>
#include <present/journey_sample.hpp>

using namespace cx;
using namespace cx::test;

TEST_CASE("touchpoints are listed with critical ones first", "[present][journey]") {
    const SampleJourney sample(journey_reading(), journey_answers());
    const Section       section = detail::touchpoints_section(sample.maps.at(0), sample.input(), {});
    REQUIRE(section.grids.size() == 1);
    const Grid& list = section.grids[0];
    REQUIRE(list.rows.size() == 3);
    CHECK(list.rows[0].cells[0].text == "★ phone");
    CHECK(list.rows[0].cells[3].text == "−50.0 ◀");
    CHECK(list.rows[1].cells[0].text == "Web shop");
    CHECK(list.rows[2].cells[1].text == "Sales, Delivery");
    CHECK(list.rows[1].cells.back().dot);
    CHECK(section.notes == std::vector<std::string>{"◀ weakest link"});

    Look look;
    look.top = 1;
    const Section cut = detail::touchpoints_section(sample.maps.at(0), sample.input(), look);
    CHECK(cut.grids[0].rows.size() == 1);
    CHECK(cut.notes[0] == "2 more are not shown");
}

TEST_CASE("a touchpoint without answers is in the list all the same", "[present][journey]") {
    auto builder = journey_columns();
    builder.rows(40, {"", "shop", "web", "10", ""});
    const SampleJourney sample(journey_reading(), builder);
    const Grid          list = detail::touchpoints_section(sample.maps.at(0), sample.input(), {}).grids.at(0);
    CHECK(list.rows[0].cells[0].text == "★ phone");
    CHECK(list.rows[0].cells[3].text == "–");
    CHECK(list.rows[0].cells[4].text == "no answers");
}

TEST_CASE("consensus within a touchpoint, and the spread between its channels", "[present][journey]") {
    const SampleJourney sample(journey_reading(), journey_answers());
    const Section       section = detail::consistency_section(sample.maps.at(0));
    REQUIRE(section.grids.size() == 1);
    REQUIRE(section.grids[0].rows.size() == 3);
    const auto cells = [&](std::size_t row) {
        std::vector<std::string> texts;
        for (const Cell& cell : section.grids[0].rows[row].cells) texts.push_back(cell.text);
        return texts;
    };
    CHECK(cells(2) ==
          std::vector<std::string>{"Store", "0.58", "kiosk −100.0", "desk 100.0", "200.0", "141.4", "100.0%"});
    CHECK(cells(1)[0] == "Web shop");
    CHECK(cells(1)[2].empty()); // one channel
    CHECK(section.notes.size() == 3);

    auto builder = journey_columns();
    builder.rows(40, {"", "shop", "web", "10", ""});
    const SampleJourney one(journey_reading(), builder);
    const Section       alone = detail::consistency_section(one.maps.at(0));
    CHECK(alone.grids.at(0).columns.size() == 2); // no channels to compare
    CHECK(alone.notes.size() == 1);
}

TEST_CASE("a seam stands between the touchpoints on either side", "[present][journey]") {
    const SampleJourney sample(journey_reading(), journey_answers());
    const Section       section = detail::seams_section(sample.maps.at(0), sample.input());
    REQUIRE(section.grids.size() == 1);
    const Grid& seam = section.grids[0];
    REQUIRE(seam.rows.size() == 3);
    CHECK(seam.rows[0].cells[0].text == "before: Web shop");
    CHECK(seam.rows[1].cells[0].text == "seam: Store");
    CHECK(seam.rows[2].cells[0].text == "after: ★ phone");

    Reading none = journey_reading();
    none.model.touchpoints[1].owners = {"Sales"};
    const SampleJourney without(none, journey_answers());
    CHECK(detail::seams_section(without.maps.at(0), without.input()).grids.empty());

    Reading first = journey_reading();
    first.model.touchpoints[0].owners = {"Sales", "IT"};
    first.model.touchpoints[1].owners = {"Sales"};
    const SampleJourney at_start(first, journey_answers());
    const Grid          start = detail::seams_section(at_start.maps.at(0), at_start.input()).grids.at(0);
    REQUIRE(start.rows.size() == 2);
    CHECK(start.rows[0].cells[0].text == "seam: Web shop");
    CHECK(start.rows[1].cells[0].text == "after: Store");
}
