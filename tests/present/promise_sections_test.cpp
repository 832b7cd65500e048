#include <cx/present/promise_sections.hpp>

#include <algorithm>

#include <catch2/catch.hpp>

#include <cx/present/format.hpp>
#include <present/promise_sample.hpp>

using namespace cx;

namespace {

bool says(const std::vector<std::string>& lines, const std::string& words) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(words) != std::string::npos; });
}

std::vector<Section> sections_of(const MeasurementModel& model, const ScoreTable& table) {
    return promise_sections(model, table, promises_in(model, table), {});
}

} // namespace

TEST_CASE("All promises stand at a glance, basic beside differentiating", "[present][promise]") {
    const Section summary = sections_of(sample::promises(), sample::promise_scores()).at(0);
    CHECK(says(summary.lead, "“Ahead of the rest, and easy to deal with”"));
    CHECK(says(summary.lead, "3 promises: 1 kept, 1 not kept, 1 undecided"));
    REQUIRE(summary.grids.size() == 2);
    CHECK(summary.grids[0].columns[0].title == "Basic needs: what customers expect");
    CHECK(summary.grids[0].rows.size() == 2);
    CHECK(summary.grids[0].rows[0].cells[0].text == "✗ not kept   Dealing with us is easy");
    CHECK(summary.grids[0].rows[0].cells[0].tone == Tone::bad);
    CHECK(summary.grids[0].rows[0].cells[4].text == "Telephone 40.0%");
    CHECK(summary.grids[1].columns[0].title == "Differentiating value: what they choose us for");
    CHECK(summary.grids[1].rows[0].cells[0].text == "✓ kept  We are ahead of the industry");
}

TEST_CASE("A promise's block begins with its verdict and tells where it breaks", "[present][promise]") {
    const std::vector<Section> sections = sections_of(sample::promises(), sample::promise_scores());
    REQUIRE(sections.size() == 5);
    const Section& easy = sections[2];
    CHECK(easy.heading == "✗ NOT KEPT: Dealing with us is easy");
    CHECK(says(easy.lead, "Basic need · answered for by Service"));
    CHECK(says(easy.lead,
               "At least 7 in 62.0% (59.0 to 65.0) of 900 responses; 80% is asked for where no kept_at is written"));
    CHECK(says(easy.lead, "Breaks at Telephone: 40.0% (35.0 to 45.0), n 300"));
    CHECK(says(easy.notes, "every day: We answer within a minute"));
    CHECK(says(easy.notes, "not promised: Installation at home"));
    REQUIRE(easy.grids.size() == 2);
    CHECK(easy.grids[0].rows.size() == 2);
    CHECK(easy.grids[1].rows[1].cells[0].text == "✗ Telephone");
    const Section& on_time = sections[3];
    CHECK(on_time.heading == "? UNDECIDED: We come when we said");
    CHECK(says(on_time.lead, "Undecided: the interval reaches over 70%"));
    CHECK(says(on_time.lead, "May break at Shop")); // its interval reaches over the line
    const Section& ahead = sections[4];
    CHECK(ahead.heading == "✓ KEPT: We are ahead of the industry");
    CHECK(says(ahead.lead, "Gap, performance less importance: 0.50 (0.30 to 0.70), n 680"));
}

TEST_CASE("A model without promises says so", "[present][promise]") {
    const ScoreTable           table;
    const std::vector<Section> sections = sections_of({}, table);
    REQUIRE(sections.size() == 1);
    CHECK(says(sections[0].notes, "the model names no promise"));
    CHECK(promise_notes(table, {}).empty());
}

TEST_CASE("Notes tell what the signs mean where they occur", "[present][promise]") {
    const MeasurementModel model = sample::promises();
    ScoreTable             table = sample::promise_scores();
    CHECK(says(promise_notes(table, promises_in(model, table)), "low base"));
    CHECK_FALSE(says(promise_notes(table, promises_in(model, table)), "withheld"));
    table.supporting[0] = sample::withheld(table.supporting[0]);
    CHECK(says(promise_notes(table, promises_in(model, table)), "withheld: fewer than 5 answers"));
}

TEST_CASE("Promises of a hostile model act nowhere", "[present][promise]") {
    MeasurementModel model = sample::promises();
    model.promises[0].text = "\x1b[2J" + std::string(100'000, 'x');
    model.survey.proposition = "\u202Egnp";
    const std::vector<Section> sections = sections_of(model, sample::promise_scores());
    for (const Section& section : sections) {
        CHECK(section.heading.find('\x1b') == std::string::npos);
        CHECK(section.heading.size() < 1000);
        CHECK_FALSE(says(section.lead, "\u202E"));
    }
}
