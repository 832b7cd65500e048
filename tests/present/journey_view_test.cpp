#include <catch2/catch.hpp>

#include <present/journey_sample.hpp>

using namespace cx;
using namespace cx::test;

namespace {

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a journey asks for the break-downs that the model has", "[present][journey]") {
    MeasurementModel model;
    model.items = {single_item("nps", ItemKind::recommend, {0, 10})};
    CHECK(journey_groupings(model).empty());

    model = feedback_model();
    CHECK(journey_groupings(model) == Names{"stage", "channel", "stage:channel", "touchpoint"});
    model.columns.channel = {"how"};
    CHECK(journey_groupings(model) == Names{"stage", "channel", "stage:channel", "touchpoint", "touchpoint:channel"});
    model.journeys = {{"all", "", {"buy"}, {}}};
    CHECK(journey_groupings(model) == Names{"journey", "journey:stage", "journey:channel", "journey:stage:channel",
                                            "journey:touchpoint", "journey:touchpoint:channel"});

    model = feedback_model();
    model.columns.touchpoint.clear();
    model.items[0].touchpoint = "shop";
    CHECK(journey_groupings(model) == Names{"stage", "channel", "touchpoint"}); // of items: not to be crossed
    model.touchpoints[0].stage.clear();
    CHECK(journey_groupings(model) == Names{"channel", "touchpoint"});
}

TEST_CASE("the journey as a table", "[present][journey]") {
    const SampleJourney sample(journey_reading(), journey_answers());
    const ViewTable     table = sample.view().table;
    CHECK(table.columns == Names{"journey", "stage", "channel", "touchpoint", "item", "metric", "n", "value", "low",
                                 "high", "note", "weakest"});
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    CHECK(has_row(table, "||||nps|nps|120|8.333||"));
    CHECK(has_row(table, "||||nps|touchpoint_mean||8.333||"));
    CHECK(has_row(table, "|buy|||nps|nps|80|37.5||"));
    CHECK(has_row(table, "||web||nps|nps|40|75||"));
    CHECK(has_row(table, "|use|phone||nps|nps|40|-50||"));
    CHECK(has_row(table, "|use|person|phone|nps|nps|40|-50||true"));
    CHECK(has_row(table, "|buy|digital|shop|nps|nps|40|75||false"));
    CHECK(has_row(table, "|buy|desk|store|nps|nps|20|100|low base|"));
    CHECK(has_row(table, "|buy||store|nps|channel_range||200||"));
    CHECK(has_row(table, "|||||all_touchpoints_met|40|12.5||"));
    CHECK(has_row(table, "|use||phone|nps|weakest_touchpoint|40|82.5||"));
}

TEST_CASE("a journey is drawn in a hundred columns", "[present][journey]") {
    const SampleJourney sample(journey_reading(), journey_answers());
    const std::string   text = sample.text();
    CAPTURE(text);
    for (const char* words : {"Weakest link: phone (Using), NPS −50.0", "Journey: touchpoints", "★ phone", "Buying",
                              "consistency of service", "between the channels", "seam: Store",
                              "Journey: whole customers", "40 customers known"}) {
        CAPTURE(words);
        CHECK(text.find(words) != std::string::npos);
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        CHECK(display_width(text.substr(at, end - at)) <= 100);
        at = end + 1;
    }
}

TEST_CASE("without a column of customers the whole cannot be measured", "[present][journey]") {
    Reading reading = journey_reading();
    reading.model.columns.respondent.clear();
    const SampleJourney sample(reading, journey_answers());
    CHECK(sample.text().find("The whole journey cannot be measured: no column") != std::string::npos);
    CHECK(has_row(sample.view().table, "|||||all_touchpoints_met|||not measured|"));
}

TEST_CASE("without questions about touchpoints there is nothing to map", "[present][journey]") {
    Reading reading;
    reading.model.columns = {};
    const SampleJourney sample(reading, ExportBuilder().column("nps").row({"9"}));
    const ShownView     view = sample.view();
    CHECK(view.table.rows.empty());
    REQUIRE(view.sections.size() == 1);
    CHECK(view.sections[0].notes[0].find("[columns] touchpoint") != std::string::npos);
}

TEST_CASE("each journey has its own part", "[present][journey]") {
    Reading reading = journey_reading();
    reading.model.journeys = {{"large", "Large customers", {"buy", "use"}, {"plan=Large"}},
                              {"buying", "", {"buy"}, {}}};
    const SampleJourney sample(reading, journey_answers());
    const std::string   text = sample.text();
    CHECK(text.find("Large customers (plan=Large)") != std::string::npos);
    CHECK(text.find("buying: whole customers") != std::string::npos);
    CHECK(has_row(sample.view().table, "large||||nps|nps|100|-10||"));
    CHECK(has_row(sample.view().table, "buying||||nps|nps|80|37.5||"));
}

TEST_CASE("a withheld touchpoint keeps its name and no figure", "[present][journey]") {
    auto builder = journey_columns();
    for (int i = 0; i < 40; ++i) builder.row({"c" + std::to_string(i), "shop", "web", "10", ""});
    for (int i = 0; i < 3; ++i) builder.row({"c" + std::to_string(i), "phone", "phone", "2", ""});
    const SampleJourney sample(journey_reading(), builder);
    CHECK(has_row(sample.view().table, "|use|person|phone|nps|nps|||withheld|"));
    const std::string text = sample.text();
    CHECK(text.find("withheld") != std::string::npos);
    CHECK(text.find("−100") == std::string::npos);
}
