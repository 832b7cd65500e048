#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <cx/statistics/group_order.hpp>
#include <cx/statistics/printed_tables.hpp>
#include <support/counting.hpp>

using namespace cx;
using cx::test::count;
using cx::test::Counted;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::Reading;
using Texts = std::vector<std::string>;

namespace {

constexpr int minimum = 5;

/// One kind of response: all that decides which groups it is in.
struct Kind {
    std::string touchpoint, region, date;
    int         answers = 0;
};

/// The shop is a seam: two own it.
MeasurementModel owned_model() {
    MeasurementModel model = test::feedback_model();
    model.touchpoints[0].owners = {"Ann", "Ben"};
    model.touchpoints[1].owners = {"Ben"};
    model.touchpoints[2].owners = {"Cee"};
    return model;
}

std::string group_of(const Kind& kind, const std::string& dimension);

/// The groups of a kind in a dimension; none where it has none.
Texts groups_of(const Kind& kind, const std::string& dimension) {
    if (dimension == "owner") {
        const MeasurementModel model = owned_model();
        const Touchpoint*      touchpoint = find_touchpoint(model, kind.touchpoint);
        return touchpoint == nullptr ? Texts{} : touchpoint->owners;
    }
    const std::string group = group_of(kind, dimension);
    return group.empty() ? Texts{} : Texts{group};
}

/// The group of a kind in a dimension whose groups do not overlap; empty where it has none.
std::string group_of(const Kind& kind, const std::string& dimension) {
    static const std::map<std::string, std::array<std::string, 2>> model = {
        {"shop", {"buy", "digital"}}, {"store", {"buy", "person"}}, {"phone", {"use", "person"}}};
    if (dimension == "touchpoint") return kind.touchpoint;
    if (dimension == "region") return kind.region;
    if (dimension == "stage" || dimension == "channel") {
        const auto known = model.find(kind.touchpoint);
        return known == model.end() ? "" : known->second.at(dimension == "stage" ? 0 : 1);
    }
    const auto period = parse_period_kind(dimension);
    const auto day = parse_iso_day(kind.date);
    return period && day ? to_string(period_of(*day, *period)) : "";
}

Texts groups_in(const Kind& kind, const ResolvedGrouping& grouping, const Schema& schema) {
    Texts joined{""};
    for (const std::size_t dimension : grouping.dimensions) {
        Texts longer;
        for (const std::string& so_far : joined) {
            for (const std::string& group : groups_of(kind, schema.dimensions[dimension].name.name)) {
                longer.push_back(so_far + (so_far.empty() ? "" : ":") + group);
            }
        }
        joined = std::move(longer);
    }
    return joined;
}

/// Linear equations modulo a prime, kept reduced: tells whether another one follows from them.
class Equations {
  public:
    bool follows(std::vector<std::int64_t> equation) const { return !reduce(equation); }
    void add(std::vector<std::int64_t> equation) {
        if (const auto pivot = reduce(equation)) rows_[*pivot] = std::move(equation);
    }

  private:
    static constexpr std::int64_t prime = 1'000'003;

    std::optional<std::size_t> reduce(std::vector<std::int64_t>& equation) const {
        for (std::size_t i = 0; i < equation.size(); ++i) {
            if (equation[i] == 0) continue;
            const auto row = rows_.find(i);
            if (row == rows_.end()) {
                scale(equation, inverse(equation[i]));
                return i;
            }
            const std::int64_t factor = equation[i];
            for (std::size_t j = i; j < equation.size(); ++j) {
                equation[j] = ((equation[j] - factor * row->second[j]) % prime + prime) % prime;
            }
        }
        return std::nullopt;
    }
    static void scale(std::vector<std::int64_t>& equation, std::int64_t factor) {
        for (std::int64_t& value : equation) value = value * factor % prime;
    }
    static std::int64_t inverse(std::int64_t value) {
        std::int64_t result = 1;
        for (std::int64_t power = prime - 2; power > 0; power /= 2) {
            if (power % 2 == 1) result = result * value % prime;
            value = value * value % prime;
        }
        return result;
    }
    std::map<std::size_t, std::vector<std::int64_t>> rows_;
};

/// A run's printed numbers of answers, and who may know what.
class Printed {
  public:
    Printed(const std::string& by, const std::vector<Kind>& kinds) : kinds_(kinds) {
        ExportBuilder builder = feedback().column("region");
        for (const Kind& kind : kinds) {
            builder.rows(static_cast<std::size_t>(kind.answers), {kind.touchpoint, "9", kind.date, kind.region});
        }
        Reading reading;
        reading.model = owned_model();
        counted_ = count(reading.by(by), builder);
        withheld_ = withheld_groups(counted_->tallies, 0, Side::single, minimum);
        for (std::size_t g = 0; g < counted_->schema.groupings.size(); ++g) {
            if (!counted_->schema.groupings[g].unseen) collect(g);
        }
    }

