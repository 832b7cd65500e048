#include <catch2/catch.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/model/model_file.hpp>
#include <cx/model/recognise.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;

namespace {

MeasurementModel completed(const std::string& toml, const ExportBuilder& builder, Notices& notices) {
    MeasurementModel model = parse_model(toml, "cx.toml");
    complete_model(model, builder.opened(), notices);
    return model;
}

MeasurementModel completed(const std::string& toml, const ExportBuilder& builder) {
    Notices notices;
    return completed(toml, builder, notices);
}

bool said(const Notices& notices, const std::string& text) {
    return std::any_of(notices.begin(), notices.end(),
                       [&](const Notice& notice) { return notice.text.find(text) != std::string::npos; });
}

ExportBuilder numbers(const std::string& header, int low, int high) {
    ExportBuilder builder;
    builder.column(header);
    for (int i = 0; i < 10 * (high - low + 1); ++i) builder.row({fmt::format("{}", low + i % (high - low + 1))});
    return builder;
}

} // namespace

TEST_CASE("scales that are not stated: the kind's default, else the answers'") {
    CHECK(completed("[[item]]\nid = 'a'\nkind = 'recommend'\ncolumn = 'Q1'\n", numbers("Q1", 0, 10)).items[0].scale ==
          Scale{0, 10});
    CHECK(completed("[[item]]\nid = 'a'\nkind = 'satisfaction'\ncolumn = 'Q1'\n", numbers("Q1", 1, 5)).items[0].scale ==
          Scale{1, 5});
    CHECK(completed("[[item]]\nid = 'a'\nkind = 'effort'\ncolumn = 'Q1'\n", numbers("Q1", 1, 7)).items[0].scale ==
          Scale{1, 7});
    CHECK(completed("[[item]]\nid = 'a'\ncolumn = 'Q1'\n", numbers("Q1", 1, 10)).items[0].scale == Scale{1, 10});
}

TEST_CASE("a stated scale is left alone") {
    const auto model = completed("[[item]]\nid = 'a'\ncolumn = 'Q1'\nscale = [1, 7]\n", numbers("Q1", 1, 5));
    CHECK(model.items[0].scale == Scale{1, 7});
}

TEST_CASE("over one answer in a hundred off a default scale is an error that asks for it") {
    const std::string toml = "[[item]]\nid = 'a'\nkind = 'satisfaction'\ncolumn = 'Q1'\n";
    CHECK_THROWS_WITH(completed(toml, numbers("Q1", 1, 10)),
                      Catch::Contains("scale = [1, 10]") && Catch::Contains("off 1-5"));
    ExportBuilder one_in_a_hundred = numbers("Q1", 1, 5);
    one_in_a_hundred.rows(400, {"5"}).rows(4, {"6"});
    CHECK(completed(toml, one_in_a_hundred).items[0].scale == Scale{1, 5});
}

TEST_CASE("a recommend item with an 11 is refused unless its codes are told") {
    const std::string toml = "[[item]]\nid = 'a'\nkind = 'recommend'\ncolumn = 'Q1'\n";
    CHECK_THROWS_WITH(completed(toml, numbers("Q1", 1, 11)), Catch::Contains("codes = [1, 11]"));
    CHECK(completed(toml + "codes = [1, 11]\n", numbers("Q1", 1, 11)).items[0].scale == Scale{0, 10});
}

TEST_CASE("columns that are not there are listed with the nearest header, all in one error") {
    const ExportBuilder builder = numbers("Satisfaction", 1, 5);
    const std::string   toml =
        "[columns]\ndate = ['EndDate', 'Vastausaika']\n[[item]]\nid = 'a'\ncolumn = 'Satisfactoin'\n";
    CHECK_THROWS_WITH(completed(toml, builder), Catch::Contains("'Satisfactoin'") &&
                                                    Catch::Contains("did you mean 'Satisfaction'?") &&
                                                    Catch::Contains("'EndDate'"));
}

TEST_CASE("the first alternative that exists will do, and @file is no column") {
    ExportBuilder builder;
    builder.column("Vastausaika").column("Q1");
    for (int i = 0; i < 50; ++i) builder.row({"31.10.2026", fmt::format("{}", 1 + i % 5)});
    const auto model = completed(
        "[columns]\ndate = ['EndDate', 'Vastausaika']\ntouchpoint = '@file'\n[[item]]\nid = 'a'\ncolumn = 'Q1'\n",
        builder);
    CHECK(model.columns.date_order == DateOrder::dmy);
}

TEST_CASE("items of other waves may lack their column") {
    const std::string toml =
        "[[item]]\nid = 'a'\nkind = 'recommend'\ncolumn = 'NPS'\nwaves = ['2024']\n[[item]]\nid = 'b'\ncolumn = 'Q1'\n";
    CHECK_NOTHROW(completed(toml, numbers("Q1", 1, 5)));
}

