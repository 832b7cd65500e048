#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <cx/base/error.hpp>
#include <support/counting.hpp>

using namespace cx;
using cx::test::count;
using cx::test::Counted;
using cx::test::ExportBuilder;
using cx::test::pair_item;
using cx::test::Reading;
using cx::test::single_item;
using Row = std::vector<std::string>;

namespace {

/// A recommend item, two ratings that are pooled, and a pair, by region, month and both; with weights if wanted.
Reading survey(bool weighted) {
    Reading reading;
    reading.model.columns.touchpoint.clear();
    if (weighted) reading.model.columns.weight = {"w"};
    reading.model.items = {single_item("nps", ItemKind::recommend, {0, 10}), single_item("a", ItemKind::rating, {1, 5}),
                           single_item("b", ItemKind::rating, {1, 5}), pair_item("c", {1, 5})};
    reading.model.items[1].touchpoint = reading.model.items[2].touchpoint = "shop";
    reading.by("region,month,region:month,touchpoint,touchpoint:region");
    return reading;
}

std::vector<Row> rows(std::size_t number) {
    std::mt19937     random(20261031);
    const auto       any = [&random](unsigned most) { return static_cast<int>(random() % (most + 1)); };
    const auto       cell = [&](int low, unsigned more) { return any(9) == 0 ? "" : std::to_string(low + any(more)); };
    std::vector<Row> made;
    for (std::size_t i = 0; i < number; ++i) {
        const int month = 1 + any(4);
        made.push_back({any(9) == 0 ? "" : "r" + std::to_string(any(3)), "2026-0" + std::to_string(month) + "-15",
                        std::to_string(any(400)) + "." + std::to_string(any(9)), cell(0, 11), cell(1, 4), cell(1, 4),
                        cell(1, 4), cell(1, 4),
                        any(19) == 0 ? "r1,2026-01-15,1,9,5,5,5,5,\nr1,2026-01-15,1,9,5,5,5,5,\n"
                                       "r1,2026-01-15,1,9,5,5,5,5,\n"
                                     : "fine"});
    }
    return made;
}

ExportBuilder built(const std::vector<Row>& rows) {
    ExportBuilder builder;
    for (const char* name : {"region", "date", "w", "nps", "a", "b", "c_p", "c_i", "comment"}) builder.column(name);
    for (const Row& row : rows) builder.row(row);
    return builder;
}

/// Every number of the tallies, by grouping and ids of the group.
std::map<std::string, std::vector<double>> figures(const Counted& counted) {
    std::map<std::string, std::vector<double>> all;
    for (std::size_t g = 0; g < counted.schema.groupings.size(); ++g) {
        for (const auto& [key, tally] : counted.tallies.groups(g)) {
            std::string name = counted.schema.groupings[g].name;
            for (std::size_t d = 0; d < key.size(); ++d) {
                const std::size_t dimension = counted.schema.groupings[g].dimensions[d];
                name += "/" + counted.schema.dimensions[dimension].groups->at(key[d]).id;
            }
            std::vector<double>& numbers = all[name];
            numbers.push_back(static_cast<double>(tally.responses));
            for (const auto answers : tally.answers) numbers.push_back(static_cast<double>(answers));
            numbers.insert(numbers.end(), tally.weights.begin(), tally.weights.end());
            numbers.insert(numbers.end(), tally.weights_squared.begin(), tally.weights_squared.end());
            for (const PooledSums& sums : tally.pooled) {
                const auto responses = static_cast<double>(sums.responses), answers = static_cast<double>(sums.answers);
                numbers.insert(numbers.end(),
                               {responses, answers, sums.b, sums.a, sums.aa, sums.ab, sums.bb, sums.weight_squared});
            }
        }
    }
    return all;
}

bool same_bytes(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

int number(const std::string& cell) { return cell.empty() ? -1 : std::stoi(cell); }

} // namespace

TEST_CASE("counts are those of the rows, one by one", "[tally]") {
    const std::vector<Row> data = rows(500);
    const auto             counted = count(survey(true), built(data));
    for (const std::string region : {"", "r0", "r2"}) {
        const GroupTally* tally = region.empty() ? counted->group(0, {}) : counted->group(1, {region});
        REQUIRE(tally != nullptr);
        Distribution     nps(0, 10);
        PairDistribution pair(1, 5);
        std::uint64_t    missing = 0, outside = 0, responses = 0;
        for (const Row& row : data) {
            const double w = std::stod(row[2]);
            if (w == 0 || (!region.empty() && row[0] != region)) continue;
            const Count one{1, w, w * w};
            ++responses;
            if (row[3].empty()) ++missing;
            if (number(row[3]) > 10) ++outside;
            if (number(row[3]) >= 0 && number(row[3]) <= 10) nps.at(number(row[3])) += one;
            if (number(row[6]) > 0 && number(row[7]) > 0) pair.at(number(row[6]), number(row[7])) += one;
        }
        CHECK(tally->responses == responses);
        CHECK(outside > 0);
        CHECK(counted->tallies.no_answers(*tally, 0, NoAnswer::missing) == missing);
        CHECK(counted->tallies.no_answers(*tally, 0, NoAnswer::out_of_scale) == outside);
        CHECK(counted->tallies.distribution(*tally, 0).points == nps.points);
        CHECK(counted->tallies.pair(*tally, 3).cells == pair.cells);
    }
}

TEST_CASE("pooled sums are those of a direct computation", "[tally]") {
    const std::vector<Row> data = rows(400);
    const auto             counted = count(survey(true), built(data));
    const auto&            pools = counted->layout.pools();
    const auto             pool = std::find_if(pools.begin(), pools.end(), [](const Pool& p) {
        return p.grouping == 5 && p.coding == Coding::point && p.value == PooledValue::coding;
    });
    REQUIRE(pool != pools.end());
    PooledSums direct;
    for (const Row& row : data) {
        const double w = std::stod(row[2]);
        if (row[0] != "r1" || w == 0) continue;
        double a = 0, b = 0;
        for (const int answer : {number(row[4]), number(row[5])}) {
            if (answer > 0) a += answer;
            if (answer > 0) b += 1;
        }
        if (b > 0)
            direct += {
                1, static_cast<std::uint64_t>(b), w * b, w * a, w * w * a * a, w * w * a * b, w * w * b * b, w * w * b};
    }
    const GroupTally* tally = counted->group(5, {"r1"});
    REQUIRE(tally != nullptr);
    const PooledSums& sums = tally->pooled[static_cast<std::size_t>(pool - pools.begin())];
    CHECK(sums.responses == direct.responses);
    CHECK(sums.answers == direct.answers);
    CHECK(sums.a == Approx(direct.a).epsilon(1e-12));
    CHECK(sums.b == Approx(direct.b).epsilon(1e-12));
    CHECK(sums.aa == Approx(direct.aa).epsilon(1e-12));
    CHECK(sums.ab == Approx(direct.ab).epsilon(1e-12));
    CHECK(sums.bb == Approx(direct.bb).epsilon(1e-12));
    CHECK(sums.weight_squared == Approx(direct.weight_squared).epsilon(1e-12));
}

TEST_CASE("on any number of threads the tallies have the same bytes", "[tally][threads]") {
    const ExportBuilder builder = built(rows(600));
    for (const bool weighted : {false, true}) {
        Reading reading = survey(weighted);
        for (const std::size_t piece : {64U, 500U}) {
            reading.options.piece_size = piece;
            reading.threads = 1;
            const auto one = figures(*count(reading, builder));
            CHECK(one.at("all").front() > 500);
            for (const unsigned threads : {2U, 8U}) {
                reading.threads = threads;
                const auto several = figures(*count(reading, builder));
                INFO(threads << " threads, pieces of " << piece);
                REQUIRE(several.size() == one.size());
                for (const auto& [name, numbers] : one) {
                    INFO(name);
                    CHECK(same_bytes(several.at(name), numbers));
                }
            }
        }
    }
}

TEST_CASE("rows in another order are counted alike, weights to 1e-12", "[tally]") {
    std::vector<Row> data = rows(600);
    for (const bool weighted : {false, true}) {
        const auto before = figures(*count(survey(weighted), built(data)));
        std::shuffle(data.begin(), data.end(), std::mt19937(7));
        const auto after = figures(*count(survey(weighted), built(data)));
        REQUIRE(after.size() == before.size());
        for (const auto& [name, numbers] : before) {
            INFO(name);
            if (!weighted) CHECK(after.at(name) == numbers);
            double furthest = 0;
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                const double distance = std::abs(after.at(name)[i] - numbers[i]);
                furthest = std::max(furthest, distance / std::max(1.0, std::abs(numbers[i])));
            }
            CHECK(furthest <= 1e-12);
        }
    }
}

