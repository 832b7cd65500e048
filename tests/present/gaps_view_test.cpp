#include <cx/present/view.hpp>

#include <algorithm>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <present/approved.hpp>

using namespace cx;

namespace {

PairScores pair_of(const std::string& id, std::uint64_t n, double importance, double performance, double margin = 0.1) {
    PairScores pair;
    pair.item = id;
    pair.item_text = "About " + id;
    pair.scale = {1, 10};
    const auto estimate = [&](double value) {
        Estimate made;
        made.n = n;
        made.base = made.n_effective = static_cast<double>(n);
        made.value = value;
        made.low = value - margin;
        made.high = value + margin;
        return made;
    };
    pair.other = estimate(importance);
    pair.performance = estimate(performance);
    pair.gap = estimate(performance - importance);
    pair.opportunity = importance + std::max(importance - performance, 0.0);
    return pair;
}

ScoreTable four_pairs() {
    ScoreTable table;
    table.title = "Relationship survey";
    table.inputs.push_back({});
    table.inputs.front().file = "survey.csv";
    table.inputs.front().rows = table.inputs.front().accepted = 412;
    table.pairs = {pair_of("range", 400, 8, 8.5), pair_of("support", 412, 9, 5.25), pair_of("buses", 24, 4, 6.5, 1.5),
                   pair_of("notices", 380, 5, 9)};
    return table;
}

ShownView shown(const ScoreTable& table, CutPoint cut = CutPoint::mean, const Look& look = {},
                const MeasurementModel& model = {}) {
    return gaps_view({model, table, CustomerScores{}, cut}, look);
}

std::string text_of(const ViewTable::Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? "" : *text;
}

bool is_empty(const ViewTable::Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

bool says(const std::vector<std::string>& notes, const std::string& words) {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("Gaps are a row a pair in the model's order, with quadrant and cuts", "[present][gaps_view]") {
    const ViewTable table = shown(four_pairs()).table;
    CHECK(table.name == "gaps");
    CHECK(table.columns == std::vector<std::string>{"item", "n", "importance", "performance", "gap", "gap_low",
                                                    "gap_high", "opportunity", "quadrant", "certain", "cut_importance",
                                                    "cut_performance"});
    REQUIRE(table.rows.size() == 4);
    const auto& support = table.rows[1];
    REQUIRE(support.size() == table.columns.size());
    CHECK(text_of(support[0]) == "support");
    CHECK(std::get<std::uint64_t>(support[1]) == 412);
    CHECK(std::get<double>(support[2]) == 9);
    CHECK(std::get<double>(support[4]) == -3.75);
    CHECK(std::get<double>(support[7]) == 12.75);
    CHECK(text_of(support[8]) == "concentrate here");
    CHECK(std::get<bool>(support[9]));
    CHECK(std::get<double>(support[10]) == 6.5);
    CHECK(std::get<double>(support[11]) == 7.3125);
    CHECK(text_of(table.rows[0][8]) == "keep up the good work");
    CHECK(text_of(table.rows[2][8]) == "low priority");
    CHECK_FALSE(std::get<bool>(table.rows[2][9]));
    CHECK(text_of(table.rows[3][8]) == "possible overkill");
}

TEST_CASE("The list is ranked by opportunity and numbered as the plot is", "[present][gaps_view]") {
    const ShownView view = shown(four_pairs());
    REQUIRE(view.sections.size() == 1);
    const Section& section = view.sections.front();
    const Grid&    list = section.grids.at(0);
    CHECK(list.rows[0].cells[0].text == "●1  About support");
    CHECK(list.rows[0].cells[4].text == "−3.75");
    CHECK(list.rows[0].cells[4].tone == Tone::bad);
    CHECK(list.rows[0].cells[7].text == "concentrate ");
    CHECK(list.rows[1].cells[0].text == "●2  About range");
    CHECK(list.rows[3].cells[1].text == "(24)");
    CHECK(list.rows[3].cells[7].text == "low priority");
    for (const char* mark : {"●1", "●2", "●3", "○4"}) CHECK(says(section.drawing, mark));
    CHECK(says(section.notes, "cut at importance 6.50 and performance 7.31, the means"));
    CHECK(says(section.notes, "relative to the other items measured"));
    CHECK(says(section.notes, "○ not certain"));
    CHECK(says(view.notes, "low base"));
}

TEST_CASE("Cut points are always said, in the words of each", "[present][gaps_view]") {
    const ScoreTable table = four_pairs();
    CHECK(says(shown(table, CutPoint::median).sections[0].notes, "the medians: high and low are relative to"));
    const ShownView scale = shown(table, CutPoint::scale);
    CHECK(says(scale.sections[0].notes, "the middle of the scale 1-10"));
    CHECK_FALSE(says(scale.sections[0].notes, "relative to"));
    MeasurementModel model;
    Item             support;
    support.id = "support";
    support.threshold = 7;
    model.items.push_back(support);
    CHECK(says(shown(table, CutPoint::target, {}, model).sections[0].notes, "cut at performance 7.00, the mean of"));
    Target target;
    target.metric = "performance";
    target.at_least = 8;
    model.targets.push_back(target);
    CHECK(says(shown(table, CutPoint::target, {}, model).sections[0].notes, "cut at performance 8.00, the mean of"));
    CHECK_THROWS_AS(shown(table, CutPoint::target), Error);
}

TEST_CASE("Fewer than three pairs are a list without quadrants, and that is said", "[present][gaps_view]") {
    ScoreTable table = four_pairs();
    table.pairs.resize(2);
    const ShownView view = shown(table);
    CHECK(view.sections[0].drawing.empty());
    CHECK(view.sections[0].grids.at(0).rows.size() == 2);
    CHECK(says(view.sections[0].notes, "fewer than 3 pairs"));
    CHECK(is_empty(view.table.rows[0][8]));
    CHECK(is_empty(view.table.rows[0][11]));
    CHECK_FALSE(is_empty(view.table.rows[0][4]));
    table.pairs.clear();
    const ShownView none = shown(table);
    CHECK(none.table.rows.empty());
    CHECK(says(none.sections.at(0).notes, "no question is a pair"));
}

TEST_CASE("A withheld pair keeps its name alone and moves no cut", "[present][gaps_view]") {
    ScoreTable table = four_pairs();
    table.pairs.push_back(pair_of("secret", 3, 10, 1));
    table.pairs.back().withheld = true;
    const ShownView view = shown(table);
    REQUIRE(view.table.rows.size() == 5);
    for (std::size_t i = 1; i < 12; ++i) CHECK(is_empty(view.table.rows[4][i]));
    CHECK(std::get<double>(view.table.rows[0][10]) == 6.5);
    const GridRow& last = view.sections[0].grids[0].rows.back();
    CHECK(last.cells[0].text == " 5  About secret");
    CHECK(last.cells[4].text == "withheld");
    for (const std::size_t i : {1U, 2U, 3U, 5U, 6U, 7U}) CHECK(trim(last.cells[i].text).empty());
    CHECK_FALSE(says(view.sections[0].drawing, "●5"));
    CHECK(says(view.notes, "withheld: fewer than 5 answers"));
}

TEST_CASE("Expectation stands in a section of its own, and scales are not mixed", "[present][gaps_view]") {
    ScoreTable table = four_pairs();
    for (PairScores pair : four_pairs().pairs) {
        pair.item += "-expected";
        pair.expected = true;
        pair.opportunity.reset();
        table.pairs.push_back(pair);
    }
    for (PairScores pair : {pair_of("a", 90, 4, 3), pair_of("b", 90, 4.5, 3.5)}) {
        pair.scale = {1, 5};
        table.pairs.push_back(pair);
    }
    const ShownView view = shown(table);
    REQUIRE(view.sections.size() == 3);
    CHECK(view.sections[0].heading == "Importance and performance (scale 1-10)");
    CHECK(view.sections[1].heading == "Importance and performance (scale 1-5)");
    CHECK(view.sections[1].drawing.empty());
    CHECK(view.sections[2].heading == "Expectation and performance");
    CHECK(view.sections[2].grids[0].columns[2].title == "expectation");
    CHECK(view.sections[2].grids[0].columns.size() == 7);
    CHECK(says(view.sections[2].notes, "cut at expectation 6.50"));
    CHECK(is_empty(view.table.rows[4][7]));
}

TEST_CASE("Importances that are all equal are said to tell nothing", "[present][gaps_view]") {
    ScoreTable table;
    table.pairs = {pair_of("a", 90, 8, 5), pair_of("b", 90, 8, 6), pair_of("c", 90, 8, 7)};
    const ShownView view = shown(table);
    CHECK(says(view.sections[0].notes, "all have the same importance"));
    CHECK_FALSE(view.sections[0].drawing.empty());
}

TEST_CASE("The gaps fit terminals, wide and narrow", "[present][gaps_view]") {
    for (const std::size_t width : {48U, 60U, 80U, 100U, 160U}) {
        Look look;
        look.width = width;
        const ScoreTable  table = four_pairs();
        const ShownView   view = shown(table, CutPoint::mean, look);
        const std::string text = write_text({table, &view}, look);
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = text.find('\n', start);
            CHECK(display_width(text.substr(start, end - start)) <= width);
            start = end + 1;
        }
    }
}

TEST_CASE("The first pairs alone are shown where no more are asked for", "[present][gaps_view]") {
    Look look;
    look.top = 1;
    const ShownView view = shown(four_pairs(), CutPoint::mean, look);
    CHECK(view.sections[0].grids[0].rows.size() == 1);
    CHECK(says(view.sections[0].drawing, "●1"));
    CHECK_FALSE(says(view.sections[0].drawing, "●2"));
    CHECK(says(view.sections[0].notes, "3 more are not shown"));
    CHECK(view.table.rows.size() == 4);
}

TEST_CASE("Gaps look as approved", "[present][gaps_view]") {
    const ScoreTable table = four_pairs();
    const ShownView  view = shown(table);
    check_approved("gaps_view.txt", write_text({table, &view}, {}));
    check_approved("gaps_view.md", write_md({table, &view}, {}));
    check_approved("gaps_view.csv", write_csv({table, &view}, {}));
}
