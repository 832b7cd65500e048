#include <cx/statistics/target_subjects.hpp>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/model/made_items.hpp>
#include <statistics/judged_tables.hpp>

using namespace cx;
using namespace cx::test;
using Catch::Contains;

namespace {

/// Subjects of the model's first target as `dimension|group|item|metric`, a `?` behind those without a row.
std::vector<std::string> subjects(const MeasurementModel& model, const ScoreTable& table) {
    std::vector<std::string> found;
    const RowIndex           rows(model, table);
    for (const TargetSubject& subject : subjects_of(model, model.targets.at(0), rows)) {
        found.push_back(subject.dimension + "|" + subject.group + "|" + subject.item->id + "|" +
                        std::string(subject.metric->name) + (subject.row == nullptr ? "?" : ""));
    }
    return found;
}

ScoreRow row(const std::string& dimension, const std::string& group, const std::string& item,
             const std::string& metric) {
    return estimate(dimension, group, item, metric, 100, 50, 40, 60);
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("Without an item a target is on each that gives the metric", "[statistics][targets]") {
    MeasurementModel model = model_with({at_least("mean", 4)});
    model.items.push_back(single_item("quality", ItemKind::rating, {1, 5}));
    model.items.push_back(single_item("ease", ItemKind::effort, {1, 7}));
    const ScoreTable table = table_of({row("all", "", "nps", "mean"), row("all", "", "quality", "mean")});
    CHECK(subjects(model, table) == Names{"all||nps|mean", "all||quality|mean"});
    model.targets[0].item = "quality";
    CHECK(subjects(model, table) == Names{"all||quality|mean"});
}

TEST_CASE("Rows that nobody prints count as well", "[statistics][targets]") {
    const MeasurementModel model = model_with({on(at_least("nps", 4), "stage", "buy")});
    ScoreTable             table = table_of({row("all", "", "nps", "nps")});
    table.supporting = {row("stage", "buy", "nps", "nps")};
    CHECK(subjects(model, table) == Names{"stage|buy|nps|nps"});
}

TEST_CASE("A group that the model has and nobody is in is a subject without a row", "[statistics][targets]") {
    const ScoreTable table = table_of({row("all", "", "nps", "nps"), row("touchpoint", "shop", "nps", "nps")});
    const auto       missing = [&](const char* dimension, const char* group) {
        return subjects(model_with({on(at_least("nps", 4), dimension, group)}), table);
    };
    CHECK(missing("touchpoint", "phone") == Names{"touchpoint|phone|nps|nps?"});
    CHECK(missing("stage", "use") == Names{"stage|use|nps|nps?"});
    CHECK(missing("channel", "person") == Names{"channel|person|nps|nps?"});
    CHECK(missing("owner", "Logistics") == Names{"owner|Logistics|nps|nps?"});
}

TEST_CASE("A metric, item or group that is none is an error with its place and the nearest", "[statistics][targets]") {
    const ScoreTable table = table_of(
        {row("all", "", "nps", "nps"), row("Plan", "Business", "nps", "nps"), row("channel", "web", "nps", "nps")});
    const auto refused = [&](const Target& target) { static_cast<void>(subjects(model_with({target}), table)); };
    CHECK_THROWS_WITH(refused(at_least("nsp", 4)),
                      Contains("cx.toml:12:1: ") && Contains("'nsp'") && Contains("did you mean 'nps'?"));
    CHECK_THROWS_WITH(refused(at_least("csat", 4)), Contains("no item of the survey gives") && Contains("'csat'"));
    Target item = at_least("nps", 4);
    item.item = "npps";
    CHECK_THROWS_WITH(refused(item), Contains("'npps'") && Contains("did you mean 'nps'?"));
    item.item = "nps";
    item.metric = "csat";
    CHECK_THROWS_WITH(refused(item), Contains("item 'nps' does not give the target's metric 'csat'"));
    CHECK_THROWS_WITH(refused(on(at_least("nps", 4), "touchpoint", "shp")), Contains("did you mean 'shop'?"));
    CHECK_THROWS_WITH(refused(on(at_least("nps", 4), "stage", "byu")), Contains("did you mean 'buy'?"));
    CHECK_THROWS_WITH(refused(on(at_least("nps", 4), "channel", "wbe")), Contains("did you mean 'web'?"));
    CHECK_THROWS_WITH(refused(on(at_least("nps", 4), "owner", "Logistic")), Contains("did you mean 'Logistics'?"));
    CHECK_THROWS_WITH(refused(on_segment(at_least("nps", 4), "Plan", "Busines")),
                      Contains("Plan 'Busines'") && Contains("did you mean 'Business'?"));
    CHECK_THROWS_WITH(refused(on_segment(at_least("nps", 4), "Plan", "Enterprise")), Contains("there is Business"));
    CHECK_THROWS_WITH(refused(on_segment(at_least("nps", 4), "Region", "North")), Contains("no response has any"));
}

TEST_CASE("Among some of the responses a group may be missing", "[statistics][targets]") {
    ScoreTable table = table_of({row("all", "", "nps", "nps"), row("Plan", "Business", "nps", "nps")});
    table.filter = "Plan=Business";
    CHECK(subjects(model_with({on_segment(at_least("nps", 4), "Plan", "Starter")}), table) ==
          Names{"Plan|Starter|nps|nps?"});
}

TEST_CASE("Critical touchpoints are judged one by one, with the customers they are critical for",
          "[statistics][targets]") {
    MeasurementModel model = model_with({on(at_least("nps", 4), "touchpoint", "critical")});
    const ScoreTable table = table_of(
        {row("touchpoint", "shop", "nps", "nps"), row("touchpoint", "store", "nps", "nps"),
         row("touchpoint:Plan", "shop:Pro", "nps", "nps"), row("touchpoint:Plan", "store:Basic", "nps", "nps")});
    CHECK_THROWS_WITH(subjects(model, table), Contains("no touchpoint is"));
    model.touchpoints[0].critical = true;
    model.touchpoints[1].critical_for = {"Plan=Pro", "Plan = Basic"};
    CHECK(subjects(model, table) == Names{"touchpoint|shop|nps|nps", "touchpoint:Plan|store:Pro|nps|nps?",
                                          "touchpoint:Plan|store:Basic|nps|nps"});
    model.touchpoints[1].critical_for = {"Plan=Baisc"};
    CHECK_THROWS_WITH(subjects(model, table),
                      Contains("critical for Plan 'Baisc'") && Contains("did you mean 'Basic'?"));
}

TEST_CASE("An item of another touchpoint is no part of a target on this one", "[statistics][targets]") {
    MeasurementModel model = model_with({on(at_least("mean", 4), "touchpoint", "shop")});
    model.items = {single_item("site", ItemKind::rating, {1, 5}), single_item("staff", ItemKind::rating, {1, 5})};
    model.items[0].touchpoint = "shop";
    model.items[1].touchpoint = "store";
    const ScoreTable table = table_of({row("touchpoint", "shop", "", "mean"), row("touchpoint", "shop", "site", "mean"),
                                       without_answers(row("touchpoint", "shop", "staff", "mean")),
                                       row("touchpoint", "store", "staff", "mean")});
    CHECK(subjects(model, table) == Names{"touchpoint|shop|site|mean"});
    model.targets[0].item = "staff";
    CHECK_THROWS_WITH(subjects(model, table), Contains("nothing measures the target"));
    model.targets[0].group = "phone";
    CHECK_THROWS_WITH(subjects(model, table), Contains("nothing measures the target"));
}

TEST_CASE("Promises are kept one by one, basic needs all at once", "[statistics][targets]") {
    MeasurementModel model = model_with({at_least("kept", 80)});
    for (const char* id : {"easy", "fast"}) {
        Promise promise;
        promise.id = id;
        promise.need = Need::basic;
        promise.minimum = 4;
        promise.owner = "Service";
        model.promises.push_back(promise);
        model.items.push_back(single_item(id, ItemKind::rating, {1, 5}));
        model.items.back().promise = id;
    }
    add_made_items(model);
    const ScoreTable table = table_of({row("promise", "easy", "", "kept"), row("promise", "fast", "", "kept"),
                                       row("promise", "easy", "easy", "mean"), row("all", "", "", "basics_met"),
                                       row("promise:Plan", "fast:Pro", "", "kept"),
                                       row("Plan", "Pro", "", "basics_met"), row("stage", "buy", "", "basics_met")});
    CHECK(subjects(model, table) == Names{"promise|easy||kept", "promise|fast||kept"});
    model.targets[0] = on(at_least("kept", 80), "promise", "fast");
    CHECK(subjects(model, table) == Names{"promise|fast||kept"});
    model.targets[0] = on_segment(at_least("kept", 80), "Plan", "Pro");
    CHECK(subjects(model, table) == Names{"promise:Plan|easy:Pro||kept?", "promise:Plan|fast:Pro||kept"});
    model.targets[0] = at_least("basics_met", 80);
    CHECK(subjects(model, table) == Names{"all|||basics_met"});
    model.targets[0] = on(at_least("basics_met", 80), "stage", "buy");
    CHECK(subjects(model, table) == Names{"stage|buy||basics_met"});
    model.targets[0] = on(at_least("mean", 4), "promise", "easy");
    CHECK(subjects(model, table) == Names{"promise|easy|easy|mean"});
}

TEST_CASE("Names with the signs that join them stay apart", "[statistics][targets]") {
    const ScoreTable table = table_of({row("a:b", "c", "nps", "nps")});
    const RowIndex   rows(model_with({at_least("nps", 1)}), table);
    CHECK(rows.find("a:b", "c", "nps", "nps") != nullptr);
    CHECK(rows.find("a", "b:c", "nps", "nps") == nullptr);
    CHECK(rows.find("a:b", "c", "nps", "csat") == nullptr);
    CHECK(rows.groups("a:b") == Names{"c"});
    CHECK(rows.groups("nothing").empty());
}
