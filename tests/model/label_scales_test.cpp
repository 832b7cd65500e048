#include <catch2/catch.hpp>

#include <cx/model/label_scales.hpp>

using namespace cx;

TEST_CASE("positions do not depend on the language") {
    CHECK(label_position(LabelFamily::agreement, "täysin eri mieltä") == -3);
    CHECK(label_position(LabelFamily::agreement, "helt av annan åsikt") == -3);
    CHECK(label_position(LabelFamily::agreement, "instämmer inte alls") == -3);
    CHECK(label_position(LabelFamily::agreement, "stimme gar nicht zu") == -3);
    CHECK(label_position(LabelFamily::agreement, "disagree completely") == -3);
    CHECK(label_position(LabelFamily::satisfaction, "erittäin tyytyväinen") == 3);
    CHECK(label_position(LabelFamily::likelihood, "erittäin todennäköisesti") == 3);
    CHECK(label_position(LabelFamily::quality, "erittäin huono") == -3);
    CHECK_FALSE(label_position(LabelFamily::quality, "agree"));
    CHECK_FALSE(label_position(LabelFamily::quality, ""));
}

TEST_CASE("the scale is the usual one that holds what was used") {
    const auto five = label_scale(LabelFamily::agreement, {{-3, -2, 0, 2, 3}, 10});
    REQUIRE(five);
    CHECK(five->scale() == Scale{1, 5});
    CHECK(five->point(-3) == 1);
    CHECK(five->point(0) == 3);
    CHECK(five->point(3) == 5);
    const auto seven = label_scale(LabelFamily::satisfaction, {{-2, 0, 1, 2, 3}, 100});
    REQUIRE(seven);
    CHECK(seven->scale() == Scale{1, 7});
    CHECK(seven->point(2) == 6);
}

TEST_CASE("a scale without a middle is told by answers on both sides that leave it out") {
    const LabelUse both{{-3, -1, 1, 3}, 40};
    const auto     four = label_scale(LabelFamily::agreement, both);
    REQUIRE(four);
    CHECK(four->scale() == Scale{1, 4});
    CHECK(four->certain);
    const auto few = label_scale(LabelFamily::agreement, {{-1, 1, 3}, 6});
    REQUIRE(few);
    CHECK(few->scale() == Scale{1, 5});
    CHECK_FALSE(few->certain);
    const auto one_side = label_scale(LabelFamily::agreement, {{2, 3}, 500});
    REQUIRE(one_side);
    CHECK(one_side->scale() == Scale{1, 5});
}

TEST_CASE("scales that mix intensities on their two sides have five points, not seven") {
    const auto mixed =
        label_scale(LabelFamily::satisfaction, {{-1, 0, 2, 3}, 79}); // somewhat dissatisfied, neutral, satisfied, very
    REQUIRE(mixed);
    CHECK(mixed->scale() == Scale{1, 5});
    CHECK(mixed->point(-1) == 2);
}

TEST_CASE("grades of quality and importance that go beyond very good") {
    const auto quality = label_scale(LabelFamily::quality, {{-3, -2, 0, 2, 4}, 170}); // horrible ... excellent
    REQUIRE(quality);
    CHECK(quality->point(4) == 5);
    const auto importance = label_scale(LabelFamily::importance, {{-3, -1, 0, 3, 4}, 170}); // not ... critical
    REQUIRE(importance);
    CHECK(importance->scale() == Scale{1, 5});
    CHECK(importance->point(4) == 5);
}

TEST_CASE("a scale of as many points as are wanted") {
    const auto seven = label_scale(LabelFamily::agreement, {{2, 3}, 2}, 7);
    REQUIRE(seven);
    CHECK(seven->point(3) == 7);
    CHECK_FALSE(label_scale(LabelFamily::agreement, {{2, 3}, 2}, 9));
}

TEST_CASE("labels nobody chose come as the opposites of those that were") {
    const auto scale = label_scale(LabelFamily::agreement, {{-3, -2, 0, 2, 3}, 10});
    REQUIRE(scale);
    const auto labels = labels_of(LabelFamily::agreement, *scale, {"completely agree", "agree"});
    CHECK(labels.at("completely agree") == 5);
    CHECK(labels.at("completely disagree") == 1);
    CHECK(labels.at("neutral") == 3);
    CHECK(labels.find("strongly disagree") == labels.end());
    CHECK(labels.find("täysin eri mieltä") == labels.end());
}

TEST_CASE("a slip of the keyboard is seen, another label is not taken for one") {
    CHECK(label_meant(LabelFamily::agreement, "stronlgy disagree") == "strongly disagree");
    CHECK(label_meant(LabelFamily::agreement, "strongly disagre") == "strongly disagree");
    CHECK_FALSE(label_meant(LabelFamily::agreement, "agrees"));
    CHECK_FALSE(label_meant(LabelFamily::satisfaction, "a satisfied one"));
    CHECK_FALSE(label_meant(LabelFamily::agreement, std::string(1000, 'a')));
    CHECK_FALSE(label_meant(LabelFamily::agreement, ""));
}

TEST_CASE("words at the ends of a scale of numbers") {
    CHECK(end_of_scale("absolutely") == 1);
    CHECK(end_of_scale("ehdottomasti") == 1);
    CHECK(end_of_scale("inte alls") == -1);
    CHECK(end_of_scale("extremely likely") == 1);
    CHECK(end_of_scale("neutral") == 0);
    CHECK_FALSE(end_of_scale("kubernetes"));
    CHECK_FALSE(end_of_scale(""));
}

TEST_CASE("yes, no and in between") {
    CHECK(yes_or_no("kyllä") == YesNo::yes);
    CHECK(yes_or_no("nej") == YesNo::no);
    CHECK(yes_or_no("osittain") == YesNo::partly);
    CHECK_FALSE(yes_or_no("maybe"));
}
