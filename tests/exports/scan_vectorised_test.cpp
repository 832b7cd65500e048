#include <catch2/catch.hpp>

#include <cx/exports/scanner.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace {

/// Random bytes of the few kinds that matter, with stretches long enough to reach over blocks.
std::string hostile(std::mt19937& random, std::size_t size) {
    static const std::string kinds = "aaa\"\",,\n\r b\xC3\xA4";
    std::string              text;
    while (text.size() < size) {
        const auto kind = kinds[random() % kinds.size()];
        text.append(random() % 16 == 0 ? random() % 80 : 1, kind);
    }
    return text;
}

void check_alike(const std::string& text, bool at_end) {
    cx::RecordIndex vector, scalar;
    cx::scan_records(text, ',', '"', at_end, vector, cx::ScanKernel::vector);
    cx::scan_records(text, ',', '"', at_end, scalar, cx::ScanKernel::scalar);
    REQUIRE(vector.rows().size() == scalar.rows().size());
    for (std::size_t i = 0; i < scalar.rows().size(); ++i) {
        const auto &v = vector.rows()[i], &s = scalar.rows()[i];
        REQUIRE(v.start == s.start);
        REQUIRE(v.line == s.line);
        const auto v_ends = vector.cell_ends(v), s_ends = scalar.cell_ends(s);
        REQUIRE(std::vector<std::uint32_t>(v_ends.begin(), v_ends.end()) ==
                std::vector<std::uint32_t>(s_ends.begin(), s_ends.end()));
    }
    REQUIRE(vector.consumed() == scalar.consumed());
    REQUIRE(vector.lines() == scalar.lines());
    REQUIRE(vector.open_cell() == scalar.open_cell());
    REQUIRE(vector.open_cells() == scalar.open_cells());
    REQUIRE(vector.ends_quoted() == scalar.ends_quoted());
}

} // namespace

TEST_CASE("both kernels find the same in hostile bytes", "[exports][scanner]") {
    std::mt19937 random(20261121);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = hostile(random, random() % 400);
        INFO("text: " << text);
        for (const bool at_end : {true, false}) check_alike(text, at_end);
    }
}

TEST_CASE("both kernels find the same in texts of many cells, whichever line ends they have", "[exports][scanner]") {
    // Cells are handed over by the thousand: a line end may fall before, on and behind that.
    for (std::size_t width = 4080; width < 4150; ++width) {
        for (const char* line_end : {"\n", "\r\n", "\r"}) {
            std::string text;
            for (int row = 0; row < 4; ++row) text.append(width - 1, ',').append("5").append(line_end);
            INFO(width << " cells");
            check_alike(text, true);
            check_alike("a\r\n" + text, true); // one CR, and long after it
        }
    }
    std::mt19937 random(20261122);
    for (int round = 0; round < 60; ++round) {
        const std::string text = hostile(random, 20'000 + random() % 20'000);
        INFO("round " << round);
        for (const bool at_end : {true, false}) check_alike(text, at_end);
    }
}

TEST_CASE("a quote may open at any place of a block", "[exports][scanner]") {
    for (std::size_t before = 0; before < 130; ++before) {
        const std::string text = std::string(before, 'x') + ",\"a,\n\"\"b\",c\n";
        cx::RecordIndex   index;
        cx::scan_records(text, ',', '"', true, index);
        INFO("after " << before << " bytes");
        REQUIRE(index.rows().size() == 1);
        CHECK(index.rows()[0].cells == 3);
        CHECK(index.cell_ends(index.rows()[0])[1] == before + 9);
    }
}
