#include <cx/archive/archive.hpp>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

#include "made_archive.hpp"

using namespace cx;
using namespace cx::testing;

namespace {

std::vector<std::string> names_of(const std::vector<ArchivedWave>& waves) {
    std::vector<std::string> names;
    for (const ArchivedWave& wave : waves) names.push_back(wave.name);
    return names;
}

} // namespace

TEST_CASE("archive: waves stand in the order of time, and the month of the last import is not complete") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    import(file, source_of({"NPS"}),
           {{"r1",
             "2026-11-01",
             { "9" }},
            {"r2",
             "2026-10-01",
             { "8" }},
            { "r3",
              "2025-12-31",
              { "7" } }});
    const Archive archive(file);
    const auto    waves = archive.waves();
    CHECK(names_of(waves) == std::vector<std::string>{"2025-12", "2026-10", "2026-11"});
    CHECK(waves[1].complete);
    CHECK_FALSE(waves[2].complete);
    CHECK(waves[0].responses == 1);
    const auto imports = archive.imports();
    REQUIRE(imports.size() == 1);
    CHECK(imports[0].file == "survey.csv");
    CHECK(imports[0].added == 3);
    CHECK(imports[0].rows == 3);
    CHECK(imports[0].at == "2026-11-05T06:30:00Z");
}

TEST_CASE("archive: waves that are no periods stand as they came, and are complete") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    ImportSource          source = source_of({"NPS"});
    for (const char* name : {"second", "first", "2026-10"}) {
        source.wave = name;
        import(file, source, {{ std::string("r") + name, "", { "9" } }});
    }
    const auto waves = Archive(file).waves();
    CHECK(names_of(waves) == std::vector<std::string>{"second", "first", "2026-10"});
    CHECK(waves[0].complete);
}

TEST_CASE("archive: a part is what a wave has of one source, with its columns as the export had them") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    ImportSource          webropol = source_of({"NPS", "Email", "Alue"}, "w.csv");
    webropol.source = "webropol";
    webropol.columns[1].personal = true;
    webropol.columns[2].question.headers = {"Taustatiedot", "Alue"};
    webropol.columns[2].question.labels = {{"1", "Etelä"}, {"2", "Pohjoinen"}};
    import(file, webropol, {{ "r1", "2026-10-01", { "9", "", "1" } }});
    ImportSource qualtrics = source_of({"Q1", "NPS"}, "q.csv");
    qualtrics.source = "qualtrics";
    import(file, qualtrics, {{ "r1x", "2026-10-01", { "x", "3" } }});
    const Archive archive(file);
    const auto    waves = archive.waves();
    const auto    parts = archive.parts(waves, false, std::nullopt);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].source == "qualtrics");
    REQUIRE(parts[1].recognition.columns.size() == 2);
    const Column& area = parts[1].recognition.columns[1];
    CHECK(area.code == "Alue");
    CHECK(area.text == "Text of Alue");
    CHECK(area.headers == std::vector<std::string>{"Taustatiedot", "Alue"});
    CHECK(area.labels.at("2") == "Pohjoinen");
    const Export opening = archive.opening_of(parts[1]);
    REQUIRE(opening.sample.size() == 1);
    CHECK(opening.sample.cell(0, 0) == "9");
    CHECK(opening.sample.cell(0, 1) == "1");
    const auto by_file = archive.parts(waves, true, std::nullopt);
    CHECK(by_file[1].recognition.file == "w.csv");
}

TEST_CASE("archive: as it stood after an earlier import") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    const ImportSource    source = source_of({"NPS"});
    import(file, source, {{"r1", "2026-10-01", { "9" }}, { "r2", "2026-10-02", { "8" } }});
    import(file, source, {{"r1", "2026-10-01", { "2" }}, { "r3", "2026-10-03", { "7" } }}, true);
    const Archive archive(file);
    const auto    cells_as_of = [&](std::optional<std::int64_t> import) {
        const auto   parts = archive.parts(archive.waves(), false, import);
        const Export opening = archive.opening_of(parts.at(0));
        std::string  cells;
        for (std::size_t row = 0; row < opening.sample.size(); ++row) cells += opening.sample.cell(row, 0);
        return cells;
    };
    CHECK(cells_as_of(1) == "98");
    CHECK(cells_as_of(2) == "827");
    CHECK(cells_as_of(std::nullopt) == "827");
}

TEST_CASE("archive: what is none is refused") {
    const TemporaryFolder folder;
    CHECK_THROWS_AS(Archive(folder.file("nowhere.cx")), Error);
    CHECK_FALSE(is_there(folder.file("nowhere.cx")));
}
