#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <cx/model/answer_scales.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;

namespace {

struct Read {
    Export        source;
    SurveyColumns survey;
    AnswerScales  scales;
    explicit Read(const ExportBuilder& builder)
        : source(builder.opened()), survey(survey_columns(source, default_answer_texts())), scales(survey) {}
};

ExportBuilder answers(const std::vector<std::string>& values, std::size_t times = 10) {
    ExportBuilder builder;
    builder.column("Q");
    for (const std::string& value : values) builder.rows(times, {value});
    return builder;
}

} // namespace

TEST_CASE("numbers with words at the ends are numbers") {
    const Read read(answers({"0 - Not at all", "1", "2", "3", "4", "5 - Mostly"}));
    const auto scale = read.scales.scale_of(0);
    REQUIRE(scale);
    CHECK(scale->scale == Scale{0, 5});
    CHECK(scale->source == ScaleSource::numbered);
    CHECK(scale->labels.empty());
    const Read behind(
        answers({"Not at all likely - 0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "Extremely likely - 10"}));
    const auto turned = behind.scales.scale_of(0);
    REQUIRE(turned);
    CHECK(turned->labels.at("extremely likely - 10") == 10);
    CHECK(turned->labels.at("not at all likely - 0") == 0);
}

TEST_CASE("an end word takes the point that the numbers leave free") {
    const Read read(answers({"9", "8", "7", "6", "Fantastic", "Neutral"}));
    const auto scale = read.scales.scale_of(0);
    REQUIRE(scale);
    CHECK(scale->labels.at("fantastic") == 10);
    CHECK(scale->labels.at("neutral") == 5);
    CHECK(scale->remarks.size() == 2);
    CHECK(read.scales.unknown_words(0).empty());
}

TEST_CASE("words that cannot be placed are told, and there is no scale") {
    const Read unknown(answers({"9", "8", "7", "Purple"}));
    CHECK_FALSE(unknown.scales.scale_of(0));
    CHECK(unknown.scales.unknown_words(0) == std::vector<std::string>{"Purple"});
    const Read taken(answers({"10", "9", "8", "Absolutely"}));
    CHECK_FALSE(taken.scales.scale_of(0));
    const Read texts(answers({"red", "green", "blue"}));
    CHECK_FALSE(texts.scales.scale_of(0));
    CHECK(texts.scales.unknown_words(0).empty());
}

TEST_CASE("columns of one question share the scale that any of them tells") {
    ExportBuilder builder;
    builder.column("A", "Rate: A", {"Rate", "A"}).column("B", "Rate: B", {"Rate", "B"});
    for (int i = 0; i < 30; ++i) builder.row({fmt::format("{}", 1 + i % 5), fmt::format("{}", 2 + i % 2)});
    const Read read(builder);
    const auto narrow = read.scales.scale_of(1);
    REQUIRE(narrow);
    CHECK(narrow->scale == Scale{1, 5});
    CHECK(narrow->fills);
}

TEST_CASE("a question with too few answers takes its labels' scale from the other questions") {
    ExportBuilder builder;
    builder.column("First").column("Second");
    for (const char* label : {"Nicht wichtig", "Eher unwichtig", "Eher wichtig", "Sehr wichtig"})
        builder.rows(10, {label, ""});
    builder.rows(3, {"", "Sehr wichtig"}).rows(2, {"", "Eher wichtig"});
    const Read read(builder);
    const auto scale = read.scales.scale_of(1);
    REQUIRE(scale);
    CHECK(scale->scale == Scale{1, 4});
    CHECK(scale->labels.at("sehr wichtig") == 4);
    CHECK(scale->labels.at("nicht wichtig") == 1);
}

TEST_CASE("answers that say there is none are not applicable, slips are read as what was meant") {
    const Read read(answers({"Very favorably", "Somewhat favorably", "Neither favorably nor unfavorably (neutral)",
                             "Somewhat unfavorably", "Very unfavorably", "Unfamiliar (N/A)"}));
    const auto scale = read.scales.scale_of(0);
    REQUIRE(scale);
    CHECK(scale->scale == Scale{1, 5});
    CHECK(scale->not_applicable == std::vector<std::string>{"Unfamiliar (N/A)"});
    const Read slip(answers({"stronlgy disagree", "somewhat disagree", "neutral", "somewhat agree", "strongly agree"}));
    const auto meant = slip.scales.scale_of(0);
    REQUIRE(meant);
    CHECK(meant->labels.at("stronlgy disagree") == 1);
    CHECK(meant->remarks.size() == 1);
}

TEST_CASE("a column that leaves the highest point out is on the scale that the others are on") {
    ExportBuilder builder;
    for (const char* header : {"A", "B", "C", "D"}) builder.column(header);
    for (int i = 0; i < 40; ++i) {
        const std::string point = fmt::format("{}", 1 + i % 5);
        builder.row({point, point, point, fmt::format("{}", 1 + i % 4)});
    }
    const Read read(builder);
    const auto scale = read.scales.scale_of(3);
    REQUIRE(scale);
    CHECK(scale->scale == Scale{1, 5});
    CHECK_FALSE(scale->fills);
    CHECK(Read(answers({"1", "2", "3", "4"})).scales.scale_of(0)->scale == Scale{1, 4});
}

TEST_CASE("a column without answers has no scale") {
    const Read read(answers({""}));
    CHECK_FALSE(read.scales.scale_of(0));
    CHECK(read.scales.unknown_words(0).empty());
}

TEST_CASE("texts that say there is no answer") {
    CHECK(says_no_answer("unfamiliar (n/a)"));
    CHECK(says_no_answer("weiss nicht"));
    CHECK_FALSE(says_no_answer("agree"));
    CHECK_FALSE(says_no_answer(""));
}
