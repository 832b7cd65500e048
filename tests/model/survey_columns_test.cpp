#include <catch2/catch.hpp>

#include <cx/model/survey_columns.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;

TEST_CASE("a code less the number of its row") {
    CHECK(code_stem("Q5_1") == "Q5");
    CHECK(code_stem("legitimacy_1_2") == "legitimacy_1");
    CHECK(code_stem("likert2[affRec4]") == "likert2");
    CHECK(code_stem("Q5").empty());
    CHECK(code_stem("_1").empty());
    CHECK(code_stem("").empty());
    CHECK(code_stem("]").empty());
}

TEST_CASE("a question is taken apart by what the headers name") {
    const QuestionParts merged = question_parts({"Racket", "Linjat: Racket", {"Linjat", "Racket"}, {}});
    CHECK(merged.question == "Linjat");
    CHECK(merged.row == "Racket");
    const QuestionParts grid = question_parts({"Rate [Price]", "Rate: Price", {"Rate [Price]"}, {}});
    CHECK(grid.question == "Rate");
    CHECK(grid.row == "Price");
    const QuestionParts alone = question_parts({"Why: really?", "Why: really?", {"Why: really?"}, {}});
    CHECK(alone.row.empty());
    CHECK(alone.question == "Why: really?");
}

TEST_CASE("columns of one question are one group") {
    ExportBuilder builder;
    builder.column("NPS")
        .column("Q5_1", "How good - Price", {"Q5_1", "How good - Price"})
        .column("Q5_2", "How good - Speed", {"Q5_2", "How good - Speed"})
        .column("Rate [A]", "Rate: A", {"Rate [A]"})
        .column("Rate [B]", "Rate: B", {"Rate [B]"})
        .row({"9", "1", "2", "3", "4"});
    const Export        source = builder.opened();
    const SurveyColumns survey = survey_columns(source, default_answer_texts());
    REQUIRE(survey.groups.size() == 3);
    CHECK(survey.group_of(0) == std::vector<std::size_t>{0});
    CHECK(survey.group_of(2) == std::vector<std::size_t>{1, 2});
    CHECK(survey.columns[1].question == "How good");
    CHECK(survey.columns[2].row == "Speed");
    CHECK(survey.group_of(3) == std::vector<std::size_t>{3, 4});
    CHECK(survey.columns[4].name() == "B");
    CHECK(survey.columns[0].name() == "NPS");
}

TEST_CASE("a meaning must not be lost in a long question") {
    ExportBuilder builder;
    builder.column("Channel")
        .column("Which of these would make you change the sales channel that you have been using so far")
        .row({"web", "x"});
    const Export        source = builder.opened();
    const SurveyColumns survey = survey_columns(source, default_answer_texts());
    CHECK(survey.columns[0].mainly(Meaning::channel));
    CHECK(survey.columns[1].match(Meaning::channel) != nullptr);
    CHECK_FALSE(survey.columns[1].mainly(Meaning::channel));
    CHECK(survey.columns[0].match(Meaning::weight) == nullptr);
}
