#include <cx/present/grid.hpp>

#include <algorithm>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>

using namespace cx;

namespace {

using Kind = GridColumn::Kind;

GridRow row_of(const std::vector<std::string>& texts) {
    GridRow row;
    for (const std::string& text : texts) row.cells.push_back({text, Tone::plain, {}});
    return row;
}

std::size_t widest(const std::vector<std::string>& lines) {
    std::size_t width = 0;
    for (const std::string& line : lines) width = std::max(width, display_width(line));
    return width;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

} // namespace

TEST_CASE("Labels stand at the left and figures at the right, and no line ends with a space", "[present][grid]") {
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "n"}, {Kind::figure, "value"}};
    grid.rows = {row_of({"Web shop", "1,203", "44.0"}), row_of({"App", "18", ""})};
    grid.rows[1].indent = 2;
    CHECK(joined(drawn(grid, 80, false)) == "              n  value\n"
                                            "Web shop  1,203   44.0\n"
                                            "  App        18\n");
}

TEST_CASE("Wide characters line up", "[present][grid]") {
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "n"}};
    grid.rows = {row_of({"東京", "1"}), row_of({"Oslo", "1"}), row_of({"e\u0301", "1"})};
    for (const std::string& line : drawn(grid, 40, false)) CHECK(display_width(line) == 7);
}

TEST_CASE("A long title goes on below itself", "[present][grid]") {
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "Small businesses in the north of the country"}};
    grid.rows = {row_of({"a", "1"})};
    const auto lines = drawn(grid, 60, false);
    REQUIRE(lines.size() == 4);
    CHECK(lines[2].ends_with("…"));
    CHECK(widest(lines) <= 17);
}

TEST_CASE("Where there is no room spare figures go, then labels are shortened, then figures go", "[present][grid]") {
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "n"}, {Kind::figure, "value"}, {Kind::spare, "difference"}};
    grid.rows = {row_of({std::string(60, 'x'), std::string(10, '1'), std::string(10, '2'), std::string(10, '3')})};
    CHECK(joined(drawn(grid, 100, false)).find("333") != std::string::npos);
    const std::string narrow = joined(drawn(grid, 50, false));
    CHECK(narrow.find("333") == std::string::npos);
    CHECK(narrow.find("222") != std::string::npos);
    CHECK(narrow.find("…") != std::string::npos);
    grid.rows[0].cells[1].text = std::string(500, '1');
    for (const std::size_t width : {0U, 40U, 60U})
        CHECK(widest(drawn(grid, width, false)) <= std::max<std::size_t>(width, 40));
}

TEST_CASE("Extra figures are columns of a long grid and words in a short one", "[present][grid]") {
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "NPS"}, {Kind::extra, "promoters"}, {Kind::extra, "mean"}};
    grid.rows = {row_of({"Recommend", "34.2", "52.1%", "8.12"})};
    CHECK(joined(drawn(grid, 80, false)) == "            NPS\n"
                                            "Recommend  34.2\n"
                                            "    promoters 52.1% · mean 8.12\n");
    for (int i = 0; i < 4; ++i) grid.rows.push_back(row_of({"Recommend", "34.2", "", "8.12"}));
    CHECK(drawn(grid, 80, false).front() == "            NPS  promoters  mean");
    CHECK(drawn(grid, 40, false).front() == "            NPS  promoters  mean");
    grid.rows[0].cells[0].text = std::string(60, 'x');
    CHECK(drawn(grid, 44, false).front().find("mean") == std::string::npos);
}

TEST_CASE("Strips take the room that labels leave", "[present][grid]") {
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "n"}, {Kind::strip, ""}};
    grid.rows = {row_of({"a", "1", ""}), row_of({"b", "2", ""})};
    grid.rows[0].cells[2].dot = Dot{50, 40, 60, false, {0, 100}};
    grid.axis = Axis{0, 100};
    const auto lines = drawn(grid, 80, false);
    CHECK(lines[0].ends_with("100"));
    CHECK(lines[1].find("━●━") != std::string::npos);
    CHECK(lines[2] == "b  2");
    SECTION("without a common axis each says its own ends") {
        grid.axis.reset();
        CHECK(drawn(grid, 80, false)[1].ends_with(" 100"));
    }
    SECTION("and are left out before a label becomes unreadable") {
        grid.rows[0].cells[0].text = std::string(60, 'x');
        CHECK(joined(drawn(grid, 50, false)).find("●") == std::string::npos);
    }
}

TEST_CASE("A wide grid goes on below itself with its first columns again", "[present][grid]") {
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "all"}};
    grid.repeated = 2;
    GridRow row = row_of({"Question", "5"});
    for (int i = 0; i < 12; ++i) {
        grid.columns.push_back({Kind::figure, "group-" + std::to_string(i)});
        row.cells.push_back({std::to_string(i), Tone::plain, {}});
    }
    grid.rows = {row};
    const auto lines = drawn(grid, 60, false);
    CHECK(widest(lines) <= 60);
    CHECK(std::count(lines.begin(), lines.end(), "") >= 1);
    CHECK(joined(lines).find("group-11") != std::string::npos);
    CHECK(std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.starts_with("Question"); }) >=
          2);
    grid.columns.resize(2);
    grid.rows[0].cells.resize(2);
    CHECK(drawn(grid, 60, false).size() == 2);
}

TEST_CASE("Colour surrounds texts and changes nothing else", "[present][grid]") {
    CHECK(toned("x", Tone::good, false) == "x");
    CHECK(toned("x", Tone::plain, true) == "x");
    CHECK(toned("", Tone::bad, true).empty());
    CHECK(toned("x", Tone::bad, true) == "\x1b[31mx\x1b[0m");
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "n"}};
    grid.rows = {row_of({"a", "10"}), row_of({"bb", "9"})};
    grid.rows[1].cells[1].tone = Tone::faint;
    CHECK(drawn(grid, 40, true).back() == "bb   \x1b[2m9\x1b[0m");
}

TEST_CASE("Text is wrapped between words", "[present][grid]") {
    CHECK(wrapped("one two three", 8) == std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("one two three", 8, 2) == std::vector<std::string>{"one two", "  three"});
    CHECK(wrapped("", 8).empty());
    CHECK(wrapped(std::string(30, 'x'), 8) == std::vector<std::string>{"xxxxxxx…"});
    CHECK(widest(wrapped("a 東京都渋谷区神宮前 b", 8, 2)) <= 8);
    CHECK(wrapped("x", 0, 0).size() == 1);
}

TEST_CASE("A grid without columns or rows is drawn as far as it goes", "[present][grid]") {
    CHECK(drawn({}, 80, false).empty());
    Grid grid;
    grid.columns = {{Kind::label, ""}, {Kind::figure, "n"}};
    CHECK(drawn(grid, 80, false) == std::vector<std::string>{"  n"});
}
