#include <limits>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cx/base/text.hpp>
#include <cx/base/version.hpp>
#include <cx/present/format.hpp>
#include <present/approved.hpp>
#include <present/sample_tables.hpp>

using namespace cx;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> names;
    for (const auto& [name, value] : object.items()) names.push_back(name);
    return names;
}

/// The version is another at every release.
std::string without_version(std::string json) {
    const std::string text(version);
    json.replace(json.find(text), text.size(), "VERSION");
    return json;
}

} // namespace

TEST_CASE("JSON is approved whole", "[present][json]") {
    check_approved("feedback.json", without_version(write_json(sample::feedback(), {})));
    check_approved("one-answer.json", without_version(write_json(sample::one_answer(), {})));
    check_approved("empty.json", without_version(write_json(sample::empty(), {})));
}

TEST_CASE("JSON has the keys of its schema in their order", "[present][json]") {
    const Json json = Json::parse(write_json(sample::feedback(), {}));
    CHECK(keys(json) == std::vector<std::string>{"cx", "model", "input", "answers", "filter", "confidence", "minimum_n",
                                                 "weights", "scores", "distributions", "targets", "views"});
    CHECK(keys(json["cx"]) == std::vector<std::string>{"version", "schema", "command"});
    CHECK(json["cx"]["schema"] == "cx.scores/1");
    CHECK(json["cx"]["version"] == version);
    CHECK(keys(json["model"]) == std::vector<std::string>{"file", "sha256", "recognised"});
    CHECK(keys(json["input"][0]) == std::vector<std::string>{"file", "dialect", "encoding", "delimiter", "rows",
                                                             "accepted", "duplicates", "rejected", "filtered",
                                                             "reasons"});
    CHECK(keys(json["input"][0]["reasons"][0]) == std::vector<std::string>{"reason", "rows", "first"});
    CHECK(keys(json["answers"][0]) ==
          std::vector<std::string>{"item", "answered", "missing", "not_applicable", "out_of_scale", "unreadable"});
    CHECK(keys(json["scores"][0]) == std::vector<std::string>{"dimension", "group", "item", "metric", "n", "base",
                                                              "n_effective", "value", "se", "low", "high", "difference",
                                                              "difference_low", "difference_high", "p_raw", "p",
                                                              "target", "status", "note"});
    CHECK(keys(json["distributions"][0]) == std::vector<std::string>{"dimension", "group", "item", "counts"});
    CHECK(json["targets"] == Json::array());
    CHECK(json["views"] == Json::object());
}

TEST_CASE("A figure that is not there is null, of a withheld row all of them", "[present][json]") {
    ScoreTable table;
    table.scores = {sample::nps_row("area", "a", 3, 40), sample::nps_row("area", "b", 0, 0),
                    sample::nps_row("area", "c", 100, 40)};
    table.scores[0].note = "withheld";
    const Json json = Json::parse(write_json(table, {}));
    for (const char* figure : {"n", "base", "n_effective", "value", "se", "low", "high", "difference", "p"}) {
        CHECK(json["scores"][0][figure].is_null());
    }
    CHECK(json["scores"][0]["group"] == "a");
    CHECK(json["scores"][1]["n"] == 0);
    CHECK(json["scores"][1]["base"] == 0);
    CHECK(json["scores"][1]["n_effective"].is_null());
    CHECK(json["scores"][1]["value"].is_null());
    CHECK(json["scores"][2]["value"] == 40);
    CHECK(json["scores"][2]["p"].is_null());
    CHECK(json["scores"][2]["target"] == "");
}

TEST_CASE("Counts that would tell a withheld n are null", "[present][json]") {
    ScoreTable table;
    table.answers = {{"a", 3, 2, 1, 4, 5, true}, {"b", 3, 2, 1, 4, 5, false}};
    const Json json = Json::parse(write_json(table, {}));
    for (const char* count : {"answered", "missing", "not_applicable"}) {
        CHECK(json["answers"][0][count].is_null());
        CHECK(json["answers"][1][count].is_number());
    }
    CHECK(json["answers"][0]["unreadable"] == 5);
}

TEST_CASE("Doubles read back to themselves, and what is no number is null", "[present][json]") {
    ScoreTable table;
    table.scores = {sample::nps_row("all", "", 100, 100.0 / 3)};
    table.scores[0].low = std::numeric_limits<double>::quiet_NaN();
    table.scores[0].high = 1e300;
    const Json json = Json::parse(write_json(table, {}));
    CHECK(json["scores"][0]["value"].get<double>() == 100.0 / 3);
    CHECK(json["scores"][0]["low"].is_null());
    CHECK(json["scores"][0]["high"].get<double>() == 1e300);
}

TEST_CASE("Texts survive, except for bytes that are no UTF-8", "[present][json]") {
    const std::string text = write_json(sample::hostile(), {});
    CHECK(is_valid_utf8(text));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.ends_with("}\n"));
    const Json json = Json::parse(text);
    CHECK(json["scores"][1]["group"] == "=HYPERLINK(\"http://evil.example\",\"win\")");
    CHECK(json["input"][0]["file"] == "=cmd|' /C calc'!A0.csv");
}
