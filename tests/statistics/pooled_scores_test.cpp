#include <catch2/catch.hpp>

#include <cmath>
#include <stdexcept>

#include "scoring.hpp"

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::pair_item;
using cx::test::Reading;
using cx::test::single_item;
using cx::testing::check_without_figures;
using cx::testing::row;
using cx::testing::scored;

namespace {

/// Three questions at the shop and one at the store, a customer a row.
Reading relationship() {
    Reading reading;
    reading.model.columns.touchpoint.clear();
    reading.model.items = {single_item("a", ItemKind::rating, {1, 5}), single_item("b", ItemKind::rating, {1, 5}),
                           single_item("c", ItemKind::rating, {1, 5})};
    reading.model.items[0].touchpoint = reading.model.items[1].touchpoint = "shop";
    reading.model.items[2].touchpoint = "store";
    return reading.by("touchpoint,touchpoint:region");
}

ExportBuilder customers() {
    return ExportBuilder().column("region").column("date").column("a").column("b").column("c");
}

} // namespace

TEST_CASE("several questions of a touchpoint are pooled, clustered by response", "[statistics][scores]") {
    ExportBuilder builder = customers();
    builder.row({"n", "", "4", "5", "1"})
        .row({"n", "", "2", "", "5"})
        .row({"n", "", "3", "3", ""})
        .row({"n", "", "", "", "2"});
    const ScoreTable table = scored(relationship(), builder, {0.95, 1, {}, {}});
    const ScoreRow&  pooled = row(table, "touchpoint", "shop", "mean", "");
    CHECK(pooled.n == 5);
    CHECK(pooled.value == Approx(3.4));
    // The three responses' a - m b are 2.2, -1.4 and -0.8.
    CHECK(pooled.se == Approx(std::sqrt(1.5 * (2.2 * 2.2 + 1.4 * 1.4 + 0.8 * 0.8)) / 5));
    CHECK_FALSE(pooled.difference);
    CHECK(pooled.group_name == "Web shop");
    const ScoreRow& top = row(table, "touchpoint", "shop", "top2", "");
    CHECK(top.value == Approx(40.0));
    CHECK(top.se == Approx(100 * std::sqrt(1.5 * (1.2 * 1.2 + 0.4 * 0.4 + 0.8 * 0.8)) / 5));
    CHECK(row(table, "touchpoint", "shop", "mean", "a").value == Approx(3.0));
    CHECK_FALSE(row(table, "touchpoint", "shop", "mean", "a").difference);
    CHECK(row(table, "touchpoint", "store", "mean", "c").n == 3);
    CHECK_THROWS_AS(row(table, "touchpoint", "store", "mean", ""), std::out_of_range); // one alone is not pooled
    CHECK(row(table, "touchpoint:region", "shop:n", "mean", "").value == Approx(3.4));
}

TEST_CASE("pairs are pooled on their sides, gaps and top boxes", "[statistics][scores]") {
    Reading reading;
    reading.model.columns.touchpoint.clear();
    reading.model.items = {pair_item("x", {1, 5}), pair_item("y", {1, 5})};
    for (Item& item : reading.model.items) item.touchpoint = "shop";
    ExportBuilder builder;
    for (const char* name : {"date", "x_p", "x_i", "y_p", "y_i"}) builder.column(name);
    builder.row({"", "4", "5", "3", "5"}).row({"", "2", "4", "5", ""}).row({"", "", "3", "4", "4"});
    const ScoreTable table = scored(reading.by("touchpoint"), builder, {0.95, 1, {}, {}});
    CHECK(row(table, "touchpoint", "shop", "performance", "").value == Approx(18 / 5.0));
    CHECK(row(table, "touchpoint", "shop", "importance", "").value == Approx(21 / 5.0));
    CHECK(row(table, "touchpoint", "shop", "gap", "").n == 4);
    CHECK(row(table, "touchpoint", "shop", "gap", "").value == Approx((-1 - 2 - 2 + 0) / 4.0));
    CHECK(row(table, "touchpoint", "shop", "top2", "").value == Approx(60.0));
}

TEST_CASE("a pooled figure is withheld where one of its items' is", "[statistics][scores]") {
    ExportBuilder builder = customers();
    builder.rows(20, {"n", "", "4", "5", "1"}).rows(9, {"s", "", "3", "", "5"}).rows(3, {"s", "", "3", "2", "5"});
    builder.rows(8, {"w", "", "3", "2", "5"});
    const ScoreTable table = scored(relationship(), builder);
    // b has 3 answers in s: its 8 in w are withheld too, and with them what both are pooled into.
    CHECK(row(table, "touchpoint:region", "shop:s", "mean", "a").n == 12);
    CHECK(row(table, "touchpoint:region", "shop:s", "mean", "b").withheld());
    CHECK(row(table, "touchpoint:region", "shop:w", "mean", "b").withheld());
    for (const char* group : {"shop:s", "shop:w"}) {
        CHECK(row(table, "touchpoint:region", group, "mean", "").withheld());
        check_without_figures(row(table, "touchpoint:region", group, "mean", ""));
    }
    CHECK(row(table, "touchpoint:region", "shop:n", "mean", "").n == 40);
    CHECK(row(table, "touchpoint", "shop", "mean", "").n == 71);
}
