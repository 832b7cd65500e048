#include <catch2/catch.hpp>

#include <cmath>
#include <string>

#include <cx/base/error.hpp>
#include <cx/model/made_items.hpp>
#include <cx/statistics/consensus.hpp>
#include <cx/statistics/difference.hpp>
#include <cx/statistics/holm.hpp>
#include <cx/statistics/mean.hpp>

#include "answers.hpp"
#include "scoring.hpp"

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::pair_item;
using cx::test::Reading;
using cx::test::single_item;
using cx::testing::check;
using cx::testing::check_without_figures;
using cx::testing::has;
using cx::testing::row;
using cx::testing::scored;

namespace {

/// A touchpoint's answers: detractors at 3, passives at 7, promoters at 10.
void add(ExportBuilder& builder, const std::string& where, std::size_t detractors, std::size_t passives,
         std::size_t promoters) {
    builder.rows(detractors, {where, "3", ""}).rows(passives, {where, "7", ""}).rows(promoters, {where, "10", ""});
}

Difference net_against(const Distribution& group, const Distribution& rest) {
    return net_score_difference(net_proportions(group, {6, 9}), net_proportions(rest, {6, 9}), 0.95);
}

} // namespace

TEST_CASE("a small table is that of a computation by hand", "[statistics][scores]") {
    ExportBuilder builder = feedback();
    add(builder, "shop", 3, 2, 5);
    builder.row({"shop", "", ""}).row({"shop", "N/A", ""}).row({"shop", "11", ""}).row({"shop", "x", ""});
    const ScoreTable table = scored(Reading(), builder);
    const ScoreRow&  nps = row(table, "all", "", "nps");
    CHECK(nps.n == 10);
    CHECK(nps.base == 10);
    CHECK(nps.value == Approx(20.0));
    CHECK(nps.se == Approx(100 * std::sqrt((5 + 3 - 10 * 0.04) / 9 / 10)));
    CHECK(nps.unit == Unit::points);
    CHECK(nps.main);
    CHECK(nps.note == "low base");
    check(nps, net_score(cx::testing::net(3, 2, 5), {6, 9}, 0.95));
    CHECK(row(table, "all", "", "promoters").value == Approx(50.0));
    CHECK(row(table, "all", "", "detractors").value == Approx(30.0));
    CHECK(row(table, "all", "", "mean").value == Approx(7.3));
    check(row(table, "all", "", "mean"), mean(cx::testing::net(3, 2, 5), 0.95));
    CHECK_FALSE(row(table, "all", "", "mean").main);
    check(row(table, "all", "", "passives"), share(cx::testing::net(3, 2, 5), PointSet::range(7, 8), 0.95));
    CHECK(row(table, "all", "", "consensus").value == Approx(*consensus(cx::testing::net(3, 2, 5)).value));
    CHECK_FALSE(row(table, "all", "", "consensus").low);
    CHECK(table.scores.size() == 6);
    REQUIRE(table.answers.size() == 1);
    CHECK(table.answers[0].answered == 10);
    CHECK(table.answers[0].missing == 1);
    CHECK(table.answers[0].not_applicable == 1);
    CHECK(table.answers[0].out_of_scale == 1);
    CHECK(table.answers[0].unreadable == 1);
    REQUIRE(table.distributions.size() == 1);
    CHECK(table.distributions[0].counts.at(10) == 5);
    CHECK(table.distributions[0].counts.at(0) == 0);
    CHECK(table.distributions[0].counts.size() == 11);
}