    /// Groups below the minimum that are shown, and hidden ones that follow from what is shown, as `dimension group`.
    [[nodiscard]] Texts leaks() const {
        std::set<std::size_t> zeros; // kinds of which there can be none: their group is shown as empty
        for (const Cell& cell : cells_) {
            if (!cell.hidden && cell.n == 0) zeros.insert(cell.kinds.begin(), cell.kinds.end());
        }
        const auto equation = [&](const Cell& cell) {
            std::vector<std::int64_t> made(kinds_.size());
            for (const std::size_t kind : cell.kinds) made[kind] = zeros.count(kind) == 0 ? 1 : 0;
            return made;
        };
        Equations shown;
        Texts     found;
        for (const Cell& cell : cells_) {
            if (!cell.hidden) shown.add(equation(cell));
            if (!cell.hidden && cell.n > 0 && cell.n < minimum) found.push_back(cell.name);
        }
        for (const Cell& cell : cells_) {
            if (cell.hidden && shown.follows(equation(cell))) found.push_back(cell.name);
        }
        return found;
    }
    [[nodiscard]] Texts hidden() const {
        Texts names;
        for (const Cell& cell : cells_) {
            if (cell.hidden) names.push_back(cell.name);
        }
        return names;
    }
    [[nodiscard]] std::size_t shown() const { return cells_.size() - hidden().size(); }

  private:
    struct Cell {
        std::string              name;
        std::vector<std::size_t> kinds;
        int                      n = 0;
        bool                     hidden = false;
    };

    void collect(std::size_t g) {
        const ResolvedGrouping&     grouping = counted_->schema.groupings[g];
        std::map<std::string, Cell> cells; // also those in which nobody is: a reader sees that they are missing
        for (std::size_t k = 0; k < kinds_.size(); ++k) {
            for (const std::string& group : groups_in(kinds_[k], grouping, counted_->schema)) {
                Cell& cell = cells[group];
                cell.name = grouping.name + " " + group;
                cell.kinds.push_back(k);
                cell.n += kinds_[k].answers;
            }
        }
        for (std::size_t place = 0; place < withheld_[g].size(); ++place) {
            cells.at(joined_ids(counted_->schema, grouping, withheld_[g].key(place))).hidden = withheld_[g][place];
        }
        for (auto& [group, cell] : cells) cells_.push_back(std::move(cell));
    }

    std::vector<Kind>        kinds_;
    std::unique_ptr<Counted> counted_;
    WithheldGroups           withheld_;
    std::vector<Cell>        cells_;
};

std::vector<Kind> random_kinds(unsigned seed, bool blanks) {
    std::mt19937      random(seed);
    std::vector<Kind> kinds;
    Texts             touchpoints = {"shop", "store", "phone", "Fax"}, regions = {"north", "south"};
    Texts             dates = {"2026-01-10", "2026-02-10", "2026-04-10", "2026-05-10"};
    if (blanks) touchpoints.emplace_back();
    if (blanks) dates.emplace_back();
    for (const std::string& touchpoint : touchpoints) {
        for (const std::string& region : regions) {
            for (const std::string& date : dates) {
                const unsigned draw = static_cast<unsigned>(random()) % 10;
                const int      answers = draw < 2   ? 0
                                         : draw < 4 ? 1 + static_cast<int>(random() % 4)
                                                    : 5 + static_cast<int>(random() % 20);
                kinds.push_back({touchpoint, region, date, answers});
            }
        }
    }
    return kinds;
}

} // namespace

TEST_CASE("the next smallest group is withheld too, the first by id of equal ones", "[statistics][withholding]") {
    std::vector<Kind> kinds = {{"", "d", "", 3}, {"", "c", "", 7}, {"", "b", "", 9}, {"", "a", "", 7}};
    for (int turn = 0; turn < 4; ++turn) {
        CHECK(Printed("region", kinds).hidden() == Texts{"region a", "region d"});
        std::rotate(kinds.begin(), kinds.begin() + 1, kinds.end());
    }
}

