#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <vector>

#include <cx/statistics/customers.hpp>
#include <cx/statistics/share.hpp>
#include <support/counting.hpp>

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::Reading;

namespace {

constexpr double z95 = 1.959963984540054;

Reading rows_of_feedback() {
    Reading reading;
    reading.model.columns.date.clear();
    reading.model.columns.respondent = {"who"};
    reading.model.items[0].threshold = 7;
    reading.request.respondents = true;
    reading.by("touchpoint");
    return reading;
}

ExportBuilder columns() { return ExportBuilder().column("who").column("where").column("nps").column("plan"); }

CustomerScores scored(const Reading& reading, const ExportBuilder& builder, int minimum_n = 1) {
    Export        opened = builder.opened();
    const Schema  schema = make_schema(reading.model, reading.request, opened.recognition);
    Customers     customers(reading.model, schema);
    const Binding binding = bind(reading.model, schema, reading.request, opened.recognition);
    read_responses(opened, reading.options, binding, reading.threads, [&] { return customers.make_sink(); });
    return customer_scores(customers, 0.95, minimum_n);
}

void check(const CustomerJourney::Weakest& found, const std::string& touchpoint, std::uint64_t met,
           std::uint64_t customers) {
    CHECK(found.touchpoint == touchpoint);
    CHECK(found.met == met);
    CHECK(found.customers == customers);
}

/// `times` customers of their own who gave these answers at shop, store and phone; an empty one: was not there.
void add_customers(ExportBuilder& builder, const std::string& name, int times, const std::vector<std::string>& answers,
                   const std::string& plan = "") {
    const std::vector<std::string> places{"shop", "store", "phone"};
    for (int i = 0; i < times; ++i) {
        for (std::size_t p = 0; p < answers.size(); ++p) {
            if (!answers[p].empty()) builder.row({name + std::to_string(i), places[p], answers[p], plan});
        }
    }
}

} // namespace

TEST_CASE("without anybody known nothing is measured", "[statistics][customers]") {
    const CustomerScores none = scored(rows_of_feedback(), columns());
    CHECK_FALSE(none.measured);
    CHECK(none.journeys.empty());
    const CustomerScores nameless = scored(rows_of_feedback(), columns().row({"", "shop", "9", ""}));
    CHECK_FALSE(nameless.measured);
    CHECK(nameless.unidentified == 1);
}

TEST_CASE("one customer", "[statistics][customers]") {
    const CustomerScores scores = scored(rows_of_feedback(), columns().row({"anna", "shop", "9", ""}));
    REQUIRE(scores.journeys.size() == 1);
    const CustomerJourney& journey = scores.journeys[0];
    CHECK(journey.customers == 1);
    CHECK(journey.linked == 0);
    CHECK(*journey.all_touchpoints_met.value == 100);
    CHECK_FALSE(journey.all_touchpoints_met.standard_error);
    CHECK(*journey.all_touchpoints_met.low == Approx(20.65493));
    CHECK_FALSE(journey.linked_met.value);
    CHECK(journey.ranked == 0);
    CHECK(journey.weakest.empty());
}

TEST_CASE("a customer meets every touchpoint only where every visit did", "[statistics][customers]") {
    auto builder = columns();
    add_customers(builder, "good", 6, {"9", "7", "10"});
    add_customers(builder, "once-bad", 3, {"9", "6", "10"});
    add_customers(builder, "one-place", 1, {"", "", "6"});
    builder.row({"good0", "shop", "3", ""}); // a second visit that was below the threshold
    const CustomerScores   scores = scored(rows_of_feedback(), builder);
    const CustomerJourney& journey = scores.journeys.at(0);
    CHECK(scores.thresholds);
    CHECK(journey.customers == 10);
    CHECK(journey.linked == 9);
    CHECK(journey.all_touchpoints_met.n == 10);
    CHECK(*journey.all_touchpoints_met.value == Approx(50)); // 5 of 10
    const Interval wilson = wilson_interval(0.5, 10, z95);
    CHECK(*journey.all_touchpoints_met.low == Approx(100 * wilson.low).epsilon(1e-9));
    CHECK(*journey.all_touchpoints_met.high == Approx(100 * wilson.high).epsilon(1e-9));
    CHECK(*journey.linked_met.value == Approx(100 * 5.0 / 9));
}

TEST_CASE("a customer's weakest touchpoint has the lowest mean, and of two alike is the earlier one",
          "[statistics][customers]") {
    auto builder = columns();
    add_customers(builder, "a", 2, {"9", "7", "10"});
    add_customers(builder, "b", 3, {"5", "", "5"});
    add_customers(builder, "c", 1, {"9", "", "8"});
    add_customers(builder, "d", 4, {"1"});                               // one touchpoint is no weakest of several
    builder.row({"a0", "store", "10", ""}).row({"a0", "shop", "6", ""}); // store 8.5, shop 7.5
    const CustomerJourney journey = scored(rows_of_feedback(), builder).journeys.at(0);
    CHECK(journey.ranked == 6);
    REQUIRE(journey.weakest.size() == 3);
    check(journey.weakest[0], "shop", 6, 4);  // b, and a0
    check(journey.weakest[1], "store", 2, 1); // a1
    check(journey.weakest[2], "phone", 6, 1); // c
    CHECK(*journey.weakest[0].share.value == Approx(100 * 4.0 / 6));
    CHECK(journey.weakest[0].share.n == 6);
}

