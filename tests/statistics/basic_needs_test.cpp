#include <cx/statistics/basic_needs.hpp>

#include <cx/model/made_items.hpp>

#include "scoring.hpp"

#include <catch2/catch.hpp>

using namespace cx;
using namespace cx::testing;
using cx::test::ExportBuilder;
using cx::test::Reading;
using cx::test::single_item;

namespace {

Reading needs() {
    Reading reading;
    reading.model.columns = {};
    reading.model.touchpoints.clear();
    for (const char* id : {"a", "b"}) {
        Item item = single_item(id, ItemKind::rating, {1, 5});
        item.need = Need::basic;
        item.threshold = 4;
        reading.model.items.push_back(item);
    }
    reading.model.items.erase(reading.model.items.begin());
    add_made_items(reading.model);
    return reading;
}

ExportBuilder answers() { return ExportBuilder().column("a").column("b"); }

} // namespace

TEST_CASE("which basic need fails, and which alone", "[statistics][basic_needs]") {
    const ScoreTable table =
        scored(needs(),
               answers().rows(10, {"5", "4"}).rows(4, {"5", "3"}).rows(3, {"1", "1"}).rows(2, {"3", ""}).row({"", ""}));
    CHECK(table.basics.counted == 19);
    CHECK(table.basics.complete == 17);
    CHECK_FALSE(table.basics.withheld);
    REQUIRE(table.basics.items.size() == 2);
    const BasicNeeds::Item& a = table.basics.items[0];
    const BasicNeeds::Item& b = table.basics.items[1];
    CHECK(a.item == "a");
    CHECK(a.threshold == 4);
    CHECK(a.answered == 19);
    CHECK(a.failed == 5);
    CHECK(a.alone == 2);
    CHECK(b.answered == 17);
    CHECK(b.failed == 7);
    CHECK(b.alone == 4);
    const ScoreRow& met = row(table, "all", "", "basics_met", "");
    CHECK(met.n == 19);
    CHECK(*met.value == Approx(1000.0 / 19));
}

TEST_CASE("needs of too few are withheld, and a model without any has none", "[statistics][basic_needs]") {
    CHECK(scored(needs(), answers().rows(3, {"5", "4"})).basics.withheld);
    CHECK(scored(Reading(), cx::test::feedback().rows(9, {"shop", "9", ""})).basics.items.empty());
}

TEST_CASE("what fails is weighted as what is met", "[statistics][basic_needs]") {
    Reading reading = needs();
    reading.model.columns.weight = {"w"};
    const ScoreTable table = scored(
        reading, ExportBuilder().column("a").column("b").column("w").rows(6, {"5", "4", "1"}).rows(2, {"5", "3", "3"}));
    CHECK(table.basics.counted == 8);
    CHECK(table.basics.base == 12);
    CHECK(table.basics.items[1].answered == 8);
    CHECK(table.basics.items[1].base == 12);
    CHECK(table.basics.items[1].failed == 6);
    CHECK(table.basics.items[1].alone == 6);
    CHECK(*row(table, "all", "", "basics_met", "").value == Approx(50));
}