TEST_CASE("answers without a group do not hide what a difference tells", "[statistics][withholding]") {
    // b's value and its difference from the rest would tell a's, whatever is in no group.
    CHECK(Printed("region", {{"", "a", "", 3}, {"", "b", "", 9}, {"", "", "", 2}}).hidden() ==
          Texts{"region a", "region b"});
    CHECK(Printed("region", {{"", "a", "", 5}, {"", "b", "", 9}, {"", "", "", 2}}).hidden().empty());
    CHECK(Printed("region", {{"", "a", "", 5}, {"", "b", "", 9}}).hidden().empty());
}

TEST_CASE("a stage is the sum of its touchpoints, and withheld where it gives one away", "[statistics][withholding]") {
    // Of the stage buy only the store is small: shop is withheld with it, though phone is smaller.
    const std::vector<Kind> kinds = {{"shop", "", "", 20}, {"store", "", "", 3}, {"phone", "", "", 8}};
    const Printed           both("touchpoint,stage", kinds);
    CHECK(both.leaks().empty());
    CHECK(both.hidden() == Texts{"touchpoint shop", "touchpoint store"});
    CHECK(Printed("touchpoint", kinds).hidden() == Texts{"touchpoint phone", "touchpoint store"});
}

TEST_CASE("a column of stages is not taken for the touchpoints' sum", "[statistics][withholding]") {
    Reading reading;
    reading.model.columns.stage = {"phase"};
    ExportBuilder builder = feedback().column("phase");
    builder.rows(20, {"shop", "9", "", "buy"}).rows(3, {"store", "9", "", "use"}).rows(8, {"phone", "9", "", "use"});
    const auto counted = count(reading.by("touchpoint,stage"), builder);
    const auto hidden = withheld_groups(counted->tallies, 0, Side::single, minimum);
    REQUIRE(hidden[1].size() == 3);
    CHECK(hidden[1][0] + hidden[1][1] + hidden[1][2] == 2);
    REQUIRE(hidden[2].size() == 2);
    CHECK_FALSE(hidden[2][0]);
    CHECK_FALSE(hidden[2][1]);
}

TEST_CASE("an owner's answers are those of the touchpoints, and withheld where they tell one",
          "[statistics][withholding]") {
    // All less those of Ben and Cee are nothing; Ben's less those of the store would be the shop's, which are Ann's.
    const std::vector<Kind> kinds = {{"shop", "", "", 3}, {"store", "", "", 20}, {"phone", "", "", 30}};
    const Printed           owners("owner", kinds);
    const Texts             hidden = owners.hidden();
    CHECK(owners.leaks().empty());
    CHECK(std::count(hidden.begin(), hidden.end(), "owner Ann") == 1);
    CHECK(owners.shown() > 1);
    CHECK(Printed("owner", {{"shop", "", "", 9}, {"store", "", "", 20}, {"phone", "", "", 30}}).hidden().empty());
}

TEST_CASE("two crossings that share a margin give nothing away", "[statistics][withholding]") {
    // Each month's answers are in both tables, though no table has the months.
    std::vector<Kind> kinds = {{"shop", "", "2026-01-10", 3},   {"store", "", "2026-01-10", 40},
                               {"phone", "", "2026-01-10", 30}, {"shop", "", "2026-02-10", 9},
                               {"store", "", "2026-02-10", 7},  {"phone", "", "2026-02-10", 30}};
    for (std::size_t i = 0, parts = kinds.size(); i < parts; ++i) { // every touchpoint is in both regions in each month
        Kind south = kinds[i];
        south.region = "south";
        south.answers = kinds[i].answers / 2;
        kinds[i].region = "north";
        kinds[i].answers -= south.answers;
        kinds.push_back(south);
    }
    CHECK(Printed("touchpoint:month,channel:month", kinds).leaks().empty());
    const Printed regions("touchpoint:month,region:month", kinds);
    CHECK(regions.leaks().empty());
    CHECK(regions.shown() > 1);
    const Printed quarters("month,touchpoint:quarter", {{"shop", "", "2026-01-10", 3},
                                                        {"shop", "", "2026-02-10", 30},
                                                        {"phone", "", "2026-04-10", 6},
                                                        {"phone", "", "2026-05-10", 30}});
    CHECK(quarters.leaks().empty());
}

