#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include <cx/base/error.hpp>
#include <cx/responses/read_responses.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::Collected;
using cx::test::CollectingSink;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::Reading;

namespace {

std::string refusal(const Reading& reading, const ExportBuilder& builder) {
    try {
        (void)reading.read(builder);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

bool tells(const std::string& message, const std::string& what) { return message.find(what) != std::string::npos; }

} // namespace

TEST_CASE("bad bytes in a cell that is used are told with their place", "[responses][reading]") {
    const ExportBuilder builder =
        feedback().column("comment").bytes("shop,9,2026-10-30,fine\n").bytes("shop,\xFF,2026-10-30,\n");
    const std::string told = refusal(Reading(), builder);
    CHECK(tells(told, "survey.csv:3"));
    CHECK(tells(told, "column nps"));
    CHECK(tells(told, "--encoding"));
    CHECK(tells(refusal(Reading().by("touchpoint"), feedback().bytes("sh\xE4p,9,\n")), "survey.csv:2, column where"));
    CHECK(tells(refusal(Reading().by("month"), feedback().bytes("shop,9,2026\xE4\n")), "column date"));
    Reading weighted;
    weighted.model.columns.weight = {"w"};
    CHECK(tells(refusal(weighted, feedback().column("w").bytes("shop,9,,1\xA0\n")), "column w"));
    Reading unique;
    unique.request.unique = true;
    unique.model.columns.response = {"id"};
    CHECK(tells(refusal(unique, feedback().column("id").bytes("shop,9,,\xE4\n")), "survey.csv:2, column id"));
    CHECK(
        tells(refusal(Reading(), feedback().filter({0, {"test"}, false, "test"}).bytes("\xE4,9,\n")), "column where"));
}

TEST_CASE("bad bytes in a cell that is not used are no matter", "[responses][reading]") {
    const ExportBuilder builder = feedback().column("comment").bytes("sh\xE4p,9,\xFF,\"n\xF6 idea\"\n");
    CHECK(Reading().read(builder).account.accepted == 1);
}

TEST_CASE("a record's line is that of its first byte", "[responses][reading]") {
    const ExportBuilder builder = feedback()
                                      .column("comment")
                                      .row({"shop", "9", "", "one\ntwo\nthree"})
                                      .row({"shop", "8", "", "", "surplus"})
                                      .row({"shop", "7", "", "four\nfive"})
                                      .row({"shop", "6", "", "", "surplus"});
    for (const std::size_t piece : {8U, 16U, 64U, 4096U}) {
        Reading reading;
        reading.options.piece_size = piece;
        const Collected found = reading.read(builder);
        INFO(piece);
        REQUIRE(found.account.reasons.size() == 1);
        CHECK(found.account.reasons[0].first == std::vector<std::int64_t>{5, 8});
        CHECK(found.answers() == std::vector<int>{9, 7});
    }
}

TEST_CASE("strict: the first row or answer that cannot be taken ends the run", "[responses][reading]") {
    Reading reading;
    reading.request.strict = true;
    ExportBuilder builder = feedback().rows(50, {"shop", "9", "2026-10-30"});
    builder.row({"shop", "eleven", "2026-10-30"}).rows(50, {"shop", "11", "", "surplus"});
    for (const unsigned threads : {1U, 4U}) {
        for (const std::size_t piece : {64U, 4096U}) {
            reading.threads = threads;
            reading.options.piece_size = piece;
            const std::string told = refusal(reading, builder);
            CHECK(tells(told, "survey.csv:52, column nps: 'eleven' is not on the scale 0-10"));
            CHECK(tells(told, "missing codes"));
        }
    }
    CHECK(tells(refusal(reading, feedback().row({"shop", "11"})), "survey.csv:2, column nps: '11'"));
    CHECK(tells(refusal(reading, feedback().row({"shop", "9", "", "x"})), "survey.csv:2"));
    CHECK(tells(refusal(reading, feedback().row({"shop", "9", "", "x"})), "more cells than the header"));
    CHECK(refusal(reading, feedback().row({"shop", "N/A"}).row({"", "-"}).row({"shop", "10 - yes"})).empty());
    reading.model.columns.weight = {"w"};
    CHECK(tells(refusal(reading, feedback().column("w").row({"shop", "9", "", "-1"})), "negative weight"));
}

TEST_CASE("strict with ids that count once names the line too", "[responses][reading]") {
    Reading reading;
    reading.request.strict = reading.request.unique = true;
    reading.model.columns.response = {"id"};
    const ExportBuilder builder =
        feedback().column("id").row({"shop", "9", "", "a"}).row({"shop", "x", "", "a"}).row({"shop", "y", "", "b"});
    CHECK(tells(refusal(reading, builder), "survey.csv:4, column nps: 'y'")); // a repeated response is not read
}

TEST_CASE("an error shows no personal value and nothing that acts", "[responses][reading]") {
    Reading reading;
    reading.request.strict = true;
    CHECK(tells(refusal(reading, feedback().row({"shop", "a\x1b[31m\nb"})), "'a\\x1b[31m b'"));
    reading.model.columns.personal = {"nps"};
    const std::string told = refusal(reading, feedback().row({"shop", "a@b.fi"}));
    CHECK(tells(told, "survey.csv:2, column nps"));
    CHECK_FALSE(tells(told, "a@b.fi"));
}

TEST_CASE("a response id counts once in all files together", "[responses][reading]") {
    Reading reading;
    reading.request.unique = true;
    reading.model.columns.response = {"id"};
    const ExportBuilder   builder = feedback().column("id").row({"shop", "9", "", "a"}).row({"shop", "8", "", "b"});
    Export                first = builder.opened("1.csv");
    Export                second = ExportBuilder(builder).row({"shop", "7", "", "c"}).opened("2.csv");
    const Schema          schema = make_schema(reading.model, reading.request, first.recognition);
    std::vector<Response> responses;
    const auto            make_sink = [&responses] { return std::make_unique<CollectingSink>(responses); };
    for (Export* source : {&first, &second}) {
        const Binding binding = bind(reading.model, schema, reading.request, source->recognition);
        (void)read_responses(*source, reading.options, binding, 1, make_sink);
    }
    REQUIRE(responses.size() == 3);
    CHECK(responses[2].answers[0] == 7);
}

TEST_CASE("an export without rows has an empty account", "[responses][reading]") {
    const Collected found = Reading().by("touchpoint").read(feedback());
    CHECK(found.account.rows() == 0);
    CHECK(found.responses.empty());
}

TEST_CASE("the account does not depend on pieces and threads", "[responses][reading][threads]") {
    ExportBuilder builder = feedback().column("comment");
    for (int i = 0; i < 400; ++i) {
        const std::string n = std::to_string(i % 13);
        if (i % 7 == 0) builder.row({"Fax " + n, n, "2026-10-30", "shop,9,,x\nshop,9,,x\nshop,9,,x\nshop,9,,x\n"});
        if (i % 5 == 0) builder.row({"shop", n, "soon", "", "surplus"});
        builder.row({i % 3 == 0 ? "" : "store", n, i % 2 == 0 ? "2026-11-01" : "", "\"quoted\""});
    }
    Reading reading;
    reading.by("touchpoint,month");
    const Collected whole = reading.read(builder);
    CHECK(whole.account.rows() == 400 + 58 + 80);
    CHECK(whole.account.rejected == 80);
    for (const unsigned threads : {1U, 2U, 8U}) {
        for (const std::size_t piece : {32U, 64U, 333U}) {
            Reading in_pieces = reading;
            in_pieces.threads = threads;
            in_pieces.options.piece_size = piece;
            const Collected found = in_pieces.read(builder);
            INFO(threads << " threads, pieces of " << piece);
            CHECK(found.account.rows() == whole.account.rows());
            CHECK(found.account.accepted == whole.account.accepted);
            CHECK(found.account.undated == whole.account.undated);
            CHECK(found.account.foreign_rows == whole.account.foreign_rows);
            CHECK(found.account.foreign_touchpoints == whole.account.foreign_touchpoints);
            REQUIRE(found.account.reasons.size() == 1);
            CHECK(found.account.reasons[0].first == whole.account.reasons[0].first);
            auto answers = found.answers(), expected = whole.answers();
            std::sort(answers.begin(), answers.end());
            std::sort(expected.begin(), expected.end());
            CHECK(answers == expected);
        }
    }
}

TEST_CASE("a legend that is too late for its labels is told", "[responses][reading]") {
    const Reading reading = Reading().by("touchpoint");
    for (const bool whole : {true, false}) {
        Export source =
            feedback().row({"shop", "9", ""}).row({"1 = North", "", ""}).row({"2 = South", "", ""}).opened();
        source.recognition.has_legend = true;
        source.sample.set_complete(whole);
        const Schema          schema = make_schema(reading.model, reading.request, source.recognition);
        const Binding         binding = bind(reading.model, schema, reading.request, source.recognition);
        std::vector<Response> responses;
        const RowAccount      account = read_responses(source, {}, binding, 1,
                                                       [&responses] { return std::make_unique<CollectingSink>(responses); });
        CHECK(account.rows() == 1);
        CHECK(account.unread_legend_rows == (whole ? 0U : 2U));
    }
}
