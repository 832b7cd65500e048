#include <catch2/catch.hpp>

#include <string>

#include <cx/responses/response_mapper.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::Collected;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::Reading;
using Texts = std::vector<std::string>;

namespace {

/// Rows are all accounted for.
Collected read(const Reading& reading, const ExportBuilder& builder) {
    Collected  collected = reading.read(builder);
    const auto account = collected.account;
    CHECK(account.accepted == collected.responses.size());
    std::uint64_t left_out = 0;
    for (const RowAccount::Reason& reason : account.reasons) left_out += reason.rows;
    CHECK(account.duplicates + account.rejected + account.filtered == left_out);
    CHECK(account.rows() == account.accepted + left_out);
    return collected;
}

const ExportBuilder five_days = feedback()
                                    .row({"shop", "9", "2026-10-30"})
                                    .row({"Fax", "8", "2026-10-31"})
                                    .row({"", "7", "2026-11-01"})
                                    .row({"phone", "6", ""})
                                    .row({"WEB SHOP", "5", "soon"});

} // namespace

TEST_CASE("surplus cells are rejected only where they hold text", "[responses][mapper]") {
    const Collected found = read(Reading(), feedback()
                                                .row({"shop", "9", "2026-10-30", "", " ", ""})
                                                .row({"shop", "8", "2026-10-30", "", "x"})
                                                .row({"shop", "7", "2026-10-30", "\xC2\xA0"}));
    CHECK(found.account.accepted == 2);
    CHECK(found.rows_for("more cells than the header") == 1);
    CHECK(found.account.reasons.at(0).first == std::vector<std::int64_t>{3});
}

TEST_CASE("a short row's last cells are blank, and it is counted", "[responses][mapper]") {
    const Collected found = read(Reading().by("month"), feedback().row({"shop"}).row({"shop", "9"}).row({"", "8", ""}));
    CHECK(found.account.accepted == 3);
    CHECK(found.account.short_rows == 2);
    CHECK(found.account.undated == 3);
    CHECK(found.answers() == std::vector<int>{11, 9, 8}); // 11: missing, behind the points 0-10
}

TEST_CASE("weights that cannot be used reject the row; 0 does not", "[responses][mapper]") {
    Reading reading;
    reading.model.columns.weight = {"w"};
    const auto weighted = [](const std::string& w) { return std::vector<std::string>{"shop", "9", "2026-10-30", w}; };
    const Collected found = read(reading, feedback()
                                              .column("w")
                                              .row(weighted("1.5"))
                                              .row(weighted(""))
                                              .row(weighted(" "))
                                              .row(weighted("heavy"))
                                              .row(weighted("-0.5"))
                                              .row(weighted("0"))
                                              .row(weighted("0,25"))
                                              .row({"shop", "9"})
                                              .row(weighted("1e300"))
                                              .row(weighted("1e-300"))
                                              .row(weighted("nan")));
    CHECK(found.account.rows() == 11);
    CHECK(found.account.accepted == 3);
    CHECK(found.account.zero_weights == 1);
    CHECK(found.rows_for("blank weight") == 3);
    CHECK(found.rows_for("unreadable weight") == 4);
    CHECK(found.rows_for("negative weight") == 1);
    CHECK(found.responses[0].weight == 1.5);
    CHECK(found.responses[2].weight == 0.25);
}

TEST_CASE("rows that the tool marks are left out, with its reason", "[responses][mapper]") {
    ExportBuilder builder = feedback().column("Status").column("Finished");
    builder.filter({3, {"preview"}, false, "preview"}).filter({4, {"true", "1"}, true, "unfinished"});
    builder.row({"shop", "9", "", "PREVIEW", "True"})
        .row({"shop", "9", "", "\" Preview \"", "False"})
        .row({"shop", "9", "", "", "False"})
        .row({"shop", "9"})
        .row({"shop", "9", "", "", "TRUE"});
    const Collected found = read(Reading(), builder);
    CHECK(found.account.filtered == 4);
    CHECK(found.rows_for("preview") == 1); // quotation marks that are part of the text make it another
    CHECK(found.rows_for("unfinished") == 3);
}

