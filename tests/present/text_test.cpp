#include <algorithm>
#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <present/approved.hpp>
#include <present/sample_tables.hpp>

using namespace cx;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream       stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string text_at(const ScoreTable& table, std::size_t width) {
    Look look;
    look.width = width;
    return write_text(table, look);
}

std::vector<ScoreTable> samples() {
    return {sample::feedback(), sample::relationship(), sample::empty(), sample::one_answer(), sample::hostile()};
}

} // namespace

TEST_CASE("Text is approved whole", "[present][text]") {
    check_approved("feedback.100.txt", text_at(sample::feedback(), 100));
    check_approved("feedback.60.txt", text_at(sample::feedback(), 60));
    check_approved("relationship.100.txt", text_at(sample::relationship(), 100));
    check_approved("relationship.80.txt", text_at(sample::relationship(), 80));
    check_approved("relationship.160.txt", text_at(sample::relationship(), 160));
    check_approved("empty.100.txt", text_at(sample::empty(), 100));
    check_approved("one-answer.100.txt", text_at(sample::one_answer(), 100));
    check_approved("hostile.80.txt", text_at(sample::hostile(), 80));
}

TEST_CASE("No line is wider than the terminal, and none ends with a space", "[present][text]") {
    for (const ScoreTable& table : samples()) {
        for (const std::size_t width : {60U, 80U, 100U, 160U, 200U}) {
            for (const std::string& line : lines_of(text_at(table, width))) {
                INFO(width << ": " << line);
                CHECK(display_width(line) <= width);
                CHECK_FALSE(line.ends_with(' '));
            }
        }
    }
}

TEST_CASE("An absurd width does no harm", "[present][text]") {
    for (const ScoreTable& table : samples()) {
        CHECK(text_at(table, 0) == text_at(table, 48));
        CHECK_FALSE(text_at(table, 100'000).empty());
    }
}

TEST_CASE("Without colour there are no escape sequences, and colour adds nothing but them", "[present][text]") {
    for (const ScoreTable& table : samples()) {
        Look       look;
        const auto plain = write_text(table, look);
        CHECK(plain.find('\x1b') == std::string::npos);
        look.colour = true;
        const auto coloured = write_text(table, look);
        CHECK(coloured.find("\x1b[1m") != std::string::npos);
        CHECK(std::regex_replace(coloured, std::regex("\x1b\\[[0-9]+m"), "") == plain);
    }
}

TEST_CASE("Survey text can neither move a cursor nor turn text around", "[present][text]") {
    const std::string text = text_at(sample::hostile(), 200);
    CHECK(is_valid_utf8(text));
    CHECK(text.find_first_of("\x1b\x07\r\t") == std::string::npos);
    for (const char* control : {"\u202E", "\u202C", "\u200B"}) CHECK(text.find(control) == std::string::npos);
    CHECK(text.find("\\x1b[31mred") != std::string::npos);
}

TEST_CASE("A withheld group shows its name and no figure", "[present][text]") {
    ScoreTable table;
    table.scores = {sample::nps_row("all", "", 98, 12.5), sample::nps_row("area", "North", 60, 11.1),
                    sample::nps_row("area", "South", 4, 87.6)};
    table.scores[2].note = "withheld";
    const std::string text = text_at(table, 100);
    CHECK(text.find("withheld: South") != std::string::npos);
    CHECK(text.find("87.6") == std::string::npos);
}
