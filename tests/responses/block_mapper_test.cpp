#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <cx/base/error.hpp>
#include <cx/exports/records.hpp>
#include <cx/responses/block_mapper.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::Collected;
using cx::test::ExportBuilder;
using cx::test::Reading;
using cx::test::single_item;

namespace {

/// Maps records one by one.
class SingleSink : public RecordSink {
  public:
    SingleSink(const Binding& binding, Collected& collected) : mapper_(binding), collected_(collected) {}
    void take(const RecordBatch& records) override {
        for (std::size_t row = 0; row < records.size(); ++row) {
            Response response;
            if (mapper_.map(records[row], response, collected_.account)) collected_.responses.push_back(response);
        }
    }
    void               hand_over() override {}
    [[nodiscard]] bool depends_on_order() const noexcept override { return true; }
    void               finish() override {}

  private:
    ResponseMapper mapper_;
    Collected&     collected_;
};

Collected read_singly(const Reading& reading, const ExportBuilder& builder) {
    Export        source = builder.opened(reading.file);
    Collected     collected{make_schema(reading.model, reading.request, source.recognition), {}, {}};
    const Binding binding = bind(reading.model, collected.schema, reading.request, source.recognition);
    read_records(source, reading.options, 1, [&] { return std::make_unique<SingleSink>(binding, collected); });
    return collected;
}

/// Rows of cells as people and tools leave them, the usual ones most often; `seed` draws them.
ExportBuilder drawn(unsigned seed, int rows) {
    std::mt19937 draw(seed);
    const auto   one_of = [&draw](const std::vector<std::string>& usual, const std::vector<std::string>& odd) {
        const auto& cells = draw() % 40 == 0 ? odd : usual;
        return cells[draw() % cells.size()];
    };
    ExportBuilder builder;
    for (const char* name : {"where", "nps", "date", "w", "id", "easy", "why"}) builder.column(name);
    for (int row = 0; row < rows; ++row) {
        std::vector<std::string> cells = {
            one_of({"shop", "Store", "phone", ""},
                   {"Fax", "a touchpoint nobody knows of", " shop ", "\"shop\"", "x\"y"}),
            one_of({"9", "10", "0", "7", ""},
                   {"11", "9.0", "n/a", "nine", "9 - likely", "-1", "\"9\"", "ei osaa sanoa"}),
            one_of({"2026-10-30", "2026-10-31T12:00", "2026-11-01 10:00:00", "2027-01-01"},
                   {"", "soon", "31.10.2026", "2026-13-01", "2026-10-31T12:00Z", "2026-10-30T25:00", "\"2026-10-30\""}),
            one_of({"1", "0.5", "2"}, {"0", "", "-1", "heavy", "1e200"}),
            one_of({"r" + std::to_string(row)}, {"r1", "", "NULL"}),
            one_of({"very easy", "hard", "neither easy nor hard at all", "1", "3"}, {"unheard of", "4", "NA", "\"3\""}),
            one_of({"", "because, well", "a\nb"}, {"\"", "=1+1"})};
        if (draw() % 50 == 0) cells.resize(draw() % cells.size() + 1);
        if (draw() % 60 == 0) cells.resize(cells.size() + 1 + draw() % 2);
        if (draw() % 90 == 0) cells.back() = "surplus";
        builder.row(cells);
    }
    return builder;
}

Reading survey() {
    Reading reading;
    reading.model.items.push_back(single_item("easy", ItemKind::rating, {1, 3}));
    reading.model.items.back().labels = {{"very easy", 3}, {"neither easy nor hard at all", 2}, {"hard", 1}};
    return reading.by("touchpoint,stage,channel,month");
}

bool is_alike(const Response& a, const Response& b) {
    return a.answers == b.answers && a.groups == b.groups && a.weight == b.weight && a.respondent == b.respondent;
}

/// What is found is the same with blocks and one by one, accounts and errors among it.
void check_alike(const Reading& reading, const ExportBuilder& builder) {
    std::string expected_error;
    Collected   expected;
    try {
        expected = read_singly(reading, builder);
    } catch (const Error& error) {
        expected_error = error.what();
    }
    if (!expected_error.empty()) {
        CHECK_THROWS_WITH(reading.read(builder), expected_error);
        return;
    }
    const Collected found = reading.read(builder);
    REQUIRE(found.responses.size() == expected.responses.size());
    const auto differing = std::mismatch(found.responses.begin(), found.responses.end(), expected.responses.begin(),
                                         is_alike); // a check of each would take longer than to read them
    INFO("row " << differing.first - found.responses.begin());
    REQUIRE(differing.first == found.responses.end());
    const RowAccount &account = found.account, &right = expected.account;
    CHECK(account.accepted == right.accepted);
    CHECK(account.duplicates == right.duplicates);
    CHECK(account.filtered == right.filtered);
    CHECK(account.rejected == right.rejected);
    CHECK(account.short_rows == right.short_rows);
    CHECK(account.undated == right.undated);
    CHECK(account.last_day == right.last_day);
    CHECK(account.zero_weights == right.zero_weights);
    CHECK(account.met == right.met);
    CHECK(account.ungrouped == right.ungrouped);
    CHECK(account.foreign_rows == right.foreign_rows);
    CHECK(account.foreign_touchpoints == right.foreign_touchpoints);
    CHECK(account.elsewhere == right.elsewhere);
    CHECK(account.foreign_elsewhere == right.foreign_elsewhere);
    REQUIRE(account.reasons.size() == right.reasons.size());
    for (std::size_t i = 0; i < right.reasons.size(); ++i) {
        CHECK(account.reasons[i].text == right.reasons[i].text);
        CHECK(account.reasons[i].rows == right.reasons[i].rows);
        CHECK(account.reasons[i].first == right.reasons[i].first);
    }
}

} // namespace

