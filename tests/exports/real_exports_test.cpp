// The exports that survey tools wrote, where they are at hand. Rows were counted with another reader of CSV.
#include <cx/exports/export.hpp>

#include <array>
#include <filesystem>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

#include "export_text.hpp"

using Catch::Contains;
using cx::testing::rows_of;

namespace {

const std::string folder = CX_SOURCE_DIR "/../shared/data/";

struct Expected {
    const char* file;
    const char* dialect;
    const char* encoding;
    char        delimiter;
    std::size_t columns;
    std::size_t rows;
};

const std::array exports{
    Expected{"blockstack-typeform/results-anonymized-randomized.csv", "typeform", "UTF-8", ',', 53, 69},
    Expected{"cncf-surveymonkey/CNCF_Maintainers_Survey_2020_H1.csv", "surveymonkey", "UTF-8", ',', 71, 79},
    Expected{"cncf-surveymonkey/CNCF_Maintainers_Survey_2020_H2.csv", "surveymonkey", "UTF-8", ',', 103, 97},
    Expected{"cncf-surveymonkey/CNCF_Maintainers_Survey_2021_H1.csv", "surveymonkey", "UTF-8", ',', 133, 93},
    Expected{"cncf-surveymonkey/maintainer-survey-results-2019-h2.csv", "surveymonkey", "UTF-8", ',', 69, 70},
    Expected{"csv-edge-cases/accent.csv", "plain", "UTF-8", ';', 17, 2},
    Expected{"csv-edge-cases/bom.csv", "plain", "UTF-8 with BOM", ',', 2, 2},
    Expected{"csv-edge-cases/doublequote.csv", "plain", "UTF-8", ',', 17, 5},
    Expected{"csv-edge-cases/escaping.csv", "plain", "UTF-8", ',', 2, 3},
    Expected{"csv-edge-cases/latin1.csv", "plain", "windows-1252", ',', 2, 2},
    Expected{"csv-edge-cases/skip-rows-before-headers.csv", "plain", "UTF-8", ',', 2, 2},
    Expected{"finnish-final/python.csv", "plain", "UTF-8", ',', 50, 27},
    Expected{"finnish-final/racket.csv", "plain", "UTF-8", ',', 43, 12},
    Expected{"finnish-modules/python-1.csv", "plain", "UTF-8", ',', 11, 288},
    Expected{"finnish-modules/python-2.csv", "plain", "UTF-8", ',', 11, 206},
    Expected{"finnish-modules/python-3.csv", "plain", "UTF-8", ',', 11, 156},
    Expected{"finnish-modules/python-4.csv", "plain", "UTF-8", ',', 11, 124},
    Expected{"finnish-modules/python-5.csv", "plain", "UTF-8", ',', 11, 109},
    Expected{"finnish-modules/racket-1.csv", "plain", "UTF-8", ',', 11, 142},
    Expected{"finnish-modules/racket-2.csv", "plain", "UTF-8", ',', 11, 189},
    Expected{"finnish-modules/racket-3.csv", "plain", "UTF-8", ',', 11, 103},
    Expected{"finnish-modules/racket-4.csv", "plain", "UTF-8", ',', 11, 138},
    Expected{"finnish-modules/racket-5.csv", "plain", "UTF-8", ',', 11, 81},
    Expected{"finnish-modules/racket-6.csv", "plain", "UTF-8", ',', 11, 63},
    Expected{"finnish-modules/racket-7.csv", "plain", "UTF-8", ',', 11, 60},
    Expected{"finnish-webropol/koodiaapinen-palautekysely-anonymisoitu.csv", "webropol", "UTF-8", '\t', 198, 135},
    Expected{"finnish-webropol/opettajaosuudet.csv", "plain", "UTF-8", '\t', 8, 21},
    Expected{"french-retail-nps/nps.csv", "plain", "windows-1252", ',', 9, 13954},
    Expected{"german-limesurvey/results_english.csv", "limesurvey", "UTF-8 with BOM", ';', 317, 96},
    Expected{"german-limesurvey/results_german.csv", "limesurvey", "UTF-8 with BOM", ';', 317, 96},
    Expected{"jupyter-surveygizmo/20160115235816-SurveyExport.csv", "surveygizmo", "UTF-8", ',', 37, 1706},
    Expected{"korean-servqual/kiosk.csv", "plain", "CP949", ',', 163, 211},
    Expected{"qualtrics-three-headers/0723qualtrics.csv", "qualtrics", "UTF-8", ',', 204, 12},
    Expected{"qualtrics-three-headers/sample.csv", "qualtrics", "UTF-8", ',', 20, 1},
    Expected{"qualtrics-three-headers/sample_legacy.csv", "qualtrics", "UTF-8 with BOM", ',', 16, 1},
    Expected{"rse-limesurvey/public_data.csv", "limesurvey", "UTF-8", ',', 248, 325},
    Expected{"spack-googleforms/spack-user-survey-2020-responses.csv", "googleforms", "UTF-8 with BOM", ',', 48, 170},
    Expected{"spack-googleforms/spack-user-survey-2021-responses.csv", "googleforms", "UTF-8 with BOM", ',', 54, 179},
    Expected{"starwars-surveymonkey/StarWars.csv", "surveymonkey", "windows-1252", ',', 38, 1186},
};

const char* const no_headers = "haxe-typeform/data.csv";
const char* const summary = "cncf-surveymonkey/CNCF_Maintainers_Survey_2020_H2_Summary.csv";

bool at_hand() {
    if (std::filesystem::is_directory(folder)) return true;
    WARN("skipped: no real exports in " << folder);
    return false;
}

cx::Export opened_file(const std::string& file, const cx::ReadOptions& options = {}) {
    return cx::open_export(folder + file, options);
}

} // namespace

