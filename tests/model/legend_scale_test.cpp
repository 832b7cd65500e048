#include <catch2/catch.hpp>

#include <cx/model/legend_scale.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;

namespace {

std::optional<AnswerScale> scale_of(const std::map<std::string, std::string>& legend) {
    ExportBuilder builder;
    builder.column("Q", "Q", {"Q"}, legend).row({"1"}).row({"2"});
    const Export        source = builder.opened();
    const SurveyColumns survey = survey_columns(source, default_answer_texts());
    return legend_scale(survey.columns.front(), survey.texts);
}

} // namespace

TEST_CASE("a legend of numbers, with words at its ends or not, names its scale") {
    const auto numbers = scale_of({{"0", "0"}, {"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", "5"}});
    REQUIRE(numbers);
    CHECK(numbers->scale == Scale{0, 5});
    CHECK(numbers->named);
    CHECK(numbers->counts.at(1) == 1);
    const auto ends = scale_of({{"1", "Ei lainkaan"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", "Erittäin paljon"}});
    REQUIRE(ends);
    CHECK(ends->scale == Scale{1, 5});
    CHECK_FALSE(ends->reversed);
    const auto turned = scale_of({{"1", "Erinomainen"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", "Surkea"}});
    REQUIRE(turned);
    CHECK(turned->reversed);
}

TEST_CASE("a legend of built-in labels may rise or fall, and says which code is no answer") {
    const auto falling = scale_of({{"1", "Erittäin tyytyväinen"},
                                   {"2", "Melko tyytyväinen"},
                                   {"3", "Melko tyytymätön"},
                                   {"4", "Erittäin tyytymätön"},
                                   {"5", "EOS"}});
    REQUIRE(falling);
    CHECK(falling->scale == Scale{1, 4});
    CHECK(falling->reversed);
    CHECK(falling->family == LabelFamily::satisfaction);
    CHECK(falling->not_applicable == std::vector<std::string>{"5"});
}

TEST_CASE("a legend of other words, with gaps, without numbers or without order is no scale") {
    CHECK_FALSE(scale_of({{"1", "liian hidas"}, {"2", "sopiva"}, {"3", "liian nopea"}}));
    CHECK_FALSE(scale_of({{"1", "Alle 25"}, {"2", "25-35"}, {"3", "36-45"}, {"4", "Yli 45"}}));
    CHECK_FALSE(scale_of({{"1", "1"}, {"2", "2"}, {"9", "9"}}));
    CHECK_FALSE(scale_of({{"a", "Samaa mieltä"}, {"b", "Eri mieltä"}, {"c", "Täysin eri mieltä"}}));
    CHECK_FALSE(scale_of({{"1", "Eri mieltä"}, {"2", "Samaa mieltä"}, {"3", "Täysin eri mieltä"}}));
    CHECK_FALSE(scale_of({{"1", "Kyllä"}, {"2", "Ei"}}));
    CHECK_FALSE(scale_of({}));
}
