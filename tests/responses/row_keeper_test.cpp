#include <cx/responses/row_keeper.hpp>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <support/reading.hpp>

using namespace cx;
using namespace cx::test;
using Catch::Contains;

namespace {

class Kept : public KeptRowsTaker {
  public:
    void take(const KeptRows& piece) override {
        for (std::size_t row = 0; row < piece.rows.size(); ++row) {
            rows.push_back(piece.rows[row]);
            cells.emplace_back();
            for (std::size_t cell = 0; cell < width; ++cell) cells.back().emplace_back(piece.cell(row, cell, width));
        }
        for (const RefusedRow& row : piece.refused)
            refused.push_back(std::to_string(row.line) + " " + std::string(row.reason));
        refused_text += piece.refused_text;
        masked += piece.masked;
    }

    std::size_t                           width = 0;
    std::vector<KeptRow>                  rows;
    std::vector<std::vector<std::string>> cells;
    std::vector<std::string>              refused;
    std::string                           refused_text;
    std::uint64_t                         masked = 0;
    RowAccount                            account;
};

struct Keeper {
    Reading                  reading;
    std::vector<std::size_t> left_out;
    std::string              key = "a key of the tests of keeping";
    std::string              id_scope;

    [[nodiscard]] Kept keep(const ExportBuilder& builder) const {
        Export        source = builder.opened("survey.csv");
        const Schema  schema = make_schema(reading.model, reading.request, source.recognition);
        const Binding binding = bind(reading.model, schema, reading.request, source.recognition);
        KeepingPlan   plan = plan_keeping(reading.model, source.recognition, left_out, true);
        plan.keep_refused = true;
        plan.id_scope = id_scope;
        Kept kept;
        kept.width = source.recognition.columns.size();
        kept.account = keep_responses(source, reading.options, binding, plan, KeyedHash(key), reading.threads, kept);
        return kept;
    }
};

Keeper dated() {
    Keeper keeper;
    keeper.reading.request.dated = true;
    return keeper;
}

ExportBuilder columns() {
    ExportBuilder builder;
    for (const char* name : {"where", "nps", "date", "why"}) builder.column(name);
    return builder;
}

} // namespace

TEST_CASE("row_keeper: accepted rows are kept as they are, with their day") {
    ExportBuilder builder = columns();
    builder.row({"shop", "9", "2026-10-31", "good, \"really\""}).row({" store ", "", "2026-11-01 12:00", ""});
    const Kept kept = dated().keep(builder);
    REQUIRE(kept.rows.size() == 2);
    CHECK(kept.cells[0] == std::vector<std::string>{"shop", "9", "2026-10-31", "good, \"really\""});
    CHECK(kept.cells[1] == std::vector<std::string>{" store ", "", "2026-11-01 12:00", ""});
    CHECK(kept.rows[0].day == parse_iso_day("2026-10-31"));
    CHECK(kept.rows[1].line == kept.rows[0].line + 1);
    CHECK(kept.rows[0].by_content);
    CHECK(kept.account.accepted == 2);
}

TEST_CASE("row_keeper: a row without a date is rejected where its wave depends on it, and only there") {
    ExportBuilder builder = columns();
    builder.row({"shop", "9", "2026-10-31", "a"}).row({"shop", "9", "soon", "b"}).row({"shop", "9"});
    const Kept kept = dated().keep(builder);
    CHECK(kept.rows.size() == 1);
    CHECK(kept.account.rejected == 2);
    REQUIRE(kept.refused.size() == 2);
    CHECK_THAT(kept.refused[0], Contains("no readable date"));
    CHECK(kept.refused_text == "shop,9,soon,b\nshop,9\n");
    CHECK(Keeper{}.keep(builder).rows.size() == 3);
}

