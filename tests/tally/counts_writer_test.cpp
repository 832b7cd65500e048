#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <support/counts_files.hpp>

using namespace cx;

namespace {

/// Written by periods of the dimension, every grouping without it being a dimension of the file.
std::string written_by_period(const test::Counted& counted, const std::string& period) {
    CountsToWrite what;
    for (std::size_t d = 0; d < counted.schema.dimensions.size(); ++d) {
        if (counted.schema.dimensions[d].name.name == period) what.period = d;
    }
    REQUIRE(what.period);
    for (const ResolvedGrouping& grouping : counted.schema.groupings)
        what.groupings.push_back(std::find(grouping.dimensions.begin(), grouping.dimensions.end(), *what.period) ==
                                 grouping.dimensions.end());
    std::string text;
    write_counts(counted.tallies, counted.account, what, [&text](std::string_view more) { text += more; });
    return text;
}

} // namespace

TEST_CASE("a counts file says what became of the rows, then the groups of each dimension by their ids") {
    test::Reading reading;
    reading.by("touchpoint");
    const auto columns = test::feedback()
                             .row({"store", "9", "2026-10-01"})
                             .row({"phone", "3", "2026-10-02"})
                             .row({"", "", "2026-10-03"});
    CHECK(test::written(*test::count(reading, columns)) == std::string(counts_header) +
                                                               "\n,all,,,rows,accepted,,3,3,3\n"
                                                               ",all,,nps,answer,3,,1,1,1\n"
                                                               ",all,,nps,answer,9,,1,1,1\n"
                                                               ",all,,nps,missing,,,1,1,1\n"
                                                               ",touchpoint,,,rows,accepted,,1,1,1\n"
                                                               ",touchpoint,phone,,rows,accepted,,1,1,1\n"
                                                               ",touchpoint,phone,nps,answer,3,,1,1,1\n"
                                                               ",touchpoint,store,,rows,accepted,,1,1,1\n"
                                                               ",touchpoint,store,nps,answer,9,,1,1,1\n"
                                                               "end,,,,,,,9,,\n");
}

TEST_CASE("a counts file tells filters and exports, and reads them back") {
    const auto counted = test::count({}, test::feedback().row({"store", "9", "2026-10-01"}));
    const auto written = [&counted](const CountsToWrite& what) {
        std::string text;
        write_counts(counted->tallies, counted->account, what, [&text](std::string_view more) { text += more; });
        return text;
    };
    CountsToWrite     what{std::vector<bool>(counted->schema.groupings.size(), true), {}, {"", "a=b\nc, d"}, {"s.csv"}};
    const std::string text = written(what);
    CHECK(text.find("\n,filter,,,rows,counted_where,,1,1,1\n,filter,\"a=b c, d\",,rows,counted_where,,1,1,1\n"
                    ",source,s.csv,,rows,counted_from,,1,1,1\n") != std::string::npos);
    const auto read = test::add_counts(*test::count({}, test::feedback()), text);
    CHECK(read.filters == std::set<std::string>{"", "a=b c, d"});
    CHECK(read.sources == std::set<std::string>{"s.csv"});
    what.filters = {""};
    what.sources = {};
    CHECK(written(what).find("counted_") == std::string::npos);
}

