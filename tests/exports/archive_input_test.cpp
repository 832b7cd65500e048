#include <cx/exports/archive_input.hpp>

#include <string>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

#include "export_text.hpp"
#include "packed.hpp"

using Catch::Contains;
using cx::testing::all_of;
using cx::testing::SteppedInput;
using cx::testing::stream_of;
using cx::testing::TemporaryFile;
using cx::testing::zip_of;

namespace {

const std::string table = "touchpoint,nps\nbranch,9\nweb,3\n";

std::string unpacked(const std::string& bytes, const std::string& member = {}) {
    const TemporaryFile file(bytes);
    return all_of(*cx::open_input(file.name(), member));
}

/// As from a pipe: there is no file to go back to.
std::string streamed(const std::string& bytes, const std::string& member = {}) {
    const auto input =
        cx::detail::unpacked(std::make_unique<SteppedInput>(bytes, 100), {"-", member, cx::detail::Packing::zip});
    return all_of(*input);
}

} // namespace

TEST_CASE("gzip, zstd and xz are known by their bytes") {
    CHECK(unpacked(stream_of(table, archive_write_add_filter_gzip)) == table);
    CHECK(unpacked(stream_of(table, archive_write_add_filter_zstd)) == table);
    CHECK(unpacked(stream_of(table, archive_write_add_filter_xz)) == table);
}

TEST_CASE("A packed file of nothing is empty") {
    CHECK(unpacked(stream_of("", archive_write_add_filter_gzip)).empty());
}

TEST_CASE("A large packed file is unpacked whole, in bounded blocks") {
    std::string large;
    for (int i = 0; i < 200'000; ++i) large += std::to_string(i) + ",branch\n";
    CHECK(unpacked(stream_of(large, archive_write_add_filter_gzip)) == large);
}

TEST_CASE("Damaged packed files are refused by name") {
    std::string large;
    for (int i = 0; i < 20'000; ++i) large += std::to_string(i * 7919 % 10'007) + ",branch\n";
    const std::string whole = stream_of(large, archive_write_add_filter_gzip);
    CHECK_THROWS_WITH(unpacked(whole.substr(0, whole.size() / 2)),
                      Contains("cx-test-") && Contains("cannot be unpacked"));
    const std::string zip = zip_of({{"a.csv", large}});
    CHECK_THROWS_WITH(unpacked(zip.substr(0, zip.size() / 2)), Contains("cannot be unpacked"));
}

TEST_CASE("A zip of one file is that file; folders and what macOS adds do not count") {
    CHECK(unpacked(zip_of({{"survey.csv", table}})) == table);
    CHECK(unpacked(zip_of({{"CSV/", ""}, {"CSV/survey.csv", table}, {"__MACOSX/CSV/._survey.csv", "x"}})) == table);
    CHECK(unpacked(zip_of({{"kysely-ä.csv", table}})) == table);
}

TEST_CASE("Of several files in a zip one has to be named") {
    const std::string zip = zip_of({{"2025/a.csv", "a\n1\n"}, {"2025/b.csv", table}});
    CHECK_THROWS_WITH(unpacked(zip), Contains("2025/a.csv") && Contains("2025/b.csv") && Contains("--member"));
    CHECK(unpacked(zip, "2025/b.csv") == table);
    CHECK(unpacked(zip, "b.csv") == table);
    CHECK_THROWS_WITH(unpacked(zip, "c.csv"), Contains("no file 'c.csv'") && Contains("2025/a.csv"));
    const std::string twins = zip_of({{"x/a.csv", "1\n"}, {"y/a.csv", "2\n"}});
    CHECK_THROWS_WITH(unpacked(twins, "a.csv"), Contains("several files called 'a.csv'"));
}

TEST_CASE("A zip from a pipe is read forward, and a second file is found at the end") {
    CHECK(streamed(zip_of({{"survey.csv", table}})) == table);
    const std::string zip = zip_of({{"a.csv", "a\n1\n"}, {"b.csv", table}});
    CHECK_THROWS_WITH(streamed(zip), Contains("a.csv") && Contains("b.csv"));
    CHECK(streamed(zip, "b.csv") == table);
    CHECK_THROWS_WITH(streamed(zip, "c.csv"), Contains("no file 'c.csv'"));
}

TEST_CASE("A zip without files is refused") {
    CHECK_THROWS_WITH(unpacked(zip_of({{"folder/", ""}})), Contains("without a file"));
}

TEST_CASE("Workbooks are told from zips of exports by what is in them") {
    const std::string xlsx = zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"}});
    CHECK_THROWS_WITH(unpacked(xlsx), Contains(".xlsx") && Contains("CSV UTF-8"));
    const std::string late = zip_of({{"_rels/.rels", "<Relationships/>"}, {"xl/workbook.xml", "<workbook/>"}});
    CHECK_THROWS_WITH(unpacked(late), Contains(".xlsx"));
    CHECK_THROWS_WITH(streamed(late), Contains(".xlsx"));
    CHECK_THROWS_WITH(unpacked(zip_of({{"survey.xlsx", xlsx}})), Contains(".xlsx"));
    CHECK(cx::detail::workbook_by_member("mimetype", "application/vnd.oasis.opendocument.spreadsheet") ==
          "an OpenDocument file (.ods, .odt)");
    CHECK(cx::detail::workbook_by_member("mimetype", "text/plain").empty());
    CHECK(cx::detail::workbook_by_member("xlsx-notes.csv", "").empty());
}

TEST_CASE("A packed file inside a packed one is refused") {
    const std::string inner = stream_of(table, archive_write_add_filter_gzip);
    CHECK_THROWS_WITH(unpacked(zip_of({{"survey.csv.gz", inner}})), Contains("another packed file"));
}