TEST_CASE("every kind of item has its rows", "[statistics][scores]") {
    Reading reading;
    Item    solved = single_item("solved", ItemKind::choice, {0, 10});
    solved.good = {"yes"};
    reading.model.items = {single_item("sat", ItemKind::satisfaction, {1, 5}),
                           single_item("ease", ItemKind::effort, {1, 7}), solved, pair_item("fast", {1, 5})};
    ExportBuilder builder;
    for (const char* name : {"where", "date", "sat", "ease", "solved", "fast_p", "fast_i"}) builder.column(name);
    builder.row({"shop", "", "5", "7", "yes", "3", "5"})
        .row({"shop", "", "4", "4", "Yes", "4", "4"})
        .row({"shop", "", "2", "5", "no", "2", ""})
        .row({"shop", "", "1", "1", "", "", "5"})
        .row({"shop", "", "4", "6", "no", "5", "4"});
    const ScoreTable table = scored(reading, builder, {0.95, 1, {}, {}});
    CHECK(row(table, "all", "", "csat", "sat").value == Approx(60.0));
    CHECK(row(table, "all", "", "mean", "sat").value == Approx(3.2));
    CHECK(row(table, "all", "", "ces", "ease").value == Approx(23 / 5.0));
    CHECK(row(table, "all", "", "ces_easy", "ease").value == Approx(60.0));
    CHECK(row(table, "all", "", "share", "solved").value == Approx(50.0));
    CHECK(row(table, "all", "", "share", "solved").n == 4);
    const ScoreRow& gap_row = row(table, "all", "", "gap", "fast");
    CHECK(gap_row.n == 3);
    CHECK(gap_row.value == Approx((-2 + 0 + 1) / 3.0));
    CHECK(gap_row.scale_low == -4);
    CHECK(row(table, "all", "", "performance", "fast").value == Approx(3.5));
    CHECK(row(table, "all", "", "importance", "fast").value == Approx(4.5));
    CHECK_FALSE(has(table, "expectation", "fast"));
    REQUIRE(table.answers.size() == 5);
    CHECK(table.answers[3].item == "fast:performance");
    CHECK(table.answers[4].item == "fast:importance");
    CHECK(table.answers[4].missing == 1);
}

TEST_CASE("a group's difference is to all answers of the other groups", "[statistics][scores]") {
    ExportBuilder builder = feedback();
    add(builder, "shop", 9, 8, 20);
    add(builder, "store", 2, 9, 30);
    add(builder, "phone", 15, 9, 10);
    add(builder, "", 40, 0, 0); // of no group: in all, in nobody's rest
    const ScoreTable table = scored(Reading().by("touchpoint"), builder);
    const auto       shop = net_against(cx::testing::net(9, 8, 20), cx::testing::net(17, 18, 40));
    const auto       store = net_against(cx::testing::net(2, 9, 30), cx::testing::net(24, 17, 30));
    const auto       phone = net_against(cx::testing::net(15, 9, 10), cx::testing::net(11, 17, 50));
    check(row(table, "touchpoint", "shop", "nps"), shop);
    check(row(table, "touchpoint", "store", "nps"), store);
    check(row(table, "touchpoint", "phone", "nps"), phone);
    const auto corrected = holm({shop.p, store.p, phone.p});
    CHECK(row(table, "touchpoint", "shop", "nps").p == corrected[0]);
    CHECK(row(table, "touchpoint", "store", "nps").p == corrected[1]);
    CHECK(row(table, "touchpoint", "phone", "nps").p == corrected[2]);
    CHECK(row(table, "all", "", "nps").n == 152);
    CHECK_FALSE(row(table, "all", "", "nps").difference);
    CHECK(row(table, "touchpoint", "shop", "nps").group_name == "Web shop");
    check(row(table, "touchpoint", "phone", "mean"),
          mean_difference(mean(cx::testing::net(15, 9, 10), 0.95), mean(cx::testing::net(11, 17, 50), 0.95), 0.95));
}