TEST_CASE("a condition is met by id or name, and by one of several values", "[responses][mapper]") {
    CHECK(read(Reading().where("touchpoint=shop"), five_days).groups() == Texts{"shop", "shop"});
    CHECK(read(Reading().where("touchpoint=Web  shop"), five_days).groups() == Texts{"shop", "shop"});
    CHECK(read(Reading().where("touchpoint=phone,Fax"), five_days).groups() == Texts{"Fax", "phone"});
    CHECK(read(Reading().where("stage=Buying"), five_days).account.accepted == 2);
    CHECK(read(Reading().where("touchpoint=fax, WEB SHOP"), five_days).groups() == Texts{"shop", "Fax", "shop"});
    const Collected none = read(Reading().where("touchpoint=nothing"), five_days);
    CHECK(none.rows_for("not of the groups asked for") == 5);
}

TEST_CASE("several conditions must all be met", "[responses][mapper]") {
    const ExportBuilder regions = feedback()
                                      .column("region")
                                      .row({"shop", "9", "2026-10-30", "north"})
                                      .row({"shop", "8", "2026-10-30", "south"})
                                      .row({"phone", "7", "2026-10-30", "north"})
                                      .row({"shop", "6", "2026-10-30", ""});
    const Collected found = read(Reading().where("touchpoint=shop").where("region=north,east"), regions);
    CHECK(found.answers() == std::vector<int>{9});
    const Collected twice = read(Reading().where("region=north,south").where("region=south"), regions);
    CHECK(twice.answers() == std::vector<int>{8});
}

TEST_CASE("both ends of a range of days are in it; what has no day is not", "[responses][mapper]") {
    Reading reading;
    reading.request.from = parse_iso_day("2026-10-30");
    reading.request.to = parse_iso_day("2026-10-31");
    const Collected found = read(reading, five_days);
    CHECK(found.answers() == std::vector<int>{9, 8});
    CHECK(found.rows_for("outside the dates asked for") == 1);
    CHECK(found.rows_for("no readable date") == 2);
    reading.request.to.reset();
    CHECK(read(reading, five_days).account.accepted == 3);
    reading.request.from.reset();
    reading.request.to = parse_iso_day("2026-10-30");
    CHECK(read(reading, five_days).account.accepted == 1);
}

TEST_CASE("without a range undated responses count, in no period", "[responses][mapper]") {
    const Collected found = read(Reading().by("month"), five_days);
    CHECK(found.account.undated == 2);
    CHECK(found.groups() == Texts{"2026-10", "2026-10", "2026-11", "(none)", "(none)"});
    CHECK(read(Reading().where("month=2026-10"), five_days).account.accepted == 2);
}

TEST_CASE("a moment with an offset falls on the survey's own day", "[responses][mapper]") {
    Reading reading;
    reading.by("day").model.survey.timezone = "Europe/Helsinki"; // UTC+3 until 2026-10-25, then UTC+2
    const ExportBuilder builder = feedback()
                                      .row({"shop", "9", "2026-10-24T20:59:59Z"})
                                      .row({"shop", "9", "2026-10-24T21:00:00Z"})
                                      .row({"shop", "9", "2026-10-31T21:59:59+00:00"})
                                      .row({"shop", "9", "2026-10-31T22:00:00+00:00"})
                                      .row({"shop", "9", "2026-11-01T00:30:00+05:00"})
                                      .row({"shop", "9", "2026-10-31 23:59"});
    CHECK(read(reading, builder).groups() ==
          Texts{"2026-10-24", "2026-10-25", "2026-10-31", "2026-11-01", "2026-10-31", "2026-10-31"});
    reading.model.survey.timezone.clear();
    CHECK(read(reading, builder).groups() ==
          Texts{"2026-10-24", "2026-10-24", "2026-10-31", "2026-10-31", "2026-11-01", "2026-10-31"});
}