TEST_CASE("blocks of records become the responses that they become one by one", "[responses][blocks]") {
    for (unsigned seed = 1; seed <= 3; ++seed) {
        CAPTURE(seed);
        const ExportBuilder builder = drawn(seed, 1500);
        Reading             plain = survey();
        check_alike(plain, builder);
        plain.options.piece_size = 4096;
        check_alike(plain, builder);
        Reading weighted = survey();
        weighted.model.columns.weight = {"w"};
        check_alike(weighted, builder);
        Reading some = survey().where("touchpoint=shop");
        check_alike(some, builder);
        Reading dated = survey();
        dated.request.from = Day(std::chrono::year(2026) / 10 / 31);
        dated.request.to = Day(std::chrono::year(2026) / 11 / 30);
        check_alike(dated, builder);
        Reading strict = survey();
        strict.request.strict = true;
        check_alike(strict, builder);
        Reading unique = survey();
        unique.model.columns.response = {"id"};
        unique.request.unique = true;
        check_alike(unique, builder);
    }
}

TEST_CASE("blocks leave out the rows that a tool marks, and keep the others in their order", "[responses][blocks]") {
    ExportBuilder builder;
    for (const char* name : {"where", "nps", "date"}) builder.column(name);
    for (int row = 0; row < 700; ++row) {
        builder.row(
            {row % 3 == 0 ? "shop" : "store", std::to_string(row % 11), row % 7 == 0 ? "31.10.2026" : "2026-10-30"});
    }
    Reading reading = survey();
    reading.model.items.pop_back();
    const Collected found = reading.read(builder);
    REQUIRE(found.responses.size() == 700);
    for (int row = 0; row < 700; ++row) CHECK(found.responses[static_cast<std::size_t>(row)].answers.at(0) == row % 11);
    reading.where("touchpoint=shop");
    const Collected shop = reading.read(builder);
    REQUIRE(shop.responses.size() == 234);
    for (int i = 0; i < 234; ++i) CHECK(shop.responses[static_cast<std::size_t>(i)].answers.at(0) == 3 * i % 11);
}

TEST_CASE("cells of whatever size are read as they are, in the last place too", "[responses][blocks]") {
    for (const char* last : {"9", "10", "", "\"9\"", "9 - very likely"}) {
        ExportBuilder builder;
        for (const char* name : {"where", "date", "nps"}) builder.column(name);
        for (int row = 0; row < 300; ++row) builder.row({"shop", "2026-10-30", last});
        Reading reading = survey();
        reading.model.items.pop_back();
        check_alike(reading, builder);
    }
}
