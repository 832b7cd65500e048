#include <cx/statistics/targets.hpp>

#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <statistics/judged_tables.hpp>

using namespace cx;
using namespace cx::test;
using Catch::Contains;

namespace {

const Day today = Day(std::chrono::year(2026) / std::chrono::November / 15);

JudgedTarget judged(const Target& target, const ScoreRow& row, const TargetRequest& request = {}) {
    ScoreTable table = table_of({row});
    judge_targets(model_with({target}), request, table);
    REQUIRE(table.targets.size() == 1);
    return table.targets.front();
}

Target certainly(Target target) {
    target.certain = true;
    return target;
}

Target by(Target target, const std::string& period) {
    target.by = period;
    return target;
}

Target between(const std::string& metric, double low, double high) {
    Target target = at_least(metric, low);
    target.at_most = high;
    return target;
}

} // namespace

TEST_CASE("The rule estimate goes by the figure and says how sure it is", "[statistics][targets]") {
    const Target target = at_least("nps", 40);
    const auto   status = [&](double value, double low, double high) {
        const JudgedTarget one = judged(target, overall_nps(200, value, low, high));
        REQUIRE(one.certain);
        return one.status + (*one.certain ? " certain" : " within the margin");
    };
    CHECK(status(50, 44, 56) == "met certain");
    CHECK(status(50, 40, 60) == "met certain");
    CHECK(status(42, 36, 48) == "met within the margin");
    CHECK(status(38, 32, 44) == "missed within the margin");
    CHECK(status(38, 36, 40) == "missed within the margin");
    CHECK(status(30, 24, 36) == "missed certain");
}

TEST_CASE("The rule certain goes by the whole interval", "[statistics][targets]") {
    const Target target = certainly(at_least("nps", 40));
    CHECK(judged(target, overall_nps(200, 50, 44, 56)).status == "met");
    CHECK(judged(target, overall_nps(200, 30, 24, 36)).status == "missed");
    const JudgedTarget across = judged(target, overall_nps(200, 50, 39, 61));
    CHECK(across.status == "undecided");
    CHECK_FALSE(across.certain);
    CHECK(across.reason == "the interval reaches over the bound");
    CHECK(across.certain_rule);
}

TEST_CASE("A run can set the rule of every target", "[statistics][targets]") {
    const ScoreRow row = overall_nps(200, 50, 39, 61);
    TargetRequest  request;
    request.certain = true;
    CHECK(judged(at_least("nps", 40), row, request).status == "undecided");
    request.certain = false;
    CHECK(judged(certainly(at_least("nps", 40)), row, request).status == "met");
}

TEST_CASE("A target of two bounds is a range", "[statistics][targets]") {
    const Target target = between("nps", 40, 60);
    CHECK(judged(target, overall_nps(200, 50, 44, 56)).certain == std::optional(true));
    CHECK(judged(target, overall_nps(200, 50, 30, 70)).certain == std::optional(false));
    CHECK(judged(target, overall_nps(200, 61, 30, 70)).status == "missed");
    CHECK(judged(target, overall_nps(200, 70, 65, 75)).certain == std::optional(true));
    CHECK(judged(certainly(target), overall_nps(200, 50, 30, 70)).reason == "the interval reaches over a bound");
    CHECK(judged(target, overall_nps(200, 50, 44, 56)).bounds == "40..60");
    CHECK(judged(target, overall_nps(200, 58, 44, 66)).distance == std::optional(2.0));
    CHECK(judged(target, overall_nps(200, 63, 44, 66)).distance == std::optional(-3.0));
}

TEST_CASE("Bounds are said as they are written, distances from the nearest", "[statistics][targets]") {
    Target low = at_least("nps", 40.5);
    CHECK(judged(low, overall_nps(200, 50.5, 44, 56)).bounds == ">= 40.5");
    CHECK(judged(low, overall_nps(200, 50.5, 44, 56)).distance == std::optional(10.0));
    low.at_most = low.at_least;
    low.at_least.reset();
    CHECK(judged(low, overall_nps(200, 50.5, 44, 56)).bounds == "<= 40.5");
    CHECK(judged(low, overall_nps(200, 50.5, 44, 56)).distance == std::optional(-10.0));
    CHECK(judged(low, overall_nps(200, 50.5, 44, 56)).status == "missed");
}

