#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/tally/counts_check.hpp>
#include <support/counts_files.hpp>

using namespace cx;

namespace {

test::Reading relationship() {
    test::Reading reading;
    reading.model.columns = {};
    reading.model.items = {test::single_item("a", ItemKind::rating, {1, 5}),
                           test::single_item("b", ItemKind::rating, {1, 5})};
    for (Item& item : reading.model.items) item.touchpoint = "shop";
    reading.by("touchpoint,region");
    return reading;
}

/// What check_counts() says of these records.
std::string fault(const std::string& records) {
    const auto columns = test::ExportBuilder().column("a").column("b").column("region");
    const auto counted = test::nothing_counted(relationship(), columns);
    try {
        CountsReader reader(counted->tallies);
        const auto   read = reader.read("c.csv", test::bytes_of(test::counts_file(records)), {});
        check_counts(counted->tallies, read.account, reader.untold_rows(), "c.csv");
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

const std::string rows = ",all,,,rows,accepted,,3,3,3\n";
const std::string pooled = ",touchpoint,shop,a,pooled,b,point,2,2,2\n,touchpoint,shop,a,pooled,a,point,2,9,9\n"
                           ",touchpoint,shop,a,pooled,aa,point,2,41,41\n,touchpoint,shop,a,pooled,ab,point,2,9,9\n"
                           ",touchpoint,shop,a,pooled,bb,point,2,2,2\n"
                           ",touchpoint,shop,a,pooled,b,top_two,2,2,2\n,touchpoint,shop,a,pooled,a,top_two,2,2,2\n";

} // namespace

TEST_CASE("counts that responses can have given pass") {
    CHECK(fault(rows).empty());
    CHECK(fault(rows + ",all,,a,answer,5,,2,2,2\n,all,,a,missing,,,1,1,1\n" + pooled).empty());
    CHECK(fault(rows + ",all,,a,answer,5,,2,2,2\n,region,north,a,answer,5,,2,2,2\n" + pooled).empty());
}

TEST_CASE("counts that no responses can have given are refused") {
    using Catch::Contains;
    CHECK_THAT(fault(rows + ",all,,a,answer,5,,4,4,4\n"), Contains("c.csv: 4 cells of item a are told, and 3 rows"));
    CHECK_THAT(fault(rows + ",region,north,a,missing,,,2,2,2\n"), Contains("the groups of region have 2 cells"));
    CHECK_THAT(fault(rows + ",all,,a,answer,5,,2,2,2\n"),
               Contains("2 answers of shop are counted one by one, and of 2 of them there are no sums by touchpoint; "
                        "count every part with --by touchpoint"));
    CHECK_THAT(fault(rows + ",all,,a,answer,5,,1,1,1\n" + pooled), Contains("are of 2 answers"));
}

TEST_CASE("rows that no groups can have are refused") {
    using Catch::Contains;
    const std::string north = ",region,north,,rows,accepted,,2,2,2\n", none = ",region,,,rows,accepted,,1,1,1\n";
    CHECK(fault(rows + north + none).empty());
    CHECK_THAT(fault(rows + north + north), Contains("c.csv: 4 rows are told by region, and 3 were accepted"));
    CHECK_THAT(fault(rows + north + none + none), Contains("4 rows are told by region"));
    const std::string all = ",all,,a,missing,,,3,3,3\n", cells = ",region,north,a,missing,,,3,3,3\n";
    CHECK(fault(rows + all + cells).empty()); // a warehouse need not tell rows of groups
    CHECK_THAT(fault(rows + all + north + cells),
               Contains("3 cells of item a are told in 'north' of region, and 2 rows"));
    CHECK_THAT(fault(rows + ",all,,,rows,foreign,,4,4,4\n"), Contains("tells 4 rows foreign, and 3 rows accepted"));
    const std::string filtered = ",all,,,rows,filtered,,5,5,5\n,all,,,rows,elsewhere,,5,5,5\n";
    CHECK(fault(rows + filtered + ",all,,,rows,foreign_elsewhere,,5,5,5\n").empty());
    CHECK_THAT(fault(rows + filtered + ",all,,,rows,foreign_elsewhere,,6,6,6\n"),
               Contains("tells 6 rows foreign_else"));
    CHECK_THAT(fault(rows + filtered + ",all,,,rows,elsewhere,,1,1,1\n"), Contains("tells 6 rows elsewhere, and 5"));
}

TEST_CASE("what is counted from an export passes") {
    auto columns = test::ExportBuilder().column("a").column("b").column("region");
    columns.row({"5", "4", "north"}).row({"", "1", ""}).row({"2", "", "south"});
    const auto counted = test::count(relationship(), columns);
    CHECK_NOTHROW(check_counts(counted->tallies, counted->account, {}, {}));
    RowAccount fewer = counted->account;
    fewer.accepted = 2;
    CHECK_THROWS_AS(check_counts(counted->tallies, fewer, {}, {}), Error);
}
