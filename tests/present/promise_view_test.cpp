#include <cx/present/view.hpp>

#include <algorithm>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <present/approved.hpp>
#include <present/promise_sample.hpp>

using namespace cx;

namespace {

std::string text_of(const ViewTable::Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? "" : *text;
}

bool is_empty(const ViewTable::Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

} // namespace

TEST_CASE("The promise view asks for promises at touchpoints where rows have them", "[present][promise]") {
    MeasurementModel model = sample::promises();
    CHECK(promise_groupings(model) == std::vector<std::string>{"promise", "promise:touchpoint", "touchpoint"});
    model.columns.touchpoint.clear();
    CHECK(promise_groupings(model) == std::vector<std::string>{"promise"});
    model.promises.clear();
    CHECK(promise_groupings(model).empty());
}

TEST_CASE("A promise is a row, then its items, then its touchpoints", "[present][promise]") {
    const MeasurementModel model = sample::promises();
    const ScoreTable       scores = sample::promise_scores();
    const ViewTable        table = promise_view({model, scores, CustomerScores{}}, {}).table;
    CHECK(table.name == "promise");
    CHECK(table.columns == std::vector<std::string>{"promise", "need", "owner", "item", "touchpoint", "n", "score",
                                                    "low", "high", "gap", "target", "status"});
    REQUIRE(table.rows.size() == 11);
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    const auto& easy = table.rows[0];
    CHECK(text_of(easy[0]) == "easy");
    CHECK(text_of(easy[1]) == "basic");
    CHECK(text_of(easy[2]) == "Service");
    CHECK(text_of(easy[3]).empty());
    CHECK(std::get<std::uint64_t>(easy[5]) == 900);
    CHECK(std::get<double>(easy[6]) == 62);
    CHECK(std::get<double>(easy[8]) == 65);
    CHECK(is_empty(easy[9]));
    CHECK(text_of(easy[10]) == "kept >= 80");
    CHECK(text_of(easy[11]) == "not kept");
    CHECK(text_of(table.rows[1][3]) == "simple");
    CHECK(std::get<double>(table.rows[1][6]) == 7.1);
    CHECK(text_of(table.rows[3][4]) == "shop");
    CHECK(text_of(table.rows[3][11]) == "kept");
    CHECK(text_of(table.rows[4][4]) == "phone");
    CHECK(text_of(table.rows[4][11]) == "not kept");
    const auto& ahead = table.rows[9];
    CHECK(text_of(ahead[0]) == "ahead");
    CHECK(std::get<double>(ahead[9]) == 0.5);
    CHECK(text_of(ahead[11]) == "kept");
}

TEST_CASE("Withheld figures of promises stay empty, and targets on questions are told", "[present][promise]") {
    const MeasurementModel model = sample::promises();
    ScoreTable             scores = sample::promise_scores();
    for (ScoreRow& row : scores.supporting) row = sample::withheld(row);
    scores.basics.withheld = true;
    for (BasicNeeds::Item& item : scores.basics.items) item.withheld = true;
    JudgedTarget target;
    target.metric = "mean";
    target.item = "simple";
    target.dimension = "all";
    target.bounds = ">= 8";
    target.status = "undecided";
    scores.targets = {target};
    const ShownView view = promise_view({model, scores, CustomerScores{}}, {});
    for (const auto& row : view.table.rows) {
        for (std::size_t i = 5; i < 10; ++i) CHECK(is_empty(row[i]));
        if (text_of(row[3]).empty()) CHECK(text_of(row[11]) == "undecided");
    }
    CHECK(text_of(view.table.rows[1][10]) == "mean >= 8");
    CHECK(text_of(view.table.rows[1][11]) == "undecided");
    const std::string text = write_text({scores, &view}, {});
    for (const char* figure : {"62.0", "40.0", "7.10", "58.0", "31.0"}) CHECK(text.find(figure) == std::string::npos);
}

TEST_CASE("The promise view fits terminals, wide and narrow", "[present][promise]") {
    const MeasurementModel model = sample::promises();
    const ScoreTable       scores = sample::promise_scores();
    for (const std::size_t width : {48U, 64U, 80U, 100U, 140U}) {
        Look look;
        look.width = width;
        const ShownView   view = promise_view({model, scores, CustomerScores{}}, look);
        const std::string text = write_text({scores, &view}, look);
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = text.find('\n', start);
            CHECK(display_width(text.substr(start, end - start)) <= width);
            start = end + 1;
        }
    }
}

TEST_CASE("Promises look as approved", "[present][promise]") {
    const MeasurementModel model = sample::promises();
    const ScoreTable       scores = sample::promise_scores();
    const ShownView        view = promise_view({model, scores, CustomerScores{}}, {});
    check_approved("promise_view.txt", write_text({scores, &view}, {}));
    check_approved("promise_view.md", write_md({scores, &view}, {}));
    check_approved("promise_view.csv", write_csv({scores, &view}, {}));
}
