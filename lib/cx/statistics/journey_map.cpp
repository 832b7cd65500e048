#include <cx/statistics/journey_map.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include <cx/model/made_items.hpp>
#include <cx/tally/main_items.hpp>

namespace cx {

namespace {

/// The rows of a table by their names.
class Rows {
  public:
    explicit Rows(const ScoreTable& table) {
        for (const auto* rows : {&table.scores, &table.supporting}) {
            for (const ScoreRow& row : *rows) {
                rows_.try_emplace({row.dimension, row.group, row.item, row.metric}, &row);
                order_[row.dimension].push_back(&row);
            }
        }
    }

    [[nodiscard]] const ScoreRow* find(const std::string& dimension, const std::string& group, const std::string& item,
                                       const std::string& metric) const {
        const auto found = rows_.find({dimension, group, item, metric});
        return found == rows_.end() ? nullptr : found->second;
    }
    [[nodiscard]] const std::vector<const ScoreRow*>& of(const std::string& dimension) const {
        static const std::vector<const ScoreRow*> none;
        const auto                                found = order_.find(dimension);
        return found == order_.end() ? none : found->second;
    }

  private:
    std::map<std::tuple<std::string, std::string, std::string, std::string>, const ScoreRow*> rows_;
    std::map<std::string, std::vector<const ScoreRow*>>                                       order_;
};

/// By which items the touchpoints of a map are compared.
struct Question {
    bool                     of_items = false;
    std::vector<std::size_t> items; ///< one for feedback rows
    std::string              metric;
};

std::string main_metric(const Item& item) {
    for (const Metric& metric : metrics()) {
        if (is_main(metric, item)) return std::string(metric.name);
    }
    return {};
}

std::vector<Question> questions(const MeasurementModel& model) {
    std::vector<Question> asked;
    const auto            of_rows = main_item(model);
    if (of_rows && !model.columns.touchpoint.empty()) asked.push_back({false, {*of_rows}, {}});
    if (of_rows && asked.empty() && !(model.columns.stage.empty() && model.columns.channel.empty())) {
        asked.push_back({false, {*of_rows}, {}});
    }
    if (auto items = main_touchpoint_items(model); !items.empty()) asked.push_back({true, std::move(items), {}});
    for (Question& question : asked) {
        const Item& item = model.items[question.items.front()];
        question.metric = item.is_pair() ? "performance" : main_metric(item);
    }
    return asked;
}

/// Finds the figures of one journey and question.
class Finder {
  public:
    Finder(const MeasurementModel& model, const Rows& rows, const Question& question, std::string journey)
        : model_(model), rows_(rows), question_(question), journey_(std::move(journey)) {}

    /// `stage:channel` with the journey before it, where there are journeys.
    [[nodiscard]] std::string dimension(const std::string& name) const {
        return journey_.empty() ? name : "journey:" + name;
    }
    [[nodiscard]] std::string group(const std::string& id) const { return journey_.empty() ? id : journey_ + ":" + id; }

    /// The figure of a group, over the items that `belongs` says are its own.
    template <class Test>
    [[nodiscard]] const ScoreRow* figure(const std::string& name, const std::string& id, Test belongs) const {
        return rows_.find(dimension(name), group(id), item_of(belongs), question_.metric);
    }
    [[nodiscard]] const ScoreRow* figure(const std::string& name, const std::string& id) const {
        return figure(name, id, [](const Item&) { return true; });
    }
    template <class Test>
    [[nodiscard]] const ScoreRow* consensus(const std::string& name, const std::string& id, Test belongs) const {
        return rows_.find(dimension(name), group(id), item_of(belongs), "consensus");
    }
    [[nodiscard]] const ScoreRow* whole(const std::string& item) const {
        return journey_.empty() ? rows_.find("all", "", item, question_.metric)
                                : rows_.find("journey", journey_, item, question_.metric);
    }
    /// The last part of the ids of a dimension's groups on this journey; those that start with `before`.
    [[nodiscard]] std::vector<std::string> ids(const std::string& name, const std::string& before = {}) const {
        const std::string        start = group(before.empty() ? before : before + ":");
        std::vector<std::string> found;
        for (const ScoreRow* row : rows_.of(dimension(name))) {
            if (!row->group.starts_with(start) || row->metric != question_.metric) continue;
            std::string id = row->group.substr(start.size());
            if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(std::move(id));
        }
        return found;
    }
    [[nodiscard]] const MeasurementModel& model() const noexcept { return model_; }
    [[nodiscard]] const Question&         question() const noexcept { return question_; }

