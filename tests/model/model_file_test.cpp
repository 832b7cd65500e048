#include <cx/model/model_file.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include <cx/base/digest.hpp>
#include <cx/base/error.hpp>

#include "model/faults.hpp"

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using cx::parse_model;
using cx::test::faults;

namespace {

constexpr const char* whole_model = R"([survey]
title = "Autumn"
proposition = "Easy"
owner = "Board"
language = "sv"
timezone = "Europe/Helsinki"
confidence = 0.9
minimum_n = 10
baseline = "2025"

[columns]
response = "ResponseId"
respondent = ["CustomerId", "Client"]
date = "EndDate"
date_order = "mdy"
weight = "weight"
touchpoint = "@file"
stage = "Stage"
channel = "Channel"
contact = "May we?"
comment = ["Why?", "Else"]
segments = "Group"
personal = ["Email"]

[answers]
missing = ["", "99"]

[[promise]]
id = "easy"
text = "It is easy"
need = "basic"
minimum = 7
kept_at = 80
excludes = ["At home"]
practice = ["Within a minute"]
owner = "Service"

[[stage]]
id = "purchase"
name = "Buying"

[[touchpoint]]
id = "web-shop"
name = "Web shop"
stage = "purchase"
channel = "digital"
owner = ["Sales", "Logistics"]
critical = true
critical_for = ["Group=Business"]
match = ["Shop"]

[[item]]
kind = "recommend"
column = "Q1"
labels = { "Absolutely " = 10 }

[[item]]
id = "pioneer"
text = "A pioneer"
performance = "Q5_1"
importance = "Q6_1"
scale = [1, 10]
codes = [0, 9]
reversed = true
need = "differentiating"
promise = "easy"
touchpoint = "web-shop"
threshold = 7.5
top = 3
missing = ["88"]

[[item]]
id = "solved"
kind = "choice"
column = "Solved?"
good = ["Yes"]

[[item]]
id = "q1"
kind = "recommend"
column = "Q7"
waves = ["2024-H1"]
)";

} // namespace

TEST_CASE("A model file is read whole") {
    const auto model = parse_model(whole_model, "cx.toml");
    CHECK(model.file == "cx.toml");
    CHECK(model.sha256 == cx::sha256(whole_model));
    CHECK_FALSE(model.recognised);
    CHECK(model.survey.title == "Autumn");
    CHECK(model.survey.language == "sv");
    CHECK(model.survey.timezone == "Europe/Helsinki");
    CHECK(model.survey.confidence == 0.9);
    CHECK(model.survey.minimum_n == 10);
    CHECK(model.survey.baseline == "2025");
    CHECK(model.columns.response == std::vector<std::string>{"ResponseId"});
    CHECK(model.columns.respondent == std::vector<std::string>{"CustomerId", "Client"});
    CHECK(model.columns.date_order == cx::DateOrder::mdy);
    CHECK(model.columns.touchpoint == std::vector<std::string>{"@file"});
    CHECK(model.columns.segments == std::vector<std::string>{"Group"});
    CHECK(model.answers.missing == std::vector<std::string>{"", "99"});
    CHECK(model.answers.not_applicable == cx::default_answer_texts().not_applicable);
    REQUIRE(model.promises.size() == 1);
    CHECK(model.promises[0] ==
          cx::Promise{"easy", "It is easy", cx::Need::basic, 7.0, 80.0, "Service", {"At home"}, {"Within a minute"}});
    REQUIRE(model.stages.size() == 1);
    CHECK(model.stages[0] == cx::Stage{"purchase", "Buying"});
    REQUIRE(model.touchpoints.size() == 1);
    CHECK(
        model.touchpoints[0] ==
        cx::Touchpoint{
            "web-shop", "Web shop", "purchase", "digital", {"Sales", "Logistics"}, true, {"Group=Business"}, {"Shop"}});
    CHECK(model.unused_tables.empty());
}

