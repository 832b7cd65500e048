#include <algorithm>

#include <catch2/catch.hpp>

#include <cx/present/promise_sections.hpp>
#include <present/promise_sample.hpp>

using namespace cx;

namespace {

bool says(const Section& section, const std::string& words) {
    return std::any_of(section.lead.begin(), section.lead.end(),
                       [&](const std::string& line) { return line.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("Basic needs: how many have them met, and what fails most and alone", "[present][basics]") {
    const Section section = basics_section(sample::promises(), sample::promise_scores());
    CHECK(says(section, "All basic needs are met in 58.0% of 900 responses (95% interval 55.0 to 61.0)"));
    CHECK(says(section, "Of these responses 90.0% answered every basic need that applies"));
    CHECK(says(section, "Fails most often: It was clear, in 40.0% of its answers; most often the only one that fails: "
                        "It was done in time, in 13.3% of responses"));
    CHECK(says(section, "Fewest have them met at phone: 31.0% of 400"));
    const Grid& grid = section.grids.at(0);
    REQUIRE(grid.rows.size() == 3);
    CHECK(grid.rows[0].cells[0].text == "It was clear");
    CHECK(grid.rows[0].cells[1].text == "≥ 7");
    CHECK(grid.rows[0].cells[3].text == "40.0%");
    CHECK(grid.rows[0].cells[4].text == "10.0%");
    CHECK(grid.rows[2].cells[0].text == "It was simple");
}

TEST_CASE("Nothing is said of basic needs where there are none", "[present][basics]") {
    ScoreTable table = sample::promise_scores();
    table.basics.items.clear();
    CHECK(basics_section(sample::promises(), table).lead.empty());
    CHECK(basics_section({}, ScoreTable{}).grids.empty());
}

TEST_CASE("Withheld basic needs tell no figure", "[present][basics]") {
    ScoreTable table = sample::promise_scores();
    for (ScoreRow& row : table.supporting) row = sample::withheld(row);
    table.basics.withheld = true;
    for (BasicNeeds::Item& item : table.basics.items) item.withheld = true;
    const Section section = basics_section(sample::promises(), table);
    CHECK(section.lead == std::vector<std::string>{"Whether all basic needs are met is withheld"});
    for (const GridRow& row : section.grids.at(0).rows) {
        CHECK(row.cells[2].text.empty());
        CHECK(row.cells[3].text == "withheld");
        CHECK(row.cells[4].text.empty());
    }
}

TEST_CASE("A basic need that nobody answered, or that never fails", "[present][basics]") {
    ScoreTable table = sample::promise_scores();
    table.basics.counted = 0;
    table.basics.base = table.basics.complete = 0;
    for (BasicNeeds::Item& item : table.basics.items) {
        item.answered = 0;
        item.base = item.failed = item.alone = 0;
    }
    const Section section = basics_section(sample::promises(), table);
    CHECK_FALSE(says(section, "Fails most often"));
    CHECK_FALSE(says(section, "answered every basic need"));
    CHECK(section.grids.at(0).rows[0].cells[3].text == "–");
    MeasurementModel model = sample::promises();
    model.items[0].kind = ItemKind::choice;
    CHECK(basics_section(model, table).grids.at(0).rows[0].cells[1].text == "a good answer");
}
