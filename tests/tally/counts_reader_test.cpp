#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <cx/base/error.hpp>
#include <cx/model/made_items.hpp>
#include <support/counts_files.hpp>

using namespace cx;
using Catch::Contains;
using test::counts_file;

namespace {

const std::string accepted = ",all,,,rows,accepted,,9,9,9\n";

/// Feedback by touchpoint and month, with a pair beside it, and weights if wanted.
test::Reading asked(bool weighted = false) {
    test::Reading reading;
    if (weighted) reading.model.columns.weight = {"w"};
    reading.model.items.push_back(test::pair_item("c", {1, 5}));
    reading.by("touchpoint,month,touchpoint:month");
    return reading;
}

test::ExportBuilder columns() { return test::feedback().column("c_p").column("c_i").column("w"); }

/// What adding a file of these records says is wrong.
std::string fault(const std::string& records, bool weighted = false, const CountsLimits& limits = {}) {
    const auto counted = test::nothing_counted(asked(weighted), columns());
    return test::fault_in(*counted, counts_file(records), limits);
}

std::vector<std::vector<std::string>> survey() {
    std::vector<std::vector<std::string>> rows;
    const std::vector<std::string> where{"store", "Web shop", "phone", "Kiosk, \"north\"", "=1+1", "", "käsi: 10|30\\"};
    for (unsigned i = 0; i < 640; ++i) {
        const auto point = [i](unsigned step, unsigned from, unsigned size) {
            return (i * step) % 11 == 3 ? std::string() : std::to_string(from + (i * step) % size);
        };
        rows.push_back({where[i % where.size()], point(7, 0, 11), "2026-0" + std::to_string(1 + i % 9) + "-15",
                        point(5, 1, 5), point(3, 1, 5), std::to_string(i % 5) + ".3"});
    }
    return rows;
}

} // namespace

TEST_CASE("parts counted apart and added are the whole") {
    for (const bool weighted : {false, true}) {
        const auto rows = survey();
        auto       all = columns();
        for (const auto& row : rows) all.row(row);
        const auto whole = test::count(asked(weighted), all);
        const auto added = test::nothing_counted(asked(weighted), columns());
        for (std::size_t part = 0; part < 64; ++part) {
            auto some = columns();
            for (std::size_t i = part; i < rows.size(); i += 64) some.row(rows[i]);
            test::add_counts(*added, test::written(*test::count(asked(weighted), some)));
        }
        CHECK(added->account.accepted == whole->account.accepted);
        CHECK(added->account.foreign_rows == whole->account.foreign_rows);
        CHECK(added->account.foreign_touchpoints == whole->account.foreign_touchpoints);
        CHECK(added->account.ungrouped == whole->account.ungrouped);
        CHECK(added->account.last_day == whole->account.last_day);
        if (!weighted) CHECK(test::written(*added) == test::written(*whole));
        for (std::size_t g = 0; g < whole->schema.groupings.size(); ++g) {
            REQUIRE(added->tallies.groups(g).size() == whole->tallies.groups(g).size());
            for (const auto& [key, tally] : whole->tallies.groups(g)) {
                std::vector<std::string> ids;
                for (std::size_t d = 0; d < key.size(); ++d)
                    ids.push_back(
                        whole->schema.dimensions[whole->schema.groupings[g].dimensions[d]].groups->at(key[d]).id);
                const GroupTally* const same = added->group(g, ids);
                REQUIRE(same != nullptr);
                CHECK(same->responses == tally.responses);
                for (std::size_t i = 0; i < tally.answers.size(); ++i) {
                    CHECK(same->answers[i] == tally.answers[i]);
                    if (!weighted) continue;
                    CHECK(same->weights[i] == Approx(tally.weights[i]).epsilon(1e-12));
                    CHECK(same->weights_squared[i] == Approx(tally.weights_squared[i]).epsilon(1e-12));
                }
            }
        }
    }
}

