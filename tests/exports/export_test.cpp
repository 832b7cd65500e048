#include <cx/exports/export.hpp>

#include <string>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

#include "export_text.hpp"
#include "packed.hpp"

using Catch::Contains;
using cx::testing::all_of;
using cx::testing::opened;
using cx::testing::rows_of;
using namespace std::string_literals;

TEST_CASE("An export's text is handed over from its first byte, decoded") {
    auto source = opened("id;why\r\n1;hyv\xE4\xE4 palvelua\r\n2;yst\xE4v\xE4llist\xE4\r\n");
    CHECK(source.recognition.encoding == "windows-1252");
    CHECK(source.recognition.delimiter == ';');
    CHECK(source.sample.cell(0, 1) == "hyvää palvelua");
    CHECK(all_of(*source.text) == "id;why\r\n1;hyvää palvelua\r\n2;ystävällistä\r\n");
}

TEST_CASE("The encoding may be settled") {
    cx::ReadOptions options;
    options.encoding = "latin9";
    CHECK(opened("id,price\n1,5 \xA4\n", options).sample.cell(0, 1) == "5 €");
    options.encoding = "klingon";
    CHECK_THROWS_AS(opened("id\n1\n", options), cx::Error);
}

TEST_CASE("Bytes that windows-1252 leaves undefined are counted") {
    const auto source = opened("id,why\n1,\x93quoted\x94 and \x81\x90\n");
    REQUIRE(source.recognition.notices.size() == 1);
    CHECK(source.recognition.notices[0].text ==
          "2 bytes that windows-1252 does not define are read as control characters");
}

TEST_CASE("UTF-16 as spreadsheets save it is read") {
    std::string bytes = "\xFF\xFE";
    for (const char c : "id\tnps\r\n1\t9\r\n"s) bytes += {c, '\0'};
    auto source = opened(bytes);
    CHECK(source.recognition.encoding == "UTF-16LE");
    CHECK(source.recognition.delimiter == '\t');
    CHECK(source.sample.cell(0, 1) == "9");
    CHECK(rows_of(source) == 1);
}

TEST_CASE("What is no export is refused in words") {
    CHECK_THROWS_WITH(opened(""), Contains("is empty"));
    CHECK_THROWS_WITH(opened("\xEF\xBB\xBF\n \n"), Contains("is empty"));
    CHECK_THROWS_WITH(opened("\x7F"
                             "ELF\2\1\1\0\0\0\3\4\0\0\0\0"s),
                      Contains("is no text"));
    CHECK_THROWS_WITH(opened("<!DOCTYPE html><html><body>Log in</body></html>"), Contains("web page"));
}

TEST_CASE("A packed export is read like any other") {
    auto source = opened(cx::testing::stream_of("id,nps\n1,9\n", archive_write_add_filter_gzip));
    CHECK(rows_of(source) == 1);
    cx::ReadOptions options;
    options.member = "b.csv";
    CHECK(opened(cx::testing::zip_of({{"a.csv", "x\n1\n"}, {"b.csv", "id,nps\n1,9\n"}}), options).sample.cell(0, 1) ==
          "9");
}

TEST_CASE("The sample of a long export is its first records, and the rest is read all the same") {
    std::string text = "id,comment\n";
    std::size_t rows = 0;
    while (text.size() < (9U << 20U)) {
        text += std::to_string(++rows) + ",\"a comment of some length,\nwith a line break\"\n";
    }
    auto source = opened(text);
    CHECK_FALSE(source.sample.complete());
    CHECK(source.sample.size() < rows);
    CHECK(source.sample.size() * 9 > rows * 7);
    CHECK(source.sample.cell(source.sample.size() - 1, 0) == std::to_string(source.sample.size()));
    CHECK(rows_of(source) == rows);
}

TEST_CASE("A sample's cells are trimmed, and empty beyond the last") {
    const auto source = opened("a,b\n \"x\"\"y\" ,2\n3\n");
    CHECK(source.sample.complete());
    CHECK(source.sample.cell(0, 0) == "\"x\"\"y\""); // a quote that is not a field's first byte is text
    CHECK(source.sample.cell(1, 1).empty());
    CHECK_THROWS(source.sample.cell(2, 0));
}

TEST_CASE("Filters are left out on request") {
    const std::string text = "Time Started,Date Submitted,Status,Q\n2025-01-02 10:00,2025-01-02 10:05,Partial,5\n";
    CHECK(opened(text).recognition.filters.size() == 2);
    cx::ReadOptions options;
    options.keep_unfinished = true;
    CHECK(opened(text, options).recognition.filters.empty());
}