TEST_CASE("two groups are one test", "[statistics][scores]") {
    ExportBuilder builder = feedback();
    add(builder, "shop", 9, 8, 20);
    add(builder, "store", 2, 9, 30);
    builder.rows(7, {"phone", "", ""}); // a group without answers is none of them
    const ScoreTable table = scored(Reading().by("touchpoint"), builder);
    const ScoreRow&  shop = row(table, "touchpoint", "shop", "nps");
    const ScoreRow&  store = row(table, "touchpoint", "store", "nps");
    REQUIRE(shop.p_raw);
    CHECK(shop.p == shop.p_raw);
    CHECK(store.p == store.p_raw);
    CHECK(*shop.p_raw == Approx(*store.p_raw).epsilon(1e-9));
    CHECK(*shop.difference == Approx(-*store.difference));
    const ScoreRow& phone = row(table, "touchpoint", "phone", "nps");
    CHECK(phone.note == "no answers");
    check_without_figures(phone);
}

TEST_CASE("a withheld group has no figure and is no test", "[statistics][scores]") {
    ExportBuilder builder = feedback();
    add(builder, "shop", 9, 8, 20);
    add(builder, "store", 2, 9, 30);
    add(builder, "phone", 1, 1, 1);
    add(builder, "Fax", 2, 2, 2); // withheld beside phone, which could be worked out else
    const ScoreTable table = scored(Reading().by("touchpoint"), builder);
    for (const char* group : {"phone", "Fax"}) {
        for (const char* metric : {"nps", "promoters", "mean"}) {
            CHECK(row(table, "touchpoint", group, metric).note == "withheld");
            check_without_figures(row(table, "touchpoint", group, metric));
        }
    }
    const auto shop = net_against(cx::testing::net(9, 8, 20), cx::testing::net(5, 12, 33));
    const auto store = net_against(cx::testing::net(2, 9, 30), cx::testing::net(12, 11, 23));
    check(row(table, "touchpoint", "shop", "nps"), shop);
    const auto corrected = holm({shop.p, store.p});
    CHECK(row(table, "touchpoint", "shop", "nps").p == corrected[0]);
    CHECK(row(table, "touchpoint", "store", "nps").p == corrected[1]);
    for (const DistributionRow& distribution : table.distributions) {
        const bool hidden = distribution.group == "phone" || distribution.group == "Fax";
        CHECK(distribution.counts.empty() == hidden);
    }
}

TEST_CASE("a rest below the minimum gives no difference", "[statistics][scores]") {
    ExportBuilder builder = feedback();
    add(builder, "shop", 9, 8, 20);
    add(builder, "store", 1, 0, 1);
    add(builder, "phone", 0, 1, 1);
    const ScoreTable table = scored(Reading().by("touchpoint"), builder);
    const ScoreRow&  shop = row(table, "touchpoint", "shop", "nps");
    CHECK(shop.withheld()); // beside it and the whole, four answers would be as good as shown
    CHECK_FALSE(shop.difference);
    CHECK_FALSE(shop.p_raw);
    CHECK_FALSE(shop.p);
    const ScoreTable lower = scored(Reading().by("touchpoint"), builder, {0.95, 2, {}, {}});
    CHECK(row(lower, "touchpoint", "shop", "nps").difference);
    CHECK(row(lower, "touchpoint", "store", "nps").n == 2);
}

TEST_CASE("a group without answers is not withheld", "[statistics][scores]") {
    ExportBuilder builder = feedback();
    add(builder, "shop", 9, 8, 20);
    builder.row({"store", "", ""});
    const ScoreTable table = scored(Reading().by("touchpoint,stage"), builder);
    CHECK(row(table, "touchpoint", "store", "nps").note == "no answers");
    check_without_figures(row(table, "touchpoint", "store", "nps"));
    CHECK(row(table, "touchpoint", "shop", "nps").n == 37);
    CHECK_FALSE(row(table, "touchpoint", "shop", "nps").difference);
}

TEST_CASE("below 30 answers the base is low", "[statistics][scores]") {
    ExportBuilder builder = feedback();
    add(builder, "shop", 10, 10, 9);
    CHECK(row(scored(Reading(), builder), "all", "", "nps").note == "low base");
    builder.row({"shop", "9", ""});
    CHECK(row(scored(Reading(), builder), "all", "", "nps").note.empty());
}