TEST_CASE("Items are read with their defaults") {
    const auto model = parse_model(whole_model, "cx.toml");
    REQUIRE(model.items.size() == 4);
    const auto& recommend = model.items[0];
    CHECK(recommend.id == "q1-2"); // `q1` is taken by one that says so
    CHECK(recommend.text == "q1-2");
    CHECK(recommend.kind == cx::ItemKind::recommend);
    CHECK(recommend.scale == cx::Scale{0, 10});
    CHECK_FALSE(recommend.scale_stated);
    CHECK(recommend.labels == std::map<std::string, int>{{"absolutely", 10}});
    const auto& pair = model.items[1];
    CHECK(pair.is_pair());
    CHECK(pair.kind == cx::ItemKind::rating);
    CHECK(pair.text == "A pioneer");
    CHECK(pair.scale == cx::Scale{1, 10});
    CHECK(pair.scale_stated);
    CHECK(pair.codes == cx::Scale{0, 9});
    CHECK(pair.reversed);
    CHECK(pair.need == cx::Need::differentiating);
    CHECK(pair.threshold == 7.5);
    CHECK(pair.top == 3);
    CHECK(pair.missing == std::vector<std::string>{"88"});
    CHECK(pair.touchpoint == "web-shop");
    CHECK(pair.promise == "easy");
    CHECK(model.items[2].good == std::vector<std::string>{"Yes"});
    CHECK(model.items[3].waves == std::vector<std::string>{"2024-H1"});
}

TEST_CASE("An empty model file is a model that says nothing") {
    const auto model = parse_model("", "cx.toml");
    CHECK(model.items.empty());
    CHECK(model.answers == cx::default_answer_texts());
    CHECK(model.unused_tables.empty());
    CHECK(parse_model("\xef\xbb\xbf# nothing\r\n", "cx.toml").items.empty());
}

TEST_CASE("All problems are told in one run, in the order of the file") {
    const std::string told = faults("[survey]\n"
                                    "  tilte = \"x\"\n"
                                    "confidence = 1\n"
                                    "minimum_n = 0\n"
                                    "language = \"de\"\n"
                                    "[[item]]\n"
                                    "colum = \"Q1\"\n");
    CHECK(told ==
          "cx.toml:2:3: unknown key 'tilte' in [survey]; did you mean 'title'?\n"
          "cx.toml:3:1: 'confidence' in [survey] is 1, expected more than 0 and less than 1; 95 percent is 0.95\n"
          "cx.toml:4:1: 'minimum_n' in [survey] is 0, expected at least 1; it is the least number of answers that "
          "a figure is shown for\n"
          "cx.toml:5:1: 'language' in [survey] is 'de', expected one of 'fi', 'en' and 'sv'\n"
          "cx.toml:6:1: 'column' is missing in [[item]]; name the column, or for a pair performance and importance\n"
          "cx.toml:7:1: unknown key 'colum' in [[item]]; did you mean 'column'?");
}

TEST_CASE("Unknown tables and keys outside of tables are told") {
    CHECK(faults("[[itme]]\n") == "cx.toml:1:3: unknown table 'itme'; did you mean 'item'?");
    CHECK(faults("title = \"x\"\n") ==
          "cx.toml:1:1: unknown key 'title' outside of any table; known are 'action', 'answers', 'break', 'columns', "
          "'item', 'journey', 'promise', 'source', 'stage', 'survey', 'target', 'theme', 'touchpoint' and 'wave'");
    CHECK(faults("[item]\ncolumn = \"Q1\"\n") == "cx.toml:1:2: 'item' is a table, expected tables, each [[item]]; "
                                                 "there can be several: write it in double brackets");
    CHECK(
        faults("[[survey]]\n") ==
        "cx.toml:1:3: 'survey' is a list, expected the table [survey]; there is one only: write it in single brackets");
    CHECK(faults("survey = 3\n") == "cx.toml:1:1: 'survey' is the number 3, expected the table [survey]");
}

TEST_CASE("A time zone that nobody knows is told with its place") {
    CHECK_THAT(faults("[survey]\ntimezone = \"Europe/Helsinky\"\n"),
               StartsWith("cx.toml:2:1: 'timezone' in [survey]: ") && Contains("Europe/Helsinki"));
    CHECK(faults("[survey]\ntimezone = \"UTC\"\n").empty());
}

TEST_CASE("Confidence lies strictly between 0 and 1") {
    for (const char* value : {"0", "1", "0.0", "1.0", "-0.5", "95", "1.5"})
        CHECK_THAT(faults(std::string("[survey]\nconfidence = ") + value), Contains("less than 1"));
    CHECK_THAT(faults("[survey]\nconfidence = nan"), Contains("expected a number"));
    CHECK(faults("[survey]\nconfidence = 0.999").empty());
}

