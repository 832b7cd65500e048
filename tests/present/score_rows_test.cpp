#include <cx/present/sections.hpp>

#include <catch2/catch.hpp>

#include <present/sample_tables.hpp>

using namespace cx;

TEST_CASE("Each item is shown by its main metric, with the others beside it", "[present][score_rows]") {
    const ScoreTable table = sample::feedback();
    const ScoreRows  scores(table);
    REQUIRE(scores.of("all").size() == 3);
    CHECK(scores.of("all")[0].head().metric == "nps");
    CHECK(scores.of("all")[2].head().metric == "ces");
    CHECK(scores.beside.at("recommend").size() == 4);
    CHECK(scores.dimensions == std::vector<std::string>{"touchpoint", "stage", "month"});
    CHECK(scores.of("never").empty());
}

TEST_CASE("An item without its main metric shows all that it has", "[present][score_rows]") {
    ScoreTable table;
    for (const char* metric : {"promoters", "detractors"}) {
        table.scores.push_back(sample::nps_row("all", "", 100, 40));
        table.scores.back().metric = metric;
        table.scores.back().main = false;
    }
    CHECK(ScoreRows(table).of("all").size() == 2);
}

TEST_CASE("A mark needs a corrected p below the level", "[present][score_rows]") {
    ScoreRow row = sample::nps_row("touchpoint", "a", 100, 40);
    CHECK(mark_of(row, 0.05).empty());
    row.difference = -8;
    row.p_raw = 0.01;
    CHECK(mark_of(row, 0.05).empty());
    row.p = 0.05;
    CHECK(mark_of(row, 0.05).empty());
    row.p = 0.049;
    CHECK(mark_of(row, 0.05) == "▼");
    CHECK(mark_of(row, 0.01).empty());
    CHECK(tone_of(row, 0.05) == Tone::bad);
    row.difference = 8;
    CHECK(mark_of(row, 0.05) == "▲");
    CHECK(tone_of(row, 0.05) == Tone::good);
    row.metric = "detractors";
    CHECK(tone_of(row, 0.05) == Tone::bad);
    row.metric = "importance";
    CHECK(tone_of(row, 0.05) == Tone::plain);
    row.note = "withheld";
    CHECK(mark_of(row, 0.05).empty());
}

TEST_CASE("A withheld row shows no figure, whatever it holds", "[present][score_rows]") {
    ScoreRow row = sample::nps_row("touchpoint", "a", 3, 40);
    row.note = "withheld";
    CHECK(base_cells({&row}) == std::vector<std::string>{""});
    CHECK(interval_cells({&row}) == std::vector<std::string>{""});
    CHECK(value_cells({&row}, 0.05) == std::vector<std::string>{"withheld"});
    CHECK_FALSE(dot_of(row));
}

TEST_CASE("Cells of a column line up", "[present][score_rows]") {
    const ScoreRow large = sample::nps_row("touchpoint", "a", 1203, 44);
    const ScoreRow small = sample::nps_row("touchpoint", "b", 18, -20);
    const ScoreRow none = sample::nps_row("touchpoint", "c", 0, 0);
    CHECK(base_cells({&large, &small, &none}) == std::vector<std::string>{"1,203 ", "(18)", "0 "});
    CHECK(base_cells({&large}) == std::vector<std::string>{"1,203"});
    CHECK(interval_cells({&large, &small, &none}) ==
          std::vector<std::string>{" 39.8 to 48.2", "−54.6 to 14.6", "no answers"});
    CHECK(value_cells({&large, &none}, 0.05) == std::vector<std::string>{"44.0", "–"});
}

TEST_CASE("Names are safe to show and never empty", "[present][score_rows]") {
    ScoreRow row;
    CHECK(item_label(row) == "all questions together");
    CHECK(group_label(row) == "(blank)");
    row.metric = "basics_met";
    CHECK(item_label(row) == "basic needs met");
    row.item = "q1";
    row.group = "\x1b[31m";
    CHECK(item_label(row) == "q1");
    CHECK(group_label(row) == "\\x1b[31m");
    row.item_text = "How\nwas it?";
    CHECK(item_label(row) == "How\\nwas it?");
}

TEST_CASE("An axis reaches over values, intervals and the reference", "[present][score_rows]") {
    const ScoreRow row = sample::nps_row("touchpoint", "a", 1203, 44);
    const auto     axis = axis_of({&row}, -30.0);
    REQUIRE(axis);
    CHECK(axis->from <= -30);
    CHECK(axis->to >= 48.2);
    const ScoreRow none = sample::nps_row("touchpoint", "a", 0, 0);
    CHECK_FALSE(axis_of({&none}, std::nullopt));
}
