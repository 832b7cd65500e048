#include <cx/model/journey_reader.hpp>

#include <set>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/model/places.hpp>

namespace cx::detail {

namespace {

/// Ids of the stages that the journey names, each once.
std::vector<std::string> read_stages(TableReader& table, References& references, Problems& problems) {
    std::vector<std::string> stages;
    const auto               names = table.names("stages");
    const auto               marks = table.marks("stages");
    if (!table.sound("stages")) return stages;
    if (names.empty())
        table.problem("stages", "'stages' in [[journey]] names no stage",
                      "list ids of stages in order, or leave the key out for all of them");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string id = one_line(names[i]);
        references.refer("stage", id, marks[i], "a stage of [[journey]]");
        if (seen.insert(id).second)
            stages.push_back(id);
        else
            problems.add(marks[i], fmt::format("the stage {} is in this [[journey]] already", quoted(id)),
                         "a journey passes through a stage once");
    }
    return stages;
}

/// Journeys without an id get one of their name's letters that no other has.
void name_journeys(std::vector<Journey>& journeys) {
    std::set<std::string> taken;
    for (const Journey& journey : journeys) taken.insert(journey.id);
    for (std::size_t i = 0; i < journeys.size(); ++i) {
        Journey& journey = journeys[i];
        if (!journey.id.empty()) continue;
        std::string stem = slug(journey.name);
        if (stem.empty()) stem = "journey";
        journey.id = stem;
        if (!taken.insert(journey.id).second) taken.insert(journey.id = fmt::format("{}-{}", stem, i + 1));
    }
}

} // namespace

void read_journeys(const std::vector<const TomlNode*>& tables, MeasurementModel& model, References& references,
                   Problems& problems) {
    for (const TomlNode* node : tables) {
        TableReader table(*node, "[[journey]]", problems);
        Journey     journey;
        journey.id = table.id("id");
        references.declare("journey", journey.id, table.at("id"), problems);
        journey.name = table.text("name");
        journey.stages = read_stages(table, references, problems);
        if (!table.has("stages"))
            for (const Stage& stage : model.stages) journey.stages.push_back(stage.id);
        if (!table.has("stages") && model.stages.empty())
            table.problem("stages", "a [[journey]] in a model without any [[stage]]",
                          "add the stages that it passes through, each as a [[stage]] with an id");
        journey.segment = table.conditions("segment");
        table.finish();
        model.journeys.push_back(std::move(journey));
    }
    name_journeys(model.journeys);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const TableReader table(*tables[i], "[[journey]]", problems);
        keep_places(model, called(model.journeys[i]), table, "segment", model.journeys[i].segment);
    }
}

} // namespace cx::detail