TEST_CASE("nobody's answers are a row, not an error", "[statistics][scores]") {
    const ScoreTable table = scored(Reading().by("touchpoint,stage:month"), feedback());
    CHECK(row(table, "all", "", "nps").note == "no answers");
    check_without_figures(row(table, "all", "", "nps"));
    CHECK(table.scores.size() == 6);
}

TEST_CASE("the confidence is the intervals'", "[statistics][scores]") {
    ExportBuilder builder = feedback();
    add(builder, "shop", 9, 8, 20);
    add(builder, "store", 9, 8, 3);
    const ScoreTable table = scored(Reading().by("touchpoint"), builder, {0.8, 5, {}, {}});
    check(row(table, "touchpoint", "shop", "nps"), net_score(cx::testing::net(9, 8, 20), {6, 9}, 0.8));
    check(row(table, "touchpoint", "shop", "nps"),
          net_score_difference(net_proportions(cx::testing::net(9, 8, 20), {6, 9}),
                               net_proportions(cx::testing::net(9, 8, 3), {6, 9}), 0.8));
}

TEST_CASE("only the metrics and items asked for are scored", "[statistics][scores]") {
    Reading reading;
    reading.model.items.push_back(single_item("other", ItemKind::rating, {1, 5}));
    ExportBuilder builder = feedback().column("other").rows(9, {"shop", "9", "", "4"});
    ScoreTable    table = scored(reading, builder, {0.95, 5, {"mean", "nps"}, {}});
    CHECK(has(table, "nps", "nps"));
    CHECK(has(table, "mean", "other"));
    CHECK_FALSE(has(table, "promoters", "nps"));
    CHECK_FALSE(has(table, "top2", "other"));
    table = scored(reading, builder, {0.95, 5, {}, {"other"}});
    CHECK_FALSE(has(table, "nps", "nps"));
    CHECK(has(table, "top2", "other"));
    CHECK(table.answers.size() == 1);
}

TEST_CASE("answers by point are counted in groups only where they are asked for", "[statistics][scores]") {
    const auto   builder = feedback().rows(9, {"shop", "9", ""}).rows(8, {"store", "3", ""});
    ScoreRequest request;
    const auto   everywhere = scored(Reading().by("touchpoint"), builder, request);
    request.group_distributions = false;
    const auto in_all = scored(Reading().by("touchpoint"), builder, request);
    REQUIRE(everywhere.distributions.size() == 3);
    CHECK(everywhere.distributions[1].counts.at(9) == 9);
    REQUIRE(in_all.distributions.size() == 1);
    CHECK(in_all.distributions[0].dimension == "all");
    CHECK(in_all.distributions[0].counts.at(3) == 8);
    CHECK(in_all.scores.size() == everywhere.scores.size());
}