TEST_CASE("Every real export is recognised and no row of it is lost") {
    if (!at_hand()) return;
    for (const Expected& expected : exports) {
        INFO(expected.file);
        auto source = opened_file(expected.file);
        CHECK(source.recognition.dialect == expected.dialect);
        CHECK(source.recognition.encoding == expected.encoding);
        CHECK(source.recognition.delimiter == expected.delimiter);
        CHECK(source.recognition.columns.size() == expected.columns);
        CHECK(source.sample.size() == expected.rows);
        CHECK(source.sample.complete());
        CHECK(rows_of(source) == expected.rows);
        std::set<std::string> codes;
        for (const cx::Column& column : source.recognition.columns) codes.insert(column.code);
        CHECK(codes.size() == expected.columns);
    }
}

TEST_CASE("No real export is left out of the table above") {
    if (!at_hand()) return;
    std::set<std::string> known{no_headers, summary};
    for (const Expected& expected : exports) known.insert(expected.file);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".csv") continue;
        const std::string file = std::filesystem::relative(entry.path(), folder).string();
        INFO(file);
        CHECK(known.count(file) == 1);
    }
}

TEST_CASE("A real export without headers is refused, and read as one") {
    if (!at_hand()) return;
    CHECK_THROWS_WITH(opened_file(no_headers), Contains("data.csv:1: ") && Contains("--no-header"));
    cx::ReadOptions options;
    options.no_header = true;
    auto source = opened_file(no_headers, options);
    CHECK(source.recognition.columns.size() == 23);
    CHECK(source.recognition.columns[22].code == "23");
    CHECK(rows_of(source, options) == 605);
}

TEST_CASE("A real summary is refused as one") {
    if (!at_hand()) return;
    CHECK_THROWS_WITH(opened_file(summary), Contains("summary"));
}

TEST_CASE("What tools say beside the answers is taken from real exports") {
    if (!at_hand()) return;
    const auto webropol = opened_file("finnish-webropol/koodiaapinen-palautekysely-anonymisoitu.csv").recognition;
    CHECK(webropol.has_legend);
    const auto home = find_column(webropol, "Asuinpaikka");
    REQUIRE(home);
    CHECK(webropol.columns[*home].labels.at("17") == "Pohjois-Pohjanmaa");
    CHECK(find_column(webropol, "Kuinka todennäköisesti suosittelisit kurssia?") == 42U);
    CHECK(opened_file("qualtrics-three-headers/0723qualtrics.csv").recognition.timezone == "America/Denver");
    const auto korean = opened_file("korean-servqual/kiosk.csv");
    CHECK(korean.recognition.columns[0].code == "귀하의 성별을 선택해주세요.");
    CHECK(korean.sample.cell(0, 0) == "여");
    const auto french = opened_file("french-retail-nps/nps.csv");
    CHECK(french.recognition.columns[0].code == "column 1");
    CHECK(french.recognition.columns[2].code == "nps");
}
