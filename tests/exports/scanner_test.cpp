#include <catch2/catch.hpp>

#include <cx/exports/scanner.hpp>

#include <csv.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows scanned(const std::string& text, cx::ScanKernel kernel, char delimiter = ',') {
    cx::RecordIndex index;
    cx::scan_records(text, delimiter, '"', true, index, kernel);
    Rows rows;
    for (const auto& row : index.rows()) {
        const cx::Record record(text.data(), row.start, index.cell_ends(row), row.line);
        rows.emplace_back();
        std::string scratch;
        for (std::size_t cell = 0; cell < record.size(); ++cell)
            rows.back().emplace_back(record.text(cell, '"', scratch));
    }
    return rows;
}

/// What libcsv makes of the same text.
Rows parsed_by_libcsv(const std::string& text) {
    struct Reading {
        Rows                     rows;
        std::vector<std::string> row;
    } reading;
    csv_parser parser;
    REQUIRE(csv_init(&parser, 0) == 0);
    csv_set_space_func(&parser, [](unsigned char) { return 0; });
    const auto cell = [](void* bytes, std::size_t size, void* to) {
        static_cast<Reading*>(to)->row.emplace_back(static_cast<const char*>(bytes), size);
    };
    const auto row = [](int, void* to) {
        auto* into = static_cast<Reading*>(to);
        into->rows.push_back(std::move(into->row));
        into->row.clear();
    };
    REQUIRE(csv_parse(&parser, text.data(), text.size(), cell, row, &reading) == text.size());
    csv_fini(&parser, cell, row, &reading);
    csv_free(&parser);
    return reading.rows;
}

/// A well-formed file of RFC 4180 with everything that may be quoted.
std::string well_formed(std::mt19937& random) {
    static const std::vector<std::string> cells = {
        "",
        "7",
        "plain text",
        "\"\"",
        "\"a,b\"",
        "\"two\nlines\"",
        "\"say \"\"hi\"\"\"",
        "\"\"\"\"",
        "\"\r\n\"",
        "\"a long comment, with a comma; and more than one block of sixty-four "
        "bytes so that quotes reach over its end\""};
    const std::string line_end = random() % 2 == 0 ? "\n" : "\r\n";
    std::string       text;
    for (std::size_t row = 0, rows = random() % 20; row < rows; ++row) {
        for (std::size_t cell = 0; cell < 4; ++cell) text += (cell > 0 ? "," : "") + cells[random() % cells.size()];
        text += line_end;
    }
    return text;
}

} // namespace

TEST_CASE("the scanner finds cells, quotes and line breaks", "[exports][scanner]") {
    const auto kernel = GENERATE(cx::ScanKernel::vector, cx::ScanKernel::scalar);
    CHECK(scanned("", kernel).empty());
    CHECK(scanned("\n\r\n \n", kernel).empty());
    CHECK(scanned("a,b\n1,2", kernel) == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(scanned("a,b\r\n1,\r\n", kernel) == Rows{{"a", "b"}, {"1", ""}});
    CHECK(scanned("a,b\r1,2\r", kernel) == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(scanned("\"x\ny\",\"say \"\"hi\"\"\"\n", kernel) == Rows{{"x\ny", "say \"hi\""}});
    CHECK(scanned("\"\",,\"\"\n", kernel) == Rows{{"", "", ""}});
    CHECK(scanned("a\tb\n", kernel, '\t') == Rows{{"a", "b"}});
}

TEST_CASE("a quote inside an unquoted field is text", "[exports][scanner]") {
    const auto kernel = GENERATE(cx::ScanKernel::vector, cx::ScanKernel::scalar);
    CHECK(scanned("5\" screen,2\n3,4\n", kernel) == Rows{{"5\" screen", "2"}, {"3", "4"}});
    CHECK(scanned("1, \"a,b\"\n", kernel) == Rows{{"1", " \"a", "b\""}});
    CHECK(scanned("\"ab\"c\"d,e\n", kernel) == Rows{{"abc\"d", "e"}});
}

TEST_CASE("lines are counted inside quotes too", "[exports][scanner]") {
    const auto        kernel = GENERATE(cx::ScanKernel::vector, cx::ScanKernel::scalar);
    const std::string text = "a,b\r\n\"1\n2\r\n3\",x\r\n\n5,6\n";
    cx::RecordIndex   index;
    cx::scan_records(text, ',', '"', true, index, kernel);
    REQUIRE(index.rows().size() == 3);
    CHECK(index.rows()[1].line == 1);
    CHECK(index.rows()[2].line == 5);
    CHECK(index.lines() == 6);
}

TEST_CASE("an unfinished record is left for the next stretch", "[exports][scanner]") {
    const auto        kernel = GENERATE(cx::ScanKernel::vector, cx::ScanKernel::scalar);
    const std::string text = "a,b\n1,\"2\n";
    cx::RecordIndex   index;
    cx::scan_records(text, ',', '"', false, index, kernel);
    CHECK(index.rows().size() == 1);
    CHECK(index.consumed() == 4);
    CHECK(index.open_cell() == 6);
    CHECK(index.open_cells() == 1);
    CHECK_FALSE(index.ends_quoted());
    cx::scan_records(text, ',', '"', true, index, kernel);
    CHECK(index.rows().size() == 2);
    CHECK(index.ends_quoted());
    // A CR at the end of a stretch may be half of a line break.
    cx::scan_records("a,b\r", ',', '"', false, index, kernel);
    CHECK(index.consumed() == 0);
}

TEST_CASE("well-formed files give the records that libcsv gives", "[exports][scanner]") {
    std::mt19937 random(4180);
    for (int round = 0; round < 500; ++round) {
        const std::string text = well_formed(random);
        INFO(text);
        const Rows expected = parsed_by_libcsv(text);
        CHECK(scanned(text, cx::ScanKernel::vector) == expected);
    }
}