TEST_CASE("what the model lacks is refused with its place") {
    CHECK(fault(accepted).empty());
    CHECK_THAT(fault(accepted + ",all,,npss,answer,9,,1,1,1\n"),
               Contains("counts.csv:3, column item: the model has no item 'npss'; did you mean 'nps'?"));
    CHECK_THAT(fault(accepted + ",all,,nps,answer,11,,1,1,1\n"),
               Contains("column point: '11' is no point of item 'nps'"));
    CHECK_THAT(fault(accepted + ",all,,nps,answer,9.0,,1,1,1\n"), Contains("'9.0' is no whole number"));
    CHECK_THAT(fault(accepted + ",all,,nps,answer,,,1,1,1\n"), Contains("column point: is blank"));
    CHECK_THAT(fault(accepted + ",all,,nps,answer,9,1,1,1,1\n"), Contains("the item is no pair"));
    CHECK_THAT(fault(accepted + ",all,,c,answer,1,6,1,1,1\n"), Contains("column paired_point: '6' is no point"));
    CHECK_THAT(fault(accepted + ",all,,c,missing,,,1,1,1\n"), Contains("it is performance or importance"));
    CHECK_THAT(fault(accepted + ",all,,nps,missing,9,,1,1,1\n"), Contains("is no side of the item"));
    CHECK_THAT(fault(accepted + ",month,2026-13,nps,answer,9,,1,1,1\n"),
               Contains("'2026-13' is no month of the model"));
    CHECK_THAT(fault(accepted + ",touchpoint:month,store,nps,answer,9,,1,1,1\n"),
               Contains("is no group of this dimension"));
    CHECK_THAT(fault(accepted + ",all,store,nps,answer,9,,1,1,1\n"), Contains("is no group of this dimension"));
    CHECK_THAT(fault(accepted + ",all,,promise,kept,1,,1,1,1\n"), Contains("has no promise 'promise' with a minimum"));
    CHECK_THAT(fault(accepted + ",all,,,basics,1,,1,1,1\n"), Contains("no basic need with a threshold"));
    CHECK_THAT(fault(accepted + ",all,,,rows,lost,,1,1,1\n"), Contains("'lost' is no outcome of a row"));
    CHECK_THAT(fault(accepted + ",day,tomorrow,,rows,last,,1,1,1\n"), Contains("'tomorrow' is no day"));
    CHECK_THAT(fault(",all,,nps,answer,9,,1,1,1\n"), Contains("does not tell how many rows were accepted"));
}

TEST_CASE("weights must be those of so many answers") {
    CHECK(fault(accepted + ",all,,nps,answer,9,,4,3.5,3.25\n", true).empty());
    CHECK_THAT(fault(accepted + ",all,,nps,answer,9,,4,3.5,3.25\n"), Contains("the model names no weight"));
    CHECK_THAT(fault(accepted + ",all,,nps,answer,9,,4,-4,4\n", true), Contains("is below 0"));
    CHECK_THAT(fault(accepted + ",all,,nps,answer,9,,4,3.5,2\n", true), Contains("4 answers cannot have weights"));
    CHECK_THAT(fault(accepted + ",all,,nps,answer,9,,4,3.5,13\n", true), Contains("4 answers cannot have weights"));
    CHECK_THAT(fault(accepted + ",all,,nps,answer,9,,4,0,0\n", true), Contains("4 answers cannot have weights"));
    CHECK_THAT(fault(accepted + ",all,,nps,answer,9,,0,1,1\n", true), Contains("0 answers cannot have weights"));
}

TEST_CASE("sums that overflow are refused") {
    const std::string most = ",all,,nps,answer,9,,9007199254740992,9007199254740992,9007199254740992\n";
    CHECK(fault(accepted + most).empty());
    CHECK_THAT(fault(accepted + most + ",all,,nps,answer,9,,1,1,1\n"),
               Contains("counts.csv:4, column answers: makes the sum"));
    CHECK_THAT(fault(",all,,,rows,accepted,,9007199254740992,1,1\n" + accepted), Contains("makes the sum"));
}

TEST_CASE("dates take whole periods") {
    const auto at = [](const char* from, const char* to) {
        CountsLimits limits;
        if (*from != '\0') limits.from = parse_iso_day(from);
        if (*to != '\0') limits.to = parse_iso_day(to);
        return limits;
    };
    const std::string file = counts_file(",day,2026-11-20,,rows,last,,1,1,1\n"
                                         ",all,,,rows,accepted,,1,1,1\n,all,,nps,answer,1,,1,1,1\n"
                                         "2026-09,all,,,rows,accepted,,2,2,2\n2026-09,all,,nps,answer,2,,2,2,2\n"
                                         "2026-10,all,,,rows,accepted,,3,3,3\n2026-10,all,,nps,answer,3,,3,3,3\n"
                                         "2026-11,all,,,rows,accepted,,4,4,4\n2026-11,all,,nps,answer,4,,4,4,4\n");
    const auto        counted = test::nothing_counted(asked(), columns());
    const auto        read = test::add_counts(*counted, file, at("2026-10-01", "2026-10-31"));
    CHECK(read.account.accepted == 3);
    CHECK(read.account.filtered == 7);
    CHECK(read.account.last_day == parse_iso_day("2026-10-31"));
    REQUIRE(read.account.reasons.size() == 2);
    CHECK(read.account.reasons[0].text == "no readable date");
    CHECK(read.account.reasons[0].rows == 1);
    CHECK(read.account.reasons[1].text == "outside the dates asked for");
    CHECK(read.account.reasons[1].rows == 6);
    const auto answers = counted->tallies.distribution(counted->tallies.groups(0).at({}), 0);
    CHECK(answers.total().answers == 3);
    CHECK(answers.at(3).answers == 3);
    const auto all = test::nothing_counted(asked(), columns());
    CHECK(test::add_counts(*all, file).account.accepted == 10);
    CHECK(test::fault_in(*all, file, at("2026-10-02", "")).find("--from 2026-10-02 cuts the period 2026-10") !=
          std::string::npos);
    CHECK(test::fault_in(*all, file, at("", "2026-11-29")).find("--to 2026-11-29 cuts the period 2026-11") !=
          std::string::npos);
    CHECK(test::fault_in(*all, file, at("2026-10-01", "")).empty());
    CHECK_THAT(fault(accepted, false, at("2026-10-01", "")), Contains("has no periods"));
    CHECK_THAT(fault("2026-10,all,,,rows,accepted,,1,1,1\n2026-W40,all,,,rows,accepted,,1,1,1\n"),
               Contains("counts.csv:3, column period: '2026-W40' is a period of another kind"));
    CHECK_THAT(fault("soon,all,,,rows,accepted,,1,1,1\n"), Contains("'soon' is no period"));
}

