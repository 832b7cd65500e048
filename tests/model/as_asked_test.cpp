#include <cx/model/as_asked.hpp>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/model/model_file.hpp>

using namespace cx;
using Catch::Contains;

namespace {

Recognition columns_called(const std::vector<std::string>& codes) {
    Recognition recognition;
    for (const std::string& code : codes) recognition.columns.push_back({code, code, {code}, {}});
    return recognition;
}

const char* const sources = R"(
[columns]
date = "Date"
response = "Id"
[[source]]
name = "webropol"
match = "webropol-*.csv"
columns = { date = "Vastausaika" }
[[source]]
name = "qualtrics"
match = ["q*.csv", "Q?.zip"]
columns = { response = "ResponseId", date_order = "ymd" }
id_scope = "file"
)";

const char* const wordings = R"(
[[item]]
id = "recommend"
kind = "recommend"
column = "NPS"
scale = [0, 10]
promise = "easy"
[[item]]
id = "recommend"
kind = "recommend"
column = "Q7"
scale = [0, 10]
labels = { "Absolutely" = 10 }
waves = ["2024-H1", "2024-H2"]
[[item]]
id = "recommend"
kind = "recommend"
column = "Words"
scale = [1, 5]
promoters = 5
detractors = 3
waves = ["2020-H1"]
[[item]]
id = "sat"
column = "Sat"
scale = [1, 5]
[[promise]]
id = "easy"
)";

} // namespace

TEST_CASE("as_asked: patterns fit whole names") {
    CHECK(fits("webropol-1.csv", "webropol-*.csv"));
    CHECK(fits("webropol-.csv", "webropol-*.csv"));
    CHECK_FALSE(fits("webropol-1.csv.gz", "webropol-*.csv"));
    CHECK_FALSE(fits("my-webropol-1.csv", "webropol-*.csv"));
    CHECK(fits("a", "?"));
    CHECK_FALSE(fits("", "?"));
    CHECK(fits("", "*"));
    CHECK(fits("aXbXc", "a*b*c"));
    CHECK_FALSE(fits(std::string(5000, 'a'), "*a*a*a*a*a*a*a*a*b")); // in the time of one pass over it a star
}

TEST_CASE("as_asked: a file's name tells its source, or it is refused") {
    const MeasurementModel model = parse_model(sources, "cx.toml");
    CHECK(source_of_file(model, "/in/webropol-10.csv")->name == "webropol");
    CHECK(source_of_file(model, "Q1.zip")->name == "qualtrics");
    CHECK(source_of_file(model, "q.csv")->ids_by_file);
    CHECK_THROWS_WITH(source_of_file(model, "other.csv"), Contains("no [[source]] of cx.toml matches"));
    CHECK(source_of_file(MeasurementModel{}, "other.csv") == nullptr);
    MeasurementModel both = model;
    both.sources[1].match = {"*"};
    CHECK_THROWS_WITH(source_of_file(both, "webropol-10.csv"), Contains("several [[source]]"));
}

TEST_CASE("as_asked: a source's columns are its own, and the survey's where it names none") {
    const MeasurementModel model = parse_model(sources, "cx.toml");
    const MeasurementModel webropol = as_asked(model, {}, "webropol", {});
    CHECK(webropol.columns.date == std::vector<std::string>{"Vastausaika"});
    CHECK(webropol.columns.response == std::vector<std::string>{"Id"});
    const MeasurementModel qualtrics = as_asked(model, {}, "qualtrics", {});
    CHECK(qualtrics.columns.date == std::vector<std::string>{"Date"});
    CHECK(qualtrics.columns.response == std::vector<std::string>{"ResponseId"});
    CHECK(qualtrics.columns.date_order == DateOrder::ymd);
    CHECK_FALSE(webropol.columns.date_order);
    CHECK(model.columns.date == std::vector<std::string>{"Date", "Vastausaika"});
}

TEST_CASE("as_asked: a wave's own wording is read as the item; one on another scale is not") {
    MeasurementModel model = parse_model(wordings, "cx.toml");
    choose_wordings(model, columns_called({"NPS", "Sat"}), {});
    REQUIRE(model.items.size() == 2);
    CHECK(model.items[0].column == "NPS");
    CHECK(model.wordings.size() == 3);
    const MeasurementModel later = as_asked(model, {}, {}, "2024-H2");
    CHECK(later.items[0].column == "Q7");
    CHECK(later.items[0].labels.size() == 1);
    CHECK(later.items[0].promise == "easy");
    CHECK(later.items[1].column == "Sat");
    CHECK(asked_otherwise(model, later).empty());
    const MeasurementModel words = as_asked(model, {}, {}, "2020-H1");
    CHECK(words.items[0].column.empty());
    CHECK(words.items[0].scale == Scale{0, 10});
    CHECK(asked_otherwise(model, words) == std::vector<std::string>{"recommend"});
    CHECK(as_asked(model, {}, {}, "2026-10").items[0].column == "NPS");
}

TEST_CASE("as_asked: an export has the wording whose column it has") {
    MeasurementModel model = parse_model(wordings, "cx.toml");
    choose_wordings(model, columns_called({"Q7", "Sat"}), {});
    CHECK(model.items[0].column == "Q7");
    CHECK(as_asked(model, columns_called({"NPS"}), {}, {}).items[0].column == "NPS");
    CHECK(as_asked(model, columns_called({"Words"}), {}, {}).items[0].column.empty());
    MeasurementModel of_wave = parse_model(wordings, "cx.toml");
    choose_wordings(of_wave, {}, "2020-H1");
    CHECK(of_wave.items[0].column == "Words");
    CHECK(of_wave.items[0].scale == Scale{1, 5});
    CHECK(as_asked(of_wave, {}, {}, "2024-H1").items[0].column.empty());
}