  private:
    /// The id of the one item that belongs; empty where several are pooled.
    template <class Test> [[nodiscard]] std::string item_of(Test belongs) const {
        if (!question_.of_items) return model_.items[question_.items.front()].id;
        std::string id;
        std::size_t found = 0;
        for (const std::size_t item : question_.items) {
            if (!belongs(model_.items[item])) continue;
            id = model_.items[item].id;
            ++found;
        }
        return found == 1 ? id : std::string();
    }

    const MeasurementModel& model_;
    const Rows&             rows_;
    const Question&         question_;
    std::string             journey_;
};

auto is_of_touchpoint(const std::string& id) {
    return [&id](const Item& item) { return item.touchpoint == id; };
}

auto is_of(const MeasurementModel& model, std::string Touchpoint::*key, const std::string& id) {
    return [&model, key, &id](const Item& item) {
        const Touchpoint* touchpoint = find_touchpoint(model, item.touchpoint);
        return touchpoint != nullptr && touchpoint->*key == id;
    };
}

/// Stages that only rows name, and no touchpoint of the model.
void add_stages_of_rows(JourneyMap& map, const Finder& finder) {
    if (map.of_items || finder.model().columns.stage.empty() || !map.course.id.empty()) return;
    std::erase_if(map.course.stages, [](const Stage& stage) { return stage.id.empty(); });
    for (const std::string& id : finder.ids("stage")) {
        const bool known = std::any_of(map.course.stages.begin(), map.course.stages.end(),
                                       [&](const Stage& stage) { return stage.id == id; });
        if (!known) map.course.stages.push_back({id, id});
    }
}

void add_channels(JourneyMap& map, const Finder& finder) {
    for (const std::string& id : finder.ids("channel")) {
        MapChannel channel{id, finder.figure("channel", id, is_of(finder.model(), &Touchpoint::channel, id)), {}};
        bool       here = map.of_items && channel.score != nullptr;
        for (const Stage& stage : map.course.stages) {
            channel.stages.push_back(map.of_items ? nullptr : finder.figure("stage:channel", stage.id + ":" + id));
            here = here || channel.stages.back() != nullptr;
        }
        if (here) map.channels.push_back(std::move(channel));
    }
}

void add_channels(MapTouchpoint& at, const Finder& finder) {
    std::vector<UnitEstimate> units;
    for (const std::string& id : finder.ids("touchpoint:channel", at.id)) {
        const ScoreRow* score = finder.figure("touchpoint:channel", at.id + ":" + id);
        if (score == nullptr) continue;
        at.channels.push_back({id, score});
        if (score->withheld() || !score->value) continue;
        units.push_back({*score->value, score->se, score->n_effective});
    }
    at.spread = spread(units);
}

MapTouchpoint touchpoint_at(const JourneyMap& map, const Touchpoint& touchpoint) {
    MapTouchpoint at;
    at.touchpoint = &touchpoint;
    at.id = touchpoint.id;
    at.name = touchpoint.name.empty() ? touchpoint.id : touchpoint.name;
    at.critical = map.course.is_critical(touchpoint);
    const auto& stages = map.course.stages;
    at.stage = static_cast<std::size_t>(
        std::find_if(stages.begin(), stages.end(), [&](const Stage& stage) { return stage.id == touchpoint.stage; }) -
        stages.begin());
    return at;
}

/// Those of the model, else those that rows name.
void add_touchpoints(JourneyMap& map, const Finder& finder) {
    for (const Touchpoint* touchpoint : map.course.touchpoints) {
        MapTouchpoint at = touchpoint_at(map, *touchpoint);
        const bool    asked =
            !map.of_items || std::any_of(finder.question().items.begin(), finder.question().items.end(),
                                         [&](std::size_t i) { return finder.model().items[i].touchpoint == at.id; });
        if (asked) map.touchpoints.push_back(std::move(at));
    }
    if (finder.model().touchpoints.empty()) {
        for (const std::string& id : finder.ids("touchpoint")) {
            map.touchpoints.emplace_back();
            map.touchpoints.back().id = map.touchpoints.back().name = id;
            map.touchpoints.back().stage = map.course.stages.size();
        }
    }
    for (std::size_t i = 0; i < map.touchpoints.size(); ++i) {
        MapTouchpoint& at = map.touchpoints[i];
        at.place = i;
        at.score = finder.figure("touchpoint", at.id, is_of_touchpoint(at.id));
        at.consensus = finder.consensus("touchpoint", at.id, is_of_touchpoint(at.id));
        if (!map.of_items) add_channels(at, finder);
    }
    std::stable_partition(map.touchpoints.begin(), map.touchpoints.end(),
                          [](const MapTouchpoint& at) { return at.critical; });
}

bool has_value(const MapTouchpoint& at) {
    return at.score != nullptr && !at.score->withheld() && at.score->value.has_value();
}

void find_weakest(JourneyMap& map) {
    const auto               value = [&](std::size_t i) { return *map.touchpoints[i].score->value; };
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < map.touchpoints.size(); ++i) {
        if (has_value(map.touchpoints[i])) known.push_back(i);
    }
    if (known.size() < 2) return;
    const auto firm = [&](std::size_t i) { return map.touchpoints[i].score->n >= low_base_below; };
    std::stable_sort(known.begin(), known.end(), [&](std::size_t a, std::size_t b) {
        if (firm(a) != firm(b)) return firm(a);
        return value(a) != value(b) ? value(a) < value(b) : map.touchpoints[a].place < map.touchpoints[b].place;
    });
    map.weakest = known.front();
    const ScoreRow& low = *map.touchpoints[known.front()].score;
    for (auto other = known.begin() + 1; other != known.end() && !map.rival; ++other) {
        const ScoreRow& score = *map.touchpoints[*other].score;
        if (*score.value < *low.value) continue; // a hint, said by itself
        if (!low.high || !score.low || *score.low <= *low.high) map.rival = *other;
    }
    const auto hint =
        std::min_element(known.begin(), known.end(), [&](std::size_t a, std::size_t b) { return value(a) < value(b); });
    if (value(*hint) < *low.value) map.lower_hint = *hint;
    double sum = 0;
    for (const std::size_t i : known) sum += value(i);
    map.averaged = known.size();
    map.touchpoint_mean = sum / static_cast<double>(known.size());
}

/// What is asked about the whole by the same kind of question and scale, beside the items of touchpoints.
std::string whole_item(const MeasurementModel& model, const Question& question) {
    const Item& own = model.items[question.items.front()];
    if (!question.of_items) return own.id;
    const auto alike = std::find_if(model.items.begin(), model.items.end(), [&](const Item& item) {
        return !is_made(item) && item.touchpoint.empty() && item.kind == own.kind && !item.is_pair() &&
               !own.is_pair() && item.scale == own.scale && item.top == own.top && item.kind != ItemKind::rating &&
               item.kind != ItemKind::choice;
    });
    return alike == model.items.end() ? std::string() : alike->id;
}

JourneyMap map_of(const MeasurementModel& model, const Rows& rows, const Question& question,
                  const JourneyCourse& course) {
    const Finder finder(model, rows, question, course.id);
    JourneyMap   map;
    map.course = course;
    map.of_items = question.of_items;
    map.metric = question.metric;
    const Item& first = model.items[question.items.front()];
    if (!question.of_items) map.item = first.id;
    const std::string whole = whole_item(model, question);
    if (!whole.empty()) map.whole = finder.whole(whole);
    map.item_text = question.of_items ? std::string() : first.text.empty() ? first.id : first.text;
    add_stages_of_rows(map, finder);
    add_channels(map, finder);
    add_touchpoints(map, finder);
    for (const Stage& stage : map.course.stages) {
        map.stages.push_back(finder.figure("stage", stage.id, is_of(model, &Touchpoint::stage, stage.id)));
    }
    find_weakest(map);
    return map;
}

} // namespace

std::vector<JourneyMap> journey_maps(const MeasurementModel& model, const ScoreTable& table) {
    const Rows                  rows(table);
    const std::vector<Question> asked = questions(model);
    std::vector<JourneyMap>     maps;
    for (const JourneyCourse& course : journey_courses(model)) {
        for (const Question& question : asked) {
            maps.push_back(map_of(model, rows, question, course));
            maps.back().one_of_two = asked.size() > 1;
        }
    }
    return maps;
}

} // namespace cx
