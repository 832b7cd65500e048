#include <string>

#include <catch2/catch.hpp>

#include "exports/export_text.hpp"

using cx::testing::as;
using cx::testing::opened;
using cx::testing::rows_of;

namespace {

const std::string table = "Vastausaika\tAlue\tPalaute\t\tKanavat\t\n"
                          "-\t-\tKuinka todennäköisesti suosittelisit?\tMiksi?\tVerkko\tMyymälä\n"
                          "09.12.2025 17:07:18\t2\t9\t\"Hyvä\npalvelu\"\t1\t\n"
                          "10.12.2025 11:00:00\t17\t10\t\t\t2\n"
                          "\t\t\t\t\t\n"
                          "\t2 = Uusimaa\t\t\t1 = Verkko\t\n"
                          "\t17 = Pohjois-Pohjanmaa\t\t\t2 = Myymälä\t\n";

} // namespace

TEST_CASE("webropol: merged groups over items, fillers where there are none") {
    auto        source = opened(table);
    const auto& columns = source.recognition.columns;
    CHECK(source.recognition.dialect == "webropol");
    REQUIRE(columns.size() == 6);
    CHECK(columns[0].code == "Vastausaika");
    CHECK(columns[2].code == "Kuinka todennäköisesti suosittelisit?");
    CHECK(columns[2].text == "Palaute: Kuinka todennäköisesti suosittelisit?");
    CHECK(columns[3].text == "Palaute: Miksi?");
    CHECK(columns[5].headers == std::vector<std::string>{"", "Myymälä"});
}

TEST_CASE("webropol: the code legend labels its columns and is no respondent") {
    auto        source = opened(table);
    const auto& columns = source.recognition.columns;
    CHECK(source.recognition.has_legend);
    CHECK(columns[1].labels == std::map<std::string, std::string>{{"2", "Uusimaa"}, {"17", "Pohjois-Pohjanmaa"}});
    CHECK(columns[5].labels.at("2") == "Myymälä"); // the group's
    CHECK(columns[3].labels.empty());
    CHECK(source.sample.size() == 2);
    CHECK(rows_of(source) == 2);
}

TEST_CASE("webropol: hyphens in a first response do not make it one") {
    CHECK(opened("id\tq1\tq2\n1\t-\t5\n2\t4\t-\n").recognition.dialect == "plain");
    CHECK(opened("id\tq1\tq2\n1\t-\t5\n2\t4\t-\n", as("webropol")).recognition.dialect == "webropol");
}
