#include <catch2/catch.hpp>

#include <cx/statistics/journey_course.hpp>
#include <support/survey_model.hpp>

using namespace cx;
using cx::test::feedback_model;
using cx::test::touchpoint;

namespace {

std::vector<std::string> stage_ids(const JourneyCourse& course) {
    std::vector<std::string> ids;
    for (const Stage& stage : course.stages) ids.push_back(stage.id);
    return ids;
}

std::vector<std::string> touchpoint_ids(const JourneyCourse& course) {
    std::vector<std::string> ids;
    for (const Touchpoint* touchpoint : course.touchpoints) ids.push_back(touchpoint->id);
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("without journeys all stages are one", "[statistics][journey-course]") {
    MeasurementModel model = feedback_model();
    model.touchpoints.insert(model.touchpoints.begin(), touchpoint("letter", "Letter", "", ""));
    model.touchpoints.push_back(touchpoint("repair", "Repair", "after", ""));
    const auto courses = journey_courses(model);
    REQUIRE(courses.size() == 1);
    CHECK(courses[0].id.empty());
    CHECK(stage_ids(courses[0]) == Ids{"buy", "use", "after", ""});
    CHECK(courses[0].stages[0].name == "Buying");
    CHECK(courses[0].stages[2].name == "after"); // only a touchpoint names it
    CHECK(touchpoint_ids(courses[0]) == Ids{"shop", "store", "phone", "repair", "letter"});
    CHECK(courses[0].place_of("phone") == 2U);
    CHECK_FALSE(courses[0].place_of("kiosk"));
}

TEST_CASE("a journey has its stages in its own order", "[statistics][journey-course]") {
    MeasurementModel model = feedback_model();
    model.journeys = {{"back", "Way back", {"use", "buy"}, {}}, {"use-only", "", {"use"}, {"Plan=Large"}}};
    const auto courses = journey_courses(model);
    REQUIRE(courses.size() == 2);
    CHECK(courses[0].name == "Way back");
    CHECK(touchpoint_ids(courses[0]) == Ids{"phone", "shop", "store"});
    CHECK(courses[1].name == "use-only");
    CHECK(touchpoint_ids(courses[1]) == Ids{"phone"});
}

TEST_CASE("a journey without stages takes all", "[statistics][journey-course]") {
    MeasurementModel model = feedback_model();
    model.journeys = {{"all", "", {}, {}}};
    CHECK(touchpoint_ids(journey_courses(model)[0]) == Ids{"shop", "store", "phone"});
}

TEST_CASE("a touchpoint is critical to all or to those who take the journey", "[statistics][journey-course]") {
    MeasurementModel model = feedback_model();
    model.journeys = {{"large", "", {"buy", "use"}, {"Plan=Large"}}, {"small", "", {"buy", "use"}, {"Plan=Small"}}};
    model.touchpoints[0].critical = true;
    model.touchpoints[1].critical_for = {"Plan=Large"};
    const auto courses = journey_courses(model);
    CHECK(courses[0].is_critical(model.touchpoints[0]));
    CHECK(courses[1].is_critical(model.touchpoints[0]));
    CHECK(courses[0].is_critical(model.touchpoints[1]));
    CHECK_FALSE(courses[1].is_critical(model.touchpoints[1]));
    CHECK_FALSE(courses[0].is_critical(model.touchpoints[2]));
}

TEST_CASE("a model without stages and touchpoints has a course without either", "[statistics][journey-course]") {
    const MeasurementModel model;
    const auto             courses = journey_courses(model);
    REQUIRE(courses.size() == 1);
    CHECK(courses[0].stages.empty());
    CHECK(courses[0].touchpoints.empty());
}