TEST_CASE("no withheld number follows from what is printed", "[statistics][withholding]") {
    for (const char* by :
         {"touchpoint:region,stage:region", "touchpoint,stage,channel,touchpoint:month,stage:month",
          "touchpoint:month,channel:month", "month,quarter,touchpoint:quarter", "stage:month,touchpoint:quarter,region",
          "touchpoint:region,region:month", "region:stage,touchpoint:month,region:quarter",
          "owner:month,touchpoint:month,stage", "owner:region,stage,channel:region"}) {
        std::size_t hidden = 0, shown = 0;
        for (unsigned seed = 1; seed <= 12; ++seed) {
            const Printed printed(by, random_kinds(seed, seed % 2 == 0));
            INFO(by << ", seed " << seed);
            CHECK(printed.leaks() == Texts{});
            hidden += printed.hidden().size();
            shown += printed.shown();
        }
        CHECK(hidden > 0);
        CHECK(shown > 24);
    }
}

TEST_CASE("no withheld number of few owners follows from what is printed", "[statistics][withholding]") {
    for (const char* by : {"owner", "owner,touchpoint", "owner,stage", "owner,channel,stage"}) {
        std::size_t hidden = 0, shown = 0;
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::vector<Kind> kinds = random_kinds(seed, seed % 2 == 0);
            std::erase_if(kinds, [](const Kind& kind) { return kind.region != "north" || kind.date != "2026-01-10"; });
            const Printed printed(by, kinds);
            INFO(by << ", seed " << seed);
            CHECK(printed.leaks() == Texts{});
            hidden += printed.hidden().size();
            shown += printed.shown();
        }
        CHECK(hidden > 0);
        CHECK(shown > 40);
    }
}

TEST_CASE("the whole is withheld when it is small, and nothing when nobody answered", "[statistics][withholding]") {
    CHECK(Printed("region", {{"", "a", "", 2}, {"", "b", "", 2}}).hidden() == Texts{"all ", "region a", "region b"});
    const auto counted = count(Reading().by("touchpoint"), feedback().rows(9, {"shop", "", ""}));
    const auto hidden = withheld_groups(counted->tallies, 0, Side::single, minimum);
    CHECK_FALSE(hidden[0].all());
    REQUIRE(hidden[1].size() == 1);
    CHECK_FALSE(hidden[1][0]);
}

TEST_CASE("marks are found by a group's place and by its key", "[statistics][withholding]") {
    const GroupMarks marks(std::make_shared<const std::vector<GroupKey>>(std::vector<GroupKey>{{0, 2}, {1, 0}, {1, 3}}),
                           {false, true, false});
    CHECK(marks[1]);
    CHECK(marks.key(1) == GroupKey{1, 0});
    CHECK(marks.of({1, 0}) == true);
    CHECK(marks.of({1, 3}) == false);
    CHECK_FALSE(marks.of({1, 1}));
    CHECK_FALSE(marks.of({2, 0}));
    CHECK_FALSE(GroupMarks().of({}));
    CHECK_THROWS_AS(marks[3], std::out_of_range);
    CHECK_THROWS_AS(GroupMarks().all(), std::out_of_range);
}

TEST_CASE("tables found once are filled with one item after the other", "[statistics][withholding]") {
    Reading reading;
    reading.model.items.push_back(cx::test::single_item("csat", ItemKind::satisfaction, {1, 5}));
    const auto counted =
        count(reading.by("touchpoint,month,touchpoint:month"), feedback()
                                                                   .column("csat")
                                                                   .rows(20, {"shop", "9", "2026-01-10", ""})
                                                                   .rows(3, {"store", "9", "2026-02-10", "4"})
                                                                   .rows(8, {"phone", "9", "2026-01-10", "4"})
                                                                   .rows(9, {"phone", "", "2026-02-10", "4"}));
    const auto          shown = shown_in(counted->schema, 0);
    const PrintedTables tables(counted->tallies, shown);
    for (const std::size_t item : {std::size_t{1}, std::size_t{0}, std::size_t{1}}) {
        const auto again = tables.withheld(item, Side::single, minimum, {});
        const auto alone = withheld_groups(counted->tallies, item, Side::single, minimum);
        REQUIRE(again.size() == alone.size());
        std::size_t hidden = 0;
        for (std::size_t g = 0; g < alone.size(); ++g) {
            REQUIRE(again[g].size() == alone[g].size());
            for (std::size_t place = 0; place < alone[g].size(); ++place) {
                CHECK(again[g][place] == alone[g][place]);
                hidden += alone[g][place] ? 1U : 0U;
            }
        }
        CHECK(hidden > 0);
    }
}