TEST_CASE("A figure that only the rounding of doubles keeps from the bound is at it", "[statistics][targets]") {
    const Target       target = certainly(at_least("nps", 80));
    const JudgedTarget at = judged(target, overall_nps(200, 79.99999999999999, 79.99999999999999, 85));
    CHECK(at.status == "met");
    CHECK(at.distance == std::optional(0.0));
    CHECK_FALSE(std::signbit(*at.distance));
    // The tolerance is 1e-9 of the bound: 8e-8 here.
    CHECK(judged(at_least("nps", 80), overall_nps(200, 80 - 7e-8, 70, 85)).status == "met");
    CHECK(judged(at_least("nps", 80), overall_nps(200, 80 - 9e-8, 70, 85)).status == "missed");
    CHECK(judged(between("nps", 0, 80), overall_nps(200, 80.00000000000001, 70, 85)).status == "met");
    CHECK(judged(at_least("nps", 0), overall_nps(200, -1e-10, -5, 5)).status == "met");
    CHECK(judged(at_least("nps", 0), overall_nps(200, -1e-8, -5, 5)).status == "missed");
}

TEST_CASE("Bounds and figures that are no numbers meet nothing", "[statistics][targets]") {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    CHECK(judged(at_least("nps", infinite), overall_nps(200, 50, 44, 56)).status == "missed");
    CHECK(judged(at_least("nps", none), overall_nps(200, 50, 44, 56)).status == "missed");
    CHECK(judged(at_least("nps", 40), overall_nps(200, none, none, none)).status == "missed");
}

TEST_CASE("Too few answers decide nothing", "[statistics][targets]") {
    const Target target = at_least("nps", 40);
    CHECK(judged(target, overall_nps(30, 50, 44, 56)).status == "met");
    const JudgedTarget few = judged(target, overall_nps(29, 50, 44, 56));
    CHECK(few.status == "undecided");
    CHECK(few.reason == "29 answers, fewer than the 30 that it needs");
    CHECK(few.value == std::optional(50.0));
    CHECK(judged(target, overall_nps(1, -100, -100, 56)).reason == "1 answer, fewer than the 30 that it needs");
    Target low = target;
    low.minimum_n = 6;
    CHECK(judged(low, overall_nps(6, 50, 44, 56)).status == "met");
    CHECK(judged(low, overall_nps(5, 50, 44, 56)).status == "undecided");
}

TEST_CASE("No answers and withheld figures decide nothing, and tell nothing", "[statistics][targets]") {
    const JudgedTarget empty = judged(at_least("nps", 40), without_answers(overall_nps(0, 0, 0, 0)));
    CHECK(empty.status == "undecided");
    CHECK(empty.reason == "no answers");
    CHECK_FALSE(empty.distance);
    ScoreRow row = withheld(overall_nps(0, 0, 0, 0));
    row.n = 3; // whatever a row still has
    row.value = 100;
    const JudgedTarget hidden = judged(at_least("nps", 40), row);
    CHECK(hidden.status == "undecided");
    CHECK(hidden.withheld);
    CHECK(hidden.n == 0);
    CHECK_FALSE(hidden.value);
    CHECK_FALSE(hidden.distance);
    CHECK_THAT(hidden.reason, Contains("withheld"));
}

TEST_CASE("Without an interval nothing is certain", "[statistics][targets]") {
    ScoreRow row = overall_nps(200, 50, 0, 0);
    row.low = row.high = std::nullopt;
    const JudgedTarget met = judged(at_least("nps", 40), row);
    CHECK(met.status == "met");
    CHECK(met.certain == std::optional(false));
    CHECK_THAT(met.reason, Contains("no interval"));
    const JudgedTarget undecided = judged(certainly(at_least("nps", 40)), row);
    CHECK(undecided.status == "undecided");
    CHECK_THAT(undecided.reason, Contains("no interval"));
    row.value.reset();
    CHECK(judged(at_least("nps", 40), row).reason == "no value can be estimated");
}

TEST_CASE("A goal for a later period is not due, and says how it stands", "[statistics][targets]") {
    TargetRequest request;
    request.day = today;
    const auto goal = [&](const char* period, double bound, unsigned n = 200) {
        return judged(by(at_least("nps", bound), period), overall_nps(n, 50, 44, 56), request);
    };
    CHECK(goal("2026-12", 40).status == "not due");
    CHECK_FALSE(goal("2026-12", 40).certain);
    CHECK(goal("2026-12", 40).by == "2026-12");
    CHECK(goal("2026-12", 40).reason == "on track, certain");
    CHECK(goal("2027", 48).reason == "on track, within the margin");
    CHECK(goal("2027-Q1", 60).reason == "behind, certain");
    CHECK(goal("2026-W47", 40).status == "not due");
    CHECK(goal("2026-11-16", 40, 12).reason == "cannot tell: 12 answers, fewer than the 30 that it needs");
    // From its first day on it is due.
    for (const char* period : {"2026-11-15", "2026-W46", "2026-11", "2026-Q4", "2026", "2025-12"}) {
        INFO(period);
        CHECK(goal(period, 40).status == "met");
        CHECK(goal(period, 60).status == "missed");
    }
    request.day.reset();
    CHECK(goal("2030", 60).status == "missed");
    CHECK_THROWS_WITH(goal("soon", 40), Contains("cx.toml:12:1") && Contains("'soon'"));
}

