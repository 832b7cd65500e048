#include <algorithm>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <cx/present/view.hpp>
#include <present/approved.hpp>
#include <present/sample_tables.hpp>

using namespace cx;

namespace {

MeasurementModel two_questions() {
    MeasurementModel model;
    Item             satisfied;
    satisfied.id = "satisfied";
    satisfied.text = "How satisfied are you?";
    satisfied.kind = ItemKind::satisfaction;
    satisfied.scale = {1, 3};
    satisfied.labels = {{"very", 3}, {"erittäin", 3}, {"not at all", 1}};
    Item solved;
    solved.id = "solved";
    solved.text = "Is it solved?";
    solved.kind = ItemKind::choice;
    solved.scale = {0, 1};
    solved.good = {"Yes", "Kyllä"};
    model.items = {satisfied, solved};
    return model;
}

ScoreTable spread() {
    ScoreTable table;
    table.title = "Answers";
    table.inputs.push_back({});
    table.distributions = {{"all", "", "satisfied", {{1, 10}, {2, 0}, {3, 30}}},
                           {"touchpoint", "shop", "satisfied", {{1, 4}, {2, 0}, {3, 16}}},
                           {"touchpoint", "web", "satisfied", {}},
                           {"stage", "shop", "satisfied", {{1, 0}, {2, 0}, {3, 0}}},
                           {"all", "", "solved", {{0, 5}, {1, 35}}}};
    ScoreRow named = sample::nps_row("touchpoint", "shop", 20, 1);
    named.group_name = "The shop";
    table.scores = {named};
    return table;
}

ShownView shown(const ScoreTable& table, const Look& look = {}) {
    const MeasurementModel model = two_questions();
    return item_view({model, table, CustomerScores{}}, look);
}

std::string text_of(const ViewTable::Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? "" : *text;
}

bool is_empty(const ViewTable::Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

} // namespace

TEST_CASE("Each point of each question in each group is a row", "[present][item_view]") {
    const ViewTable table = shown(spread()).table;
    CHECK(table.name == "item");
    CHECK(table.columns == std::vector<std::string>{"item", "group", "point", "label", "n", "percent"});
    REQUIRE(table.rows.size() == 12);
    CHECK(text_of(table.rows[0][0]) == "satisfied");
    CHECK(text_of(table.rows[0][1]).empty());
    CHECK(std::get<double>(table.rows[0][2]) == 1);
    CHECK(text_of(table.rows[0][3]) == "not at all");
    CHECK(std::get<std::uint64_t>(table.rows[0][4]) == 10);
    CHECK(std::get<double>(table.rows[0][5]) == 25);
    CHECK(text_of(table.rows[1][3]).empty());
    CHECK(std::get<double>(table.rows[1][5]) == 0);
    CHECK(text_of(table.rows[2][3]) == "erittäin"); // the first in the alphabet
    CHECK(text_of(table.rows[3][1]) == "touchpoint=shop");
    CHECK(std::get<double>(table.rows[5][5]) == 80);
    CHECK(text_of(table.rows[11][3]) == "Yes, Kyllä");
}

TEST_CASE("A withheld group has its name alone, one without answers no shares", "[present][item_view]") {
    const ViewTable table = shown(spread()).table;
    CHECK(text_of(table.rows[6][1]) == "touchpoint=web");
    for (std::size_t i = 2; i < 6; ++i) CHECK(is_empty(table.rows[6][i]));
    CHECK(text_of(table.rows[7][1]) == "stage=shop");
    CHECK(std::get<std::uint64_t>(table.rows[7][4]) == 0);
    CHECK(is_empty(table.rows[7][5]));
}

TEST_CASE("A question is a section: its points with bars, its groups in lines", "[present][item_view]") {
    const ShownView view = shown(spread());
    REQUIRE(view.sections.size() == 2);
    const Section& satisfied = view.sections[0];
    CHECK(satisfied.heading == "How satisfied are you?");
    REQUIRE(satisfied.grids.size() == 3);
    const Grid& points = satisfied.grids[0];
    CHECK(points.rows[0].cells[0].text == "1  not at all");
    CHECK(points.rows[0].cells[2].text == "25.0%");
    CHECK(points.rows[0].cells[3].text.starts_with("██████████ "));
    CHECK(trim(points.rows[1].cells[3].text).empty());
    CHECK(display_width(points.rows[2].cells[3].text) == 30);
    const Grid& groups = satisfied.grids[1];
    CHECK(groups.rows[0].cells[0].text == "The shop");
    CHECK(groups.rows[0].cells[3].text == "20%");
    CHECK(groups.rows[1].cells[0].text == "web");
    CHECK(groups.rows[1].cells[1].text == "withheld");
    for (std::size_t i = 2; i < 6; ++i) CHECK(groups.rows[1].cells[i].text.empty());
    CHECK(view.notes.size() == 1);
}

TEST_CASE("Of many groups the largest are shown where no more are asked for", "[present][item_view]") {
    Look look;
    look.top = 1;
    const ShownView view = shown(spread(), look);
    CHECK(view.sections[0].grids[1].rows.size() == 1);
    CHECK(view.sections[0].grids[1].rows[0].cells[0].text == "The shop");
    CHECK(view.sections[0].notes == std::vector<std::string>{"1 more groups by touchpoint"});
}

TEST_CASE("Nothing answered, one answer, and a long scale", "[present][item_view]") {
    CHECK(shown(ScoreTable{}).sections.at(0).notes == std::vector<std::string>{"no question was answered"});
    ScoreTable table;
    table.distributions = {{"all", "", "unknown", {{7, 1}}}};
    CHECK(shown(table).sections.at(0).grids[0].rows[0].cells[2].text == "100.0%");
    table.distributions[0].counts.clear();
    for (int point = 0; point <= 100; ++point)
        table.distributions[0].counts[point] = point == 50 || point == 99 ? 3 : 0;
    CHECK(shown(table).sections.at(0).grids[0].rows.size() == 2);
    CHECK(shown(table).table.rows.size() == 101);
    table.distributions[0].counts = {{1, 1'000'000'000}, {2, 1}};
    CHECK(trim(shown(table).sections.at(0).grids[0].rows[1].cells[3].text) == "▏");
}

TEST_CASE("Answers look as approved", "[present][item_view]") {
    const ScoreTable table = spread();
    const ShownView  view = shown(table);
    check_approved("item_view.txt", write_text({table, &view}, {}));
    check_approved("item_view.md", write_md({table, &view}, {}));
    check_approved("item_view.csv", write_csv({table, &view}, {}));
}