TEST_CASE("all customers alike", "[statistics][customers]") {
    auto builder = columns();
    add_customers(builder, "a", 20, {"8", "8", "8"});
    const CustomerJourney journey = scored(rows_of_feedback(), builder, 5).journeys.at(0);
    CHECK(*journey.all_touchpoints_met.value == 100);
    CHECK(*journey.all_touchpoints_met.low > 80);
    check(journey.weakest.at(0), "shop", 20, 20);
    check(journey.weakest.at(2), "phone", 20, 0);
    CHECK(*journey.weakest.at(2).share.value == 0);
}

TEST_CASE("figures over few customers are withheld", "[statistics][customers]") {
    auto builder = columns();
    add_customers(builder, "a", 4, {"8", "8", "8"});
    CHECK(scored(rows_of_feedback(), builder, 5).journeys.at(0).withheld);
    CHECK_FALSE(scored(rows_of_feedback(), builder, 4).journeys.at(0).withheld);

    add_customers(builder, "b", 9, {"", "", "3"});
    const CustomerJourney few_linked = scored(rows_of_feedback(), builder, 5).journeys.at(0);
    CHECK_FALSE(few_linked.withheld);
    CHECK_FALSE(few_linked.all_withheld);
    CHECK(few_linked.linked_withheld);
    CHECK(few_linked.ranked_withheld);

    add_customers(builder, "c", 8, {"7", "9", ""});
    const CustomerJourney few_there = scored(rows_of_feedback(), builder, 5).journeys.at(0);
    CHECK_FALSE(few_there.ranked_withheld);
    REQUIRE(few_there.weakest.size() == 3);
    CHECK(few_there.weakest[2].withheld); // 4 were at the phone, and the total is known
    CHECK((few_there.weakest[0].withheld || few_there.weakest[1].withheld));

    auto few_single = columns();
    add_customers(few_single, "a", 9, {"8", "8"});
    add_customers(few_single, "b", 2, {"8"});
    CHECK(scored(rows_of_feedback(), few_single, 5).journeys.at(0).linked_withheld); // else the two would be told
}

TEST_CASE("without thresholds nothing can be met", "[statistics][customers]") {
    Reading reading = rows_of_feedback();
    reading.model.items[0].threshold.reset();
    auto builder = columns();
    add_customers(builder, "a", 6, {"8", "7"});
    const CustomerScores scores = scored(reading, builder);
    CHECK_FALSE(scores.thresholds);
    CHECK_FALSE(scores.journeys.at(0).all_touchpoints_met.value);
    CHECK(scores.journeys.at(0).all_touchpoints_met.n == 0);
    check(scores.journeys.at(0).weakest.at(1), "store", 6, 6);
}

TEST_CASE("each journey has its own customers and touchpoints", "[statistics][customers]") {
    Reading reading = rows_of_feedback();
    reading.model.journeys = {{"small", "", {"buy", "use"}, {"plan=Small"}}, {"buying", "", {"buy"}, {}}};
    reading.by("touchpoint,journey");
    auto builder = columns();
    add_customers(builder, "a", 5, {"9", "8", "2"}, "Small");
    add_customers(builder, "b", 7, {"9", "", "10"}, "Large");
    const auto journeys = scored(reading, builder).journeys;
    REQUIRE(journeys.size() == 2);
    CHECK(journeys[0].journey == "small");
    CHECK(journeys[0].customers == 5);
    CHECK(*journeys[0].all_touchpoints_met.value == 0);
    check(journeys[0].weakest.at(2), "phone", 5, 5);
    CHECK(journeys[1].customers == 12);
    CHECK(journeys[1].linked == 5);
    CHECK(*journeys[1].all_touchpoints_met.value == 100);
    CHECK(journeys[1].weakest.size() == 2);
}

TEST_CASE("touchpoints that no model names are ranked in the order of their names", "[statistics][customers]") {
    Reading reading = rows_of_feedback();
    reading.model.touchpoints.clear();
    reading.model.stages.clear();
    auto builder = columns();
    builder.row({"anna", "shop 10", "5", ""}).row({"anna", "shop 9", "5", ""});
    const CustomerJourney journey = scored(reading, builder).journeys.at(0);
    REQUIRE(journey.weakest.size() == 2);
    check(journey.weakest[0], "shop 9", 1, 1);
    check(journey.weakest[1], "shop 10", 1, 0);
}

TEST_CASE("customers of one journey less those of another are no few", "[statistics][customers]") {
    Reading reading = rows_of_feedback();
    reading.model.journeys = {{"everyone", "", {}, {}}, {"pro", "", {}, {"plan=Pro"}}};
    reading.by("touchpoint,journey");
    const auto with_others = [&](int others) {
        auto builder = columns();
        add_customers(builder, "pro", 30, {"9", "7", ""}, "Pro");
        add_customers(builder, "other", others, {"3", "3", ""}, "Free");
        return scored(reading, builder, 5);
    };
    const CustomerScores few = with_others(3);
    REQUIRE(few.journeys.size() == 2);
    CHECK((few.journeys[0].withheld || few.journeys[1].withheld));
    const CustomerScores enough = with_others(6);
    CHECK_FALSE(enough.journeys[0].withheld);
    CHECK_FALSE(enough.journeys[1].withheld);
    CHECK(enough.journeys[0].customers == 36);
}
