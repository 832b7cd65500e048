#pragma once

// Measurement models to test with.

#include <string>
#include <vector>

#include <cx/model/measurement_model.hpp>

namespace cx::test {

/// A single item whose column bears its id.
inline Item single_item(const std::string& id, ItemKind kind, Scale scale) {
    Item item;
    item.id = id;
    item.text = id;
    item.kind = kind;
    item.column = id;
    item.scale = scale;
    item.scale_stated = true;
    return item;
}

/// A pair whose columns are its id with `_p` and `_i` behind it.
inline Item pair_item(const std::string& id, Scale scale) {
    Item item;
    item.id = id;
    item.text = id;
    item.performance = id + "_p";
    item.importance = id + "_i";
    item.scale = scale;
    item.scale_stated = true;
    return item;
}

inline Touchpoint touchpoint(const std::string& id, const std::string& name, const std::string& stage,
                             const std::string& channel) {
    Touchpoint made;
    made.id = id;
    made.name = name;
    made.stage = stage;
    made.channel = channel;
    return made;
}

/// Rows of feedback on one touchpoint each: `where` names it, `nps` is the answer, `date` the day.
inline MeasurementModel feedback_model() {
    MeasurementModel model;
    model.answers = default_answer_texts();
    model.columns.touchpoint = {"where"};
    model.columns.date = {"date"};
    model.columns.date_order = DateOrder::ymd;
    model.stages = {{"buy", "Buying"}, {"use", "Using"}};
    model.touchpoints = {touchpoint("shop", "Web shop", "buy", "digital"),
                         touchpoint("store", "Store", "buy", "person"), touchpoint("phone", "", "use", "person")};
    model.touchpoints[0].match = {"Verkkokauppa"};
    model.items = {single_item("nps", ItemKind::recommend, {0, 10})};
    return model;
}

} // namespace cx::test