TEST_CASE("without weights a count weighs what it counts", "[tally]") {
    const auto         counted = count(survey(false), built(rows(50)));
    const Distribution nps = counted->tallies.distribution(*counted->group(0, {}), 0);
    CHECK_FALSE(counted->tallies.weighted());
    for (const Count& point : nps.points) {
        CHECK(point.weight == static_cast<double>(point.answers));
        CHECK(point.weight_squared == static_cast<double>(point.answers));
    }
}

TEST_CASE("weights of 1 count what no weights count", "[tally]") {
    std::vector<Row> data = rows(200);
    for (Row& row : data) row[2] = "1";
    const auto weighted = count(survey(true), built(data)), plain = count(survey(false), built(data));
    for (const auto& [key, tally] : plain->tallies.groups(3)) {
        std::vector<std::string> ids;
        for (std::size_t d = 0; d < 2; ++d) ids.push_back(plain->schema.dimensions[d].groups->at(key[d]).id);
        const GroupTally* other = weighted->group(3, ids);
        REQUIRE(other != nullptr);
        CHECK(weighted->tallies.distribution(*other, 0).points == plain->tallies.distribution(tally, 0).points);
        CHECK(weighted->tallies.pair(*other, 3).cells == plain->tallies.pair(tally, 3).cells);
    }
}

