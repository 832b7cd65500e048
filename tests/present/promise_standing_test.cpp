#include <cx/present/promise_standing.hpp>

#include <catch2/catch.hpp>

#include <present/promise_sample.hpp>

using namespace cx;

namespace {

JudgedTarget target_on(const std::string& promise, const std::string& status, bool certain, std::uint64_t n = 500) {
    JudgedTarget target;
    target.metric = "kept";
    target.bounds = ">= 60";
    target.dimension = "promise";
    target.group = promise;
    target.status = status;
    target.certain = certain;
    target.n = n;
    return target;
}

Standing standing_of(const MeasurementModel& model, const ScoreTable& table, std::size_t promise = 0) {
    return promises_in(model, table).at(promise).judgement.standing;
}

ScoreRow& row_of(ScoreTable& table, const std::string& group, const std::string& metric) {
    for (ScoreRow& row : table.supporting) {
        if (row.group == group && row.metric == metric) return row;
    }
    throw std::runtime_error("no such row");
}

} // namespace

TEST_CASE("A figure is judged by its whole interval", "[present][promise]") {
    const auto standing = [](const ScoreRow& row) { return judged(&row, 80, "80%").standing; };
    CHECK(standing(sample::kept_row("promise", "a", 100, 84, 4)) == Standing::kept);
    CHECK(standing(sample::kept_row("promise", "a", 100, 84, 4.5)) == Standing::undecided);
    CHECK(standing(sample::kept_row("promise", "a", 100, 76, 4)) == Standing::undecided);
    CHECK(standing(sample::kept_row("promise", "a", 100, 76, 3.5)) == Standing::not_kept);
    CHECK(standing(sample::kept_row("promise", "a", 29, 10, 1)) == Standing::undecided);
    CHECK(standing(sample::kept_row("promise", "a", 30, 10, 1)) == Standing::not_kept);
    CHECK(standing(sample::withheld(sample::kept_row("promise", "a", 100, 90, 1))) == Standing::undecided);
    ScoreRow bare = sample::kept_row("promise", "a", 100, 90, 1);
    bare.low = bare.high = std::nullopt;
    CHECK(standing(bare) == Standing::undecided);
    CHECK(judged(nullptr, 80, "80%").standing == Standing::undecided);
    const ScoreRow close = sample::kept_row("promise", "a", 100, 81, 4);
    CHECK(judged(&close, 80, "80%").reason == "the interval reaches over 80%");
}

TEST_CASE("Without targets a basic promise is kept by its share, a differentiating one by its gap",
          "[present][promise]") {
    const MeasurementModel model = sample::promises();
    ScoreTable             table = sample::promise_scores();
    const auto             promises = promises_in(model, table);
    REQUIRE(promises.size() == 3);
    CHECK(promises[0].judgement.standing == Standing::not_kept); // 62 of 80
    CHECK(promises[0].aim == "kept >= 80");
    CHECK(promises[0].owner == "Service");
    CHECK(promises[1].judgement.standing == Standing::undecided); // 71 of its own 70
    CHECK(promises[1].aim == "kept >= 70");
    CHECK(promises[1].owner == "Customer Experience");
    CHECK(promises[2].judgement.standing == Standing::kept);
    CHECK(promises[2].aim == "gap >= 0");
    row_of(table, "ahead", "gap") = sample::scale_row("ahead", "analytics", "gap", 680, -0.5, 0.2);
    CHECK(standing_of(model, table, 2) == Standing::not_kept);
    row_of(table, "ahead", "gap") = sample::scale_row("ahead", "analytics", "gap", 680, -0.1, 0.2);
    CHECK(standing_of(model, table, 2) == Standing::undecided);
    row_of(table, "ahead", "gap") = sample::scale_row("ahead", "analytics", "gap", 29, -3, 0.2);
    CHECK(standing_of(model, table, 2) == Standing::undecided);
}

TEST_CASE("A promise without any criterion is not assessed, and says why", "[present][promise]") {
    MeasurementModel model = sample::promises();
    const ScoreTable table = sample::promise_scores();
    model.promises[0].minimum.reset();
    model.promises[1].need = Need::none;
    model.items[3].performance.clear();
    model.items[3].importance.clear();
    model.promises.push_back(sample::promise_of("silent", "Nobody asks", Need::basic, 7));
    const auto promises = promises_in(model, table);
    for (const PromiseStanding& promise : promises) {
        CHECK(promise.judgement.standing == Standing::not_assessed);
        CHECK(promise.aim.empty() == (promise.promise->id != "silent"));
    }
    CHECK(promises[0].judgement.reason == "no target on it, and no minimum");
    CHECK(promises[1].judgement.reason == "no target on it, and neither basic nor differentiating");
    CHECK(promises[2].judgement.reason == "no target on it, and no question on how important it is");
    CHECK(promises[3].judgement.reason == "no question measures it");
}