TEST_CASE("a blank group counts, in no group", "[responses][mapper]") {
    const Collected found = read(Reading().by("touchpoint,stage,channel"), five_days);
    CHECK(found.account.accepted == 5);
    CHECK(found.groups(0) == Texts{"shop", "Fax", "(none)", "phone", "shop"});
    CHECK(found.groups(1) == Texts{"buy", "(none)", "(none)", "use", "buy"});
    CHECK(found.groups(2) == Texts{"digital", "(none)", "(none)", "person", "digital"});
}

TEST_CASE("only accepted rows name touchpoints that the model lacks", "[responses][mapper]") {
    const ExportBuilder builder = feedback()
                                      .column("region")
                                      .row({"Fax", "9", "2026-10-30", "north"})
                                      .row({"Telex", "9", "2026-10-30", "south"})
                                      .row({"Fax", "9", "2026-10-30", "north"})
                                      .row({"shop", "9", "2026-10-30", "north"});
    const Collected all = read(Reading().by("touchpoint"), builder);
    CHECK(all.account.foreign_rows == 3);
    CHECK(all.account.foreign_touchpoints == Texts{"Fax", "Telex"});
    const Collected north = read(Reading().by("touchpoint").where("region=north"), builder);
    CHECK(north.account.foreign_rows == 2);
    CHECK(north.account.foreign_touchpoints == Texts{"Fax"});
}

TEST_CASE("groups that only rejected and filtered rows are in do not count as groups", "[responses][mapper]") {
    Reading reading;
    reading.by("region").where("touchpoint=shop");
    const Collected found = read(reading, feedback()
                                              .column("region")
                                              .row({"shop", "9", "", "north"})
                                              .row({"phone", "9", "", "south"})
                                              .row({"shop", "9", "", "west", "surplus"}));
    CHECK(found.groups(0) == Texts{"north"});
    CHECK(found.schema.dimensions[0].groups->size() == 1);
}

TEST_CASE("a response id counts once, the first time; what identifies nothing always", "[responses][mapper]") {
    Reading reading;
    reading.request.unique = true;
    reading.model.columns.response = {"id"};
    ExportBuilder builder = feedback().column("id");
    for (const char* id : {"a", "b", " a ", "", "", "#N/A", "#n/a", "NULL", "null", "A", "b"}) {
        builder.row({"shop", "9", "2026-10-30", id});
    }
    const Collected found = read(reading, builder);
    CHECK(found.account.duplicates == 2);
    CHECK(found.account.accepted == 9);
    CHECK(found.account.reasons.at(0).first == std::vector<std::int64_t>{4, 12});
}

TEST_CASE("a row that is not accepted does not use up its id", "[responses][mapper]") {
    Reading reading;
    reading.request.unique = true;
    reading.model.columns.response = {"id"};
    reading.where("touchpoint=shop");
    const Collected found = read(reading, feedback()
                                              .column("id")
                                              .row({"phone", "1", "", "a"})
                                              .row({"shop", "2", "", "a", "surplus"})
                                              .row({"shop", "3", "", "a"})
                                              .row({"shop", "4", "", "a"}));
    CHECK(found.answers() == std::vector<int>{3});
    CHECK(found.account.duplicates == 1);
}

TEST_CASE("the mapper keeps nothing of the row before", "[responses][mapper]") {
    const Collected found = read(
        Reading().by("touchpoint:month"),
        feedback().row({"shop", "9", "2026-10-30"}).row({"", "", ""}).row({"shop"}).row({"phone", "8", "2026-10-31"}));
    CHECK(found.groups(0) == Texts{"shop", "(none)", "shop", "phone"});
    CHECK(found.groups(1) == Texts{"2026-10", "(none)", "(none)", "2026-10"});
    CHECK(found.answers() == std::vector<int>{9, 11, 11, 8});
}

TEST_CASE("a condition does not hide how many touchpoints are unknown", "[responses][mapper]") {
    const auto builder =
        feedback().row({"shop", "9", ""}).row({"Fax", "9", ""}).row({"store", "9", ""}).row({"Fax", "9", ""});
    const auto account = Reading().by("touchpoint").where("touchpoint=shop").read(builder).account;
    CHECK(account.accepted == 1);
    CHECK(account.elsewhere == 3);
    CHECK(account.foreign_elsewhere == 2);
    CHECK(account.foreign_rows == 0);
}