TEST_CASE("all is there though nobody answered; other groups are not", "[tally]") {
    const auto counted = count(survey(true), built({}));
    REQUIRE(counted->group(0, {}) != nullptr);
    CHECK(counted->group(0, {})->responses == 0);
    CHECK(counted->tallies.distribution(*counted->group(0, {}), 0).total() == Count{});
    CHECK(counted->tallies.groups(1).empty());
    CHECK(counted->tallies.groups(3).empty());
    CHECK(counted->tallies.groups(4).size() == 1); // touchpoints of questions: all responses
}

TEST_CASE("a crossing counts its groups, and too many are refused", "[tally]") {
    Reading reading = survey(false);
    reading.by("region:month").request.most_groups = 4;
    std::vector<Row> data;
    for (const char* region : {"n", "s"}) {
        for (const char* day : {"2026-01-01", "2026-02-01"}) data.push_back({region, day, "1", "9"});
    }
    CHECK(count(reading, built(data))->tallies.groups(1).size() == 4);
    data.push_back({"n", "2026-03-01", "1", "9"});
    std::string told;
    try {
        (void)count(reading, built(data));
    } catch (const Error& error) {
        told = error.what();
    }
    CHECK(told.find("region:month has more than 4 groups") != std::string::npos);
    CHECK(told.find("--max-groups") != std::string::npos);
}

TEST_CASE("a response that lacks one of a crossing's groups is in none of it", "[tally]") {
    Reading reading = survey(false);
    reading.by("region:month");
    const auto counted = count(reading, built({{"n", "2026-01-01", "1", "9"},
                                               {"", "2026-01-01", "1", "8"},
                                               {"n", "", "1", "7"},
                                               {"n", "2026-01-01", "1", "6"}}));
    CHECK(counted->group(0, {})->responses == 4);
    CHECK(counted->tallies.groups(1).size() == 1);
    CHECK(counted->group(1, {"n", "2026-01"})->responses == 2);
}

TEST_CASE("texts that only looked like rows are no groups", "[tally][threads]") {
    // Within quotation marks there are rows of the right width, which a piece that begins there takes for such.
    std::string inside;
    for (int i = 0; i < 40; ++i) inside += "ghost" + std::to_string(i) + ",2026-01-01,1,9,5,5,5,5,x\n";
    std::vector<Row> data;
    for (int i = 0; i < 12; ++i) {
        data.push_back({i % 2 == 0 ? "n" : "s", "2026-01-01", "1", "9", "5", "5", "5", "5", inside});
    }
    Reading reading = survey(true);
    reading.by("region").request.most_groups = 2;
    for (const bool unique : {false, true}) {
        reading.request.unique = unique;
        reading.model.columns.response = {"comment"};
        for (const unsigned threads : {1U, 3U}) {
            reading.threads = threads;
            reading.options.piece_size = 300;
            const auto counted = count(reading, built(data));
            CHECK(counted->account.rows() == 12);
            CHECK(counted->tallies.groups(1).size() == (unique ? 1 : 2));
            CHECK(counted->group(1, {"n"})->responses == (unique ? 1 : 6));
        }
    }
    data.push_back({"w", "2026-01-01", "1", "9", "", "", "", "", "other"});
    CHECK(count(reading, built(data))->tallies.groups(1).size() == 2);
    reading.request.unique = false;
    CHECK_THROWS_AS(count(reading, built(data)), Error);
}