TEST_CASE("Targets on a promise decide before its own rule", "[present][promise]") {
    const MeasurementModel model = sample::promises();
    ScoreTable             table = sample::promise_scores();
    table.targets = {target_on("easy", "met", true)};
    CHECK(standing_of(model, table) == Standing::kept);
    CHECK(promises_in(model, table)[0].aim == "kept >= 60");
    SECTION("met within the margin is undecided") {
        table.targets = {target_on("easy", "met", false)};
        CHECK(standing_of(model, table) == Standing::undecided);
    }
    SECTION("a low base is undecided") {
        table.targets = {target_on("easy", "met", true, 29)};
        CHECK(standing_of(model, table) == Standing::undecided);
    }
    SECTION("one that is missed is enough") {
        table.targets.push_back(target_on("easy", "undecided", false));
        table.targets.push_back(target_on("easy", "missed", true));
        CHECK(standing_of(model, table) == Standing::not_kept);
    }
    SECTION("one that is not due decides nothing") {
        table.targets = {target_on("easy", "not due", true)};
        CHECK(standing_of(model, table) == Standing::not_kept);
    }
    SECTION("one on another promise decides nothing") {
        table.targets = {target_on("on-time", "met", true)};
        CHECK(standing_of(model, table) == Standing::not_kept);
        CHECK(standing_of(model, table, 1) == Standing::kept);
    }
    SECTION("a withheld one is undecided") {
        table.targets.front().withheld = true;
        CHECK(standing_of(model, table) == Standing::undecided);
    }
}

TEST_CASE("A promise breaks at the lowest touchpoint with enough answers, along the journey", "[present][promise]") {
    const MeasurementModel model = sample::promises();
    ScoreTable             table = sample::promise_scores();
    const auto             easy = promises_in(model, table)[0];
    REQUIRE(easy.touchpoints.size() == 3);
    CHECK(easy.touchpoints[0].name == "Shop"); // its stage is first
    CHECK(easy.touchpoints[0].judgement.standing == Standing::kept);
    CHECK(easy.touchpoints[1].name == "Telephone");
    CHECK(easy.touchpoints[1].judgement.standing == Standing::not_kept);
    CHECK(easy.touchpoints[2].name == "elsewhere"); // the model does not name it
    CHECK(easy.touchpoints[2].judgement.standing == Standing::undecided);
    REQUIRE(easy.breaks);
    CHECK(easy.breaks->touchpoint == "Telephone");
    CHECK(promises_in(model, table)[1].breaks->touchpoint == "Shop");
    CHECK_FALSE(promises_in(model, table)[2].breaks);
    SECTION("a withheld one is not told") {
        row_of(table, "easy:phone", "kept") = sample::withheld(row_of(table, "easy:phone", "kept"));
        CHECK(promises_in(model, table)[0].breaks->touchpoint == "elsewhere");
        CHECK(promises_in(model, table)[0].touchpoints[1].judgement.standing == Standing::undecided);
    }
}

TEST_CASE("Where touchpoints are of items, a promise breaks at the one whose question falls shortest",
          "[present][promise]") {
    MeasurementModel model = sample::promises();
    ScoreTable       table = sample::promise_scores();
    std::erase_if(table.supporting, [](const ScoreRow& row) { return row.dimension == "promise:touchpoint"; });
    model.items[0].touchpoint = "shop";
    model.items[1].touchpoint = "phone";
    const auto easy = promises_in(model, table)[0];
    CHECK(easy.touchpoints.empty());
    REQUIRE(easy.breaks);
    CHECK(easy.breaks->touchpoint == "Telephone");
    CHECK(easy.breaks->row->item == "clear");
    row_of(table, "easy", "mean") = sample::scale_row("easy", "simple", "mean", 890, 5, 0.1);
    CHECK(promises_in(model, table)[0].breaks->touchpoint == "Shop");
}

TEST_CASE("Pairs on several scales are judged one by one", "[present][promise]") {
    MeasurementModel model = sample::promises();
    ScoreTable       table = sample::promise_scores();
    Item             second = model.items[3];
    second.id = "advice";
    model.items.push_back(second);
    table.supporting.push_back(sample::scale_row("ahead", "advice", "gap", 400, -1, 0.3));
    CHECK(promises_in(model, table)[2].gap == nullptr);
    CHECK(standing_of(model, table, 2) == Standing::not_kept);
}

TEST_CASE("A model without promises has no standing", "[present][promise]") {
    CHECK(promises_in({}, sample::promise_scores()).empty());
    CHECK(to_string(Standing::not_kept) == "not kept");
    CHECK(to_string(Standing::not_assessed) == "not assessed");
}