TEST_CASE("counts by period keep what has no period apart") {
    test::Reading reading;
    reading.by("touchpoint,month,month:touchpoint");
    const auto columns = test::feedback()
                             .row({"store", "9", "2026-09-01"})
                             .row({"store", "9", "2026-10-01"})
                             .row({"store", "8", "someday"})
                             .row({"", "9", "2026-10-09"});
    CHECK(written_by_period(*test::count(reading, columns), "month") ==
          std::string(counts_header) + "\n,all,,,rows,undated,,1,1,1\n"
                                       ",day,2026-10-09,,rows,last,,1,1,1\n"
                                       "2026-09,all,,,rows,accepted,,1,1,1\n"
                                       "2026-09,all,,nps,answer,9,,1,1,1\n"
                                       "2026-10,all,,,rows,accepted,,2,2,2\n"
                                       "2026-10,all,,nps,answer,9,,2,2,2\n"
                                       ",all,,,rows,accepted,,1,1,1\n"
                                       ",all,,nps,answer,8,,1,1,1\n"
                                       "2026-10,touchpoint,,,rows,accepted,,1,1,1\n"
                                       ",touchpoint,,,rows,accepted,,0,0,0\n"
                                       "2026-09,touchpoint,store,,rows,accepted,,1,1,1\n"
                                       "2026-09,touchpoint,store,nps,answer,9,,1,1,1\n"
                                       "2026-10,touchpoint,store,,rows,accepted,,1,1,1\n"
                                       "2026-10,touchpoint,store,nps,answer,9,,1,1,1\n"
                                       ",touchpoint,store,,rows,accepted,,1,1,1\n"
                                       ",touchpoint,store,nps,answer,8,,1,1,1\n"
                                       "end,,,,,,,16,,\n");
}

TEST_CASE("what counts by periods add up to is what was counted") {
    test::Reading reading;
    reading.model.columns.weight = {"w"};
    reading.model.columns.touchpoint.clear();
    reading.model.items = {test::single_item("a", ItemKind::rating, {1, 5}),
                           test::single_item("b", ItemKind::rating, {1, 5})};
    for (Item& item : reading.model.items) item.touchpoint = "shop";
    reading.by("region,touchpoint,touchpoint:region,month,month:region,month:touchpoint,month:touchpoint:region");
    test::ExportBuilder columns;
    for (const char* name : {"region", "date", "w", "a", "b"}) columns.column(name);
    for (int i = 0; i < 200; ++i) {
        const std::string date = i % 7 == 0 ? "" : "2026-0" + std::to_string(1 + i % 5) + "-11";
        columns.row({i % 3 == 0 ? "north" : "south", date, std::to_string(i % 4) + ".1", std::to_string(1 + i % 5),
                     i % 6 == 0 ? "" : std::to_string(1 + i % 4)});
    }
    const auto    whole = test::count(reading, columns);
    const auto    text = written_by_period(*whole, "month");
    test::Reading asked = reading;
    asked.by("region,touchpoint,touchpoint:region");
    const auto added = test::nothing_counted(asked, columns);
    test::add_counts(*added, text);
    const auto close = [](double a, double b) { return a == Approx(b).epsilon(1e-12).margin(1e-12); };
    for (std::size_t g = 0; g < added->schema.groupings.size(); ++g) {
        for (const auto& [key, tally] : added->tallies.groups(g)) {
            std::vector<std::string> ids;
            for (std::size_t d = 0; d < key.size(); ++d)
                ids.push_back(added->schema.dimensions[added->schema.groupings[g].dimensions[d]].groups->at(key[d]).id);
            const GroupTally* const same = whole->group(g, ids);
            REQUIRE(same != nullptr);
            CHECK(tally.answers == same->answers);
            for (std::size_t i = 0; i < tally.weights.size(); ++i) CHECK(close(tally.weights[i], same->weights[i]));
        }
    }
    const auto& pools = added->layout.pools();
    REQUIRE_FALSE(pools.empty());
    for (std::size_t p = 0; p < pools.size(); ++p) {
        // The groupings of both begin alike, and so do their pools.
        REQUIRE(whole->layout.pools()[p].grouping == pools[p].grouping);
        const auto& all = whole->tallies.groups(pools[p].grouping);
        for (const auto& [key, tally] : added->tallies.groups(pools[p].grouping)) {
            const PooledSums& sums = tally.pooled[p];
            const bool        found = std::any_of(all.begin(), all.end(), [&](const auto& other) {
                const PooledSums& same = other.second.pooled[p];
                return same.responses == sums.responses && same.answers == sums.answers && close(same.a, sums.a) &&
                       close(same.b, sums.b) && close(same.aa, sums.aa) && close(same.ab, sums.ab) &&
                       close(same.bb, sums.bb) && close(same.weight_squared, sums.weight_squared);
            });
            CHECK(sums.responses > 0);
            CHECK(found);
        }
    }
    CHECK(added->account.accepted == 200);
}
