#include <cx/responses/keeping_plan.hpp>

#include <catch2/catch.hpp>

using namespace cx;

namespace {

Recognition columns_called(const std::vector<std::string>& codes) {
    Recognition recognition;
    for (const std::string& code : codes) recognition.columns.push_back({code, code, {code}, {}});
    return recognition;
}

} // namespace

TEST_CASE("keeping_plan: ids, dates and weights stand whole, the customer is hashed, texts are masked") {
    const Recognition recognition = columns_called({"Id", "Customer", "Date", "W", "NPS", "Why?", "Email"});
    MeasurementModel  model;
    model.columns.response = {"ResponseId", "Id"};
    model.columns.respondent = {"Customer"};
    model.columns.date = {"Date"};
    model.columns.weight = {"W"};
    const KeepingPlan plan = plan_keeping(model, recognition, {6}, true);
    CHECK(plan.columns == std::vector<Keeping>{Keeping::whole, Keeping::hashed, Keeping::whole, Keeping::whole,
                                               Keeping::masked, Keeping::masked, Keeping::left_out});
    CHECK(plan.response == 0U);
    CHECK(plan.respondent == 1U);
    const auto kept = kept_columns(plan, recognition);
    REQUIRE(kept.size() == 7);
    CHECK(kept[6].personal);
    CHECK(kept[6].question.code == "Email");
    CHECK_FALSE(kept[1].personal);
    const KeepingPlan unmasked = plan_keeping(model, recognition, {6}, false);
    CHECK(unmasked.columns[5] == Keeping::whole);
    CHECK(unmasked.columns[1] == Keeping::hashed);
    CHECK(unmasked.columns[6] == Keeping::left_out);
}

TEST_CASE("keeping_plan: a customer's column that looks personal is hashed, not left out") {
    const Recognition recognition = columns_called({"Email", "NPS"});
    MeasurementModel  model;
    model.columns.respondent = {"Email"};
    CHECK(plan_keeping(model, recognition, {0}, true).columns[0] == Keeping::hashed);
    CHECK_FALSE(plan_keeping(model, recognition, {}, true).response);
}
