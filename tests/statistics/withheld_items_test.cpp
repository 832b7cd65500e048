#include <cx/statistics/withheld_items.hpp>

#include <cx/model/made_items.hpp>

#include "scoring.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace cx;
using namespace cx::testing;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::Reading;
using cx::test::single_item;

namespace {

/// A promise of one question or two, asked at touchpoints.
Reading promised(bool two) {
    Reading reading;
    reading.model.items.clear();
    for (const char* id : {"a", "b"}) {
        if (!two && *id == 'b') continue;
        Item item = single_item(id, ItemKind::rating, {1, 5});
        item.promise = "easy";
        reading.model.items.push_back(item);
    }
    Promise easy;
    easy.id = "easy";
    easy.minimum = 4;
    reading.model.promises = {easy};
    add_made_items(reading.model);
    return reading.by("touchpoint,stage,promise:touchpoint");
}

/// Touchpoints where the metric of the item is withheld.
std::set<std::string> withheld(const ScoreTable& table, const std::string& metric, const std::string& item) {
    std::set<std::string> groups;
    for (const ScoreRow& row : table.scores) {
        if (row.metric != metric || row.item != item || !row.withheld()) continue;
        groups.insert(row.group.starts_with("easy:") ? row.group.substr(5) : row.group);
    }
    return groups;
}

} // namespace

TEST_CASE("what is made of one question is withheld where the question is", "[statistics][withholding]") {
    // The stage buy gives the store away with the shop; phone is smaller than the store.
    const ScoreTable table = scored(promised(false), feedback()
                                                         .column("a")
                                                         .rows(3, {"shop", "", "", "5"})
                                                         .rows(20, {"store", "", "", "4"})
                                                         .rows(8, {"phone", "", "", "2"})
                                                         .rows(30, {"Fax", "", "", "2"}));
    const auto       of_item = withheld(table, "mean", "a");
    CHECK(of_item.contains("shop"));
    CHECK(of_item.contains("store"));
    CHECK(withheld(table, "kept", "") == std::set<std::string>(of_item.begin(), of_item.end()));
    CHECK_FALSE(of_item.contains("Fax"));
}

TEST_CASE("what is made of two questions does not tell the smaller one", "[statistics][withholding]") {
    const ScoreTable table = scored(promised(true), feedback()
                                                        .column("a")
                                                        .column("b")
                                                        .rows(57, {"shop", "", "", "5", ""})
                                                        .rows(3, {"shop", "", "", "", "1"})
                                                        .rows(40, {"phone", "", "", "5", "4"})
                                                        .rows(40, {"store", "", "", "5", "4"}));
    CHECK(withheld(table, "mean", "b").contains("shop"));
    CHECK(withheld(table, "kept", "").contains("shop"));
    CHECK(withheld(table, "mean", "a").contains("shop")); // 57 of the 60 answers that what is made has
}

TEST_CASE("what is withheld of an item does not depend on which are asked for", "[statistics][withholding]") {
    Reading reading = promised(true);
    reading.model.items.push_back(single_item("nps", ItemKind::recommend, {0, 10}));
    const ExportBuilder builder = feedback()
                                      .column("a")
                                      .column("b")
                                      .rows(57, {"shop", "9", "", "5", ""})
                                      .rows(3, {"shop", "", "", "", "1"})
                                      .rows(2, {"Fax", "3", "", "", "1"})
                                      .rows(40, {"phone", "1", "", "5", "4"})
                                      .rows(40, {"store", "", "", "5", "4"});
    const ScoreTable all = scored(reading, builder);
    for (const std::string item : {"a", "b", "nps"}) {
        ScoreRequest request;
        request.items = {item};
        const ScoreTable alone = scored(reading, builder, request);
        std::size_t      rows = 0, hidden = 0;
        for (const ScoreRow& row : all.scores) {
            if (row.item != item) continue;
            REQUIRE(rows < alone.scores.size());
            const ScoreRow& same = alone.scores[rows++];
            CHECK(same.group == row.group);
            CHECK(same.metric == row.metric);
            CHECK(same.note == row.note);
            CHECK(same.value == row.value);
            CHECK(same.difference == row.difference);
            CHECK(same.p == row.p);
            hidden += row.withheld() ? 1U : 0U;
        }
        CHECK(rows == alone.scores.size());
        CHECK(hidden > 0);
    }
}

TEST_CASE("nothing is known of items that nothing asked for hangs together with", "[statistics][withholding]") {
    Reading reading = promised(false);
    reading.model.items.push_back(single_item("nps", ItemKind::recommend, {0, 10}));
    const auto counted = test::count(reading, feedback().column("a").rows(9, {"shop", "9", "", "5"}));
    const auto known = [&](std::vector<bool> wanted) {
        std::vector<bool> items;
        for (const WithheldSides& sides : withheld_items(counted->tallies, 5, wanted))
            items.push_back(!sides[0].empty());
        return items;
    };
    CHECK(known({true, false, false}) == std::vector<bool>{true, true, false}); // what is made of it
    CHECK(known({false, true, false}) == std::vector<bool>{true, true, false});
    CHECK(known({false, false, true}) == std::vector<bool>{false, false, true});
    CHECK(known({true, true, true}) == std::vector<bool>{true, true, true});
}

TEST_CASE("nothing is withheld where every group is large", "[statistics][withholding]") {
    const ScoreTable table = scored(
        promised(true),
        feedback().column("a").column("b").rows(40, {"phone", "", "", "5", "4"}).rows(40, {"store", "", "", "5", "4"}));
    for (const ScoreRow& row : table.scores) CHECK_FALSE(row.withheld());
}
