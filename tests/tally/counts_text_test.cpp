#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/model/made_items.hpp>
#include <cx/tally/counts_text.hpp>
#include <support/counts_files.hpp>

using namespace cx;
using cx::detail::CountsText;

namespace {

/// The records of all responses.
std::string records_of(const test::Counted& counted) {
    std::string text;
    CountsText  counts(counted.tallies.weighted(), [&text](std::string_view more) { text += more; });
    counts.stand_at({}, "all", {});
    counts.add_tally(counted.tallies, counted.tallies.groups(0).at({}));
    counts.end();
    return text.substr(counts_header.size() + 1);
}

} // namespace

TEST_CASE("each point and each kind of no answer is a record") {
    auto columns = test::ExportBuilder().column("nps");
    for (const char* cell : {"9", "9", "0", "-", "N/A", "11", "eleven"}) columns.row({cell});
    test::Reading reading;
    reading.model.columns = {};
    CHECK(records_of(*test::count(reading, columns)) == ",all,,nps,answer,0,,1,1,1\n"
                                                        ",all,,nps,answer,9,,2,2,2\n"
                                                        ",all,,nps,missing,,,1,1,1\n"
                                                        ",all,,nps,not_applicable,,,1,1,1\n"
                                                        ",all,,nps,out_of_scale,,,1,1,1\n"
                                                        ",all,,nps,unreadable,,,1,1,1\n"
                                                        "end,,,,,,,6,,\n");
}

TEST_CASE("a pair has both points, or the one that was answered") {
    test::Reading reading;
    reading.model.columns = {};
    reading.model.columns.weight = {"w"};
    reading.model.items = {test::pair_item("c", {1, 5})};
    auto columns = test::ExportBuilder().column("w").column("c_p").column("c_i");
    columns.row({"0.5", "4", "5"}).row({"0.5", "4", "5"}).row({"2", "4", ""}).row({"1", "", "5"}).row({"1", "", "N/A"});
    CHECK(records_of(*test::count(reading, columns)) == ",all,,c,answer,4,5,2,1,0.5\n"
                                                        ",all,,c,answer,4,,1,2,4\n"
                                                        ",all,,c,answer,,5,1,1,1\n"
                                                        ",all,,c,missing,performance,,2,2,2\n"
                                                        ",all,,c,missing,importance,,1,2,4\n"
                                                        ",all,,c,not_applicable,importance,,1,1,1\n"
                                                        "end,,,,,,,6,,\n");
}

TEST_CASE("needs and promises are written as what they are") {
    test::Reading reading;
    reading.model.columns = {};
    reading.model.items = {test::single_item("a", ItemKind::rating, {1, 5}),
                           test::single_item("b", ItemKind::rating, {1, 5})};
    for (Item& item : reading.model.items) {
        item.need = Need::basic;
        item.threshold = 3;
        item.promise = "p";
    }
    Promise promise;
    promise.id = "p";
    promise.minimum = 4;
    reading.model.promises = {promise};
    add_made_items(reading.model);
    const auto columns = test::ExportBuilder().column("a").column("b").row({"5", "5"}).row({"2", "5"}).row({"3", ""});
    const auto text = records_of(*test::count(reading, columns));
    CHECK(text.find(",all,,,basics,0,,1,1,1\n"
                    ",all,,,basics,1,,2,2,2\n"
                    ",all,,,basics,incomplete,,1,1,1\n"
                    ",all,,,basics,complete,,2,2,2\n"
                    ",all,,a,basics,alone,,1,1,1\n"
                    ",all,,p,kept,0,,2,2,2\n"
                    ",all,,p,kept,1,,1,1,1\n") != std::string::npos);
}

TEST_CASE("what is left without a part can be weights of so many answers") {
    using cx::detail::without;
    CHECK(without({3, 3, 3}, {1, 1, 1}) == Count{2, 2, 2});
    CHECK(without({3, 3, 3}, {3, 2.9999, 3}) == Count{});
    const Count rounded = without({2, 1e9 + 0.1, 1e18}, {1, 1e9, 1e18});
    CHECK(rounded.answers == 1);
    CHECK(rounded.weight_squared == Approx(rounded.weight * rounded.weight));
    const Count negative = without({5, 1, 1}, {1, 2, 2});
    CHECK(negative == Count{4, 0, 0});
}

TEST_CASE("names are quoted, guarded, or refused") {
    std::string text;
    CountsText  counts(false, [&text](std::string_view more) { text += more; });
    counts.stand_at({}, "Plan, yearly", "=\"x\"");
    counts.add("a", CountsKind::answer, "1", {}, {2, 2, 2});
    counts.add("a", CountsKind::answer, "2", {}, {0, 0, 0});
    counts.end();
    CHECK(text ==
          std::string(counts_header) + "\n,\"Plan, yearly\",\"'=\"\"x\"\"\",a,answer,1,,2,2,2\nend,,,,,,,1,,\n");
    CHECK_THROWS_WITH(counts.stand_at({}, "all", "two\nlines"), Catch::Contains("line break"));
}