TEST_CASE("a date that reads both ways is an error, not a guess") {
    ExportBuilder builder;
    builder.column("Date").column("Q1");
    for (int i = 0; i < 50; ++i) builder.row({fmt::format("0{}/05/2026", 1 + i % 9), fmt::format("{}", 1 + i % 5)});
    const std::string item = "[[item]]\nid = 'a'\ncolumn = 'Q1'\n";
    CHECK_THROWS_WITH(completed("[columns]\ndate = 'Date'\n" + item, builder), Catch::Contains("date_order"));
    CHECK_NOTHROW(completed("[columns]\ndate = 'Date'\ndate_order = 'mdy'\n" + item, builder));
}

TEST_CASE("labels of built-in scales become points, on a stated scale too") {
    ExportBuilder builder;
    builder.column("Q1");
    for (const char* answer : {"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"})
        builder.rows(10, {answer});
    const auto open = completed("[[item]]\nid = 'a'\ncolumn = 'Q1'\n", builder);
    CHECK(open.items[0].scale == Scale{1, 5});
    CHECK(open.items[0].labels.at("strongly agree") == 5);
    const auto stated = completed("[[item]]\nid = 'a'\ncolumn = 'Q1'\nscale = [0, 4]\n", builder);
    CHECK(stated.items[0].labels.at("strongly agree") == 4);
    const auto own =
        completed("[[item]]\nid = 'a'\ncolumn = 'Q1'\nscale = [1, 5]\nlabels = { 'Neutral' = 2 }\n", builder);
    CHECK(own.items[0].labels.at("neutral") == 2);
    CHECK_THROWS_AS(completed("[[item]]\nid = 'a'\ncolumn = 'Q1'\nscale = [1, 10]\n", builder), Error);
}

TEST_CASE("a satisfaction item on seven labels has seven points, and it is said") {
    ExportBuilder builder;
    builder.column("Q1");
    for (const char* answer : {"Extremely dissatisfied", "Moderately dissatisfied", "Slightly dissatisfied", "Neutral",
                               "Slightly satisfied", "Moderately satisfied", "Extremely satisfied"})
        builder.rows(5, {answer});
    Notices    notices;
    const auto model = completed("[[item]]\nid = 'a'\nkind = 'satisfaction'\ncolumn = 'Q1'\n", builder, notices);
    CHECK(model.items[0].scale == Scale{1, 7});
    CHECK(said(notices, "1-7"));
}

TEST_CASE("the export's legend says which codes are no answer") {
    ExportBuilder builder;
    builder.column("Q1", "Q1", {"Q1"}, {{"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", "5"}, {"6", "EOS"}});
    for (int i = 0; i < 60; ++i) builder.row({fmt::format("{}", 1 + i % 6)});
    const auto model = completed("[[item]]\nid = 'a'\ncolumn = 'Q1'\n", builder);
    CHECK(model.items[0].scale == Scale{1, 5});
    CHECK(model.items[0].not_applicable == std::vector<std::string>{"6"});
    const auto stated = completed("[[item]]\nid = 'a'\ncolumn = 'Q1'\nscale = [1, 5]\n", builder);
    CHECK(stated.items[0].not_applicable == std::vector<std::string>{"6"});
}

TEST_CASE("answers that tell no scale ask for it; a column without answers does not") {
    CHECK_THROWS_WITH(completed("[[item]]\nid = 'a'\ncolumn = 'Q1'\n",
                                ExportBuilder{}.column("Q1").rows(20, {"red"}).rows(20, {"blue"})),
                      Catch::Contains("scale = [1, 5]"));
    CHECK_NOTHROW(completed("[[item]]\nid = 'a'\ncolumn = 'Q1'\n", ExportBuilder{}.column("Q1").rows(5, {""})));
}

TEST_CASE("a choice none of whose good answers occurs is warned about") {
    Notices notices;
    (void)completed("[[item]]\nid = 'a'\nkind = 'choice'\ncolumn = 'Q1'\ngood = ['Kyllä']\n",
                    ExportBuilder{}.column("Q1").rows(5, {"Yes"}).rows(5, {"No"}), notices);
    CHECK(said(notices, "'good'"));
}

TEST_CASE("a model file without items has them recognised, but not among its own columns") {
    ExportBuilder builder;
    builder.column("NPS").column("Arvosana");
    for (int i = 0; i < 55; ++i) builder.row({fmt::format("{}", i % 11), fmt::format("{}", 1 + i % 5)});
    const auto model = completed("[columns]\nsegments = ['Arvosana']\n", builder);
    REQUIRE(model.items.size() == 1);
    CHECK(model.items[0].id == "recommend");
}