TEST_CASE("Ids that others refer to are required and their own") {
    CHECK(faults("[[stage]]\nname = \"Osto\"\n") ==
          "cx.toml:1:1: 'id' is missing in [[stage]]; give the stage a short name that other tables refer to");
    CHECK_THAT(faults("[[touchpoint]]\n[[promise]]\n"), Contains("cx.toml:1:1: 'id' is missing in [[touchpoint]]") &&
                                                            Contains("cx.toml:2:1: 'id' is missing in [[promise]]"));
    CHECK(faults("[[stage]]\nid = \"a\"\n[[stage]]\nid = \" a\"\n") ==
          "cx.toml:4:1: the id 'a' is another [[stage]]'s already, on line 2; give each its own");
    CHECK(faults("[[stage]]\nid = \"a\"\n[[touchpoint]]\nid = \"a\"\n").empty());
    CHECK_THAT(faults("[[stage]]\nid = \" \"\n"), Contains("'id' in [[stage]] is empty"));
}

TEST_CASE("References must lead somewhere") {
    CHECK(
        faults("[[stage]]\nid = \"purchase\"\n[[touchpoint]]\nid = \"web\"\nstage = \"purchse\"\n") ==
        "cx.toml:5:1: 'stage' in [[touchpoint]] is 'purchse', and no [[stage]] has that id; did you mean 'purchase'?");
    CHECK_THAT(faults("[[item]]\ncolumn = \"Q\"\ntouchpoint = \"web\"\npromise = \"easy\"\n"),
               Contains("cx.toml:3:1: 'touchpoint' in [[item]] is 'web'") &&
                   Contains("add a [[touchpoint]] with id = 'web'") && Contains("cx.toml:4:1: 'promise' in [[item]]"));
}

TEST_CASE("What is kept at is a percentage") {
    CHECK_THAT(faults("[[promise]]\nid = \"a\"\nkept_at = 101\n"), Contains("'kept_at' in [[promise]] is 101"));
    CHECK(faults("[[promise]]\nid = \"a\"\nminimum = 4\nkept_at = 100\n").empty());
}

TEST_CASE("Answer texts of the file replace the defaults, each list by itself") {
    const auto model = parse_model("[answers]\nnot_applicable = [\" EN OSAA  sanoa \"]\n", "cx.toml");
    CHECK(model.answers.missing == cx::default_answer_texts().missing);
    CHECK(model.answers.not_applicable == std::vector<std::string>{"en osaa sanoa"});
    CHECK(parse_model("[answers]\nmissing = []\n", "cx.toml").answers.missing.empty());
    CHECK(parse_model("[answers]\nmissing = \"x\"\n", "cx.toml").answers.missing == std::vector<std::string>{"x"});
}

TEST_CASE("A model file is read from disk, and what cannot be read is told") {
    std::string path = (std::filesystem::temp_directory_path() / "cx-model-XXXXXX").string();
    const int   descriptor = ::mkstemp(path.data());
    REQUIRE(descriptor >= 0);
    std::FILE* const file = ::fdopen(descriptor, "wb");
    REQUIRE(file != nullptr);
    std::fputs("[survey]\r\ntitle = \"T\"\r\n", file);
    std::fclose(file);
    const auto model = cx::read_model(path);
    std::remove(path.c_str());
    CHECK(model.file == path);
    CHECK(model.survey.title == "T");
    CHECK(model.sha256 == cx::sha256("[survey]\r\ntitle = \"T\"\r\n"));
    CHECK_THROWS_WITH(cx::read_model(path), StartsWith(path + ": the model file cannot be opened"));
    CHECK_THROWS_WITH(cx::read_model("/"), StartsWith("/: the model file cannot be read"));
}

TEST_CASE("A file that is very large or no model at all is refused in time") {
    std::string many_keys;
    for (int i = 0; many_keys.size() < (2U << 20U); ++i) many_keys += "key" + std::to_string(i) + " = 1\n";
    const std::string told = faults(many_keys);
    CHECK_THAT(told, StartsWith("cx.toml:1:1: unknown key 'key0' outside of any table"));
    CHECK(told.size() < 100'000);
    CHECK_THAT(told, Contains("\ncx.toml: and "));

    std::string comments;
    while (comments.size() < (10U << 20U)) comments += "# a line of nothing in particular ...\n";
    CHECK(faults(comments).empty());
    CHECK_THAT(faults("a;b;c\n1;2;3\n"), StartsWith("cx.toml:1:2: "));
}