TEST_CASE("rows without a date or a weight are told of the dates asked for") {
    const std::string file = counts_file(",all,,,rows,undated,,1,1,1\n,all,,,rows,accepted,,1,1,1\n"
                                         "2026-09,all,,,rows,accepted,,2,2,2\n2026-09,all,,,rows,weightless,,2,2,2\n"
                                         "2026-10,all,,,rows,accepted,,3,3,3\n2026-10,all,,,rows,weightless,,1,1,1\n");
    CountsLimits      limits;
    limits.from = parse_iso_day("2026-10-01");
    const auto some = test::add_counts(*test::nothing_counted(asked(true), columns()), file, limits);
    CHECK(some.account.undated == 0);
    CHECK(some.account.zero_weights == 1);
    const auto all = test::add_counts(*test::nothing_counted(asked(true), columns()), file);
    CHECK(all.account.undated == 1);
    CHECK(all.account.zero_weights == 3);
    CHECK_THAT(fault(accepted + ",all,,,rows,weightless,,10,10,10\n"),
               Contains("tells 10 rows weightless, and 9 rows accepted"));
    CHECK_THAT(fault(accepted + ",all,,,rows,undated,,10,10,10\n"),
               Contains("tells 10 rows undated, and 9 rows accepted"));
}

TEST_CASE("a file tells with which models it was counted") {
    const auto counted = test::nothing_counted(asked(), columns());
    const auto read = test::add_counts(*counted, counts_file(",model,ab12,,rows,counted_with,,1,1,1\n"
                                                             ",model,cd34,,rows,counted_with,,1,1,1\n" +
                                                             accepted));
    CHECK(read.models == std::set<std::string>{"ab12", "cd34"});
    CHECK(read.dimensions == std::set<std::string>{"all"});
}

TEST_CASE("a file tells with which filters it was counted, of which exports, and by periods") {
    const auto read_of = [](const std::string& records) {
        return test::add_counts(*test::nothing_counted(asked(), columns()), counts_file(records));
    };
    const auto read = read_of(",filter,\"plan=pro,free\",,rows,counted_where,,1,1,1\n"
                              ",filter,,,rows,counted_where,,1,1,1\n,source,s.csv,,rows,counted_from,,1,1,1\n" +
                              accepted);
    CHECK(read.filters == std::set<std::string>{"", "plan=pro,free"});
    CHECK(read.sources == std::set<std::string>{"s.csv"});
    CHECK(read.dimensions == std::set<std::string>{"all"});
    CHECK_FALSE(read.periods);
    CHECK(read_of("2026-10" + accepted).periods == PeriodKind::month);
    const auto plain = read_of(accepted);
    CHECK(plain.filters.empty());
    CHECK(plain.bytes_digest != read.bytes_digest);
    CHECK(plain.all_digest == read.all_digest);
    CHECK(plain.all_digest != read_of(accepted + ",all,,nps,answer,9,,1,1,1\n").all_digest);
}

TEST_CASE("a file tells which dimensions it has") {
    const auto        counted = test::nothing_counted(asked(), columns());
    CountsReader      reader(counted->tallies);
    const std::string file =
        counts_file(accepted + ",touchpoint,,,rows,accepted,,0,0,0\n,plan,pro,nps,answer,9,,1,1,1\n");
    const auto read = reader.read("counts.csv", test::bytes_of(file), {});
    CHECK(read.dimensions == std::set<std::string>{"all", "plan", "touchpoint"});
    CHECK(reader.lacking(read.dimensions) == std::vector<std::size_t>{2, 3});
    CHECK(reader.dimension_of(3) == "touchpoint:month");
}

TEST_CASE("no more groups than allowed are made") {
    auto reading = asked();
    reading.request.most_groups = 3;
    const auto  counted = test::nothing_counted(reading, columns());
    std::string records = accepted;
    for (int i = 0; i < 5; ++i) records += ",touchpoint,kiosk" + std::to_string(i) + ",nps,answer,9,,1,1,1\n";
    CHECK_THAT(test::fault_in(*counted, counts_file(records)), Contains("more than 3 groups"));
}