TEST_CASE("row_keeper: what is personal is left out, hashed or masked") {
    ExportBuilder builder;
    for (const char* name : {"where", "nps", "date", "why", "mail", "customer"}) builder.column(name);
    builder.row({"shop", "9", "2026-10-31", "write to liisa@example.com", "liisa@example.com", "C-17"})
        .row({"shop", "9", "2026-10-31", "", "x@example.com", "#N/A"});
    Keeper keeper = dated();
    keeper.left_out = {4};
    keeper.reading.model.columns.respondent = {"customer"};
    const Kept kept = keeper.keep(builder);
    CHECK(kept.cells[0][3] == "write to [e-mail]");
    CHECK(kept.masked == 1);
    CHECK(kept.cells[0][4].empty());
    REQUIRE(kept.rows[0].respondent);
    CHECK(kept.cells[0][5] == hexadecimal(*kept.rows[0].respondent));
    CHECK(kept.cells[0][5].find("17") != 0);
    CHECK_FALSE(kept.rows[1].respondent);
    CHECK(kept.cells[1][5].empty());
    KeyedHash hash(keeper.key);
    CHECK(kept.rows[0].respondent == respondent_hash(hash, "C-17"));
}

TEST_CASE("row_keeper: an id identifies in its source and scope; a row without one is known by all it has") {
    ExportBuilder builder = columns();
    builder.column("id").column("mail");
    builder.row({"shop", "9", "2026-10-31", "a", "r1", "a@example.com"})
        .row({"store", "1", "2026-10-30", "b", "r1", "a@example.com"})
        .row({"shop", "9", "2026-10-31", "a", "#N/A", "a@example.com"})
        .row({"shop", "9", "2026-10-31", "a", "", "b@example.com"})
        .row({"shop", "9", "2026-10-31", "a", "", "b@example.com"});
    Keeper keeper = dated();
    keeper.left_out = {5};
    keeper.reading.model.columns.response = {"id"};
    const Kept kept = keeper.keep(builder);
    REQUIRE(kept.rows.size() == 5);
    CHECK(kept.rows[0].identity == kept.rows[1].identity);
    CHECK(kept.rows[0].content != kept.rows[1].content);
    CHECK_FALSE(kept.rows[0].by_content);
    CHECK(kept.rows[2].by_content);
    CHECK(kept.rows[3].identity == kept.rows[4].identity);
    CHECK(kept.rows[2].identity != kept.rows[3].identity); // other people: what is left out tells them apart
    keeper.id_scope = "september.csv";
    CHECK(keeper.keep(builder).rows[0].identity != kept.rows[0].identity);
    keeper.key = "another key of these tests";
    CHECK(keeper.keep(builder).rows[3].identity != kept.rows[3].identity);
}

TEST_CASE("row_keeper: the order of columns, and new blank ones, make no other row") {
    ExportBuilder builder = columns();
    builder.row({"shop", "9", "2026-10-31", "a"});
    ExportBuilder turned;
    for (const char* name : {"new", "date", "why", "nps", "where"}) turned.column(name);
    turned.row({"", "2026-10-31", "a", "9", "shop"});
    CHECK(dated().keep(builder).rows[0].identity == dated().keep(turned).rows[0].identity);
    CHECK(dated().keep(builder).rows[0].content == dated().keep(turned).rows[0].content);
}

TEST_CASE("row_keeper: cells that are not in the export's encoding end the run with their place") {
    ExportBuilder builder = columns();
    builder.row({"shop", "9", "2026-10-31", "bad \xFF byte"});
    CHECK_THROWS_WITH(dated().keep(builder), Contains("column why") && Contains("--encoding"));
}

TEST_CASE("row_keeper: rows come in the order of the file, on any number of threads") {
    ExportBuilder builder = columns();
    for (int i = 0; i < 3000; ++i)
        builder.row({"shop", std::to_string(i % 11), "2026-10-31", "row " + std::to_string(i)});
    Keeper keeper = dated();
    keeper.reading.options.piece_size = 4096;
    const Kept one = keeper.keep(builder);
    keeper.reading.threads = 4;
    const Kept four = keeper.keep(builder);
    CHECK(one.cells == four.cells);
    REQUIRE(four.cells.size() == 3000);
    CHECK(four.cells[2999][3] == "row 2999");
}
