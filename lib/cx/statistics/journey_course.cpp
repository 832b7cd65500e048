#include <cx/statistics/journey_course.hpp>

#include <algorithm>

namespace cx {

namespace {

Stage named_stage(const MeasurementModel& model, const std::string& id) {
    const Stage* known = find_stage(model, id);
    return {id, known == nullptr || known->name.empty() ? id : known->name};
}

void add_touchpoints(const MeasurementModel& model, JourneyCourse& course) {
    for (const Stage& stage : course.stages) {
        for (const Touchpoint& touchpoint : model.touchpoints) {
            if (touchpoint.stage == stage.id) course.touchpoints.push_back(&touchpoint);
        }
    }
}

JourneyCourse whole_course(const MeasurementModel& model) {
    JourneyCourse course;
    for (const Stage& stage : model.stages) course.stages.push_back(named_stage(model, stage.id));
    const auto add = [&](const std::string& id) {
        const bool known =
            std::any_of(course.stages.begin(), course.stages.end(), [&](const Stage& stage) { return stage.id == id; });
        if (!known) course.stages.push_back(named_stage(model, id));
    };
    for (const Touchpoint& touchpoint : model.touchpoints) {
        if (!touchpoint.stage.empty()) add(touchpoint.stage);
    }
    const bool any_without = std::any_of(model.touchpoints.begin(), model.touchpoints.end(),
                                         [](const Touchpoint& touchpoint) { return touchpoint.stage.empty(); });
    if (any_without) add({});
    add_touchpoints(model, course);
    return course;
}

} // namespace

std::optional<std::size_t> JourneyCourse::place_of(std::string_view touchpoint) const {
    const auto found = std::find_if(touchpoints.begin(), touchpoints.end(),
                                    [&](const Touchpoint* known) { return known->id == touchpoint; });
    if (found == touchpoints.end()) return std::nullopt;
    return static_cast<std::size_t>(found - touchpoints.begin());
}

bool JourneyCourse::is_critical(const Touchpoint& touchpoint) const {
    return touchpoint.critical ||
           std::any_of(touchpoint.critical_for.begin(), touchpoint.critical_for.end(), [&](const std::string& who) {
               return std::find(segment.begin(), segment.end(), who) != segment.end();
           });
}

std::vector<JourneyCourse> journey_courses(const MeasurementModel& model) {
    if (model.journeys.empty()) return {whole_course(model)};
    std::vector<JourneyCourse> courses;
    for (const Journey& journey : model.journeys) {
        JourneyCourse course = journey.stages.empty() ? whole_course(model) : JourneyCourse{};
        course.id = journey.id;
        course.name = journey.name.empty() ? journey.id : journey.name;
        course.segment = journey.segment;
        for (const std::string& stage : journey.stages) course.stages.push_back(named_stage(model, stage));
        if (course.touchpoints.empty()) add_touchpoints(model, course);
        courses.push_back(std::move(course));
    }
    return courses;
}

} // namespace cx