TEST_CASE("a metric or item that does not exist is an error with the nearest", "[statistics][scores]") {
    const auto told = [](const ScoreRequest& request) -> std::string {
        try {
            (void)scored(Reading(), feedback().row({"shop", "9", ""}), request);
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    };
    CHECK(told({0.95, 5, {"npss"}, {}}).find("did you mean 'nps'?") != std::string::npos);
    CHECK(told({0.95, 5, {}, {"nbs"}}).find("did you mean 'nps'?") != std::string::npos);
    CHECK(told({0.95, 5, {"gap"}, {}}).find("no metric 'gap'") != std::string::npos); // no item gives it
    CHECK(told({0.95, 5, {"nps"}, {"nps"}}).empty());
}

TEST_CASE("weights of 1 change no figure", "[statistics][scores]") {
    Reading plain;
    plain.model.items.push_back(pair_item("c", {1, 5}));
    plain.by("touchpoint,stage:channel");
    Reading weighted = plain;
    weighted.model.columns.weight = {"w"};
    ExportBuilder builder = feedback().column("w").column("c_p").column("c_i");
    for (int i = 0; i < 90; ++i) {
        builder.row({i % 3 == 0   ? "shop"
                     : i % 7 == 0 ? "phone"
                                  : "store",
                     std::to_string(i * i % 11), "", "1", std::to_string(1 + i % 5), std::to_string(1 + i % 4)});
    }
    const ScoreTable one = scored(plain, builder), other = scored(weighted, builder);
    REQUIRE(one.scores.size() == other.scores.size());
    for (std::size_t i = 0; i < one.scores.size(); ++i) {
        const ScoreRow &a = one.scores[i], &b = other.scores[i];
        INFO(a.dimension << " " << a.group << " " << a.item << " " << a.metric);
        check(b, Estimate{a.n, a.base, a.n_effective, a.value, a.se, a.low, a.high});
        check(b, Difference{a.difference, a.difference_low, a.difference_high, a.p_raw});
        CHECK(a.p == b.p);
        CHECK(a.note == b.note);
    }
}

TEST_CASE("weights reach value, base and variance", "[statistics][scores]") {
    Reading reading;
    reading.model.columns.weight = {"w"};
    ExportBuilder builder = feedback().column("w");
    builder.rows(4, {"shop", "10", "", "2"}).rows(3, {"shop", "3", "", "0.5"}).rows(9, {"shop", "3", "", "0"});
    Distribution answers(0, 10);
    answers.at(10) = cx::testing::times(4, 2);
    answers.at(3) = cx::testing::times(3, 0.5);
    const ScoreTable table = scored(reading, builder);
    const ScoreRow&  nps = row(table, "all", "", "nps");
    check(nps, net_score(answers, {6, 9}, 0.95));
    CHECK(nps.n == 7);
    CHECK(nps.base == Approx(9.5));
    CHECK(nps.n_effective == Approx(9.5 * 9.5 / 16.75));
    CHECK(nps.value == Approx(100 * (8 - 1.5) / 9.5));
}

namespace {

/// Customers a row: a question on the whole, two of the shop, and a promise of those two.
Reading promised() {
    Reading reading;
    for (const char* id : {"quick", "clear"}) {
        Item item = single_item(id, ItemKind::rating, {1, 5});
        item.touchpoint = "shop";
        item.promise = "easy";
        reading.model.items.push_back(item);
    }
    Promise easy;
    easy.id = "easy";
    easy.text = "It is easy";
    easy.need = Need::basic;
    easy.minimum = 4;
    reading.model.promises = {easy};
    add_made_items(reading.model);
    return reading;
}

ExportBuilder promised_rows() {
    return feedback()
        .column("quick")
        .column("clear")
        .rows(6, {"shop", "9", "", "5", "4"})
        .rows(4, {"", "0", "", "5", "3"})
        .rows(5, {"phone", "7", "", "", ""});
}

} // namespace

TEST_CASE("a promise has one row, over its items", "[statistics][scores]") {
    const ScoreTable table = scored(promised().by("promise"), promised_rows());
    const ScoreRow&  kept = row(table, "promise", "easy", "kept", "");
    CHECK(kept.n == 10);
    CHECK(*kept.value == Approx(60));
    CHECK(kept.group_name == "It is easy");
    CHECK(kept.counted.empty());
    CHECK_FALSE(has(scored(promised().by("month"), promised_rows()), "kept", ""));
}

TEST_CASE("basic needs have a row in all and in groups of responses", "[statistics][scores]") {
    const ScoreTable table = scored(promised().by("touchpoint"), promised_rows());
    CHECK(*row(table, "all", "", "basics_met", "").value == Approx(60));
    CHECK(*row(table, "touchpoint", "shop", "basics_met", "").value == Approx(100));
    // Both are of the shop: at the phone they do not apply.
    CHECK(row(table, "touchpoint", "phone", "basics_met", "").note == "no answers");
}

TEST_CASE("questions of a touchpoint stand there, whatever touchpoint their row is of", "[statistics][scores]") {
    const ScoreTable table = scored(promised().by("touchpoint"), promised_rows());
    CHECK(row(table, "touchpoint", "shop", "mean", "quick").n == 10);
    CHECK(row(table, "touchpoint", "shop", "mean", "").n == 20); // both of its questions, and no other
    CHECK(row(table, "touchpoint", "shop", "nps", "nps").n == 6);
    CHECK(row(table, "touchpoint", "phone", "nps", "nps").n == 5);
    CHECK(std::none_of(table.scores.begin(), table.scores.end(), [](const ScoreRow& scored) {
        return scored.dimension == "touchpoint" && scored.group == "phone" && scored.item == "quick";
    }));
}

TEST_CASE("what targets and views need is estimated beside what is asked for", "[statistics][scores]") {
    Reading reading = promised().by("touchpoint");
    reading.request.supporting = parse_groupings("promise,touchpoint");
    ScoreRequest request;
    request.items = {"nps"};
    request.metrics = {"nps"};
    CHECK(scored(reading, promised_rows(), request).supporting.empty());
    request.supporting = true;
    const ScoreTable table = scored(reading, promised_rows(), request);
    for (const ScoreRow& shown : table.scores) CHECK((shown.item == "nps" && shown.metric == "nps"));
    const auto supports = [&](const std::string& dimension, const std::string& metric) {
        return std::count_if(table.supporting.begin(), table.supporting.end(), [&](const ScoreRow& candidate) {
            return candidate.dimension == dimension && candidate.metric == metric && candidate.item.empty();
        });
    };
    CHECK(supports("promise", "kept") == 1);
    CHECK(supports("all", "basics_met") == 1);
}

TEST_CASE("consensus differs without an interval, an opportunity not at all", "[statistics][scores]") {
    ExportBuilder builder = feedback();
    add(builder, "shop", 9, 8, 20);
    add(builder, "store", 9, 8, 3);
    const ScoreTable table = scored(Reading().by("touchpoint"), builder);
    const ScoreRow&  shop = row(table, "touchpoint", "shop", "consensus");
    CHECK(*shop.difference == Approx(*shop.value - *row(table, "touchpoint", "store", "consensus").value));
    CHECK_FALSE(shop.difference_low);
    CHECK_FALSE(shop.p);
    Reading pairs;
    pairs.model.items = {cx::test::pair_item("x", {1, 5})};
    const ScoreTable of_pairs = scored(pairs.by("touchpoint"), feedback()
                                                                   .column("x_p")
                                                                   .column("x_i")
                                                                   .rows(9, {"shop", "", "", "3", "5"})
                                                                   .rows(9, {"store", "", "", "5", "5"}));
    CHECK(*row(of_pairs, "touchpoint", "shop", "opportunity", "x").value == Approx(7));
    CHECK_FALSE(row(of_pairs, "touchpoint", "shop", "opportunity", "x").difference);
}

TEST_CASE("owners share touchpoints, and are compared with nobody", "[statistics][scores]") {
    Reading reading = Reading().by("owner");
    reading.model.touchpoints[0].owners = {"Ann", "Ben"};
    reading.model.touchpoints[1].owners = {"Ben"};
    ExportBuilder builder = feedback();
    add(builder, "shop", 3, 2, 5);
    add(builder, "store", 0, 0, 10);
    add(builder, "phone", 10, 0, 0);
    const ScoreTable table = scored(reading, builder);
    CHECK(*row(table, "owner", "Ann", "nps").value == Approx(20));
    CHECK(*row(table, "owner", "Ben", "nps").value == Approx(60));
    CHECK(row(table, "owner", "Ben", "nps").n == 20);
    CHECK_FALSE(row(table, "owner", "Ben", "nps").difference);
}
