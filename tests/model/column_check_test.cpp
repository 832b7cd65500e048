#include <cx/model/column_check.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/model/model_file.hpp>
#include <support/export_builder.hpp>

#include "model/faults.hpp"

using cx::test::ExportBuilder;

namespace {

std::string said(const std::string& toml, const ExportBuilder& builder) {
    const auto           model = cx::parse_model(toml, "cx.toml");
    cx::detail::Problems problems("cx.toml");
    cx::detail::check_columns(model, builder.opened().recognition, problems);
    try {
        problems.raise();
    } catch (const cx::Error& error) {
        return error.what();
    }
    return {};
}

ExportBuilder survey() {
    return ExportBuilder{}
        .column("Q1")
        .column("Region")
        .column("Date")
        .column("a", "Why?", {"Why?"})
        .column("b", "Why?", {"Why?"});
}

} // namespace

TEST_CASE("Every name of a column is looked up, and told where it stands") {
    CHECK(said("[columns]\n"
               "date = [\"EndDate\", \"Dtae\"]\n"
               "segments = [\"Region\",\n"
               "            \"Regoin\"]\n"
               "[[stage]]\nid = \"s\"\n"
               "[[touchpoint]]\nid = \"t\"\ncritical_for = \"Plann=A\"\n"
               "[[journey]]\nid = \"j\"\nsegment = \"Size=Big\"\n"
               "[[item]]\nid = \"r\"\nkind = \"recommend\"\ncolumn = \"Q2\"\n"
               "[[item]]\nid = \"p\"\nperformance = \"How well?\"\nimportance = \"Q1\"\n"
               "[[target]]\nmetric = \"nps\"\nat_least = 1\nsegment = \"Regio=North\"\n",
               survey()) ==
          "cx.toml:2:9: there is no column 'EndDate' in survey.csv (columns.date); name columns by their header or by "
          "the "
          "export's short code\n"
          "cx.toml:4:13: there is no column 'Regoin' in survey.csv (columns.segments); did you mean 'Region'?\n"
          "cx.toml:9:16: there is no column 'Plann' in survey.csv (critical_for of touchpoint 't')\n"
          "cx.toml:12:11: there is no column 'Size' in survey.csv (segment of journey 'j')\n"
          "cx.toml:16:10: there is no column 'Q2' in survey.csv (item 'r'); did you mean 'Q1'?\n"
          "cx.toml:19:15: there is no column 'How well?' in survey.csv (item 'p')\n"
          "cx.toml:24:11: there is no column 'Regio' in survey.csv (segment of a target); did you mean 'Region'?");
}

TEST_CASE("Alternatives, the file's name and other waves need no column") {
    CHECK(said("[columns]\ndate = [\"EndDate\", \"Date\"]\ntouchpoint = \"@file\"\n"
               "[[item]]\ncolumn = \"Old\"\nwaves = \"2024\"\n",
               survey())
              .empty());
}

TEST_CASE("A name of several columns is told with their codes") {
    CHECK(said("[columns]\ncomment = \"Why?\"\n", survey()) ==
          "cx.toml:2:11: 'Why?' is the name of 2 columns: 'a', 'b'; name one of them by its code");
}

TEST_CASE("Columns that something looks at are used") {
    const auto builder = survey().filter({4, {"x"}, false, "test"});
    const auto model = cx::parse_model("[columns]\ndate = [\"EndDate\", \"Date\"]\ncomment = \"Why?\"\n"
                                       "[[item]]\nkind = \"recommend\"\ncolumn = \"q1\"\n"
                                       "[[target]]\nmetric = \"nps\"\nat_least = 1\nsegment = \"Region=North\"\n",
                                       "cx.toml");
    CHECK(cx::unused_columns(model, builder.opened().recognition) == std::vector<std::size_t>{3});
    CHECK(cx::unused_columns({}, survey().opened().recognition).size() == 5);
}