TEST_CASE("Rows on touchpoints that nobody knows leave what rests on touchpoints undecided", "[statistics][targets]") {
    TargetRequest request;
    request.foreign_share = 0.021;
    const auto status = [&](const Target& target, const char* dimension, const char* group) {
        return judged(target, estimate(dimension, group, "nps", "nps", 200, 50, 44, 56), request).status;
    };
    const Target target = at_least("nps", 40);
    CHECK(status(on(target, "touchpoint", "shop"), "touchpoint", "shop") == "undecided");
    CHECK(status(on(target, "stage", "buy"), "stage", "buy") == "undecided");
    CHECK(status(on(target, "channel", "digital"), "channel", "digital") == "undecided");
    CHECK(status(on(target, "owner", "Logistics"), "owner", "Logistics") == "undecided");
    CHECK(status(on_segment(target, "Plan", "Pro"), "Plan", "Pro") == "met");
    CHECK(status(target, "all", "") == "met");
    CHECK(
        judged(on(target, "touchpoint", "shop"), estimate("touchpoint", "shop", "nps", "nps", 200, 50, 44, 56), request)
            .reason == "2.1% of rows name a touchpoint that the model does not have, more than 2%");
    request.foreign_share = 0.02;
    CHECK(status(on(target, "touchpoint", "shop"), "touchpoint", "shop") == "met");
}

TEST_CASE("A stage that a column names does not rest on touchpoints", "[statistics][targets]") {
    MeasurementModel model = model_with({on(at_least("nps", 40), "stage", "buy")});
    model.columns.stage = {"Stage"};
    ScoreTable    table = table_of({estimate("stage", "buy", "nps", "nps", 200, 50, 44, 56)});
    TargetRequest request;
    request.foreign_share = 0.5;
    judge_targets(model, request, table);
    CHECK(table.targets.at(0).status == "met");
}

TEST_CASE("Somebody answers for a target", "[statistics][targets]") {
    const auto owner = [](const Target& target, const char* dimension, const char* group) {
        return judged(target, estimate(dimension, group, "nps", "nps", 200, 50, 44, 56)).owner;
    };
    Target target = at_least("nps", 40);
    CHECK(owner(target, "all", "") == "Director");
    CHECK(owner(on(target, "touchpoint", "shop"), "touchpoint", "shop") == "Web sales, Logistics");
    CHECK(owner(on(target, "touchpoint", "phone"), "touchpoint", "phone") == "Director");
    CHECK(owner(on(target, "owner", "Logistics"), "owner", "Logistics") == "Logistics");
    target.owner = "Sales";
    CHECK(owner(on(target, "touchpoint", "shop"), "touchpoint", "shop") == "Sales");
}

TEST_CASE("Rows say what they are judged by, the worst first", "[statistics][targets]") {
    TargetRequest request;
    request.day = today;
    ScoreTable table = table_of({overall_nps(200, 50, 44, 56), estimate("stage", "buy", "nps", "nps", 90, 50, 44, 56)});
    table.supporting = {estimate("touchpoint", "shop", "nps", "nps", 90, 50, 44, 56)};
    judge_targets(model_with({by(at_least("nps", 70), "2027"), at_least("nps", 40), at_least("nps", 60),
                              on(at_least("nps", 45), "touchpoint", "shop")}),
                  request, table);
    CHECK(table.scores[0].target == ">= 60");
    CHECK(table.scores[0].status == "missed");
    CHECK(table.scores[1].target.empty());
    CHECK(table.scores[1].status.empty());
    REQUIRE(table.targets.size() == 4);
    CHECK(table.targets[3].status == "met");
    const Verdict verdict = verdict_of(table);
    CHECK(verdict.targets == 4);
    CHECK(verdict.missed == 1);
    CHECK(verdict.undecided == 0);
    CHECK(verdict.not_due == 1);
}

TEST_CASE("Judging again replaces what was judged", "[statistics][targets]") {
    ScoreTable             table = table_of({overall_nps(200, 50, 44, 56)});
    const MeasurementModel model = model_with({at_least("nps", 40)});
    judge_targets(model, {}, table);
    judge_targets(model, {}, table);
    CHECK(table.targets.size() == 1);
    CHECK(table.targets[0].line == 12);
}

TEST_CASE("Without targets nothing is judged", "[statistics][targets]") {
    ScoreTable table = table_of({overall_nps(200, 50, 44, 56)});
    judge_targets(model_with({}), {}, table);
    CHECK(table.targets.empty());
    CHECK(verdict_of(table).targets == 0);
    CHECK(table.scores[0].status.empty());
}
