#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <cx/statistics/group_order.hpp>
#include <support/counting.hpp>

using namespace cx;
using cx::test::count;
using cx::test::Counted;
using cx::test::feedback;
using cx::test::Reading;
using Texts = std::vector<std::string>;

namespace {

Texts ids(const Counted& counted, std::size_t grouping) {
    Texts all;
    for (const ShownGroup& group : shown_groups(counted.tallies, grouping)) {
        all.push_back(joined_ids(counted.schema, counted.schema.groupings[grouping], group.key));
    }
    return all;
}

} // namespace

TEST_CASE("digits are ordered by the number they write", "[statistics][order]") {
    const Texts ordered = {"",  "007",    "7",        "7a",        "8",           "10", "100000000000000000000",
                           "A", "Region", "Region 2", "Region 10", "Region 10 b", "a",  "\xC3\xA4"};
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        for (std::size_t j = 0; j < ordered.size(); ++j) {
            INFO(ordered[i] << " / " << ordered[j]);
            CHECK(natural_less(ordered[i], ordered[j]) == (i < j));
        }
    }
}

TEST_CASE("groups come in the model's order, strangers behind, whatever order they are met in", "[statistics][order]") {
    Texts where = {"Fax 10", "phone", "Fax 9", "shop", "", "store"};
    for (int turn = 0; turn < 3; ++turn) {
        auto builder = feedback();
        for (const std::string& value : where) builder.row({value, "9", "2026-10-30"});
        const auto counted = count(Reading().by("touchpoint,stage,channel"), builder);
        CHECK(ids(*counted, 1) == Texts{"shop", "store", "phone", "Fax 9", "Fax 10"});
        CHECK(ids(*counted, 2) == Texts{"buy", "use"});
        CHECK(ids(*counted, 3) == Texts{"digital", "person"});
        std::rotate(where.begin(), where.begin() + 1, where.end());
    }
}

TEST_CASE("periods come in time's order, crossings part by part", "[statistics][order]") {
    const auto counted = count(Reading().by("month,month:touchpoint"), feedback()
                                                                           .row({"store", "9", "2026-02-01"})
                                                                           .row({"shop", "9", "2026-02-01"})
                                                                           .row({"store", "9", "2025-12-01"})
                                                                           .row({"store", "9", "999-01-01"}));
    CHECK(ids(*counted, 1) == Texts{"2025-12", "2026-02"});
    CHECK(ids(*counted, 2) == Texts{"2025-12:store", "2026-02:shop", "2026-02:store"});
    CHECK(joined_names(counted->schema, counted->schema.groupings[2], shown_groups(counted->tallies, 2)[1].key) ==
          "2026-02:Web shop");
    CHECK(ids(*counted, 0) == Texts{""});
}

TEST_CASE("a touchpoint of two owners counts for both", "[statistics][order]") {
    Reading reading = Reading().by("owner,owner:month");
    reading.model.touchpoints[0].owners = {"Ann", "Ben"};
    reading.model.touchpoints[1].owners = {"Ben"};
    const auto counted = count(reading, feedback()
                                            .row({"shop", "9", "2026-02-01"})
                                            .row({"store", "9", "2026-02-01"})
                                            .row({"phone", "9", "2026-02-01"}));
    CHECK(ids(*counted, 1) == Texts{"Ann", "Ben"});
    const auto groups = shown_groups(counted->tallies, 1);
    CHECK(groups[0].parts.size() == 1);
    CHECK(groups[1].parts.size() == 2);
    CHECK(ids(*counted, 2) == Texts{"Ann:2026-02", "Ben:2026-02"});
    CHECK(overlaps(counted->schema, counted->schema.groupings[1]));
    CHECK_FALSE(overlaps(counted->schema, counted->schema.groupings[0]));
}
