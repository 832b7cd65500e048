#include <catch2/catch.hpp>

#include <cx/present/journey_sections.hpp>
#include <present/journey_sample.hpp>

using namespace cx;
using namespace cx::test;

namespace {

std::vector<std::string> row_of(const Grid& grid, std::size_t row) {
    std::vector<std::string> cells;
    for (const Cell& cell : grid.rows.at(row).cells) cells.push_back(cell.text);
    return cells;
}

using Cells = std::vector<std::string>;

Reading relationship() {
    Reading reading;
    reading.model.columns = {};
    reading.model.items.clear();
    for (const auto& [id, touchpoint] : {std::pair{"whole", ""}, {"a", "shop"}, {"b", "store"}, {"c", "phone"}}) {
        reading.model.items.push_back(single_item(id, ItemKind::satisfaction, {1, 5}));
        reading.model.items.back().touchpoint = touchpoint;
    }
    reading.model.touchpoints[2].critical = true;
    return reading;
}

ExportBuilder ratings() {
    ExportBuilder builder;
    for (const char* name : {"whole", "a", "b", "c"}) builder.column(name);
    return builder.rows(30, {"5", "5", "4", "2"}).rows(30, {"2", "5", "2", "2"});
}

} // namespace

TEST_CASE("stages stand across and channels down", "[present][journey]") {
    const SampleJourney sample(journey_reading(), journey_answers());
    const auto          sections = journey_sections(sample.maps.at(0), sample.input(), {});
    REQUIRE(sections.size() == 4);
    const Grid& map = sections[0].grids.at(0);
    REQUIRE(map.columns.size() == 4);
    CHECK(map.columns[0].title == "NPS · answers");
    CHECK(map.columns[1].title == "Buying");
    CHECK(map.columns[3].title == "all stages");
    CHECK(row_of(map, 0) == Cells{"desk", "100.0 · (20)", "  ", "100.0 · (20)"});
    CHECK(row_of(map, 2) == Cells{"phone", "", "−50.0 · 40 ◀", "−50.0 · 40"});
    CHECK(row_of(map, 4)[0] == "all channels");
    CHECK(row_of(map, 4)[3] == "8.3 · 120");
}

TEST_CASE("the silo view is said where it is more than chance", "[present][journey]") {
    auto builder = journey_columns();
    for (int i = 0; i < 300; ++i) builder.row({"", "phone", "phone", i < 250 ? "2" : "10", ""});
    for (int i = 0; i < 40; ++i) builder.row({"", "shop", "web", "10", ""}).row({"", "store", "desk", "10", ""});
    const SampleJourney sample(journey_reading(), builder);
    const auto          lead = journey_sections(sample.maps.at(0), sample.input(), {})[0].lead;
    REQUIRE(lead.size() == 3);
    CHECK(lead[0] == "NPS: nps");
    CHECK(lead[1].find("no other touchpoint's interval reaches it") != std::string::npos);
    CHECK(lead[2].find("The journey's NPS is −31.6; the mean of its 3 touchpoints, each counted alike, is 44.4.") == 0);
    CHECK(lead[2].find("76.0 points better than it is to customers") != std::string::npos);
}

TEST_CASE("relationship columns: touchpoints down under their channel", "[present][journey]") {
    const SampleJourney sample(relationship(), ratings());
    const auto          sections = journey_sections(sample.maps.at(0), sample.input(), {});
    const Grid&         map = sections.at(0).grids.at(0);
    CHECK(row_of(map, 0) == Cells{"digital", "", "  ", "100.0% · 60"});
    CHECK(row_of(map, 1)[0] == "Web shop");
    CHECK(map.rows[1].indent == 4);
    CHECK(row_of(map, 2)[0] == "person");
    CHECK(row_of(map, 3) == Cells{"★ phone", "", "0.0% · 60 ◀", ""});
    CHECK(map.rows[3].indent == 2);
    CHECK(row_of(map, 5)[0] == "all touchpoints");
    CHECK(row_of(map, 6) == Cells{"asked about the whole", "", "  ", "50.0% · 60"});
    CHECK(sections[0].lead[1].find("Asked about the whole, CSAT is 50.0% (whole)") == 0);
    CHECK(sections[0].lead[1].find("as good as the same") != std::string::npos);
}

TEST_CASE("names from the data cannot command a terminal", "[present][journey]") {
    Reading reading = journey_reading();
    reading.model.touchpoints[0].name = "\x1b[2JShop";
    reading.model.stages[0].name = "\xe2\x80\xaeStage";
    auto builder = journey_columns();
    builder.rows(40, {"", "shop", "\x1b[31mweb", "10", ""});
    const SampleJourney sample(reading, builder);
    const std::string   text = sample.text();
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\xe2\x80\xae") == std::string::npos);
}
