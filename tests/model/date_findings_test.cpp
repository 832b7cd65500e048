#include <catch2/catch.hpp>

#include <cx/model/date_findings.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;

namespace {

DateFindings findings(const std::vector<std::string>& values) {
    ExportBuilder builder;
    builder.column("date");
    for (const std::string& value : values) builder.row({value});
    return date_findings(builder.opened().sample, 0);
}

} // namespace

TEST_CASE("values tell the order of day, month and year") {
    CHECK(findings({"09.12.2015 17:36:24", "31.12.2015 08:00:00"}).order == DateOrder::dmy);
    CHECK(findings({"03/04/2020 9:08:27 PM", "03/24/2020 9:08:27 PM"}).order == DateOrder::mdy);
    CHECK(findings({"03/04/2020", "24/03/2020"}).order == DateOrder::dmy);
    CHECK(findings({"2021-07-23 09:00:18"}).order == DateOrder::ymd);
    CHECK(findings({"Oct 3, 2026", "Oct 4, 2026"}).dates);
}

TEST_CASE("dots stand between day, month and year in this order alone") {
    const DateFindings dotted = findings({"03.04.2020", "05.06.2020"});
    CHECK(dotted.order == DateOrder::dmy);
    CHECK_FALSE(dotted.matters);
}

TEST_CASE("dates that read both ways are left open") {
    const DateFindings both = findings({"03/04/2020", "05/06/2020"});
    CHECK(both.dates);
    CHECK(both.matters);
    CHECK_FALSE(both.order);
    CHECK_FALSE(findings({"05/05/2020"}).matters); // the same day either way
}

TEST_CASE("what is no date") {
    CHECK_FALSE(findings({}).dates);
    CHECK_FALSE(findings({"", "-"}).dates);
    CHECK_FALSE(findings({"231", "12", "9"}).dates);
    CHECK_FALSE(findings({"2021-07-23", "soon", "later"}).dates);
}

TEST_CASE("orders have names") {
    CHECK(to_string(DateOrder::dmy) == "dmy");
    CHECK(to_string(DateOrder::mdy) == "mdy");
    CHECK(to_string(DateOrder::ymd) == "ymd");
}
