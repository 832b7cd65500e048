#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/tally/counts_counters.hpp>
#include <support/counts_files.hpp>

using namespace cx;

namespace {

/// The counters of one record, in a model of an item `nps` and a pair `range`.
std::vector<std::size_t> counters(const std::string& record) {
    test::Reading reading;
    reading.model.columns = {};
    reading.model.items = {test::single_item("nps", ItemKind::recommend, {0, 10}), test::pair_item("range", {1, 5})};
    const auto    counted = test::nothing_counted(reading, test::ExportBuilder().column("nps"));
    CountsRecords records("c.csv", test::bytes_of(test::counts_file(record + ",1,1,1\n")), false);
    CountsRecord  read;
    REQUIRE(records.next(read));
    return CountsCounters(counted->tallies.layout()).of(read, records);
}

} // namespace

TEST_CASE("a record adds to the counters of its item, kind and point") {
    const std::size_t zero = counters(",all,,nps,answer,0,").front();
    CHECK(counters(",all,,nps,answer,10,") == std::vector<std::size_t>{zero + 10});
    CHECK(counters(",all,,nps,missing,,") == std::vector<std::size_t>{zero + 11});
    CHECK(counters(",all,,nps,unreadable,,") == std::vector<std::size_t>{zero + 14});
}

TEST_CASE("an answer of a pair adds to both sides and their combination") {
    const auto both = counters(",all,,range,answer,2,5");
    REQUIRE(both.size() == 3);
    CHECK(counters(",all,,range,answer,2,") == std::vector<std::size_t>{both[0]});
    CHECK(counters(",all,,range,answer,,5") == std::vector<std::size_t>{both[1]});
    CHECK(counters(",all,,range,missing,importance,").size() == 1);
}

TEST_CASE("what the model lacks has no counter") {
    for (const char* record : {",all,,npx,answer,9,", ",all,,nps,answer,11,", ",all,,nps,answer,9.0,",
                               ",all,,nps,answer,,", ",all,,nps,answer,9,9", ",all,,nps,missing,9,",
                               ",all,,range,missing,,", ",all,,,basics,1,", ",all,,fast,kept,1,"}) {
        INFO(record);
        CHECK_THROWS_AS(counters(record), Error);
    }
}
