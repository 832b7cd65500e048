#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <cx/model/recognise_roles.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;

namespace {

RoleFindings roles_of(const ExportBuilder& builder, Notices& notices) {
    const Export        source = builder.opened();
    const SurveyColumns survey = survey_columns(source, default_answer_texts());
    RoleFindings        findings = recognise_roles(survey, notices);
    recognise_groupings(survey, std::vector<bool>(survey.columns.size()), findings);
    return findings;
}

RoleFindings roles_of(const ExportBuilder& builder) {
    Notices notices;
    return roles_of(builder, notices);
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("the end of a response is its date, its start is not") {
    ExportBuilder builder;
    builder.column("StartDate")
        .column("EndDate")
        .column("RecordedDate")
        .rows(5, {"2021-07-23 09:00:18", "2021-07-23 09:44:10", "2021-07-23 09:44:11"});
    const RoleFindings found = roles_of(builder);
    CHECK(found.roles.date == Names{"EndDate"});
    CHECK(found.roles.date_order == DateOrder::ymd);
    CHECK(roles_of(ExportBuilder{}.column("StartDate").rows(5, {"2021-07-23 09:00:18"})).roles.date.empty());
}

TEST_CASE("a duration is no date whatever its header says") {
    const RoleFindings found = roles_of(ExportBuilder{}.column("Vastausaika").row({"231"}).row({"412"}).row({"95"}));
    CHECK(found.roles.date.empty());
}

TEST_CASE("weights are numbers of 0 and up") {
    CHECK(roles_of(ExportBuilder{}.column("weight").rows(5, {"0.8"}).rows(5, {"1,2"}).row({"0"})).roles.weight ==
          Names{"weight"});
    CHECK(roles_of(ExportBuilder{}.column("weight").rows(5, {"-1"}).rows(5, {"1"})).roles.weight.empty());
    CHECK(roles_of(ExportBuilder{}.column("weight").rows(5, {"heavy"})).roles.weight.empty());
    CHECK(roles_of(ExportBuilder{}.column("weight").rows(5, {"0"})).roles.weight.empty());
}

TEST_CASE("a touchpoint has names that repeat") {
    ExportBuilder names;
    names.column("Kohtaamispiste");
    for (int i = 0; i < 40; ++i) names.row({i % 2 == 0 ? "Verkkokauppa" : "Myymälä"});
    CHECK(roles_of(names).roles.touchpoint == Names{"Kohtaamispiste"});
    ExportBuilder ratings;
    ratings.column("Palvelu");
    for (int i = 0; i < 40; ++i) ratings.row({fmt::format("{}", 1 + i % 5)});
    CHECK(roles_of(ratings).roles.touchpoint.empty());
    ExportBuilder texts;
    texts.column("Palvelu");
    for (int i = 0; i < 40; ++i) texts.row({fmt::format("palvelu {}", i)});
    CHECK(roles_of(texts).roles.touchpoint.empty());
}

TEST_CASE("a header that means two dimensions is asked about") {
    ExportBuilder builder;
    builder.column("Location (Census Region)");
    for (int i = 0; i < 40; ++i) builder.row({i % 2 == 0 ? "Pacific" : "Mountain"});
    Notices            notices;
    const RoleFindings found = roles_of(builder, notices);
    CHECK(found.roles.touchpoint.empty());
    CHECK(found.roles.personal.empty());
    REQUIRE(!notices.empty());
    CHECK_THAT(notices.front().text, Catch::Contains("touchpoint"));
}

TEST_CASE("comments are texts that vary, segments are a few groups") {
    ExportBuilder builder;
    builder.column("Miksi annoit tämän arvosanan?").column("Gender").column("Free thoughts").column("Consent");
    for (int i = 0; i < 30; ++i)
        builder.row({fmt::format("ok {}", i), i % 2 == 0 ? "Female" : "Male",
                     fmt::format("A somewhat longer text that somebody wrote on day {}", i), "yes"});
    const RoleFindings found = roles_of(builder);
    CHECK(found.roles.comment == Names{"Miksi annoit tämän arvosanan?", "Free thoughts"});
    CHECK(found.roles.segments == Names{"Gender"});
}

TEST_CASE("personal by header even when empty, by values under any header") {
    ExportBuilder builder;
    builder.column("RecipientEmail")
        .column("IPAddress")
        .column("LocationLatitude")
        .column("Muu tieto")
        .column("Puhelinpalvelu");
    for (int i = 0; i < 30; ++i)
        builder.row({"", fmt::format("192.0.2.{}", i), "60.1", fmt::format("x{}@esimerkki.fi", i),
                     fmt::format("{}", 1 + i % 5)});
    CHECK(roles_of(builder).roles.personal == Names{"RecipientEmail", "IPAddress", "LocationLatitude", "Muu tieto"});
}

TEST_CASE("a customer id may repeat; the permission to contact has few answers") {
    ExportBuilder builder;
    builder.column("Asiakasnumero").column("Saako sinuun ottaa yhteyttä?");
    for (int i = 0; i < 30; ++i) builder.row({fmt::format("C{}", i / 2), i % 2 == 0 ? "Kyllä" : "Ei"});
    const RoleFindings found = roles_of(builder);
    CHECK(found.roles.respondent == Names{"Asiakasnumero"});
    CHECK(found.roles.contact == Names{"Saako sinuun ottaa yhteyttä?"});
    CHECK(found.roles.response.empty());
}

TEST_CASE("no columns, no roles") {
    const RoleFindings found = roles_of(ExportBuilder{});
    CHECK(found.taken.empty());
    CHECK(found.roles.personal.empty());
}
